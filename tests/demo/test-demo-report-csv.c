/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-books.h"
#include "demo-report-readers.h"
#include "demo-report.h"

#include <string.h>

static GBytes *
write_day (gboolean empty)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = empty ? books_empty_day_new (catalogue) : books_day_new (catalogue);

  return demo_report_csv (catalogue, day);
}

static const char *
get_cell (GPtrArray *rows, guint row, const char *column)
{
  return ((GStrv) g_ptr_array_index (rows, row))[demo_readers_column (rows, column)];
}

static void
test_cells (void)
{
  const struct
  {
    guint row;
    const char *column;
    const char *cell;
  } cases[] = {
    { 1, "Date", "15/03/2025" },
    { 1, "Heure", "08:00:00" },
    { 1, "Type", "Vente" },
    { 1, "Caisse", "Caisse boulangerie" },
    { 1, "Utilisateur", "Camille Le Goff" },
    { 1, "Client", BOOKS_CLIENT },
    { 1, "Table", "Salle 3" },
    { 1, "Couverts", "2" },
    { 1, "Méthode de livraison", "Sur place" },
    { 1, "Méthode de paiement", "Carte bancaire" },
    { 1, "Réduction", "Étudiant −10 %" },
    { 1, "Montant réduction TTC", "1,56" },
    { 1, "HT", "12,18" },
    { 1, "TVA 5,5 %", "0,11" },
    { 1, "TVA 10 %", "0,27" },
    { 1, "TVA 20 %", "1,50" },
    { 1, "TTC", "14,06" },
    { 1, "Commentaire public", BOOKS_COMMENT },
    { 2, "Type", "Remboursement" },
    { 2, "Client", "" },
    { 2, "Table", "" },
    { 2, "Couverts", "" },
    { 2, "TTC", "-1,15" },
    { 2, "TVA 5,5 %", "-0,06" },
    { 4, "TTC", "0,00" },
    { 4, "Montant réduction TTC", "1,90" },
  };
  g_autoptr (GBytes) bytes = write_day (FALSE);
  g_autoptr (GPtrArray) rows = demo_readers_split (bytes, ';', TRUE);
  guint n_columns = g_strv_length (g_ptr_array_index (rows, 0));

  g_assert_cmpuint (rows->len, ==, 1 + BOOKS_N_ORDERS);
  for (guint i = 1; i < rows->len; i++)
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (rows, i)), ==, n_columns);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (get_cell (rows, cases[i].row, cases[i].column), ==, cases[i].cell);
}

static void
test_dialect (void)
{
  g_autoptr (GBytes) bytes = write_day (TRUE);
  gsize length;
  const char *csv = g_bytes_get_data (bytes, &length);
  g_autoptr (GPtrArray) rows = demo_readers_split (bytes, ';', TRUE);

  g_assert_cmpmem (csv, strlen ("\357\273\277Numéro;Date;"), "\357\273\277Numéro;Date;",
                   strlen ("\357\273\277Numéro;Date;"));
  g_assert_cmpmem (csv + length - 2, 2, "\r\n", 2);
  g_assert_cmpuint (rows->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/report/csv/cells", test_cells);
  g_test_add_func ("/demo/report/csv/dialect", test_dialect);

  return g_test_run ();
}
