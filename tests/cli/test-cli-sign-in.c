/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-test.h"

static void
test_demo (CliTest *self, gconstpointer data)
{
  cli_test_run_with_input (self, "demo\ndemo\n", "sign-in --demo");
  cli_test_assert_done (self);
  g_assert_cmpstr (self->out, ==, "Signed in to the shop “" DEMO_SHOP_ID "”.\n");
  cli_test_run_with_input (self, "demo", "sign-in --demo --login demo");
  cli_test_assert_done (self);
  cli_test_run_with_input (self, "demo\r\ndemo\r\n", "sign-in --demo");
  cli_test_assert_done (self);
}

static void
test_refused (CliTest *self, gconstpointer data)
{
  static const char *const cases[] = { "demo\ns3cret\n", "s3cret\ndemo\n", "demo\ns3cret é\n" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cli_test_run_with_input (self, cases[i], "sign-in --demo");
      cli_test_assert_failed (self, 3);
      g_assert_null (strstr (self->err, "s3cret"));
      cli_test_run_with_input (self, cases[i], "sign-in --demo --verbose");
      g_assert_cmpint (self->status, ==, 3);
      g_assert_null (strstr (self->err, "s3cret"));
    }
}

static void
test_no_input (CliTest *self, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (100000, 'x');
  const char *cases[] = { "", "\n", "demo", "demo\n", "demo\n\n", "\xff\xfe\ndemo\n", endless };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cli_test_run_with_input (self, cases[i], "sign-in --demo");
      cli_test_assert_failed (self, 1);
    }
}

/* Without a keyring, the key is kept nowhere, and that is said. */
static void
test_no_keyring (CliTest *self, gconstpointer data)
{
  g_autofree char *database = cli_test_get_path (self, "comptoir/comptoir.db");

  cli_test_run_with_input (self, "demo\ndemo\n", "sign-in");
  cli_test_assert_failed (self, 1);
  g_assert_nonnull (strstr (self->err, "keyring"));
  g_assert_false (g_file_test (database, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (demo_shop_get_n_requests (self->shop, NULL), ==, 1);
}

static void
test_statuses (CliTest *self, gconstpointer data)
{
  static const struct
  {
    const char *fault;
    int status;
  } cases[] = {
    { "reset-before", 2 }, { "500", 2 }, { "404", 3 }, { "html-200", 4 }, { "redirect-http", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].fault);
      cli_test_set_fault (self, cases[i].fault);
      cli_test_run_with_input (self, "demo\ndemo\n", "sign-in");
      cli_test_assert_failed (self, cases[i].status);
    }
}

static void
test_not_secure (CliTest *self, gconstpointer data)
{
  cli_test_run_with_input (self, "demo\ndemo\n", "sign-in --base-url http://shop.invalid");
  cli_test_assert_failed (self, 1);
  cli_test_run_with_input (self, "demo\ndemo\n", "sign-in --base-url nonsense");
  cli_test_assert_failed (self, 1);
}

#define ADD(name, set_up, func) g_test_add (name, CliTest, NULL, set_up, func, cli_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-sign-in/demo", cli_test_set_up, test_demo);
  ADD ("/cli-sign-in/refused", cli_test_set_up, test_refused);
  ADD ("/cli-sign-in/no-input", cli_test_set_up, test_no_input);
  ADD ("/cli-sign-in/no-keyring", cli_test_set_up_shop, test_no_keyring);
  ADD ("/cli-sign-in/statuses", cli_test_set_up_shop, test_statuses);
  ADD ("/cli-sign-in/not-secure", cli_test_set_up, test_not_secure);
  return g_test_run ();
}
