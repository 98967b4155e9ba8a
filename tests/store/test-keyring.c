/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-keyring.h"

#include "private-keyring.h"
#include "store-test.h"

#include <libsecret/secret.h>

#define KEY "k\"e'y é \\ 0123456789"

typedef struct
{
  StoreTestFolder *home;
  PrivateKeyring service;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  if (!g_test_subprocess ())
    private_keyring_start (&self->service, NULL);
}

static void
set_up_service (Fixture *self, gconstpointer data)
{
  if (g_test_subprocess ())
    return;
  self->home = store_test_folder_new ();
  private_keyring_start (&self->service, self->home);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      secret_service_disconnect ();
      return;
    }
  private_keyring_stop (&self->service);
  g_clear_pointer (&self->home, store_test_folder_free);
}

/* Whether the caller is the one that speaks to the bus. */
static gboolean
runs_in_subprocess (void)
{
  if (g_test_subprocess ())
    return TRUE;
  /* libsecret 0.20.5 loses the service's reply to each look-up that finds something. */
  g_setenv ("ASAN_OPTIONS", "detect_leaks=0", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  return FALSE;
}

static gboolean
save (const char *account, const char *key, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_keyring_save_async (account, "Le Fournil", key, NULL, store_test_take_result, &result);
  return comptoir_keyring_save_finish (store_test_wait (&result), error);
}

static char *
load (const char *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_keyring_load_async (account, NULL, store_test_take_result, &result);
  return comptoir_keyring_load_finish (store_test_wait (&result), error);
}

static gboolean
forget (const char *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_keyring_forget_async (account, NULL, store_test_take_result, &result);
  return comptoir_keyring_forget_finish (store_test_wait (&result), error);
}

static void
assert_key (const char *account, const char *expected)
{
  g_autoptr (GError) error = NULL;
  char *key = load (account, &error);

  g_assert_cmpstr (key, ==, expected);
  if (expected != NULL)
    g_assert_no_error (error);
  else
    g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NOT_FOUND);
  comptoir_keyring_free_key (key);
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!runs_in_subprocess ())
    return;
  assert_key ("a", NULL);
  g_assert_true (save ("a", "older", &error));
  g_assert_true (save ("a", KEY, &error));
  g_assert_true (save ("b", "other", &error));
  g_assert_no_error (error);
  assert_key ("a", KEY);
  assert_key ("b", "other");

  g_assert_true (forget ("a", &error));
  g_assert_true (forget ("a", &error));
  g_assert_no_error (error);
  assert_key ("a", NULL);
  assert_key ("b", "other");
}

static void
assert_no_service (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save ("a", KEY, &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE);
  g_assert_null (strstr (error->message, KEY));
  g_clear_error (&error);
  g_assert_null (load ("a", &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE);
  g_clear_error (&error);
  g_assert_false (forget ("a", &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE);
}

/* A bus on which nobody keeps secrets. */
static void
test_no_service (Fixture *self, gconstpointer data)
{
  if (runs_in_subprocess ())
    assert_no_service ();
}

static void
test_no_bus (void)
{
  if (!runs_in_subprocess ())
    return;
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  assert_no_service ();
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!runs_in_subprocess ())
    return;
  g_cancellable_cancel (cancellable);
  comptoir_keyring_save_async ("a", "Le Fournil", KEY, cancellable, store_test_take_result,
                               &result);
  g_assert_false (comptoir_keyring_save_finish (store_test_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_key ("a", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/keyring/keys", Fixture, NULL, set_up_service, test_keys, tear_down);
  g_test_add ("/keyring/cancelled", Fixture, NULL, set_up_service, test_cancelled, tear_down);
  g_test_add ("/keyring/no-service", Fixture, NULL, set_up, test_no_service, tear_down);
  g_test_add_func ("/keyring/no-bus", test_no_bus);
  return g_test_run ();
}
