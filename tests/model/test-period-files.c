/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include "comptoir-period-files.h"
#include "comptoir-sales-day.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>

static void
set_up (char **folder, gconstpointer data)
{
  *folder = g_dir_make_tmp ("comptoir-period-XXXXXX", NULL);
  g_assert_nonnull (*folder);
}

static void
tear_down (char **folder, gconstpointer data)
{
  sales_test_remove_folder (*folder);
  g_free (*folder);
}

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_content (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    {
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      return;
    }
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, text);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_stem (char **folder, gconstpointer data)
{
  static const struct
  {
    const char *shop_id;
    KashReport report;
    const char *stem;
  } cases[] = {
    { "demo-shop", KASH_REPORT_STD, "demo-shop-2026-03-07-report" },
    { "demo-shop", KASH_REPORT_PDF, "demo-shop-2026-03-07-report" },
    { "12345", KASH_REPORT_XLS, "12345-2026-03-07-spreadsheet" },
    { "12345", KASH_REPORT_CSV, "12345-2026-03-07-sales" },
    { "../../etc/é", KASH_REPORT_FEC, "------etc----2026-03-07-fec" },
    { ".hidden", KASH_REPORT_SAFT, "-hidden-2026-03-07-saft" },
  };
  GDate day;

  comptoir_sales_day_from_iso ("2026-03-07", &day);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stem
          = comptoir_period_files_dup_stem (cases[i].shop_id, &day, cases[i].report);

      g_assert_cmpstr (stem, ==, cases[i].stem);
    }
}

static void
test_find (char **folder, gconstpointer data)
{
  g_autoptr (GDateTime) changed = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *sheet = NULL;

  nothing = comptoir_period_files_find (*folder, "s-2026-03-07-report", KASH_REPORT_PDF, &changed);
  g_assert_null (nothing);
  g_assert_null (changed);

  put (*folder, "s-2026-03-07-report.html", "");
  pdf = comptoir_period_files_find (*folder, "s-2026-03-07-report", KASH_REPORT_PDF, &changed);
  g_assert_null (pdf);

  put (*folder, "s-2026-03-07-spreadsheet.xls", "");
  sheet
      = comptoir_period_files_find (*folder, "s-2026-03-07-spreadsheet", KASH_REPORT_XLS, &changed);
  g_assert_cmpstr (sheet, ==, "s-2026-03-07-spreadsheet.xls");
  g_assert_nonnull (changed);
}

static void
test_write (char **folder, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  comptoir_period_files_write (*folder, "a.txt", bytes, FALSE, &error);
  g_assert_no_error (error);
  assert_content (*folder, "a.txt", "new");

  /* What is there already stays, unless it is to be replaced. */
  put (*folder, "a.txt", "mine");
  comptoir_period_files_write (*folder, "a.txt", bytes, FALSE, &error);
  g_assert_no_error (error);
  assert_content (*folder, "a.txt", "mine");
  comptoir_period_files_write (*folder, "a.txt", bytes, TRUE, &error);
  g_assert_no_error (error);
  assert_content (*folder, "a.txt", "new");
  g_assert_cmpuint (count_files (*folder), ==, 1);
}

static void
test_write_fails (char **folder, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (*folder, "missing", NULL);
  g_autofree char *taken = g_build_filename (*folder, "a.txt", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (comptoir_period_files_write (missing, "a.txt", bytes, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A folder is where the file should be. */
  g_assert_no_errno (g_mkdir (taken, 0700));
  g_assert_false (comptoir_period_files_write (*folder, "a.txt", bytes, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpuint (count_files (*folder), ==, 1);
}

static void
test_sweep (char **folder, gconstpointer data)
{
  static const char *const others[] = {
    "demo-2026-03-07-report.pdf",
    "demo-2026-03-07-report.pdf.AbC123",
    ".demo-2026-03-07-report.pdf",
    ".demo-2026-03-07-report.pdf.AbC123.bak",
    ".demo-notes.AbC123",
    ".other-2026-03-07-report.pdf.AbC123",
    ".bashrc",
  };
  static const char in_use[] = ".demo-2026-03-08-report.pdf.AbC123";
  g_autofree char *path = g_build_filename (*folder, in_use, NULL);
  int fd;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    put (*folder, others[i], "other");
  put (*folder, ".demo-2026-03-07-report.pdf.AbC123", "left over");
  put (*folder, ".demo-2026-03-07-fec.txt.xyzXYZ", "left over");
  put (*folder, in_use, "being written");
  fd = open (path, O_RDWR | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);

  comptoir_period_files_sweep (*folder, "demo");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_content (*folder, others[i], "other");
  assert_content (*folder, in_use, "being written");
  g_assert_cmpuint (count_files (*folder), ==, G_N_ELEMENTS (others) + 1);

  close (fd);
  comptoir_period_files_sweep (*folder, "demo");
  assert_content (*folder, in_use, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/period-files/" name, char *, NULL, set_up, test, tear_down)
  ADD ("stem", test_stem);
  ADD ("find", test_find);
  ADD ("write", test_write);
  ADD ("write-fails", test_write_fails);
  ADD ("sweep", test_sweep);

  return g_test_run ();
}
