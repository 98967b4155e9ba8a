/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-form.h"
#include "demo-order-line.h"

/* A free line without a department has no rate of its own: it gets the full one. */
#define VAT_WITHOUT_DEPARTMENT 3

#define MAX_PRICE    G_GINT64_CONSTANT (10000000) /* 100,000 € */
#define MAX_QUANTITY G_GINT64_CONSTANT (9999999)  /* a little under 10,000 */

static char *
read_price (const char *text, gint64 *price)
{
  if (!demo_parse_decimal (text, 2, price) || *price < 0 || *price > MAX_PRICE)
    return g_strdup_printf ("Prix incorrect : « %s ».", text);
  return NULL;
}

static int
read_id (const char *text)
{
  guint64 id;

  return g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &id, NULL) ? (int) id : 0;
}

static void
finish_line (DemoSale *sale, DemoLine *line, gboolean refund)
{
  if (refund)
    line->quantity = -line->quantity;
  line->gross = demo_round_div (line->quantity * line->unit_price, 1000);
  line->net = line->gross;
  demo_sale_add_line (sale, line);
}

/* The form « -DEPT_PRICE_TITLE » or « Free_PRICE_TITLE » (kash-api.md §4). */
static char *
read_free_line (const DemoCatalogue *catalogue,
                char **parts,
                gboolean eat_in,
                gboolean refund,
                DemoSale *sale)
{
  DemoLine line = { .quantity = 1000, .vat = VAT_WITHOUT_DEPARTMENT };
  g_autofree char *message = NULL;

  if (g_strv_length (parts) != 3)
    return g_strdup ("Une ligne libre s’écrit avec un prix et un titre.");
  if (parts[0][0] == '-')
    {
      const DemoDepartment *department
          = demo_catalogue_get_department (catalogue, read_id (parts[0] + 1));

      if (department == NULL)
        return g_strdup_printf ("Rayon inconnu : « %s ».", parts[0] + 1);
      line.department = department->id;
      line.vat = eat_in ? department->vat_eat_in : department->vat;
    }
  message = read_price (parts[1], &line.unit_price);
  if (message != NULL)
    return g_steal_pointer (&message);
  if (*g_strstrip (parts[2]) == '\0')
    return g_strdup ("Une ligne libre doit avoir un titre.");
  line.title = parts[2];
  finish_line (sale, &line, refund);

  return NULL;
}

static char *
add_variation (const DemoCatalogue *catalogue,
               const DemoItem *item,
               const char *text,
               guint at,
               DemoLine *line)
{
  const DemoVariation *variation = demo_catalogue_get_variation (catalogue, read_id (text));
  gboolean fits = FALSE;

  if (variation == NULL)
    return g_strdup_printf ("Déclinaison inconnue : « %s ».", text);
  for (guint i = 0; i < G_N_ELEMENTS (item->sets); i++)
    fits |= item->sets[i] == variation->set;
  if (!fits)
    return g_strdup_printf ("La déclinaison « %s » ne s’applique pas à l’article « %s ».",
                            variation->title, item->title);
  if (variation->unavailable)
    return g_strdup_printf ("La déclinaison « %s » n’est pas disponible.", variation->title);
  for (guint i = 0; i < at; i++)
    if (demo_catalogue_get_variation (catalogue, line->variations[i])->set == variation->set)
      return g_strdup_printf ("Un seul choix est possible pour « %s ».", variation->set_title);
  line->variations[at] = variation->id;
  line->unit_price += variation->delta;

  return NULL;
}

static char *
add_variations (const DemoCatalogue *catalogue, const DemoItem *item, char **parts, DemoLine *line)
{
  guint at = 0;

  /* A place left empty is no variation, as a public client of the vendor sends them. */
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *message = NULL;

      if (*parts[i] == '\0')
        continue;
      message = add_variation (catalogue, item, parts[i], at++, line);
      if (message != NULL)
        return message;
    }
  if (line->unit_price < 0)
    line->unit_price = 0;

  return NULL;
}

/* The form « ID[_QTY[_TITLE_PRICE[_V1…_V5]]] » (kash-api.md §4). */
static char *
read_item_line (const DemoCatalogue *catalogue,
                char **parts,
                gboolean eat_in,
                gboolean refund,
                DemoSale *sale)
{
  const DemoItem *item = demo_catalogue_get_item (catalogue, read_id (parts[0]));
  const DemoDepartment *department;
  guint n_parts = g_strv_length (parts);
  DemoLine line = { .quantity = 1000 };
  g_autofree char *message = NULL;

  if (item == NULL)
    return g_strdup_printf ("Article inconnu : « %s ».", parts[0]);
  if (n_parts == 3 || n_parts > 9)
    return g_strdup_printf ("Ligne d’article incorrecte : %u champs.", n_parts);
  department = demo_catalogue_get_department (catalogue, item->department);
  line.item = item->id;
  line.department = department->id;
  line.title = item->title;
  line.unit_price = item->price;
  line.vat = eat_in ? department->vat_eat_in : department->vat;
  if (n_parts >= 2
      && (!demo_parse_decimal (parts[1], 3, &line.quantity) || line.quantity <= 0
          || line.quantity > MAX_QUANTITY))
    return g_strdup_printf ("Quantité incorrecte : « %s ».", parts[1]);
  if (n_parts >= 4)
    {
      if (*parts[2] != '\0')
        line.title = parts[2];
      if (*parts[3] != '\0')
        message = read_price (parts[3], &line.unit_price);
      if (message == NULL)
        message = add_variations (catalogue, item, parts + 4, &line);
      if (message != NULL)
        return g_steal_pointer (&message);
    }
  finish_line (sale, &line, refund);

  return NULL;
}

/**
 * demo_order_line_read:
 * @catalogue: the shop's catalogue
 * @text: one `itemsList[]`, in any form of kash-api.md §4
 * @eat_in: whether the rates of what is eaten on the spot apply
 * @refund: whether the line is paid back
 * @sale: gets the line
 *
 * Returns: (transfer full) (nullable): why the line is refused, in French; %NULL when it is added
 */
char *
demo_order_line_read (const DemoCatalogue *catalogue,
                      const char *text,
                      gboolean eat_in,
                      gboolean refund,
                      DemoSale *sale)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (catalogue != NULL && text != NULL && sale != NULL, NULL);

  parts = g_strsplit (text, "_", -1);
  if (parts[0] == NULL || *parts[0] == '\0')
    return g_strdup ("Ligne vide.");
  if (*parts[0] == '-' || strcmp (parts[0], "Free") == 0)
    return read_free_line (catalogue, parts, eat_in, refund, sale);

  return read_item_line (catalogue, parts, eat_in, refund, sale);
}
