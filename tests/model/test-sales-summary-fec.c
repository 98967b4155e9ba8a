/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary-test.h"

#include <string.h>

static void
test_fec (void)
{
  static const struct
  {
    const char *text;
    const char *summary;
  } cases[] = {
    /* A day without sales. */
    { HEADER, "incl 0.00\nexcl 0.00\ndiscounts 0.00\nrefunds 0.00\norders -1\nbalanced\n" },
    /* A whole day in one entry, rates told by the accounts alone: no base can be told. */
    { HEADER LINE ("1", "53", "Caisse", "Journée", "150,00", "")
          LINE ("1", "5112", "Cartes", "Journée", "76,10", "")
              LINE ("1", "707", "Ventes", "Journée", "", "205,00")
                  LINE ("1", "44571200", "TVA collectée", "Journée", "", "20,00")
                      LINE ("1", "44571055", "TVA collectée", "Journée", "", "1,10"),
      "incl 226.10\nexcl 205.00\n20\302\240% (44571200) 20.00\n  on ?\n5.5\302\240% (44571055) "
      "1.10\n  on ?\nCaisse (53) 150.00\nCartes (5112) 76.10\ndiscounts 0.00\nrefunds 0.00\n"
      "orders -1\nbalanced\n" },
    /* Entries with one rate each tell its base; a refund; a discount; signed amounts. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "12,00", "0")
          LINE ("1", "7071", "Ventes", "T1", "0", "11,00")
              LINE ("1", "7097", "Remises", "T1", "1,00", "0")
                  LINE ("1", "4457120", "TVA", "T1", "0", "2,00")
                      LINE ("2", "53", "Caisse", "T2", "-2,40", "0")
                          LINE ("2", "7071", "Ventes", "T2", "2,00", "0")
                              LINE ("2", "4457120", "TVA", "T2", "0,40", "0"),
      "incl 9.60\nexcl 8.00\n20\302\240% (4457120) 1.60\n  on 8.00\nCaisse (53) 9.60\n"
      "discounts 1.00\nrefunds 2.40\norders -1\nbalanced\n" },
    /* Sales without VAT in the entry: its base can't be all of them. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "22,00", "0") LINE (
          "1", "707", "Ventes", "T1", "0", "10,00") LINE ("1", "708", "Ports", "T1", "0", "10,00")
          LINE ("1", "4457120", "TVA", "T1", "0", "2,00"),
      "incl 22.00\nexcl 20.00\n20\302\240% (4457120) 2.00\n  on ?\nCaisse (53) 22.00\n"
      "discounts 0.00\nrefunds 0.00\norders -1\nbalanced\n" },
    /* Labels tell; a discount's own percentage doesn't mislead; a cent of VAT has a base too. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "20,79", "0")
          LINE ("1", "707", "Ventes", "Pains, TVA 5,5 %", "0", "10,00")
              LINE ("1", "7096", "Remises", "Remise 10 %, TVA 5,5 %", "1,00", "0")
                  LINE ("1", "707", "Ventes 10%", "Plats", "0", "10,00")
                      LINE ("1", "70785", "Sans TVA", "Divers", "0", "0,29")
                          LINE ("1", "445713", "TVA 5,50 %", "T1", "0", "0,50")
                              LINE ("1", "445712", "TVA 10 %", "T1", "0", "1,00"),
      "incl 20.79\nexcl 19.29\n10\302\240% (445712) 1.00\n  on 10.00\n5.5\302\240% (445713) 0.50\n"
      "  on 9.00\nCaisse (53) 20.79\ndiscounts 1.00\nrefunds 0.00\norders -1\nbalanced\n" },
    /* Two accounts of one rate are one line; an account that tells nothing stands by its name. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "12,00", "0")
          LINE ("1", "707", "Ventes", "T1", "0", "10,00")
              LINE ("1", "4457111", "TVA 20%", "T1", "0", "2,00")
                  LINE ("2", "53", "Caisse", "T2", "12,00", "0")
                      LINE ("2", "707", "Ventes", "T2", "0", "10,00")
                          LINE ("2", "4457112", "TVA 20%", "T2", "0", "2,00")
                              LINE ("3", "53", "Caisse", "T3", "11,00", "0")
                                  LINE ("3", "707", "Ventes", "T3", "0", "10,00")
                                      LINE ("3", "445710", "TVA collectée", "T3", "0", "1,00"),
      "incl 35.00\nexcl 30.00\n20\302\240% (4457111) 4.00\n  on 20.00\nTVA collectée (445710) "
      "1.00\n"
      "  on ?\nCaisse (53) 35.00\ndiscounts 0.00\nrefunds 0.00\norders -1\nbalanced\n" },
    /* Methods on one account: where labels name them, and where they name clients. */
    { HEADER LINE ("1", "5112", "Carte", "Ticket 1 – Carte", "5,00", "0")
          LINE ("1", "5112", "Carte", "Ticket 1 – Carte sans contact", "7,00", "0")
              LINE ("1", "512", "Virement", "Ticket 1 – Dupont", "3,00", "0")
                  LINE ("1", "512", "Virement", "Ticket 1 – Durand", "3,00", "0")
                      LINE ("1", "530", "", "", "1,00", "0")
                          LINE ("1", "411A", "Client A", "Client A", "2,00", "0")
                              LINE ("1", "411B", "Client B", "Client B", "2,00", "0")
                                  LINE ("1", "707", "Ventes", "T", "0", "23,00"),
      "incl 23.00\nexcl 23.00\nCarte sans contact (5112) 7.00\nVirement (512) 6.00\n"
      "Carte (5112) 5.00\n530 (530) 1.00\nClients on account (411A) 4.00\ndiscounts 0.00\n"
      "refunds 0.00\norders -1\nbalanced\n! Line 6: “CompteLib” is empty.\n"
      "! Line 6: “EcritureLib” is empty.\n" },
    /* Every sale goes through the client's account and leaves it again. */
    { HEADER LINE ("1", "411", "Clients", "T1", "12,00", "0") LINE (
          "1", "707", "Ventes", "T1", "0", "10,00") LINE ("1", "445720", "TVA", "T1", "0", "2,00")
          LINE ("2", "53", "Caisse", "R1", "12,00", "0")
              LINE ("2", "411", "Clients", "R1", "0", "12,00"),
      "incl 12.00\nexcl 10.00\n20\302\240% (445720) 2.00\n  on 10.00\nCaisse (53) 12.00\n"
      "discounts 0.00\nrefunds 0.00\norders -1\nbalanced\n" },
    /* It doesn't add up, and says where to look. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "10,00", "0")
          LINE ("1", "4191", "Acomptes", "T1", "2,00", "0")
              LINE ("1", "707", "Ventes", "T1", "0", "10,00")
                  LINE ("1", "445720", "TVA", "T1", "0", "2,00"),
      "incl 12.00\nexcl 10.00\n20\302\240% (445720) 2.00\n  on 10.00\nCaisse (53) 10.00\n"
      "discounts 0.00\nrefunds 0.00\norders -1\nnot balanced\n"
      "! Payments come to 10.00, sales and VAT to 12.00: 2.00 apart.\n"
      "! -2.00 stand on account 4191, which is neither sales, VAT nor a payment.\n" },
    /* Thousandths count, and sums that don't fit are said not to. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "10,005", "0")
          LINE ("1", "707", "Ventes", "T1", "0", "10,005"),
      "incl 10.005\nexcl 10.005\nCaisse (53) 10.005\ndiscounts 0.00\nrefunds 0.00\norders -1\n"
      "balanced\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirFec) fec = summary_test_read_fec (cases[i].text);
      g_autoptr (ComptoirSalesSummary) summary = comptoir_sales_summary_from_fec (fec);

      g_test_message ("case %u", i);
      summary_test_assert (summary, cases[i].summary);
    }
}

static void
test_overflow (void)
{
  g_autoptr (ComptoirFec) fec = summary_test_read_fec (
      HEADER LINE ("1", "53", "Caisse", "T", "9000000000000000000", "0")
          LINE ("1", "53", "Caisse", "T", "9000000000000000000", "0")
              LINE ("1", "707", "Ventes", "T", "-9223372036854775808", "5"));
  g_autoptr (ComptoirSalesSummary) summary = comptoir_sales_summary_from_fec (fec);
  gboolean said = FALSE;

  g_assert_false (summary->balanced);
  for (guint i = 0; i < summary->problems->len; i++)
    said |= strcmp (g_ptr_array_index (summary->problems, i),
                    "The amounts are too large to be added up.")
            == 0;
  g_assert_true (said);
}

static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (ComptoirFec) fec = NULL;
  g_autoptr (ComptoirSalesSummary) summary = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, LINE ("1", "53", "", "T", "0", "0"));
  fec = summary_test_read_fec (text->str);
  summary = comptoir_sales_summary_from_fec (fec);
  g_assert_cmpuint (summary->problems->len, ==, 101);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sales-summary-fec/fec", test_fec);
  g_test_add_func ("/model/sales-summary-fec/overflow", test_overflow);
  g_test_add_func ("/model/sales-summary-fec/many-problems", test_many_problems);
  return g_test_run ();
}
