/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-private.h"

/* Excel takes a file for UTF-8 only by its byte order mark, and a French one separates by ';'. */
#define BYTE_ORDER_MARK "\357\273\277"
#define SEPARATOR       ';'
#define LINE_END        "\r\n"

static const char *const before_amounts[] = { "Numéro",
                                              "Date",
                                              "Heure",
                                              "Type",
                                              "Caisse",
                                              "Utilisateur",
                                              "Client",
                                              "Table",
                                              "Couverts",
                                              "Méthode de livraison",
                                              "Méthode de paiement",
                                              "Réduction",
                                              "Montant réduction TTC",
                                              "HT" };

static const char *const after_amounts[] = { "TTC", "Commentaire public", "Commentaire privé" };

static void
add_field (GString *csv, const char *field)
{
  demo_report_append_field (csv, field, SEPARATOR);
  g_string_append_c (csv, SEPARATOR);
}

static void
take_field (GString *csv, char *field)
{
  add_field (csv, field);
  g_free (field);
}

static void
end_line (GString *csv)
{
  g_string_truncate (csv, csv->len - 1);
  g_string_append (csv, LINE_END);
}

static void
append_header (GString *csv, const DemoCatalogue *catalogue)
{
  for (guint i = 0; i < G_N_ELEMENTS (before_amounts); i++)
    add_field (csv, before_amounts[i]);
  for (guint i = 0; i < catalogue->n_vats; i++)
    add_field (csv, catalogue->vats[i].title);
  for (guint i = 0; i < G_N_ELEMENTS (after_amounts); i++)
    add_field (csv, after_amounts[i]);
  end_line (csv);
}

static gint64
vat_amount_of (const GArray *sums, int vat)
{
  for (guint i = 0; i < sums->len; i++)
    {
      const DemoVatSum *sum = &g_array_index (sums, DemoVatSum, i);

      if (sum->vat == vat)
        return sum->vat_amount;
    }

  return 0;
}

static void
append_sale (GString *csv, const DemoCatalogue *catalogue, const DemoSale *sale)
{
  const DemoDiscount *discount
      = sale->discount > 0 ? demo_catalogue_get_discount (catalogue, sale->discount) : NULL;
  g_autoptr (GArray) vats = demo_sale_sum_vat (sale, catalogue);
  DemoReportSum sum = demo_report_sum_sale (catalogue, sale);

  take_field (csv, g_strdup_printf ("%d", sale->number));
  take_field (csv, demo_report_format_time (sale->time, "%d/%m/%Y"));
  take_field (csv, demo_report_format_time (sale->time, "%H:%M:%S"));
  add_field (csv, sale->refund ? "Remboursement" : "Vente");
  take_field (csv, demo_report_title_of_cashbox (catalogue, sale->cashbox));
  take_field (csv, demo_report_title_of_user (catalogue, sale->user));
  take_field (csv, demo_report_title_of_client (catalogue, sale->client));
  take_field (csv, demo_report_title_of_table (catalogue, sale->table));
  take_field (csv, sale->place_settings >= 0 ? g_strdup_printf ("%d", sale->place_settings) : NULL);
  add_field (csv, demo_delivery_method_get_title (sale->delivery_method));
  take_field (csv, demo_report_title_of_payment (catalogue, sale->payment));
  add_field (csv, discount ? discount->title : NULL);
  take_field (csv, demo_report_format_decimal (sum.discount, 2, ','));
  take_field (csv, demo_report_format_decimal (sum.excluding, 2, ','));
  for (guint i = 0; i < catalogue->n_vats; i++)
    take_field (csv,
                demo_report_format_decimal (vat_amount_of (vats, catalogue->vats[i].id), 2, ','));
  take_field (csv, demo_report_format_decimal (sum.including, 2, ','));
  add_field (csv, sale->public_comment);
  add_field (csv, sale->private_comment);
  end_line (csv);
}

/**
 * demo_report_csv:
 * @catalogue: the catalogue
 * @day: the sales
 *
 * One line per order after a header, as a French spreadsheet opens it: separated by semicolons,
 * with a decimal comma, days as DD/MM/YYYY, lines ended by CR LF, in UTF-8 with a byte order mark.
 *
 * Returns: (transfer full): the table
 */
GBytes *
demo_report_csv (const DemoCatalogue *catalogue, const DemoDay *day)
{
  GString *csv;

  g_return_val_if_fail (catalogue, NULL);
  g_return_val_if_fail (day, NULL);

  csv = g_string_new (BYTE_ORDER_MARK);
  append_header (csv, catalogue);
  for (guint i = 0; i < day->sales->len; i++)
    append_sale (csv, catalogue, g_ptr_array_index (day->sales, i));

  return g_string_free_to_bytes (csv);
}
