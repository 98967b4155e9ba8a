/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-resource-export.h"

#include <glib/gstdio.h>
#include <signal.h>

#include "demo-shop.h"

typedef struct
{
  DemoShop *demo;
  KashClient *client;
  char *folder;
  GFile *file;
  GCancellable *cancellable;
  gboolean done;
  gboolean success;
  GError *error;
  guint64 received;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KashAccount) account = NULL;
  g_autofree char *path = NULL;

  fixture->demo = demo_shop_new (NULL, &error);
  g_assert_no_error (error);
  g_assert_true (demo_shop_start (fixture->demo, &error));
  account = kash_account_new (demo_shop_get_base_url (fixture->demo), DEMO_SHOP_ID,
                              demo_shop_get_key (fixture->demo), &error);
  g_assert_no_error (error);
  fixture->client = kash_client_new (account);
  fixture->folder = g_dir_make_tmp ("comptoir-export-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "items", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_file_delete (fixture->file, NULL, NULL);
  /* Nothing half-written is left beside it either. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  demo_shop_stop (fixture->demo);
  g_clear_object (&fixture->client);
  g_clear_object (&fixture->demo);
  g_clear_object (&fixture->file);
  g_clear_object (&fixture->cancellable);
  g_clear_error (&fixture->error);
  g_free (fixture->folder);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->success = comptoir_resource_export_finish (result, &fixture->error);
  fixture->done = TRUE;
}

static void
on_progress (guint64 received, gint64 expected, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpuint (received, >, fixture->received);
  fixture->received = received;
}

static void export(Fixture *fixture, KashFormat format)
{
  fixture->done = FALSE;
  comptoir_resource_export_async (fixture->client, KASH_RESOURCE_ITEMS, format, fixture->file,
                                  on_progress, fixture, fixture->cancellable, on_exported, fixture);
}

static void
wait (Fixture *fixture)
{
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_downloaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KashReply **reply = user_data;
  g_autoptr (GError) error = NULL;

  *reply = kash_client_download_resource_finish (KASH_CLIENT (source), result, &error);
  g_assert_no_error (error);
}

static void
assert_content (Fixture *fixture, const char *expected, gsize expected_length)
{
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_load_contents (fixture->file, NULL, &content, &length, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (content, length, expected, expected_length);
}

/* The file holds the server's own bytes, in each form, over whatever it held before. */
static void
test_bytes (Fixture *fixture, gconstpointer data)
{
  for (KashFormat format = KASH_FORMAT_JSON; format <= KASH_FORMAT_HTML; format++)
    {
      KashReply *reply = NULL;
      gsize length;
      const char *bytes;

      kash_client_download_resource_async (fixture->client, KASH_RESOURCE_ITEMS, format, NULL, NULL,
                                           NULL, NULL, on_downloaded, &reply);
      while (reply == NULL)
        g_main_context_iteration (NULL, TRUE);
      fixture->received = 0;
      export(fixture, format);
      wait (fixture);
      g_assert_no_error (fixture->error);
      g_assert_true (fixture->success);
      bytes = g_bytes_get_data (reply->body, &length);
      g_assert_cmpuint (length, >, 1000);
      g_assert_cmpuint (fixture->received, ==, length);
      assert_content (fixture, bytes, length);
      kash_reply_unref (reply);
    }
}

/* A download that fails leaves the file as it was, at whichever point it fails. */
static void
test_failure (Fixture *fixture, gconstpointer fault)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_replace_contents (fixture->file, "before", 6, NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, &error));
  g_assert_true (demo_shop_set_fault (fixture->demo, fault, &error));
  g_assert_no_error (error);
  export(fixture, KASH_FORMAT_JSON);
  wait (fixture);
  g_assert_false (fixture->success);
  g_assert_true (fixture->error->domain == KASH_ERROR);
  assert_content (fixture, "before", 6);
}

static void
test_cancel (Fixture *fixture, gconstpointer fault)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (demo_shop_set_fault (fixture->demo, fault, &error));
  export(fixture, KASH_FORMAT_JSON);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (fixture->cancellable);
  wait (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (fixture->file, NULL));
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "items", NULL);

  g_clear_object (&fixture->file);
  fixture->file = g_file_new_for_path (path);
  export(fixture, KASH_FORMAT_JSON);
  wait (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The program that is killed: exports until then. */
static int
run_export (char **argv)
{
  g_autoptr (KashAccount) account = kash_account_new (argv[0], DEMO_SHOP_ID, argv[1], NULL);
  Fixture fixture = { .client = kash_client_new (account), .file = g_file_new_for_path (argv[2]) };

  export(&fixture, KASH_FORMAT_JSON);
  wait (&fixture);
  return 0;
}

/* Something is being written, under whatever name. */
static gboolean
has_bytes (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (!found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      found = g_stat (path, &status) == 0 && status.st_size > 0;
    }
  return found;
}

/* Killed while it writes, it leaves nothing under the file's name; the next export clears away what
 * it left beside it, as tear_down() sees. */
static void
test_killed (Fixture *fixture, gconstpointer program)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GError) error = NULL;

  g_assert_true (demo_shop_set_fault (fixture->demo, "endless", &error));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--export",
                              demo_shop_get_base_url (fixture->demo),
                              demo_shop_get_key (fixture->demo), path, NULL);
  g_assert_no_error (error);
  while (!has_bytes (fixture->folder))
    g_usleep (1000);
  g_subprocess_send_signal (process, SIGKILL);
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_true (demo_shop_set_fault (fixture->demo, NULL, &error));
  export(fixture, KASH_FORMAT_JSON);
  wait (fixture);
  g_assert_true (fixture->success);
}

int
main (int argc, char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--export"))
    return run_export (argv + 2);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/resource-export/bytes", Fixture, NULL, set_up, test_bytes, tear_down);
  g_test_add ("/model/resource-export/failure/500", Fixture, "500", set_up, test_failure,
              tear_down);
  g_test_add ("/model/resource-export/failure/in-body", Fixture, "reset-in-body", set_up,
              test_failure, tear_down);
  g_test_add ("/model/resource-export/failure/short", Fixture, "short-body", set_up, test_failure,
              tear_down);
  g_test_add ("/model/resource-export/cancel/silent", Fixture, "silent", set_up, test_cancel,
              tear_down);
  g_test_add ("/model/resource-export/cancel/slow", Fixture, "slow", set_up, test_cancel,
              tear_down);
  g_test_add ("/model/resource-export/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/model/resource-export/killed", Fixture, argv[0], set_up, test_killed, tear_down);
  return g_test_run ();
}
