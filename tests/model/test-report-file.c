/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-file.h"

#include <string.h>

#define PAGE   "<!DOCTYPE html>\n<html><body><h1>503</h1></body></html>\n"
#define REPORT "<!DOCTYPE html>\n<html><body><TABLE><tr><td>1</td></tr></TABLE></body></HTML>\n"
#define FEC    "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\n"
#define XLSX   "PK\003\004\024[Content_Types].xml"
#define SHEET \
  "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
#define SAFT \
  "<?xml version=\"1.0\"?><AuditFile xmlns=\"urn:OECD:StandardAuditFile-Tax:PT_1.04_01\">"
#define WARNING "<br />\n<b>Warning</b>:  Undefined index in <b>/srv/x.php</b>\n"

typedef enum
{
  WHOLE,
  DOUBTFUL,
  OTHER,
} Verdict;

static const struct
{
  KashReport report;
  const char *text;
  Verdict verdict;
  const char *extension;
} cases[] = {
  { KASH_REPORT_STD, REPORT, WHOLE, "html" },
  { KASH_REPORT_STD, "<table><tr><td>1</td></tr></table>", WHOLE, "html" },
  { KASH_REPORT_STD, PAGE, DOUBTFUL, "html" },
  { KASH_REPORT_STD, "<html><body><table><tr><td>1</td>", DOUBTFUL, "html" },
  { KASH_REPORT_STD, "Erreur", OTHER, "csv" },
  { KASH_REPORT_STD, "{\"result\":1}", OTHER, "json" },
  { KASH_REPORT_STD, "", OTHER, "txt" },
  { KASH_REPORT_PDF, "%PDF-1.7\n1 0 obj\n%%EOF\n", WHOLE, "pdf" },
  { KASH_REPORT_PDF, "%PDF-1.7\n1 0 obj\n", OTHER, "pdf" },
  { KASH_REPORT_PDF, PAGE, OTHER, "html" },
  { KASH_REPORT_PDF, "", OTHER, "txt" },
  { KASH_REPORT_XLS, XLSX "PK\005\006....", WHOLE, "xlsx" },
  { KASH_REPORT_XLS, XLSX, OTHER, "xlsx" },
  { KASH_REPORT_XLS, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", WHOLE, "xls" },
  { KASH_REPORT_XLS, SHEET "</Workbook>\n", WHOLE, "xml" },
  { KASH_REPORT_XLS, SHEET "<Row>", OTHER, "xml" },
  { KASH_REPORT_XLS, REPORT, WHOLE, "html" },
  { KASH_REPORT_XLS, PAGE, OTHER, "html" },
  { KASH_REPORT_XLS, "a;b\n1;2\n", WHOLE, "csv" },
  { KASH_REPORT_CSV, "a;b\n1;2\n", WHOLE, "csv" },
  { KASH_REPORT_CSV, "", DOUBTFUL, "csv" },
  { KASH_REPORT_CSV, "Aucune vente", DOUBTFUL, "csv" },
  { KASH_REPORT_CSV, PAGE, OTHER, "html" },
  { KASH_REPORT_CSV, WARNING "a;b\n1;2\n", OTHER, "html" },
  { KASH_REPORT_CSV, "%PDF-1.7\n%%EOF\n", OTHER, "pdf" },
  { KASH_REPORT_FEC, FEC, WHOLE, "txt" },
  { KASH_REPORT_FEC, FEC "VT\tVentes\t1\t20261123\t707\n", WHOLE, "txt" },
  { KASH_REPORT_FEC, FEC "VT\tVentes\t1\t20261123\t707", WHOLE, "txt" },
  { KASH_REPORT_FEC, FEC "VT\tVentes\t1\t2026", DOUBTFUL, "txt" },
  { KASH_REPORT_FEC, "EcritureNum\tJournalCode\tJournalLib\tEcritureDate\tCompteNum\n", WHOLE,
    "txt" },
  { KASH_REPORT_FEC, "Licence requise", OTHER, "txt" },
  { KASH_REPORT_FEC, "a;b\n1;2\n", OTHER, "txt" },
  { KASH_REPORT_FEC, PAGE, OTHER, "html" },
  { KASH_REPORT_SAFT, SAFT "</AuditFile>\n", WHOLE, "xml" },
  { KASH_REPORT_SAFT, SAFT "<Header><Company>", OTHER, "xml" },
  { KASH_REPORT_SAFT, "<?xml version=\"1.0\"?><Fichier></Fichier>", WHOLE, "xml" },
  { KASH_REPORT_SAFT, PAGE, OTHER, "html" },
};

static void
test_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      gboolean whole = FALSE;
      gboolean is_report = comptoir_report_file_check (cases[i].report, bytes, &whole, &error);

      g_test_message ("%s: %s", kash_report_get_name (cases[i].report), cases[i].text);
      if (cases[i].verdict == OTHER)
        g_assert_error (error, KASH_ERROR, KASH_ERROR_UNREADABLE);
      else
        g_assert_no_error (error);
      g_assert_cmpint (is_report, ==, cases[i].verdict != OTHER);
      g_assert_cmpint (whole, ==, cases[i].verdict == WHOLE);
      g_assert_cmpstr (comptoir_report_file_get_extension (cases[i].report, bytes), ==,
                       cases[i].extension);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-file/check", test_check);

  return g_test_run ();
}
