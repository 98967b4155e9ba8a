/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary-test.h"

#include "comptoir-table-reader.h"

#include <string.h>

static void
test_csv (void)
{
  static const struct
  {
    const char *text;
    const char *column;
    const char *summary; /* NULL: no such column */
  } cases[] = {
    { "Numéro;Montant réduction TTC;HT;TVA 20 %;TTC;Mode de paiement\n"
      "1;0,00;10,00;2,00;12,00;CB\n2;1,00;5,00;1,00;6,00;Espèces\n3;0,00;-1,00;-0,20;-1,20;CB\n",
      NULL,
      "incl 16.80\nexcl 14.00\n20\302\240% () 2.80\n  on ?\nCB () 10.80\nEspèces () 6.00\n"
      "discounts ?\nrefunds 1.20\norders 3\nbalanced\n" },
    { "Order,Total\n1,2.50\n2,3.50\n", NULL,
      "incl 6.00\nexcl ?\ndiscounts ?\nrefunds 0.00\norders 2\nbalanced\n" },
    /* Amounts as people write them, blank lines, a line of sums. */
    { "Ticket;Montant;Règlement\n1;1 234,50 €;CB\n\n2;0,50;\nTotal;1 235,00;\n", NULL,
      "incl 1235.00\nexcl ?\nCB () 1234.50\nNot told () 0.50\ndiscounts ?\nrefunds 0.00\norders 2\n"
      "balanced\n" },
    /* A line per article: orders by their numbers. */
    { "Commande;Article;Total TTC\n7;Pain;1,00\n7;Café;2,00\n8;Thé;3,00\n", NULL,
      "incl 6.00\nexcl ?\ndiscounts ?\nrefunds 0.00\norders 2\nbalanced\n" },
    /* Said by the person, whatever it is called; what can't be read is said. */
    { "a;b\nx;1,00\ny;?\nz;2,00\n", "b",
      "incl 3.00\nexcl ?\ndiscounts ?\nrefunds 0.00\norders 3\nbalanced\n"
      "! 1 order has no amount in “b”.\n" },
    { "Numéro;HT;TVA;TTC\n1;10,00;2,00;12,50\n", NULL,
      "incl 12.50\nexcl 10.00\nTVA () 2.00\n  on ?\ndiscounts ?\nrefunds 0.00\norders 1\n"
      "not balanced\n! The totals of the orders come to 12.50, sales and VAT to 12.00: 0.50 "
      "apart.\n" },
    { "Numéro;Total TTC\n", NULL,
      "incl 0.00\nexcl ?\ndiscounts ?\nrefunds 0.00\norders 0\nbalanced\n" },
    { "Numéro;TTC;Caisse\n", "TTC",
      "incl 0.00\nexcl ?\ndiscounts ?\nrefunds 0.00\norders 0\nbalanced\n" },
    { "a;b\n1;2\n", NULL, NULL },
    { "1;2\n", NULL, NULL },
    { "Numéro;Total HT;Total TVA\n1;2,00;0,40\n", NULL, NULL },
    { "Numéro;Total\n1;2,00\n", "TTC", NULL },
    { "Total;Nom\npetit;x\n", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirTable) csv = summary_test_read_csv (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (ComptoirSalesSummary) summary
          = comptoir_sales_summary_from_csv (csv, cases[i].column, &error);

      g_test_message ("case %u", i);
      if (cases[i].summary == NULL)
        {
          g_assert_null (summary);
          g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA);
          continue;
        }
      g_assert_no_error (error);
      summary_test_assert (summary, cases[i].summary);
    }
}

static void
test_add_csv (void)
{
  static const char text[] = "Numéro;TTC\n1;12,00\n2;6,00\n3;4,00\n";
  g_autoptr (ComptoirTable) csv = summary_test_read_csv (text, strlen (text));
  g_autoptr (ComptoirFec) fec = summary_test_read_fec (HEADER LINE (
      "1", "53", "Caisse", "T", "20,00", "0") LINE ("1", "707", "Ventes", "T", "0", "20,00"));
  g_autoptr (ComptoirSalesSummary) summary = comptoir_sales_summary_from_fec (fec);

  comptoir_sales_summary_add_csv (summary, csv);
  g_assert_cmpint (summary->n_orders, ==, 3);
  g_assert_true (summary->balanced);
  g_assert_cmpuint (summary->problems->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (summary->problems, 0), ==,
                   "The orders come to 22.00, the accounting entries to 20.00: 2.00 apart.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sales-summary-csv/csv", test_csv);
  g_test_add_func ("/model/sales-summary-csv/add-csv", test_add_csv);
  return g_test_run ();
}
