/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-books.h"
#include "demo-report-readers.h"
#include "demo-report.h"

#include <string.h>

enum
{
  NUMBER = 2,
  DATE = 3,
  ACCOUNT = 4,
  ACCOUNT_TITLE = 5,
  CLIENT = 6,
  CLIENT_NAME = 7,
  DOCUMENT = 8,
  PURPOSE = 10,
  DEBIT = 11,
  CREDIT = 12,
  N_COLUMNS = 18,
};

static const guint required[] = { 0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15 };

static GPtrArray *
write_books (void)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_day_new (catalogue);
  g_autoptr (GBytes) bytes = demo_report_fec (catalogue, day);

  return demo_readers_split (bytes, '\t', FALSE);
}

/* What is posted on one account in one écriture, credit less debit. */
static gint64
sum_credit (GPtrArray *rows, const char *number, const char *account)
{
  gint64 sum = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);

      if (g_str_has_prefix (row[NUMBER], number) && g_str_has_prefix (row[ACCOUNT], account))
        sum += demo_readers_cents (row[CREDIT]) - demo_readers_cents (row[DEBIT]);
    }

  return sum;
}

static void
check_row (GStrv row)
{
  gint64 debit = demo_readers_cents (row[DEBIT]);
  gint64 credit = demo_readers_cents (row[CREDIT]);

  g_assert_cmpuint (g_strv_length (row), ==, N_COLUMNS);
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    g_assert_cmpstr (row[required[i]], !=, "");
  g_assert_true ((debit > 0) != (credit > 0));
  g_assert_true (debit >= 0 && credit >= 0);
  g_assert_null (strchr (row[DEBIT], '.'));
  g_assert_cmpuint (strlen (row[DATE]), ==, 8);
}

/* Art. A47 A-1: the rules that formats.md lists. */
static void
check_rules (GPtrArray *rows)
{
  guint n_entries = 0;
  gint64 balance = 0;
  const char *number = NULL;

  for (guint i = 1; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);

      check_row (row);
      if (g_strcmp0 (row[NUMBER], number) != 0)
        {
          g_assert_cmpint (balance, ==, 0);
          if (number)
            g_assert_cmpint (g_ascii_strtoll (row[NUMBER], NULL, 10), ==,
                             g_ascii_strtoll (number, NULL, 10) + 1);
          number = row[NUMBER];
          n_entries++;
        }
      balance += demo_readers_cents (row[CREDIT]) - demo_readers_cents (row[DEBIT]);
    }
  g_assert_cmpint (balance, ==, 0);
  g_assert_cmpuint (n_entries, >, 0);
}

static void
test_rules (void)
{
  g_autoptr (GPtrArray) rows = write_books ();

  check_rules (rows);
}

static void
test_rules_of_a_year (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (3, 0, 0);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 2, G_DATE_JANUARY, 2025);
  for (guint i = 0; i < 26; i++)
    {
      g_autoptr (DemoDay) day = demo_day_new (catalogue, 3, &date, G_MAXINT64);
      g_autoptr (GBytes) bytes = demo_report_fec (catalogue, day);
      g_autoptr (GPtrArray) rows = demo_readers_split (bytes, '\t', FALSE);

      check_rules (rows);
      g_date_add_days (&date, 13);
    }
}

static void
test_accounts (void)
{
  const struct
  {
    const char *number;
    const char *account;
    gint64 credit;
  } cases[] = {
    { "202503150001", "511200", -1406 }, { "202503150001", "70110", 218 + 303 },
    { "202503150001", "70730", 832 },    { "202503150001", "7096", -135 },
    { "202503150001", "445713", 11 },    { "202503150001", "445712", 27 },
    { "202503150001", "445711", 150 },   { "202503150002", "530", 115 },
    { "202503150002", "70110", -109 },   { "202503150002", "4457", -6 },
    { "202503150003", "411", -285 },     { "202503150004", "7096", -180 },
    { "202503150004", "70110", 180 },    { "202503150004", "5", 0 },
    { "202503150005", "70790", 417 },    { "202503150005", "530", -900 },
    { "", "70", BOOKS_EXCLUDING },       { "", "709", -BOOKS_DISCOUNT_EXCLUDING },
    { "", "4457", BOOKS_VAT },
  };
  g_autoptr (GPtrArray) rows = write_books ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sum_credit (rows, cases[i].number, cases[i].account), ==, cases[i].credit);
  g_assert_cmpint (sum_credit (rows, "", "5") + sum_credit (rows, "", "411"), ==, -BOOKS_INCLUDING);
}

static void
test_client (void)
{
  g_autoptr (GPtrArray) rows = write_books ();
  guint n_clients = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);

      if (*row[CLIENT] == '\0')
        continue;
      n_clients++;
      g_assert_cmpstr (row[ACCOUNT], ==, "411");
      g_assert_cmpstr (row[CLIENT], ==, "C00001");
      g_assert_cmpstr (row[CLIENT_NAME], ==, BOOKS_CLIENT);
    }
  g_assert_cmpuint (n_clients, ==, 1);
}

/* There is no quoting: a tab in a name would shift the columns. */
static void
test_separators (void)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_day_new (catalogue);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_array_index (catalogue->clients, DemoClient, 0).last_name = (char *) "Le\tGoff\r\nfils";
  bytes = demo_report_fec (catalogue, day);
  rows = demo_readers_split (bytes, '\t', FALSE);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (rows, i)), ==, N_COLUMNS);
}

static void
test_empty_day (void)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = books_empty_day_new (catalogue);
  g_autoptr (GBytes) bytes = demo_report_fec (catalogue, day);
  g_autoptr (GPtrArray) rows = demo_readers_split (bytes, '\t', FALSE);
  g_autofree char *header = g_strjoinv (" ", g_ptr_array_index (rows, 0));

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (header, ==,
                   "JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum "
                   "CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet "
                   "ValidDate Montantdevise Idevise");
}

static void
test_file_name (void)
{
  g_autofree char *name = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 5, G_DATE_MARCH, 2025);
  name = demo_report_fec_file_name (&date);
  g_assert_cmpstr (name, ==, "732829320FEC20250305");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/report/fec/rules", test_rules);
  g_test_add_func ("/demo/report/fec/rules-of-a-year", test_rules_of_a_year);
  g_test_add_func ("/demo/report/fec/accounts", test_accounts);
  g_test_add_func ("/demo/report/fec/client", test_client);
  g_test_add_func ("/demo/report/fec/separators", test_separators);
  g_test_add_func ("/demo/report/fec/empty-day", test_empty_day);
  g_test_add_func ("/demo/report/fec/file-name", test_file_name);

  return g_test_run ();
}
