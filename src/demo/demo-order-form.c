/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-order-form.h"
#include "demo-order-line.h"

#define MAX_LINES 500

/* The 16 fields of a new client (kash-api.md §4), and where each is kept; the position is apart. */
static const struct
{
  const char *name;
  goffset offset;
} client_fields[] = {
  { "client[nom]", G_STRUCT_OFFSET (DemoClient, last_name) },
  { "client[prenom]", G_STRUCT_OFFSET (DemoClient, first_name) },
  { "client[email]", G_STRUCT_OFFSET (DemoClient, email) },
  { "client[telephone]", G_STRUCT_OFFSET (DemoClient, phone) },
  { "client[adresseligne1]", G_STRUCT_OFFSET (DemoClient, address1) },
  { "client[adresseligne2]", G_STRUCT_OFFSET (DemoClient, address2) },
  { "client[commentaireadresse]", G_STRUCT_OFFSET (DemoClient, address_comment) },
  { "client[codepostal]", G_STRUCT_OFFSET (DemoClient, postcode) },
  { "client[ville]", G_STRUCT_OFFSET (DemoClient, city) },
  { "client[pays]", G_STRUCT_OFFSET (DemoClient, country) },
  { "client[numtva]", G_STRUCT_OFFSET (DemoClient, vat_number) },
  { "client[rcs]", G_STRUCT_OFFSET (DemoClient, registration) },
  { "client[codeBarre]", G_STRUCT_OFFSET (DemoClient, barcode) },
  { "client[telephone2]", G_STRUCT_OFFSET (DemoClient, phone2) },
};

static gboolean
read_degrees (const char *text, double limit, double *value)
{
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  return *end == '\0' && end != text && *value >= -limit && *value <= limit;
}

static char *
read_client_field (const char *name, const char *value, DemoClient *client)
{
  if (strcmp (name, "client[lat]") == 0)
    return read_degrees (value, 90, &client->latitude)
               ? NULL
               : g_strdup_printf ("Latitude incorrecte : « %s ».", value);
  if (strcmp (name, "client[lng]") == 0)
    return read_degrees (value, 180, &client->longitude)
               ? NULL
               : g_strdup_printf ("Longitude incorrecte : « %s ».", value);
  for (guint i = 0; i < G_N_ELEMENTS (client_fields); i++)
    if (strcmp (name, client_fields[i].name) == 0)
      {
        G_STRUCT_MEMBER (const char *, client, client_fields[i].offset) = value;
        return NULL;
      }

  return g_strdup_printf ("Champ de client inconnu : « %s ».", name);
}

/* Fields left empty are as good as not sent. */
static char *
read_client (const DemoForm *form, DemoClient *client, gboolean *has_client)
{
  *has_client = FALSE;
  for (guint i = 0; i < form->names->len; i++)
    {
      const char *name = g_ptr_array_index (form->names, i);
      const char *value = g_ptr_array_index (form->values, i);
      char *message;

      if (!g_str_has_prefix (name, "client[") || *value == '\0')
        continue;
      message = read_client_field (name, value, client);
      if (message != NULL)
        return message;
      *has_client = TRUE;
    }
  if (client->email != NULL && strchr (client->email, '@') == NULL)
    return g_strdup_printf ("Adresse e-mail incorrecte : « %s ».", client->email);

  return NULL;
}

static char *
read_payment (const DemoCatalogue *catalogue, const DemoForm *form, DemoSale *sale)
{
  const char *text = demo_form_get (form, "payment");
  const DemoPayment *payment;

  if (text == NULL || *text == '\0')
    return g_strdup ("Le mode de paiement est obligatoire.");
  sale->payment = 0;
  if (!demo_form_get_int (form, "payment", &sale->payment))
    return g_strdup_printf ("Mode de paiement incorrect : « %s ».", text);
  if (sale->payment == -1 || sale->payment == -2)
    return NULL;
  payment = demo_catalogue_get_payment (catalogue, sale->payment);
  if (payment == NULL)
    return g_strdup_printf ("Mode de paiement inconnu : « %s ».", text);
  sale->refund = payment->refund;

  return NULL;
}

static char *
read_reference (const DemoForm *form, const char *name, const char *french, guint n_known, int *id)
{
  if (!demo_form_get_int (form, name, id) || *id < 0 || (guint) *id > n_known)
    return g_strdup_printf ("%s : « %s ».", french, demo_form_get (form, name));
  return NULL;
}

static char *
read_references (const DemoCatalogue *catalogue, const DemoForm *form, DemoSale *sale)
{
  const struct
  {
    const char *name, *french;
    guint n_known;
    int *id;
  } references[] = {
    { "idUser", "Utilisateur inconnu", catalogue->n_users, &sale->user },
    { "idClient", "Client inconnu", catalogue->clients->len, &sale->client },
    { "idtable", "Table inconnue", catalogue->n_tables, &sale->table },
    { "idcaisse", "Caisse inconnue", catalogue->n_cashboxes, &sale->cashbox },
  };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      char *message = read_reference (form, references[i].name, references[i].french,
                                      references[i].n_known, references[i].id);

      if (message != NULL)
        return message;
    }

  return NULL;
}

static char *
read_details (const DemoForm *form, DemoOrder *order)
{
  DemoSale *sale = order->sale;

  if (!demo_form_get_int (form, "deliveryMethod", &sale->delivery_method)
      || demo_delivery_method_get_title (sale->delivery_method) == NULL)
    return g_strdup_printf ("Méthode de livraison inconnue : « %s ».",
                            demo_form_get (form, "deliveryMethod"));
  if (!demo_form_get_int (form, "numcouverts", &sale->place_settings) || sale->place_settings < -1
      || sale->place_settings > 999)
    return g_strdup_printf ("Nombre de couverts incorrect : « %s ».",
                            demo_form_get (form, "numcouverts"));
  if (!demo_form_get_int (form, "pagerNum", &order->pager) || order->pager < -1)
    return g_strdup_printf ("Numéro de bipeur incorrect : « %s ».",
                            demo_form_get (form, "pagerNum"));
  sale->public_comment = g_strdup (demo_form_get (form, "publicComment"));
  sale->private_comment = g_strdup (demo_form_get (form, "privateComment"));

  return NULL;
}

static char *
read_lines (const DemoCatalogue *catalogue, const DemoForm *form, DemoSale *sale)
{
  for (guint i = 0; i < form->names->len; i++)
    {
      char *message;

      if (strcmp (g_ptr_array_index (form->names, i), "itemsList[]") != 0)
        continue;
      message = demo_order_line_read (catalogue, g_ptr_array_index (form->values, i),
                                      sale->delivery_method == 2, sale->refund, sale);
      if (message != NULL)
        return message;
      if (sale->lines->len > MAX_LINES)
        return g_strdup ("La commande a trop de lignes.");
    }
  if (sale->lines->len == 0)
    return g_strdup ("La commande n’a pas d’article.");

  return NULL;
}

static char *
check_client (const DemoCatalogue *catalogue, const DemoSale *sale, gboolean has_client)
{
  const DemoPayment *payment = demo_catalogue_get_payment (catalogue, sale->payment);

  if (has_client && sale->client != 0)
    return g_strdup ("Indiquez un client existant ou un nouveau client, pas les deux.");
  if (payment != NULL && g_str_has_prefix (payment->account, "411") && !has_client
      && sale->client == 0)
    return g_strdup ("Le paiement sur compte demande un client.");

  return NULL;
}

/**
 * demo_order_form_read:
 * @catalogue: the shop's catalogue; gets the user “webservice” when the order names none
 * @form: what was posted
 * @time: when, in Unix seconds
 * @client: (out caller-allocates): a new client for the order, with strings that belong to @form
 * @has_client: (out): whether there is one
 * @message: (out) (transfer full): why the order is refused, in French
 *
 * Checks an order as a strict server would.
 *
 * Returns: (transfer full) (nullable): the order, %NULL with @message when it is refused
 */
DemoOrder *
demo_order_form_read (DemoCatalogue *catalogue,
                      const DemoForm *form,
                      gint64 time,
                      DemoClient *client,
                      gboolean *has_client,
                      char **message)
{
  g_autoptr (DemoOrder) order = demo_order_new ();
  DemoSale *sale = order->sale;

  memset (client, 0, sizeof *client);
  *message = NULL;
  order->posted = TRUE;
  sale->time = time;
  if ((*message = read_payment (catalogue, form, sale)) != NULL
      || (*message = read_references (catalogue, form, sale)) != NULL
      || (*message = read_details (form, order)) != NULL
      || (*message = read_client (form, client, has_client)) != NULL
      || (*message = check_client (catalogue, sale, *has_client)) != NULL
      || (*message = read_lines (catalogue, form, sale)) != NULL)
    return NULL;
  if (sale->user == 0)
    sale->user = demo_catalogue_ensure_webservice_user (catalogue);
  if (sale->cashbox == 0)
    sale->cashbox = 1;

  return g_steal_pointer (&order);
}
