/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-books.h"
#include "demo-report-private.h"

#include <string.h>

static const DemoReportTable *
find_table (GPtrArray *tables, const char *title)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const DemoReportTable *table = g_ptr_array_index (tables, i);

      if (g_str_equal (table->title, title))
        return table;
    }
  g_error ("No table “%s”", title);
}

/* The rows of a table as text, cells parted by '|' and rows by a line break. */
static char *
dump (GPtrArray *tables, const char *title)
{
  const DemoReportTable *table = find_table (tables, title);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      GArray *row = g_ptr_array_index (table->rows, i);

      g_assert_cmpuint (row->len, ==, table->n_columns);
      for (guint j = 0; j < row->len; j++)
        {
          const DemoReportCell *cell = &g_array_index (row, DemoReportCell, j);

          g_string_append (text, j > 0 ? "|" : "");
          if (cell->kind == DEMO_CELL_TEXT)
            g_string_append (text, cell->text ? cell->text : "");
          else
            g_string_append_printf (text, "%" G_GINT64_FORMAT, cell->number);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  const struct
  {
    const char *title;
    const char *rows;
  } cases[] = {
    { "Synthèse",
      "Total TTC|2476\nTotal HT|2175\nTotal TVA|301\nCommandes|5\nPanier moyen TTC|495\n"
      "Couverts|2\nVentes brutes TTC|2822\nRéductions TTC|346\nRemboursements|1\n"
      "Montant remboursé TTC|-115\n" },
    { "Ventes par taux de TVA",
      "TVA 5,5 %|5|213|736|41|777|314\nTVA 10 %|1|33|273|27|300|121\n"
      "TVA 20 %|2|100|1166|233|1399|565\nTotal|8|346|2175|301|2476|1000\n" },
    { "Ventes journalières",
      "15/03/2025|5|346|2175|301|2476|1000\nTotal|5|346|2175|301|2476|1000\n" },
    { "Heures de pointe",
      "08:00 – 09:00|2|156|1109|182|1291|521\n09:00 – 10:00|2|190|270|15|285|115\n"
      "10:00 – 11:00|1|0|796|104|900|363\nTotal|5|346|2175|301|2476|1000\n" },
    { "Clôtures de caisse", "Caisse boulangerie|Carte bancaire|1|1406|0|1406\n"
                            "Caisse boulangerie|Compte client|1|285|0|285\n"
                            "Caisse boulangerie|Remboursement espèces|1|0|-115|-115\n"
                            "Caisse salon|Espèces|2|900|0|900\nTotal||5|2591|-115|2476\n" },
    { "Ventes par client",
      BOOKS_CLIENT "|2|156|1488|203|1691|683\nSans client|3|190|687|98|785|317\n"
                   "Total|5|346|2175|301|2476|1000\n" },
    { "Réductions accordées", "Réduction sur article|1|180|190\nÉtudiant −10 %|1|135|156\n"
                              "Total|2|315|346\n" },
  };
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_day_new (catalogue);
  g_autoptr (GPtrArray) tables = demo_report_tables_new (catalogue, day);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = dump (tables, cases[i].title);

      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

/* What isn't in the catalogue has a row too. */
static void
test_free_lines (void)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_day_new (catalogue);
  g_autoptr (GPtrArray) tables = demo_report_tables_new (catalogue, day);
  g_autofree char *groups = dump (tables, "Ventes par groupe de rayons");
  g_autofree char *suppliers = dump (tables, "Ventes par fournisseur");
  g_autofree char *items = dump (tables, "Ventes par article");

  g_assert_nonnull (strstr (groups, "Ventes libres|1000|0|417|83|500|"));
  g_assert_nonnull (strstr (suppliers, "Sans fournisseur|1000|0|417|83|500|"));
  g_assert_nonnull (strstr (items, "Ventes libres|1000|0|417|83|500|"));
  g_assert_nonnull (strstr (items, BOOKS_ITEM "|5000|213|357|20|377|"));
}

static void
test_empty_day (void)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_empty_day_new (catalogue);
  g_autoptr (GPtrArray) tables = demo_report_tables_new (catalogue, day);
  g_autofree char *sales = dump (tables, "Tableau des ventes");
  g_autofree char *vat = dump (tables, "Ventes par taux de TVA");

  g_assert_cmpuint (tables->len, ==, 16);
  g_assert_cmpstr (sales, ==, "Total|||||||0|0|0|0\n");
  g_assert_cmpstr (vat, ==, "Total|0|0|0|0|0|0\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/report/tables/rows", test_rows);
  g_test_add_func ("/demo/report/tables/free-lines", test_free_lines);
  g_test_add_func ("/demo/report/tables/empty-day", test_empty_day);

  return g_test_run ();
}
