/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec-ledger.h"

#include <string.h>

#define HEADER                                                                                     \
  "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t"         \
  "CompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\t" \
  "Montantdevise\tIdevise\n"
#define LINE(number, account, label, debit, credit)                                            \
  "VT\tVentes\t" number "\t20261123\t" account "\t" label "\t\t\tT1\t20261123\tTicket\t" debit \
  "\t" credit "\t\t\t20261123\t\t\n"

static ComptoirFecLedger *
read_ledger (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ComptoirFec *fec = comptoir_fec_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return comptoir_fec_ledger_new (fec);
}

static void
assert_amount (ComptoirDecimal amount, const char *expected)
{
  ComptoirDecimal wanted;

  g_assert_true (comptoir_decimal_parse (expected, -1, &wanted));
  g_assert_cmpint (comptoir_decimal_compare (amount, wanted), ==, 0);
}

/* Lines of an entry need not stand together. */
static void
test_entries (void)
{
  g_autoptr (ComptoirFecLedger) ledger = read_ledger (
      HEADER LINE ("1", "530", "Caisse", "12,00", "0,00")
          LINE ("2", "530", "Caisse", "5,00", "0,00") LINE ("1", "70110", "Pains", "0,00", "10,00")
              LINE ("2", "70110", "Pains", "0,00", "4,00")
                  LINE ("1", "44571", "TVA 20 %", "0,00", "2,00"));
  const ComptoirLedgerEntry *first = comptoir_fec_ledger_get_entry (ledger, 0);
  const ComptoirLedgerEntry *second = comptoir_fec_ledger_get_entry (ledger, 1);

  g_assert_cmpuint (comptoir_fec_ledger_get_n_entries (ledger), ==, 2);
  g_assert_cmpstr (first->number, ==, "1");
  g_assert_cmpuint (first->n_lines, ==, 3);
  g_assert_true (first->balanced);
  assert_amount (first->debit, "12");
  assert_amount (first->credit, "12");
  g_assert_cmpuint (comptoir_fec_ledger_get_line (ledger, first->first + 2)->number, ==, 6);
  g_assert_cmpuint (second->n_lines, ==, 2);
  g_assert_false (second->balanced);
  g_assert_cmpuint (comptoir_fec_ledger_get_line (ledger, second->first)->number, ==, 3);
  g_assert_cmpuint (comptoir_fec_ledger_get_problems (ledger)->len, >, 0);
}

static void
test_accounts (void)
{
  g_autoptr (ComptoirFecLedger) ledger = read_ledger (
      HEADER LINE ("1", "70110", "Pains", "0,00", "10,00")
          LINE ("1", "530", "Caisse", "10,00", "0,00") LINE ("2", "70110", "Pains", "1,50", "0,00")
              LINE ("2", "530", "Caisse", "0,00", "1,50"));
  const ComptoirLedgerAccount *till, *bread;
  ComptoirDecimal debit, credit;

  g_assert_cmpuint (comptoir_fec_ledger_get_n_accounts (ledger), ==, 2);
  till = comptoir_fec_ledger_get_account (ledger, 0);
  bread = comptoir_fec_ledger_get_account (ledger, 1);
  g_assert_cmpstr (till->code, ==, "530");
  g_assert_cmpstr (till->label, ==, "Caisse");
  assert_amount (till->debit, "10");
  assert_amount (till->credit, "1.5");
  g_assert_cmpuint (bread->n_lines, ==, 2);
  comptoir_fec_ledger_get_totals (ledger, &debit, &credit);
  assert_amount (debit, "11.5");
  assert_amount (credit, "11.5");
}

static void
test_nothing (void)
{
  g_autoptr (ComptoirFecLedger) ledger = read_ledger (HEADER);

  g_assert_cmpuint (comptoir_fec_ledger_get_n_entries (ledger), ==, 0);
  g_assert_cmpuint (comptoir_fec_ledger_get_n_accounts (ledger), ==, 0);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_read (gconstpointer text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirFecLedger) ledger = NULL;

  comptoir_fec_ledger_read_async (bytes, NULL, on_read, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  ledger = comptoir_fec_ledger_read_finish (result, &error);
  g_assert_true ((ledger != NULL) == g_str_has_prefix (text, "Journal"));
  g_assert_true ((error != NULL) == (ledger == NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fec-ledger/entries", test_entries);
  g_test_add_func ("/fec-ledger/accounts", test_accounts);
  g_test_add_func ("/fec-ledger/nothing", test_nothing);
  g_test_add_data_func ("/fec-ledger/read", HEADER LINE ("1", "530", "Caisse", "12,00", "0,00"),
                        test_read);
  g_test_add_data_func ("/fec-ledger/read-other", "<html><body>Maintenance</body></html>",
                        test_read);
  return g_test_run ();
}
