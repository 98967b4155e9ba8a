/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-catalogue-data.h"
#include "demo-random.h"

/* Strings live in two arenas rather than each on its own, so that a shop of a million items is made
 * in a second and thrown away at once. */
typedef struct
{
  DemoCatalogue public;
  GStringChunk *strings;
} DemoCatalogueReal;

#define STREAM_ITEM   1
#define STREAM_CLIENT 2

static char *
insert (DemoCatalogueReal *self, const char *text)
{
  return g_string_chunk_insert (self->strings, text);
}

static char *
insert_const (DemoCatalogueReal *self, const char *text)
{
  return g_string_chunk_insert_const (self->strings, text);
}

G_GNUC_PRINTF (2, 3)
static char *
insert_format (DemoCatalogueReal *self, const char *format, ...)
{
  char text[256];
  va_list arguments;

  va_start (arguments, format);
  g_vsnprintf (text, sizeof text, format, arguments);
  va_end (arguments);

  return insert (self, text);
}

/* The 13th digit of an EAN-13: GS1 General Specifications, 7.9. */
static void
complete_ean13 (char barcode[14])
{
  guint sum = 0;

  for (guint i = 0; i < 12; i++)
    sum += (barcode[i] - '0') * (i % 2 == 0 ? 1 : 3);
  barcode[12] = '0' + (10 - sum % 10) % 10;
  barcode[13] = '\0';
}

/* A third start with zeros, as American UPC codes do in an EAN-13 field; goods sold by weight carry
 * the shop's own range, 20 to 29. */
static char *
make_barcode (DemoCatalogueReal *self, const DemoItem *item)
{
  char barcode[32];

  if (item->by_weight)
    g_snprintf (barcode, sizeof barcode, "21%05d00000", item->id % 100000);
  else if (item->id % 3 == 0)
    g_snprintf (barcode, sizeof barcode, "0012%08d", item->id % 100000000);
  else
    g_snprintf (barcode, sizeof barcode, "3760%08d", item->id % 100000000);
  complete_ean13 (barcode);

  return insert (self, barcode);
}

/* At most 20 characters, as the till's keys show it, ending with a whole word. */
static char *
make_short_title (DemoCatalogueReal *self, const char *title)
{
  g_autofree char *text = NULL;
  char *space;

  if (g_utf8_strlen (title, -1) <= 20)
    return insert_const (self, title);
  text = g_utf8_substring (title, 0, 21);
  space = strrchr (text, ' ');
  if (space != NULL && space > text + 8)
    *space = '\0';

  return insert_const (self, text);
}

static const char *
describe (const DemoItemSeed *seed)
{
  if (seed->description != NULL)
    return seed->description;
  switch (seed->department)
    {
    case DEMO_DEPT_BREAD:
    case DEMO_DEPT_PASTRY:
      return "Fait maison.\nFarine de blé française, sans additif.";
    case DEMO_DEPT_CAKE:
      return "Fait maison, à conserver au frais.";
    case DEMO_DEPT_ALCOHOL:
      return "L’abus d’alcool est dangereux pour la santé.";
    default:
      return "";
    }
}

static void
add_item (DemoCatalogueReal *self, guint32 seed, guint index)
{
  const DemoItemSeed *from = &demo_item_seeds[index % demo_n_item_seeds];
  guint round = index / demo_n_item_seeds;
  DemoRandom random = demo_random_init (seed, STREAM_ITEM, index);
  DemoItem item = { .id = index + 1 };

  item.title = round == 0 ? insert (self, from->title)
                          : insert_format (self, "%s — recette %u", from->title, round + 1);
  item.short_title = make_short_title (self, from->title);
  item.description = insert_const (self, describe (from));
  item.price = from->price + (round == 0 ? 0 : demo_random_range (&random, -5, 40) * 5);
  if (item.price < 5)
    item.price = 5;
  item.buying_price = item.price * demo_random_range (&random, 22, 45) / 100;
  item.department = from->department;
  item.by_weight = from->by_weight;
  for (guint i = 0; i < G_N_ELEMENTS (item.sets); i++)
    item.sets[i] = from->sets[i];
  item.barcode = make_barcode (self, &item);
  item.stock = demo_random_percent (&random, 40) ? -1 : (int) demo_random_range (&random, 0, 120);
  item.stock_alert = item.stock < 0 ? 0 : (int) demo_random_range (&random, 2, 12);
  item.supplier = demo_department_suppliers[from->department][demo_random_range (&random, 0, 1)];
  item.popularity = from->popularity;
  g_array_append_val (self->public.items, item);
}

static char *
make_phone (DemoCatalogueReal *self, DemoRandom *random, const char *prefix)
{
  guint number = demo_random_range (random, 0, 99999999);

  return insert_format (self, "%s %02u %02u %02u %02u", prefix, number / 1000000,
                        number / 10000 % 100, number / 100 % 100, number % 100);
}

/* The French VAT number of a SIREN (BOFiP BOI-TVA-DECLA-20-10-20): key = (12 + 3 × (SIREN mod 97))
 * mod 97; the SIREN's last digit is its Luhn digit. */
static void
add_company_numbers (DemoCatalogueReal *self, DemoRandom *random, DemoClient *client)
{
  guint siren = demo_random_range (random, 30000000, 89999999);
  guint sum = 0, rest = siren;

  for (guint i = 0; rest > 0; i++, rest /= 10)
    {
      guint digit = rest % 10 * (i % 2 == 0 ? 2 : 1);
      sum += digit / 10 + digit % 10;
    }
  siren = siren * 10 + (10 - sum % 10) % 10;
  client->vat_number = insert_format (self, "FR%02u%09u", (12 + 3 * (siren % 97)) % 97, siren);
  client->registration = insert_format (self, "RCS Rennes %03u %03u %03u", siren / 1000000,
                                        siren / 1000 % 1000, siren % 1000);
}

static char *
make_email (DemoCatalogueReal *self, const DemoClient *client)
{
  g_autofree char *first = g_str_to_ascii (client->first_name, "C");
  g_autofree char *last = g_str_to_ascii (client->last_name, "C");
  g_autofree char *address = g_strdup_printf ("%s.%s%d@example.com", first, last, client->id);
  char *to = address;

  for (const char *from = address; *from != '\0'; from++)
    if (g_ascii_isalnum (*from) || strchr (".@", *from) != NULL)
      *to++ = g_ascii_tolower (*from);
  *to = '\0';

  return insert (self, address);
}

static void
add_client (DemoCatalogueReal *self, guint32 seed, guint index)
{
  static const char *const comments[]
      = { "Préfère la tradition bien cuite", "Allergique aux fruits à coque",
          "Commande chaque samedi", "Facture en fin de mois", "Sonner à l’interphone « 2B »" };
  DemoRandom random = demo_random_init (seed, STREAM_CLIENT, index);
  DemoClient client = { .id = index + 1, .country = (char *) "FR" };
  const DemoCity *city = &demo_cities[demo_random_range (&random, 0, demo_n_cities - 1)];

  client.first_name = (char *) demo_first_names[demo_random_next (&random) % demo_n_first_names];
  client.last_name = (char *) demo_last_names[demo_random_next (&random) % demo_n_last_names];
  if (index % 17 == 4)
    {
      client.last_name = (char *) demo_companies[demo_random_next (&random) % demo_n_companies];
      add_company_numbers (self, &random, &client);
    }
  if (demo_random_percent (&random, 60))
    client.email = make_email (self, &client);
  client.phone = make_phone (self, &random, demo_random_percent (&random, 70) ? "06" : "02");
  if (demo_random_percent (&random, 15))
    client.phone2 = make_phone (self, &random, "07");
  client.address1 = insert_format (self, "%u %s", (guint) demo_random_range (&random, 1, 140),
                                   demo_streets[demo_random_next (&random) % demo_n_streets]);
  if (demo_random_percent (&random, 20))
    client.address2
        = insert_format (self, "Bâtiment %c", (char) demo_random_range (&random, 'A', 'F'));
  if (demo_random_percent (&random, 10))
    client.address_comment
        = insert_format (self, "Code %04u", (guint) demo_random_range (&random, 0, 9999));
  client.postcode = (char *) city->postcode;
  client.city = (char *) city->name;
  client.latitude = city->latitude + demo_random_range (&random, -900, 900) / 100000.0;
  client.longitude = city->longitude + demo_random_range (&random, -900, 900) / 100000.0;
  if (demo_random_percent (&random, 45))
    client.barcode = insert_format (self, "00%06d", client.id % 1000000);
  if (demo_random_percent (&random, 12))
    client.comment = (char *) comments[demo_random_next (&random) % G_N_ELEMENTS (comments)];
  if (client.vat_number == NULL && demo_random_percent (&random, 35))
    client.birth_date = insert_format (
        self, "%04u-%02u-%02u", (guint) demo_random_range (&random, 1938, 2006),
        (guint) demo_random_range (&random, 1, 12), (guint) demo_random_range (&random, 1, 28));
  client.blacklist = demo_random_percent (&random, 1);
  g_array_append_val (self->public.clients, client);
}

static void
set_tables (DemoCatalogue *self)
{
  self->vats = demo_vats;
  self->n_vats = demo_n_vats;
  self->groups = demo_groups;
  self->n_groups = demo_n_groups;
  self->departments = demo_departments;
  self->n_departments = demo_n_departments;
  self->variations = demo_variations;
  self->n_variations = demo_n_variations;
  self->payments = demo_payments;
  self->n_payments = demo_n_payments;
  self->discounts = demo_discounts;
  self->n_discounts = demo_n_discounts;
  self->suppliers = demo_suppliers;
  self->n_suppliers = demo_n_suppliers;
  self->users = demo_users;
  self->n_users = demo_n_users - 1;
  self->cashboxes = demo_cashboxes;
  self->n_cashboxes = demo_n_cashboxes;
  self->tables = demo_tables;
  self->n_tables = demo_n_tables;
}

/**
 * demo_catalogue_new:
 * @seed: the same seed gives the same catalogue
 * @n_items: how many items, 0 for the bakery's own 180 or so
 * @n_clients: how many clients, 0 for 400
 *
 * Returns: (transfer full): the shop's items, clients and tables
 */
DemoCatalogue *
demo_catalogue_new (guint32 seed, guint n_items, guint n_clients)
{
  DemoCatalogueReal *self = g_new0 (DemoCatalogueReal, 1);

  if (n_items == 0)
    n_items = demo_n_item_seeds;
  if (n_clients == 0)
    n_clients = 400;

  self->strings = g_string_chunk_new (64 * 1024);
  self->public.items = g_array_sized_new (FALSE, FALSE, sizeof (DemoItem), n_items);
  self->public.clients = g_array_sized_new (FALSE, FALSE, sizeof (DemoClient), n_clients);
  set_tables (&self->public);
  for (guint i = 0; i < n_items; i++)
    add_item (self, seed, i);
  for (guint i = 0; i < n_clients; i++)
    add_client (self, seed, i);

  return &self->public;
}

/**
 * demo_catalogue_free:
 * @self: (transfer full): a catalogue
 */
void
demo_catalogue_free (DemoCatalogue *self)
{
  DemoCatalogueReal *real = (DemoCatalogueReal *) self;

  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_array_unref (self->clients);
  g_string_chunk_free (real->strings);
  g_free (real);
}

/**
 * demo_catalogue_add_client:
 * @self: a catalogue
 * @client: the new client; its id is ignored, its strings are copied, those missing may be %NULL
 *
 * Returns: the new client's id
 */
int
demo_catalogue_add_client (DemoCatalogue *self, const DemoClient *client)
{
  DemoCatalogueReal *real = (DemoCatalogueReal *) self;
  DemoClient copy = *client;
  char **strings[] = { &copy.first_name,   &copy.last_name, &copy.email,    &copy.phone,
                       &copy.phone2,       &copy.address1,  &copy.address2, &copy.address_comment,
                       &copy.postcode,     &copy.city,      &copy.country,  &copy.vat_number,
                       &copy.registration, &copy.barcode,   &copy.comment,  &copy.birth_date };

  g_return_val_if_fail (self != NULL && client != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    if (*strings[i] != NULL)
      *strings[i] = insert (real, *strings[i]);
  copy.id = self->clients->len + 1;
  g_array_append_val (self->clients, copy);

  return copy.id;
}

/**
 * demo_catalogue_ensure_webservice_user:
 * @self: a catalogue
 *
 * An order that names no user is booked on a user “webservice”, made when it is first needed
 * (kash-api.md §4).
 *
 * Returns: that user's id
 */
int
demo_catalogue_ensure_webservice_user (DemoCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  self->n_users = demo_n_users;
  return demo_n_users;
}

/* Ids count from 1 in every table, so that looking one up is an index. */
#define DEFINE_GET(name, Type, array, length)                               \
  const Type *demo_catalogue_get_##name (const DemoCatalogue *self, int id) \
  {                                                                         \
    g_return_val_if_fail (self != NULL, NULL);                              \
                                                                            \
    return id >= 1 && (guint) id <= (length) ? &(array)[id - 1] : NULL;     \
  }

DEFINE_GET (vat, DemoVat, self->vats, self->n_vats)
DEFINE_GET (group, DemoGroup, self->groups, self->n_groups)
DEFINE_GET (department, DemoDepartment, self->departments, self->n_departments)
DEFINE_GET (variation, DemoVariation, self->variations, self->n_variations)
DEFINE_GET (payment, DemoPayment, self->payments, self->n_payments)
DEFINE_GET (discount, DemoDiscount, self->discounts, self->n_discounts)
DEFINE_GET (item, DemoItem, (const DemoItem *) (gpointer) self->items->data, self->items->len)
DEFINE_GET (client,
            DemoClient,
            (const DemoClient *) (gpointer) self->clients->data,
            self->clients->len)

/**
 * demo_delivery_method_get_title:
 * @method: 0…6 (kash-api.md §4)
 *
 * Returns: (nullable): its title in French, %NULL when there is no such method
 */
const char *
demo_delivery_method_get_title (int method)
{
  static const char *const titles[] = { "À emporter",        "En livraison", "Sur place", "Drive",
                                        "Vente au comptoir", "Point relais", "Expédition" };

  return method >= 0 && (guint) method < G_N_ELEMENTS (titles) ? titles[method] : NULL;
}
