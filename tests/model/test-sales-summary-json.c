/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary-test.h"

#include "comptoir-table-reader.h"

#include <string.h>

static void
assert_round_trip (const ComptoirSalesSummary *summary)
{
  g_autofree char *json = comptoir_sales_summary_to_json (summary);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirSalesSummary) read = comptoir_sales_summary_from_json (json, &error);
  g_autoptr (ComptoirSalesSummary) copy = comptoir_sales_summary_copy (summary);
  g_autofree char *expected = summary_test_dump (summary);

  g_assert_no_error (error);
  g_assert_cmpint (read->source, ==, summary->source);
  summary_test_assert (read, expected);
  summary_test_assert (copy, expected);
}

static void
test_json (void)
{
  static const char csv_text[] = "Numéro;Total\n1;2,00\n";
  g_autoptr (ComptoirTable) csv = summary_test_read_csv (csv_text, strlen (csv_text));
  g_autoptr (ComptoirFec) fec
      = summary_test_read_fec (HEADER LINE ("1", "53", "Caisse \"1\"", "T1", "12,00", "0")
                                   LINE ("1", "707", "Ventes", "T1", "0", "10,00")
                                       LINE ("1", "445720", "TVA", "T1", "0", "2,00")
                                           LINE ("1", "4191", "Acomptes", "", "0", "0"));
  g_autoptr (ComptoirSalesSummary) by_fec = comptoir_sales_summary_from_fec (fec);
  g_autoptr (ComptoirSalesSummary) by_csv = comptoir_sales_summary_from_csv (csv, NULL, NULL);
  g_autofree char *json = NULL;

  assert_round_trip (by_fec);
  assert_round_trip (by_csv);
  g_ptr_array_set_size (by_fec->problems, 0);
  by_fec->n_orders = 5;
  json = comptoir_sales_summary_to_json (by_fec);
  g_assert_cmpstr (json, ==,
                   "{\n  \"source\" : \"fec\",\n  \"sales_incl_vat\" : \"12.00\",\n"
                   "  \"sales_excl_vat\" : \"10.00\",\n  \"vat\" : [\n    {\n"
                   "      \"title\" : \"20\302\240%\",\n      \"account\" : \"445720\",\n"
                   "      \"rate\" : \"20\",\n      \"amount\" : \"2.00\",\n"
                   "      \"base\" : \"10.00\"\n    }\n  ],\n  \"payments\" : [\n    {\n"
                   "      \"title\" : \"Caisse \\\"1\\\"\",\n      \"account\" : \"53\",\n"
                   "      \"amount\" : \"12.00\"\n    }\n  ],\n  \"discounts\" : \"0.00\",\n"
                   "  \"refunds\" : \"0.00\",\n  \"orders\" : 5,\n  \"average\" : \"2.40\",\n"
                   "  \"balanced\" : true,\n  \"problems\" : []\n}");
}

static void
test_damaged_json (void)
{
  static const char *const texts[] = {
    "",
    "null",
    "[]",
    "{}",
    "{\"source\":1}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":12,\"refunds\":\"0\",\"vat\":[],"
    "\"payments\":[],\"problems\":[]}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":\"x\",\"refunds\":\"0\",\"vat\":[],"
    "\"payments\":[],\"problems\":[]}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":\"1\",\"refunds\":\"0\",\"vat\":[1],"
    "\"payments\":[],\"problems\":[]}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":\"1\",\"refunds\":\"0\",\"vat\":[],"
    "\"payments\":[{\"title\":\"x\",\"account\":null}],\"problems\":[]}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":\"1\",\"refunds\":\"0\",\"vat\":[],"
    "\"payments\":[],\"problems\":[{}]}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":\"1\",\"refunds\":\"0\",\"vat\":{},"
    "\"payments\":[],\"problems\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (comptoir_sales_summary_from_json (texts[i], &error));
      g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_MALFORMED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sales-summary-json/json", test_json);
  g_test_add_func ("/model/sales-summary-json/damaged", test_damaged_json);
  return g_test_run ();
}
