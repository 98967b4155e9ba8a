/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-file-kind.h"

#include <string.h>

static const struct
{
  const char *data;
  gsize length;
  ComptoirFileKind kind;
} files[] = {
#define FILE_OF(data, kind)                     \
  {                                             \
    data, sizeof data - 1, COMPTOIR_FILE_##kind \
  }
  FILE_OF ("", EMPTY),
  FILE_OF ("\xEF\xBB\xBF\r\n", EMPTY),
  FILE_OF ("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", PDF),
  FILE_OF ("\n%PDF-1.4\n", PDF),
  FILE_OF ("PK\003\004\024\0\006\0\b\0\0\0!\0[Content_Types].xml", XLSX),
  FILE_OF ("PK\003\004\024\0\0\0\0\0xl/workbook.xml", XLSX),
  FILE_OF ("PK\003\004\024\0\0\0\0\0mimetypeapplication/vnd.oasis", BINARY),
  FILE_OF ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", XLS),
  FILE_OF ("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook "
           "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
           SPREADSHEETML),
  FILE_OF ("<!DOCTYPE html>\n<html>", HTML),
  FILE_OF ("  <HTML><body>", HTML),
  FILE_OF ("\xEF\xBB\xBF<table border=1>", HTML),
  FILE_OF ("<!-- rapport -->\n<div class=x>", HTML),
  FILE_OF ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>", HTML),
  FILE_OF ("<br />\n<b>Fatal error</b>", HTML),
  FILE_OF ("[{\"id\":1}]", JSON),
  FILE_OF (" {\"result\":\"ERROR\"}", JSON),
  FILE_OF ("[]", JSON),
  FILE_OF ("[note] this is text", TEXT),
  FILE_OF ("{main} this too", TEXT),
  FILE_OF ("JournalCode\tJournalLib\tEcritureNum", FEC),
  FILE_OF ("\xEF\xBB\xBFJournalCode|JournalLib", FEC),
  FILE_OF ("\"JOURNALCODE\" ;\"JournalLib\"", FEC),
  FILE_OF ("JournalCodeX\tJournalLib", TEXT),
  FILE_OF ("<?xml version=\"1.0\" encoding=\"Windows-1252\"?>\n<!-- x -->\n<AuditFile "
           "xmlns=\"urn:OECD:StandardAuditFile-Tax:PT_1.04_01\">",
           SAFT),
  FILE_OF ("<n1:auditfile xmlns:n1=\"urn:StandardAuditFile-Taxation-CashRegister:NO\">", SAFT),
  FILE_OF ("<?xml version=\"1.0\"?><orders>", XML),
  FILE_OF ("<orders/>", XML),
  FILE_OF ("< 5 euros", TEXT),
  FILE_OF ("id;title\r\n1;Caf\xE9", TEXT),
  FILE_OF ("70;12/12/2020;202012054", TEXT),
  FILE_OF ("GIF89a\1\0\1\0", BINARY),
  FILE_OF ("\x7F"
           "ELF\2\1\1\0",
           BINARY),
};

static void
test_sniff (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      /* Blocks of their own, so that a sanitizer sees what looks beyond them. */
      g_autofree char *copy = g_memdup2 (files[i].data, files[i].length);

      g_test_message ("case %u", i);
      g_assert_cmpint (comptoir_file_kind_sniff (copy, files[i].length), ==, files[i].kind);
      for (gsize length = 0; length < files[i].length; length++)
        {
          g_autofree char *cut = g_memdup2 (files[i].data, length);

          comptoir_file_kind_sniff (cut, length);
        }
    }
}

static void
test_names (void)
{
  for (ComptoirFileKind kind = COMPTOIR_FILE_EMPTY; kind <= COMPTOIR_FILE_BINARY; kind++)
    {
      g_assert_cmpuint (strlen (comptoir_file_kind_get_extension (kind)), >=, 3);
      g_assert_nonnull (strchr (comptoir_file_kind_get_mime_type (kind), '/'));
      g_assert_cmpuint (strlen (comptoir_file_kind_get_title (kind)), >, 0);
    }
  g_assert_cmpstr (comptoir_file_kind_get_extension (COMPTOIR_FILE_XLSX), ==, "xlsx");
  g_assert_cmpstr (comptoir_file_kind_get_extension (COMPTOIR_FILE_FEC), ==, "txt");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-kind/sniff", test_sniff);
  g_test_add_func ("/file-kind/names", test_names);
  return g_test_run ();
}
