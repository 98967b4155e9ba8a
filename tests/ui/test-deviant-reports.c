/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports that aren't as they should be, each in its view: what it is shows, and it can be saved as
 * it came. */

#include "sales-test.h"

#include <string.h>

#include "comptoir-fec-view.h"
#include "comptoir-workbook-view.h"

#define FEC_HEADER                                                                             \
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|" \
  "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|"   \
  "Idevise\n"
#define SENS_HEADER                                                                            \
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|" \
  "PieceRef|PieceDate|EcritureLib|Montant|Sens|EcritureLet|DateLet|ValidDate|Montantdevise|"   \
  "Idevise\n"
#define LINE(number, account, debit, credit)                                                \
  "VT|Ventes|" number "|20250315|" account "|Compte|||P|20250315|Journée|" debit "|" credit \
  "|||20250315||\n"
#define ENTRY LINE ("1", "530", "12,00", "0,00") LINE ("1", "707", "0,00", "12,00")
#define SAFT \
  "<?xml version=\"1.0\"?><AuditFile xmlns=\"urn:OECD:StandardAuditFile-Tax:PT_1.04_01\">"

/* The day before yesterday: the one that the page shows first has its own reports. */
static void
open_with (SalesTest *test, KashReport report, GBytes *bytes, const char *view)
{
  GDate day;

  test->base.keeps = TRUE;
  sales_test_start (test);
  day = test->page->day;
  g_date_subtract_days (&day, 1);
  sales_test_put_report (test, report, &day, bytes);
  sales_test_activate (test, "previous-day");
  sales_test_show_view (test, view);
}

/* What can be saved is byte for byte what came. */
static void
assert_savable (SalesTest *test, GBytes *bytes)
{
  ComptoirReportView *view = comptoir_sales_page_get_report (test->page);

  g_assert_true (g_bytes_equal (comptoir_report_view_get_bytes (view), bytes));
  g_assert_true (
      g_action_group_get_action_enabled (G_ACTION_GROUP (test->page->actions), "save-as"));
}

static GBytes *
to_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GtkWidget *
get_content (SalesTest *test)
{
  return GTK_WIDGET (
      comptoir_report_view_get_content (comptoir_sales_page_get_report (test->page)));
}

/* (transfer full): the sentences of the rule check, a line each */
static char *
dup_problems (GtkWidget *view)
{
  GtkListView *list = NULL;
  GListModel *model;
  GString *text = g_string_new (NULL);

  for (guint i = 0; list == NULL; i++)
    {
      GtkWidget *found = ui_test_find (view, GTK_TYPE_LIST_VIEW, i);

      g_assert_nonnull (found);
      if (GTK_IS_NO_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (found))))
        list = GTK_LIST_VIEW (found);
    }
  model = G_LIST_MODEL (gtk_list_view_get_model (list));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s\n", gtk_string_object_get_string (item));
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *text;
  guint n_entries;
  const char *problems[3]; /* parts of sentences */
} fecs[] = {
  { FEC_HEADER ENTRY, 1, { NULL } },
  /* Signed amounts, quotation marks' absence, a mark of byte order, a separator at the line's end.
   */
  { SENS_HEADER LINE ("1", "530", "12,00", "D") LINE ("1", "707", "12,00", "C"), 1, { NULL } },
  { "\xEF\xBB\xBF" FEC_HEADER ENTRY, 1, { NULL } },
  { FEC_HEADER LINE ("1", "530", "12,00", "0,00|") LINE ("1", "707", "0,00", "12,00"),
    1,
    { "Line 2: " } },
  /* Out of balance, as an entry and as a file. */
  { FEC_HEADER LINE ("1", "530", "12,00", "0,00") LINE ("1", "707", "0,00", "11,00"),
    1,
    { "Line 2: The debits of entry “1” come to 12.00, its credits to 11.00: 1.00 apart.",
      "The debits of the file come to 12.00" } },
  { FEC_HEADER LINE ("1", "530", "12,00", "12,00"), 1, { "Line 2: Both a debit and a credit" } },
  { FEC_HEADER ENTRY LINE ("3", "530", "1,00", "0,00") LINE ("3", "707", "0,00", "1,00"),
    2,
    { "Line 4: 1 entry number is missing between “1” and “3”." } },
  { FEC_HEADER ENTRY "VT|Ventes|2\n", 2, { "Line 4: " } },
  { FEC_HEADER LINE ("1", "", "12,00", "0,00") LINE ("1", "707", "0,00", "12,00"),
    1,
    { "Line 2: “CompteNum” is empty." } },
  { FEC_HEADER, 0, { NULL } },
  /* A separator at the end of every line, padded fields, tabs with the line ends of old, a byte of
   * another code page, columns of one's own: nothing to remark, or whatever; the entry shows. */
  { "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|"
    "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|"
    "Idevise|\n"
    "VT|Ventes|1|20250315|530|Caisse|||P|20250315|J|12,00|0,00|||20250315|||\n"
    "VT|Ventes|1|20250315|707|Ventes|||P|20250315|J|0,00|12,00|||20250315|||\n",
    1,
    { "" } },
  { FEC_HEADER LINE (" 1 ", " 530  ", "  12,00", "0,00 ") LINE ("1", "707 ", "0,00", "12,00"),
    1,
    { "" } },
  { "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t"
    "CompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\t"
    "ValidDate\tMontantdevise\tIdevise\tA\tB\tC\tD\r"
    "VT\tVentes\t1\t20250315\t530\tEsp\350ces \244\t\t\tP\t20250315\tJ\t12,00\t0,00\t\t\t"
    "20250315\t\t\t\t\t\t\r"
    "VT\tVentes\t1\t20250315\t707\tVentes\t\t\tP\t20250315\tJ\t0,00\t12,00\t\t\t20250315"
    "\t\t\t\t\t\t\r",
    1,
    { "" } },
};

/* Each deviation is told with its line, and the entries show all the same. */
static void
test_fec (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fecs); i++)
    {
      SalesTest test = { 0 };
      g_autoptr (GBytes) bytes = to_bytes (fecs[i].text);
      g_autofree char *problems = NULL;
      ComptoirFecLedger *ledger;

      g_test_message ("case %u", i);
      open_with (&test, KASH_REPORT_FEC, bytes, "accounting");
      g_assert_cmpstr (sales_test_get_state (&test), ==, "content");
      ledger = comptoir_fec_view_get_ledger (COMPTOIR_FEC_VIEW (get_content (&test)));
      g_assert_cmpuint (comptoir_fec_ledger_get_n_entries (ledger), ==, fecs[i].n_entries);
      problems = dup_problems (get_content (&test));
      g_test_message ("%s", problems);
      if (fecs[i].problems[0] == NULL)
        g_assert_cmpstr (problems, ==, "");
      for (guint j = 0; fecs[i].problems[j] != NULL; j++)
        g_assert_nonnull (strstr (problems, fecs[i].problems[j]));
      assert_savable (&test, bytes);
      sales_test_stop (&test);
    }
}

/* Every kind that the service may send for Excel: a table where it can be read, else in words. */
static void
test_excel (void)
{
  static const struct
  {
    const char *data;
    gssize length; /* -1 of text */
    gboolean table;
    const char *words;
  } cases[] = {
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0", 12, FALSE,
      "Excel workbook of the old kind (xls)" },
    { "<html><table><tr><td>1</td></tr></table></html>", -1, FALSE, "Web page" },
    { "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
      "</Workbook>",
      -1, FALSE, "Excel spreadsheet in XML of 2003" },
    { "Article;TTC\nPain;1,20\nTarte;3,00\n", -1, TRUE, "Text, 33" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SalesTest test = { 0 };
      g_autoptr (GBytes) bytes = g_bytes_new (
          cases[i].data, cases[i].length < 0 ? strlen (cases[i].data) : (gsize) cases[i].length);
      ComptoirSheetView *sheet;
      gboolean said = FALSE;

      g_test_message ("case %u", i);
      open_with (&test, KASH_REPORT_XLS, bytes, "excel");
      g_assert_cmpstr (sales_test_get_state (&test), ==, "content");
      sheet = comptoir_sales_page_get_sheet (test.page);
      g_assert_cmpint (sheet != NULL, ==, cases[i].table);
      if (sheet != NULL)
        g_assert_cmpuint (comptoir_table_get_n_rows (comptoir_sheet_view_get_table (sheet)), ==, 2);
      for (guint j = 0; !said; j++)
        {
          GtkWidget *label = ui_test_find (get_content (&test), GTK_TYPE_LABEL, j);

          g_assert_nonnull (label);
          said = strstr (gtk_label_get_label (GTK_LABEL (label)), cases[i].words) != NULL;
        }
      assert_savable (&test, bytes);
      sales_test_stop (&test);
    }
}

/* What can be read of an audit file, and what and where of one that can't. */
static void
test_saft (void)
{
  static const struct
  {
    const char *text;
    const char *state;
    const char *words;
  } cases[] = {
    { SAFT "<Header><CompanyName>Padaria</CompanyName></Header></AuditFile>", "content",
      "Padaria" },
    { "<other><a>1</a></other>", "content", "" },
    { SAFT "<Header>\n<CompanyName>Pada</Header>\n</AuditFile>", "reply", "line 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SalesTest test = { 0 };
      g_autoptr (GBytes) bytes = to_bytes (cases[i].text);
      gboolean said = FALSE;

      g_test_message ("case %u", i);
      open_with (&test, KASH_REPORT_SAFT, bytes, "audit");
      g_assert_cmpstr (sales_test_get_state (&test), ==, cases[i].state);
      for (guint j = 0; !said; j++)
        {
          GtkWidget *label = ui_test_find (GTK_WIDGET (comptoir_sales_page_get_report (test.page)),
                                           GTK_TYPE_LABEL, j);

          g_assert_nonnull (label);
          said = strstr (gtk_label_get_label (GTK_LABEL (label)), cases[i].words) != NULL;
        }
      assert_savable (&test, bytes);
      sales_test_stop (&test);
    }
}

/* A day whose table is empty or has rows of any length. */
static void
test_csv (void)
{
  static const struct
  {
    const char *text;
    const char *state;
    guint n_rows;
  } cases[] = {
    { "Commande;TTC\n1;2,00;x;y\n2\n\"3\n4\";5,00\n", "content", 3 },
    { "Commande\tTTC\r1\t2.00\r", "content", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SalesTest test = { 0 };
      g_autoptr (GBytes) bytes = to_bytes (cases[i].text);
      ComptoirSheetView *sheet;

      g_test_message ("case %u", i);
      open_with (&test, KASH_REPORT_CSV, bytes, "table");
      g_assert_cmpstr (sales_test_get_state (&test), ==, cases[i].state);
      sheet = comptoir_sales_page_get_sheet (test.page);
      g_assert_cmpuint (comptoir_table_get_n_rows (comptoir_sheet_view_get_table (sheet)), ==,
                        cases[i].n_rows);
      assert_savable (&test, bytes);
      sales_test_stop (&test);
    }
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/deviant-reports/fec", test_fec);
  g_test_add_func ("/ui/deviant-reports/excel", test_excel);
  g_test_add_func ("/ui/deviant-reports/saft", test_saft);
  g_test_add_func ("/ui/deviant-reports/csv", test_csv);
  return g_test_run ();
}
