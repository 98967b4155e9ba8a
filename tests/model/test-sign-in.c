/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sign-in.h"

#include "demo-shop.h"
#include "kash-error.h"

typedef struct
{
  DemoShop *demo;
  GCancellable *cancellable;
  KashAccount *account;
  GError *error;
  gboolean done;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->demo = demo_shop_new (NULL, &error);
  g_assert_no_error (error);
  g_assert_true (demo_shop_start (fixture->demo, &error));
  fixture->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  demo_shop_stop (fixture->demo);
  g_clear_object (&fixture->demo);
  g_clear_object (&fixture->cancellable);
  g_clear_object (&fixture->account);
  g_clear_error (&fixture->error);
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->account = comptoir_sign_in_finish (result, &fixture->error);
  fixture->done = TRUE;
}

static void
wait (Fixture *fixture)
{
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
  fixture->done = FALSE;
  g_assert_true ((fixture->account == NULL) == (fixture->error != NULL));
}

static void
test_login (Fixture *fixture, gconstpointer data)
{
  comptoir_sign_in_with_login_async (demo_shop_get_base_url (fixture->demo), " demo ", "demo", NULL,
                                     on_tried, fixture);
  wait (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (kash_account_get_shop_id (fixture->account), ==, DEMO_SHOP_ID);
  g_assert_cmpstr (kash_account_get_key (fixture->account), ==, demo_shop_get_key (fixture->demo));
}

static void
test_wrong_password (Fixture *fixture, gconstpointer data)
{
  comptoir_sign_in_with_login_async (demo_shop_get_base_url (fixture->demo), "demo", "Demo", NULL,
                                     on_tried, fixture);
  wait (fixture);
  g_assert_error (fixture->error, KASH_ERROR, KASH_ERROR_REFUSED_KEY);
}

/* With what a copied key brings along. */
static void
test_key (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = g_strdup_printf ("  %s\n", demo_shop_get_key (fixture->demo));

  comptoir_sign_in_with_key_async (demo_shop_get_base_url (fixture->demo), " demo-shop", key, NULL,
                                   on_tried, fixture);
  wait (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (kash_account_get_key (fixture->account), ==, demo_shop_get_key (fixture->demo));
  g_assert_cmpuint (demo_shop_get_n_requests (fixture->demo, NULL), ==, 1);
}

static void
test_wrong_key (Fixture *fixture, gconstpointer data)
{
  comptoir_sign_in_with_key_async (demo_shop_get_base_url (fixture->demo), DEMO_SHOP_ID, "wrong",
                                   NULL, on_tried, fixture);
  wait (fixture);
  g_assert_error (fixture->error, KASH_ERROR, KASH_ERROR_REFUSED_KEY);
}

/* What isn't an address, or one that the key would go to in the open, is refused at once. */
static void
test_addresses (Fixture *fixture, gconstpointer data)
{
  static const char *const addresses[] = { "http://example.com", "ftp://127.0.0.1", "https://",
                                           "not a host", "user:word@example.com" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_test_message ("%s", addresses[i]);
      comptoir_sign_in_with_key_async (addresses[i], "1", "key", NULL, on_tried, fixture);
      wait (fixture);
      g_assert_nonnull (fixture->error);
      g_assert_true (fixture->error->domain == KASH_ERROR);
      g_assert_true (fixture->error->code == KASH_ERROR_NOT_SECURE
                     || fixture->error->code == KASH_ERROR_INVALID);
      g_clear_error (&fixture->error);
    }
  g_assert_cmpuint (demo_shop_get_n_requests (fixture->demo, NULL), ==, 0);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (demo_shop_set_fault (fixture->demo, "silent", &error));
  comptoir_sign_in_with_login_async (demo_shop_get_base_url (fixture->demo), "demo", "demo",
                                     fixture->cancellable, on_tried, fixture);
  while (demo_shop_get_n_requests (fixture->demo, NULL) == 0)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (fixture->cancellable);
  wait (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/sign-in/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("login", test_login);
  ADD ("wrong-password", test_wrong_password);
  ADD ("key", test_key);
  ADD ("wrong-key", test_wrong_key);
  ADD ("addresses", test_addresses);
  ADD ("cancel", test_cancel);
#undef ADD
  return g_test_run ();
}
