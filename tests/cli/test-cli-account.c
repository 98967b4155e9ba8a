/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-test.h"
#include "private-keyring.h"

typedef struct
{
  CliTest cli;
  PrivateKeyring service;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  cli_test_set_up_shop (&self->cli, data);
  private_keyring_start (&self->service, self->cli.folder);
  cli_test_set (&self->cli, "DBUS_SESSION_BUS_ADDRESS",
                g_test_dbus_get_bus_address (self->service.bus));
  /* libsecret 0.20.5 loses the service's reply to each look-up that finds something. */
  self->cli.ignore_leaks = TRUE;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  private_keyring_stop (&self->service);
  cli_test_tear_down (&self->cli, data);
}

static void
sign_in (Fixture *self)
{
  g_autofree char *command_line
      = g_strdup_printf ("sign-in --base-url %s", demo_shop_get_base_url (self->cli.shop));

  cli_test_run_with_input (&self->cli, "demo\ndemo\n", command_line);
  cli_test_assert_done (&self->cli);
}

/* Nothing in a folder holds the text, except the keyring's own encrypted file. */
static void
assert_not_kept (const char *folder, const char *secret)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        assert_not_kept (path, secret);
      else if (g_file_get_contents (path, &bytes, &length, NULL))
        g_assert_null (memmem (bytes, length, secret, strlen (secret)));
    }
}

static void
test_signed_in (Fixture *self, gconstpointer data)
{
  CliTest *cli = &self->cli;

  cli_test_set (cli, "KASH_BASE_URL", NULL);
  cli_test_set (cli, "KASH_SHOP_ID", NULL);
  cli_test_set (cli, "KASH_API_KEY", NULL);
  cli_test_run (cli, "list items");
  cli_test_assert_failed (cli, 1);
  sign_in (self);
  g_assert_nonnull (strstr (cli->out, DEMO_SHOP_ID));
  g_assert_null (strstr (cli->out, demo_shop_get_key (cli->shop)));
  assert_not_kept (cli->folder, demo_shop_get_key (cli->shop));

  cli_test_run (cli, "list items");
  cli_test_assert_done (cli);
  g_assert_cmpint (cli->out[0], ==, '[');

  /* Twice doesn't harm. */
  sign_in (self);
  cli_test_run (cli, "list items");
  cli_test_assert_done (cli);
}

/* The figures of a finished day are kept for who is signed in, and for nobody else. */
static void
test_kept_figures (Fixture *self, gconstpointer data)
{
  CliTest *cli = &self->cli;
  g_autofree char *first = NULL;

  cli_test_run (cli, "summary -d yesterday");
  cli_test_assert_done (cli);
  cli_test_run (cli, "summary -d yesterday");
  cli_test_assert_done (cli);
  g_assert_cmpuint (demo_shop_get_n_requests (cli->shop, "getSales.php"), ==, 4);
  first = g_strdup (cli->out);

  cli_test_set (cli, "KASH_API_KEY", NULL);
  sign_in (self);
  for (guint i = 0; i < 2; i++)
    {
      cli_test_run (cli, "summary -d yesterday");
      cli_test_assert_done (cli);
      g_assert_cmpstr (cli->out, ==, first);
    }
  g_assert_cmpuint (demo_shop_get_n_requests (cli->shop, "getSales.php"), ==, 6);
}

static void
test_chosen (Fixture *self, gconstpointer data)
{
  CliTest *cli = &self->cli;
  g_autofree char *with_slash = g_strconcat (demo_shop_get_base_url (cli->shop), "/", NULL);

  cli_test_set (cli, "KASH_API_KEY", NULL);
  sign_in (self);
  cli_test_set (cli, "KASH_BASE_URL", with_slash);
  cli_test_run (cli, "list items -o /dev/null");
  cli_test_assert_done (cli);

  /* A key never goes to another server or for another shop than it is of. */
  cli_test_set (cli, "KASH_BASE_URL", "http://127.0.0.1:1");
  cli_test_run (cli, "list items");
  cli_test_assert_failed (cli, 1);
  cli_test_set (cli, "KASH_BASE_URL", NULL);
  cli_test_set (cli, "KASH_SHOP_ID", "another");
  cli_test_run (cli, "list items");
  cli_test_assert_failed (cli, 1);
}

static void
test_variables (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *base_url;
    const char *shop_id;
    const char *key;
    int status;
  } cases[] = {
    { "http://127.0.0.1:1", DEMO_SHOP_ID, "s3cret", 2 },
    { "http://shop.invalid", DEMO_SHOP_ID, "s3cret", 1 },
    { "nonsense", DEMO_SHOP_ID, "s3cret", 1 },
    { "ftp://shop.invalid", DEMO_SHOP_ID, "s3cret", 1 },
    { "nonsense", NULL, NULL, 1 },
    { NULL, NULL, "s3cret", 1 },
    { NULL, "", "s3cret", 1 },
    { NULL, "\x01", "s3cret", 1 },
    { NULL, DEMO_SHOP_ID, NULL, 1 },
    { NULL, DEMO_SHOP_ID, "", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s %s", cases[i].base_url, cases[i].shop_id, cases[i].key);
      cli_test_set (&self->cli, "KASH_BASE_URL", cases[i].base_url);
      cli_test_set (&self->cli, "KASH_SHOP_ID", cases[i].shop_id);
      cli_test_set (&self->cli, "KASH_API_KEY", cases[i].key);
      cli_test_run (&self->cli, "list items --verbose -o /dev/null");
      g_assert_cmpint (self->cli.status, ==, cases[i].status);
      g_assert_null (strstr (self->cli.err, "s3cret"));
    }
}

static void
test_wrong_key (Fixture *self, gconstpointer data)
{
  cli_test_set (&self->cli, "KASH_API_KEY", "s3cret");
  cli_test_run (&self->cli, "list items -v");
  g_assert_cmpint (self->cli.status, ==, 3);
  g_assert_cmpstr (self->cli.out, ==, "");
  g_assert_null (strstr (self->cli.err, "s3cret"));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-account/signed-in", test_signed_in);
  ADD ("/cli-account/kept-figures", test_kept_figures);
  ADD ("/cli-account/chosen", test_chosen);
  ADD ("/cli-account/variables", test_variables);
  ADD ("/cli-account/wrong-key", test_wrong_key);
  return g_test_run ();
}
