/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "preview-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>

/* What PATH was at the start: tests that take bubblewrap away put it back. */
static char *path;

static ComptoirPdfDocument *
open_good (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf (2);
  g_autoptr (GError) error = NULL;
  ComptoirPdfDocument *document = preview_test_open (bytes, &error);

  g_assert_no_error (error);

  return document;
}

static GBytes *
make_empty (void)
{
  return g_bytes_new_static ("", 0);
}

static GBytes *
make_page (void)
{
  return g_bytes_new_static ("<!doctype html><title>403</title>", 33);
}

static GBytes *
make_header (void)
{
  return g_bytes_new_static ("%PDF-1.7\n", 9);
}

static GBytes *
make_zeros (void)
{
  return g_bytes_new_take (g_malloc0 (100000), 100000);
}

static void
test_bad_files (void)
{
  static const struct
  {
    GBytes *(*make) (void);
    ComptoirPdfError code;
  } cases[] = {
    { make_empty, COMPTOIR_PDF_ERROR_NO_PAGES },
    { make_page, COMPTOIR_PDF_ERROR_UNREADABLE },
    { make_header, COMPTOIR_PDF_ERROR_UNREADABLE },
    { make_zeros, COMPTOIR_PDF_ERROR_UNREADABLE },
    { preview_test_pdf_encrypted, COMPTOIR_PDF_ERROR_ENCRYPTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = cases[i].make ();
      g_autoptr (GError) error = NULL;

      g_assert_null (preview_test_open (bytes, &error));
      g_test_message ("%u: %s", i, error->message);
      g_assert_error (error, COMPTOIR_PDF_ERROR, (int) cases[i].code);
      g_assert_nonnull (comptoir_pdf_document_explain (error));
    }
}

/* Cut anywhere, a file opens or doesn't; neither takes more with it than the helper. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = preview_test_pdf (5);
  gsize size = g_bytes_get_size (whole);

  for (guint i = 1; i < 8; i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, size * i / 8);
      g_autoptr (GError) error = NULL;
      g_autoptr (ComptoirPdfDocument) document = preview_test_open (part, &error);

      g_assert_true ((document != NULL) != (error != NULL));
      if (document == NULL)
        g_assert_cmpuint (error->domain, ==, COMPTOIR_PDF_ERROR);
    }
}

static void
on_failed (ComptoirPdfDocument *document, GError *error, gpointer user_data)
{
  GError **failure = user_data;

  g_assert_null (*failure);
  *failure = g_error_copy (error);
}

static void
test_endless (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf_endless ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (ComptoirPdfDocument) document = preview_test_open (bytes, &error);
  g_autoptr (ComptoirPdfDocument) next = NULL;

  g_assert_no_error (error);
  g_signal_connect (document, "failed", G_CALLBACK (on_failed), &failure);
  comptoir_pdf_channel_set_deadline (comptoir_pdf_document_get_channel (document), 500);
  g_assert_null (preview_test_render (document, 0, 100, 140, &error));
  g_assert_error (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_HANGING);
  g_assert_error (failure, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_HANGING);
  next = open_good ();
}

/* It ends, one way or the other. */
static void
test_bomb (void)
{
  g_autoptr (GBytes) bytes = preview_test_pdf_bomb ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirPdfDocument) document = preview_test_open (bytes, &error);
  g_autoptr (ComptoirPdfDocument) next = NULL;
  g_autoptr (GBytes) pixels = NULL;

  g_assert_no_error (error);
  pixels = preview_test_render (document, 0, 100, 140, &error);
  /* Which limit it meets first, memory or time, depends on how fast it fills memory. */
  if (pixels == NULL && !g_error_matches (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_HANGING))
    g_assert_error (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_ENDED);
  next = open_good ();
}

static GPid
get_process (ComptoirPdfDocument *document)
{
  return (GPid) g_ascii_strtoll (
      comptoir_pdf_channel_get_identifier (comptoir_pdf_document_get_channel (document)), NULL, 10);
}

static void
test_killed (void)
{
  g_autoptr (ComptoirPdfDocument) document = open_good ();
  g_autoptr (ComptoirPdfDocument) next = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (document, "failed", G_CALLBACK (on_failed), &failure);
  kill (get_process (document), SIGKILL);
  preview_test_wait_until (failure != NULL);
  g_assert_error (failure, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_ENDED);
  g_assert_null (preview_test_render (document, 0, 10, 10, &error));
  g_assert_error (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_ENDED);
  next = open_good ();
}

/* Stopped, it says nothing for ever. */
static void
test_stopped (void)
{
  g_autoptr (ComptoirPdfDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("PATH", "/nowhere", TRUE);
  document = open_good ();
  g_setenv ("PATH", path, TRUE);
  comptoir_pdf_channel_set_deadline (comptoir_pdf_document_get_channel (document), 300);
  kill (get_process (document), SIGSTOP);
  g_assert_null (preview_test_render (document, 0, 10, 10, &error));
  g_assert_error (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_HANGING);
}

static char *
read_process (GPid process, const char *file, gsize *length)
{
  g_autofree char *name = g_strdup_printf ("/proc/%d/%s", process, file);
  char *text = NULL;

  g_file_get_contents (name, &text, length, NULL);

  return text;
}

static void
test_limits_in_force (void)
{
  g_autoptr (ComptoirPdfDocument) document = NULL;
  g_autofree char *limits = NULL;
  g_autofree char *status = NULL;
  g_autofree char *environment = NULL;
  gsize length = 0;

  g_setenv ("PATH", "/nowhere", TRUE);
  g_setenv ("KASH_API_KEY", "hidden", TRUE);
  document = open_good ();
  g_setenv ("PATH", path, TRUE);
  limits = read_process (get_process (document), "limits", NULL);
  status = read_process (get_process (document), "status", NULL);
  environment = read_process (get_process (document), "environ", &length);
  g_assert_true (g_regex_match_simple ("Max core file size +0 +0 ", limits, 0, 0));
  g_assert_true (g_regex_match_simple ("Max open files +64 +64 ", limits, 0, 0));
#ifndef __SANITIZE_ADDRESS__
  g_assert_true (g_regex_match_simple ("Max address space +1073741824 +1073741824 ", limits, 0, 0));
#endif
  g_assert_nonnull (strstr (status, "NoNewPrivs:\t1"));
  g_assert_cmpuint (length, >, 0);
  g_assert_null (memmem (environment, length, "hidden", 6));
}

/* bubblewrap's child, which sees other networks and files than this process. */
static void
test_confined (void)
{
  g_autoptr (ComptoirPdfDocument) document = open_good ();
  g_autofree char *list = g_strdup_printf ("task/%d/children", get_process (document));
  g_autofree char *child = read_process (get_process (document), list, NULL);
  static const char *const spaces[] = { "ns/net", "ns/mnt", "ns/pid" };
  GPid process = child != NULL ? (GPid) g_ascii_strtoll (child, NULL, 10) : 0;

  if (process == 0)
    {
      g_test_skip ("bubblewrap can't be used here");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    {
      g_autofree char *name = g_strdup_printf ("/proc/%d/%s", process, spaces[i]);
      g_autofree char *own_name = g_build_filename ("/proc/self", spaces[i], NULL);
      g_autofree char *space = g_file_read_link (name, NULL);
      g_autofree char *own_space = g_file_read_link (own_name, NULL);

      g_assert_nonnull (own_space);
      g_assert_cmpstr (space, !=, own_space);
    }
}

/* Where bubblewrap is installed but forbidden, the helper runs with its limits alone. */
static void
test_bubblewrap_fails (void)
{
  g_autofree char *folder = g_dir_make_tmp ("comptoir-pdf-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "bwrap", NULL);
  g_autofree char *name = NULL;
  g_autoptr (ComptoirPdfDocument) document = NULL;

  g_assert_true (g_file_set_contents (program, "#!/bin/sh\nexit 1\n", -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  g_setenv ("PATH", folder, TRUE);
  document = open_good ();
  g_setenv ("PATH", path, TRUE);
  name = read_process (get_process (document), "comm", NULL);
  g_assert_cmpstr (g_strchomp (name), ==, "comptoir-pdf");
  g_remove (program);
  g_rmdir (folder);
}

static void
test_missing (void)
{
  g_autofree char *folder = g_strdup (g_getenv ("COMPTOIR_LIBEXECDIR"));
  g_autoptr (GBytes) bytes = preview_test_pdf (1);
  g_autoptr (GError) error = NULL;

  g_setenv ("COMPTOIR_LIBEXECDIR", "/nowhere", TRUE);
  g_assert_null (preview_test_open (bytes, &error));
  g_setenv ("COMPTOIR_LIBEXECDIR", folder, TRUE);
  g_assert_error (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_UNAVAILABLE);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  path = g_strdup (g_getenv ("PATH"));

  g_test_add_func ("/pdf-limits/bad-files", test_bad_files);
  g_test_add_func ("/pdf-limits/truncated", test_truncated);
  g_test_add_func ("/pdf-limits/endless", test_endless);
  g_test_add_func ("/pdf-limits/bomb", test_bomb);
  g_test_add_func ("/pdf-limits/killed", test_killed);
  g_test_add_func ("/pdf-limits/stopped", test_stopped);
  g_test_add_func ("/pdf-limits/in-force", test_limits_in_force);
  g_test_add_func ("/pdf-limits/confined", test_confined);
  g_test_add_func ("/pdf-limits/bubblewrap-fails", test_bubblewrap_fails);
  g_test_add_func ("/pdf-limits/missing", test_missing);
  status = g_test_run ();
  g_free (path);

  return status;
}
