/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-claims.h"

#include "store-test.h"

#include <sys/wait.h>

static ComptoirOrderClaims *
open_well (const char *folder)
{
  g_autoptr (GError) error = NULL;
  ComptoirOrderClaims *claims = comptoir_order_claims_new (folder, &error);

  g_assert_no_error (error);
  return claims;
}

static void
assert_taken (ComptoirOrderClaims *claims, gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (comptoir_order_claims_take (claims, id, &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_BUSY);
}

static void
test_one_process (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "orders.lock", NULL);
  g_autoptr (ComptoirOrderClaims) here = open_well (folder);
  g_autoptr (ComptoirOrderClaims) there = open_well (folder);

  g_assert_cmphex (store_test_get_mode (path), ==, 0600);
  g_assert_true (comptoir_order_claims_take (here, 1, NULL));
  g_assert_true (comptoir_order_claims_take (there, 2, NULL));
  g_assert_true (comptoir_order_claims_take (here, G_MAXINT64 - 1, NULL));
  assert_taken (here, 1);
  assert_taken (there, 1);
  assert_taken (here, 2);
  g_assert_true (comptoir_order_claims_has (here, 1));
  g_assert_false (comptoir_order_claims_has (there, 1));

  /* What is another's can't be released. */
  comptoir_order_claims_release (there, 1);
  assert_taken (there, 1);
  comptoir_order_claims_release (here, 1);
  g_assert_true (comptoir_order_claims_take (there, 1, NULL));
  g_clear_pointer (&there, comptoir_order_claims_free);
  g_assert_true (comptoir_order_claims_take (here, 1, NULL));
  g_assert_true (comptoir_order_claims_take (here, 2, NULL));
}

/* A process that claims an entry, says so, and waits to be killed. */
static pid_t
start_claimer (const char *folder, gint64 id)
{
  int ends[2];
  char done;
  pid_t child;

  g_assert_no_errno (pipe (ends));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (comptoir_order_claims_take (open_well (folder), id, NULL))
        (void) !write (ends[1], "x", 1);
      while (TRUE)
        pause ();
    }
  g_assert_cmpint (read (ends[0], &done, 1), ==, 1);
  close (ends[0]);
  close (ends[1]);
  return child;
}

static void
test_killed (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirOrderClaims) claims = open_well (folder);
  pid_t child = start_claimer (folder, 5);

  assert_taken (claims, 5);
  g_assert_true (comptoir_order_claims_take (claims, 6, NULL));
  g_assert_no_errno (kill (child, SIGKILL));
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_assert_true (comptoir_order_claims_take (claims, 5, NULL));
}

static void
test_bad_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (comptoir_order_claims_new ("/nowhere/at/all", &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-claims/one-process", test_one_process);
  g_test_add_func ("/order-claims/killed", test_killed);
  g_test_add_func ("/order-claims/bad-folder", test_bad_folder);
  return g_test_run ();
}
