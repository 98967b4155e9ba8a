/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-replies.h"

#include "store-test.h"

static GBytes *
make_body (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
save (const char *folder, const char *account, const char *name, const char *text)
{
  g_autoptr (GBytes) body = make_body (text);
  g_autoptr (GDateTime) fetched = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;

  g_assert_true (comptoir_replies_save (folder, account, name, body, fetched, &error));
  g_assert_no_error (error);
}

static void
assert_kept (const char *folder, const char *account, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = comptoir_replies_load (folder, account, name, NULL, &error);

  if (text == NULL)
    {
      g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NOT_FOUND);
      g_assert_null (body);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), text, strlen (text));
}

static char *
get_account_folder (const char *folder, const char *account)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, account, -1);

  return g_build_filename (folder, "replies", hash, NULL);
}

static void
test_save_and_load (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (-3600);
  g_autoptr (GDateTime) fetched = g_date_time_new (zone, 2024, 2, 29, 23, 59, 58.123456);
  g_autoptr (GDateTime) loaded = NULL;
  g_autoptr (GBytes) body = g_bytes_new ("\0\xff[1]\n", 6);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (comptoir_replies_save (folder, "a", "items.json", body, fetched, &error));
  g_assert_no_error (error);
  kept = comptoir_replies_load (folder, "a", "items.json", &loaded, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (body, kept));
  g_assert_cmpint (g_date_time_difference (loaded, fetched), ==, 0);

  save (folder, "a", "empty", "");
  assert_kept (folder, "a", "empty", "");
  assert_kept (folder, "b", "items.json", NULL);
}

/* What is shown on screen is mapped: a newer reply must not change it. */
static void
test_replace_while_mapped (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (GBytes) older = NULL;

  save (folder, "a", "items.json", "older and longer");
  older = comptoir_replies_load (folder, "a", "items.json", NULL, NULL);
  save (folder, "a", "items.json", "newer");
  g_assert_cmpmem (g_bytes_get_data (older, NULL), g_bytes_get_size (older), "older and longer",
                   16);
  assert_kept (folder, "a", "items.json", "newer");
}

static void
test_modes (void)
{
  static const mode_t masks[] = { 0, 022, 0477 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
      g_autofree char *account_folder = get_account_folder (folder, "a");
      g_autofree char *path = g_build_filename (account_folder, "items.json", NULL);
      mode_t mask = umask (masks[i]);

      save (folder, "a", "items.json", "[]");
      umask (mask);
      g_assert_cmphex (store_test_get_mode (account_folder), ==, 0700);
      g_assert_cmphex (store_test_get_mode (path), ==, 0600);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean valid;
  } cases[] = {
    { "items.json", TRUE }, { "report-2024-02-29.pdf", TRUE },
    { "A_z.0-9", TRUE },    { "", FALSE },
    { ".", FALSE },         { "..", FALSE },
    { ".hidden", FALSE },   { "../comptoir.db", FALSE },
    { "a/b", FALSE },       { "/etc/passwd", FALSE },
    { "a\\b", FALSE },      { "a b", FALSE },
    { "a\nb", FALSE },      { "é", FALSE },
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *longest = g_strnfill (100, 'x');
  g_autofree char *too_long = g_strnfill (101, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) body = make_body ("[]");
      g_autoptr (GDateTime) fetched = g_date_time_new_now_utc ();
      g_autoptr (GError) error = NULL;
      gboolean saved = comptoir_replies_save (folder, "a", cases[i].name, body, fetched, &error);

      g_test_message ("“%s”", cases[i].name);
      g_assert_cmpint (comptoir_replies_check_name (cases[i].name), ==, cases[i].valid);
      g_assert_cmpint (saved, ==, cases[i].valid);
      if (!cases[i].valid)
        {
          g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_FAILED);
          g_clear_error (&error);
          g_assert_null (comptoir_replies_load (folder, "a", cases[i].name, NULL, &error));
          g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_FAILED);
        }
    }
  g_assert_true (comptoir_replies_check_name (longest));
  g_assert_false (comptoir_replies_check_name (too_long));
  g_assert_cmpuint (store_test_count_files (folder, ""), ==, 1);
}

/* An account's id comes from a server's address and a shop's name. */
static void
test_accounts (void)
{
  static const char *const accounts[]
      = { "", ".", "..", "../..", "/", "https://kash.click#1", "A", "a", "é", "a\nb", "a/b" };
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *replies = g_build_filename (folder, "replies", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    save (folder, accounts[i], "items.json", accounts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    assert_kept (folder, accounts[i], "items.json", accounts[i]);
  g_assert_cmpuint (store_test_count_files (folder, ""), ==, 1);
  g_assert_cmpuint (store_test_count_files (replies, ""), ==, G_N_ELEMENTS (accounts));
}

static void
test_forget (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *account_folder = get_account_folder (folder, "a");
  g_autoptr (GError) error = NULL;

  save (folder, "a", "items.json", "1");
  save (folder, "a", "clients.json", "2");
  save (folder, "b", "items.json", "3");
  g_assert_true (comptoir_replies_forget (folder, "a", &error));
  g_assert_no_error (error);
  assert_kept (folder, "a", "items.json", NULL);
  assert_kept (folder, "b", "items.json", "3");
  g_assert_false (g_file_test (account_folder, G_FILE_TEST_EXISTS));
  g_assert_true (comptoir_replies_forget (folder, "a", &error));
  g_assert_no_error (error);
}

/* A save that fails, at whatever byte, leaves the older reply and nothing else. */
static void
test_full_disk (void)
{
  g_autoptr (StoreTestFolder) folder = NULL;
  g_autofree char *account_folder = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GDateTime) fetched = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  char zeros[8192] = { 0 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  folder = store_test_folder_new ();
  account_folder = get_account_folder (folder, "a");
  body = g_bytes_new_static (zeros, sizeof zeros);
  save (folder, "a", "items.json", "older");
  store_test_limit_files (5000);
  g_assert_false (comptoir_replies_save (folder, "a", "items.json", body, fetched, &error));
  store_test_limit_files (0);
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_FULL);
  assert_kept (folder, "a", "items.json", "older");
  g_assert_cmpuint (store_test_count_files (account_folder, ""), ==, 1);
}

static void
save_for_ever (const char *folder, const char *small, const char *large)
{
  g_print ("saving\n");
  while (TRUE)
    {
      save (folder, "a", "items.json", small);
      save (folder, "a", "items.json", large);
    }
}

static GSubprocess *
start_saving (void)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_get_prgname (),
                                         "--GTestSubprocess", "-p", "/replies/crash", NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  do
    {
      g_free (line);
      line = g_data_input_stream_read_line (output, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (line);
    }
  while (!g_str_has_suffix (line, "saving"));
  return child;
}

/* Killed again and again while it saves, there is always one whole reply. */
static void
test_crash (void)
{
  g_autoptr (StoreTestFolder) folder = NULL;
  g_autofree char *small = g_strnfill (10, 's');
  g_autofree char *large = g_strnfill (1000000, 'l');

  if (g_test_subprocess ())
    save_for_ever (g_getenv ("STORE_TEST_FOLDER"), small, large);
  folder = store_test_folder_new ();
  save (folder, "a", "items.json", small);
  g_setenv ("STORE_TEST_FOLDER", folder, TRUE);
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (GSubprocess) child = start_saving ();
      g_autoptr (GBytes) body = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_small;

      g_usleep (i * 1300);
      g_subprocess_force_exit (child);
      g_assert_true (g_subprocess_wait (child, NULL, &error));
      g_assert_true (g_subprocess_get_if_signaled (child));

      body = comptoir_replies_load (folder, "a", "items.json", NULL, &error);
      g_assert_no_error (error);
      is_small = g_bytes_get_size (body) == strlen (small);
      g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body),
                       is_small ? small : large, is_small ? strlen (small) : strlen (large));
    }
}

/* A fresh leftover may be another program's save under way. */
static void
test_sweep (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *account_folder = get_account_folder (folder, "a");
  g_autofree char *fresh = g_build_filename (account_folder, ".items.json.abcdef", NULL);

  comptoir_replies_sweep (folder, -1);
  save (folder, "a", "items.json", "1");
  g_assert_true (g_file_set_contents (fresh, "half", -1, NULL));
  comptoir_replies_sweep (folder, 60 * 60);
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  comptoir_replies_sweep (folder, -1);
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
  assert_kept (folder, "a", "items.json", "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_set_prgname (argv[0]);
  g_test_add_func ("/replies/save-and-load", test_save_and_load);
  g_test_add_func ("/replies/replace-while-mapped", test_replace_while_mapped);
  g_test_add_func ("/replies/modes", test_modes);
  g_test_add_func ("/replies/names", test_names);
  g_test_add_func ("/replies/accounts", test_accounts);
  g_test_add_func ("/replies/forget", test_forget);
  g_test_add_func ("/replies/full-disk", test_full_disk);
  g_test_add_func ("/replies/crash", test_crash);
  g_test_add_func ("/replies/sweep", test_sweep);
  return g_test_run ();
}
