/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-document.h"
#include "demo-row.h"

static char *
make_token (const char *key, int order)
{
  g_autofree char *text = g_strdup_printf ("document %d", order);

  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) key, strlen (key), text,
                                    -1);
}

static void
append_line (GString *html, const DemoLine *line)
{
  g_string_append (html, "<tr><td>");
  demo_append_html (html, line->title, strlen (line->title));
  g_string_append_printf (html, "</td><td>%.3f</td><td>", line->quantity / 1000.0);
  demo_append_money (html, line->unit_price);
  g_string_append (html, " €</td><td>");
  demo_append_money (html, line->net);
  g_string_append (html, " €</td></tr>\n");
}

/**
 * demo_document_get_address:
 * @base_url: the shop's
 * @key: the key the order came with
 * @order: the order's id
 *
 * Returns: (transfer full): where its document is
 */
char *
demo_document_get_address (const char *base_url, const char *key, int order)
{
  g_autofree char *token = make_token (key, order);

  return g_strdup_printf ("%s/documents?order=%d&token=%s", base_url, order, token);
}

/**
 * demo_document_check:
 * @key: the right key
 * @order: an order's id
 * @token: (nullable): what stands in for the key
 *
 * Returns: whether the document may be shown
 */
gboolean
demo_document_check (const char *key, int order, const char *token)
{
  g_autofree char *right = make_token (key, order);

  return g_strcmp0 (token, right) == 0;
}

/**
 * demo_document_write:
 * @catalogue: the shop's catalogue
 * @order: an order
 *
 * Returns: (transfer full): its quote or its invoice, as an HTML page
 */
char *
demo_document_write (const DemoCatalogue *catalogue, const DemoOrder *order)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GArray) sums = demo_sale_sum_vat (order->sale, catalogue);
  const char *title = order->sale->payment > 0 ? "Facture" : "Devis";

  g_string_append_printf (html,
                          "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">"
                          "<title>%s %d</title></head>\n<body><h1>%s n° %d</h1>\n"
                          "<p>" DEMO_SHOP_TITLE "<br>" DEMO_SHOP_ADDRESS "<br>" DEMO_SHOP_CITY
                          "<br>TVA " DEMO_SHOP_VAT "</p>\n<table>\n<tr><th>Article</th>"
                          "<th>Quantité</th><th>Prix</th><th>Total</th></tr>\n",
                          title, order->id, title, order->id);
  for (guint i = 0; i < order->sale->lines->len; i++)
    append_line (html, &g_array_index (order->sale->lines, DemoLine, i));
  g_string_append (html, "</table>\n");
  for (guint i = 0; i < sums->len; i++)
    {
      const DemoVatSum *sum = &g_array_index (sums, DemoVatSum, i);

      g_string_append_printf (html,
                              "<p>%s : ", demo_catalogue_get_vat (catalogue, sum->vat)->title);
      demo_append_money (html, sum->vat_amount);
      g_string_append (html, " €</p>\n");
    }
  g_string_append (html, "<p><strong>Total : ");
  demo_append_money (html, order->sale->total);
  g_string_append (html, " €</strong></p>\n</body></html>\n");

  return g_strdup (html->str);
}
