/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Audit files of the size they have: read from a mapped file, they cost no memory to speak of. */

#include "comptoir-saft.h"
#include "comptoir-table-reader.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#define MB (1024 * 1024)

/* Memory of the program's own while it reads, whatever the file's size. */
#define MAX_MEMORY (48 * MB)

#define OPENING                                                                           \
  "<?xml version=\"1.0\" encoding=\"Windows-1252\"?>\n"                                   \
  "<AuditFile xmlns=\"urn:OECD:StandardAuditFile-Tax:PT_1.04_01\">\n"                     \
  "<Header><CompanyName>Padaria Jo\343o</CompanyName><StartDate>2025-03-15</StartDate>"   \
  "<EndDate>2025-03-15</EndDate></Header>\n<SourceDocuments><SalesInvoices>\n"            \
  "<NumberOfEntries>1000000</NumberOfEntries><TotalDebit>0.00</TotalDebit><TotalCredit>1" \
  "0000000.00</TotalCredit>\n"
#define INVOICE                                                                             \
  "<Invoice><InvoiceNo>FT 2025/%u</InvoiceNo><InvoiceDate>2025-03-15</InvoiceDate><Line>"   \
  "<LineNumber>1</LineNumber><ProductDescription>P\343o &amp; caf\351</ProductDescription>" \
  "<CreditAmount>10.00</CreditAmount></Line></Invoice>\n"
#define CLOSING "</SalesInvoices></SourceDocuments></AuditFile>\n"

/* Elements of all but the invoices, and of each of them. */
#define N_AROUND  10
#define N_INVOICE 7

typedef struct
{
  char *folder;
  char *path;
  guint n_invoices;
  guint n_lines;
} Fixture;

/* 300 MB where COMPTOIR_LONG_TESTS is in the environment, else 60. */
static gsize
get_size (void)
{
  return (g_getenv ("COMPTOIR_LONG_TESTS") != NULL ? 300 : 60) * (gsize) MB;
}

/* @ending: in the place of a proper one */
static void
write_file (Fixture *fixture, const char *ending)
{
  FILE *file = fopen (fixture->path, "we");
  gsize size = get_size ();

  g_assert_nonnull (file);
  fputs (OPENING, file);
  for (fixture->n_invoices = 0; (gsize) ftell (file) < size; fixture->n_invoices++)
    fprintf (file, INVOICE, fixture->n_invoices + 1);
  fputs (ending, file);
  g_assert_cmpint (fclose (file), ==, 0);
  fixture->n_lines = 5 + fixture->n_invoices;
}

static void
set_up (Fixture *fixture, gconstpointer ending)
{
  fixture->folder = g_dir_make_tmp ("comptoir-saft-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "saft.xml", NULL);
  write_file (fixture, ending);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_no_errno (g_remove (fixture->path));
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* From here on the program can't have more memory; a mapped file isn't counted. The sanitizers'
 * own memory would be. */
static void
limit_memory (void)
{
#if !defined __SANITIZE_ADDRESS__
  const struct rlimit limit = { MAX_MEMORY, MAX_MEMORY };

  g_assert_no_errno (setrlimit (RLIMIT_DATA, &limit));
#endif
}

static GBytes *
map_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (fixture->path, FALSE, &error);

  g_assert_no_error (error);
  return g_mapped_file_get_bytes (file);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = map_file (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirSaft) saft = comptoir_saft_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (saft->variant, ==, COMPTOIR_SAFT_PORTUGAL);
  g_assert_cmpstr (saft->end_date, ==, "2025-03-15");
  g_assert_cmpuint (saft->header->len, ==, 3);
  g_assert_cmpuint (saft->totals->len, ==, 3);
  g_assert_cmpuint (saft->n_elements, ==, N_AROUND + (guint64) N_INVOICE * fixture->n_invoices);
}

/* Level by level: as many children as are asked for, and the number of all of them. */
static void
test_tree (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = map_file (fixture);
  guint64 offset = 0;
  static const guint path[] = { 0, 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (path); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) nodes = comptoir_xml_read_children (bytes, offset, 5000, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (nodes->len, >, path[i]);
      offset = ((ComptoirXmlNode *) g_ptr_array_index (nodes, path[i]))->offset;
    }
  {
    g_autoptr (GPtrArray) invoices = comptoir_xml_read_children (bytes, offset, 5000, NULL, NULL);
    ComptoirXmlNode *last = g_ptr_array_index (invoices, 4999);

    g_assert_cmpuint (invoices->len, ==, 5000);
    g_assert_cmpstr (last->name, ==, "Invoice");
    g_assert_cmpuint (last->n_children, ==, 3);
  }
}

/* Broken at its very end: what is wrong, and in which line. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = map_file (fixture);
  g_autofree char *line = g_strdup_printf ("line %u", fixture->n_lines + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (comptoir_saft_read (bytes, NULL, &error));
  g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_MALFORMED);
  g_assert_nonnull (strstr (error->message, line));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  limit_memory ();
  g_test_add ("/formats/saft-large/whole", Fixture, CLOSING, set_up, test_whole, tear_down);
  g_test_add ("/formats/saft-large/tree", Fixture, CLOSING, set_up, test_tree, tear_down);
  g_test_add ("/formats/saft-large/broken", Fixture, "<Line></Invoice>" CLOSING, set_up,
              test_broken, tear_down);
  return g_test_run ();
}
