/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-fault.h"
#include "submission-test.h"

/* What is to come of an order that a fault befalls. */
static const struct
{
  const char *fault;
  ComptoirOrderState state;
  guint n_recorded;
} cases[] = {
  { "reset-before", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "reset-before-recorded", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "reset-after-recorded", COMPTOIR_ORDER_STATE_UNKNOWN, 1 },
  { "silent-after-recorded", COMPTOIR_ORDER_STATE_UNKNOWN, 1 },
  { "500-after-recorded", COMPTOIR_ORDER_STATE_UNKNOWN, 1 },
  { "reset-in-body", COMPTOIR_ORDER_STATE_UNKNOWN, 1 },
  { "reset-after", COMPTOIR_ORDER_STATE_ACCEPTED, 1 },
  { "short-body", COMPTOIR_ORDER_STATE_UNKNOWN, 1 },
  { "short-body-close", COMPTOIR_ORDER_STATE_UNKNOWN, 1 },
  { "slow", COMPTOIR_ORDER_STATE_UNKNOWN, 1 },
  { "silent", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "redirect-http", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "redirect-host", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "redirect-circle", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "401", COMPTOIR_ORDER_STATE_REFUSED, 0 },
  { "401-empty", COMPTOIR_ORDER_STATE_REFUSED, 0 },
  { "403", COMPTOIR_ORDER_STATE_REFUSED, 0 },
  { "403-empty", COMPTOIR_ORDER_STATE_REFUSED, 0 },
  { "404", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "404-empty", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "429", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "429-empty", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "500", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "500-empty", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "502", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "502-empty", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "503", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "503-empty", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "html-200", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "php-warning", COMPTOIR_ORDER_STATE_ACCEPTED, 1 },
  { "wrong-type", COMPTOIR_ORDER_STATE_ACCEPTED, 1 },
  { "no-type", COMPTOIR_ORDER_STATE_ACCEPTED, 1 },
  { "bad-gzip", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "not-gzip", COMPTOIR_ORDER_STATE_UNKNOWN, 1 },
  { "gzip-bomb", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "endless", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "deep-100", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "deep-100000", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "bad-utf8", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "nul", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "big-cell", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "duplicate-keys", COMPTOIR_ORDER_STATE_UNKNOWN, 0 },
  { "refused-key", COMPTOIR_ORDER_STATE_REFUSED, 0 },
  { "refused-key-200", COMPTOIR_ORDER_STATE_REFUSED, 0 },
};

/* Whatever happens on the way, nothing is claimed to be certain that isn't. */
static void
check_fault (SubmissionTest *test, guint i)
{
  g_autofree char *text = g_strdup_printf ("%s:webapp.php", cases[i].fault);
  g_autofree char *reference = NULL;
  guint n_before = demo_shop_get_n_orders (test->demo);
  guint n_requests = demo_shop_get_n_requests (test->demo, "webapp.php");
  gint64 id = order_test_save (test->shop, test->journal, &reference);
  g_autoptr (KashOrder) order = order_test_order (reference);
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrderReply) reply = NULL;
  g_autoptr (ComptoirOrderRecord) record = NULL;
  g_autoptr (ComptoirEvidence) evidence = NULL;
  gboolean is_unknown = cases[i].state == COMPTOIR_ORDER_STATE_UNKNOWN;

  g_test_message ("%s", cases[i].fault);
  g_assert_true (demo_shop_set_fault (test->demo, text, NULL));
  reply = order_test_send (test->shop, test->journal, id, order, NULL, &error);
  g_assert_true (demo_shop_set_fault (test->demo, NULL, NULL));
  record = submission_test_get_record (test, id);
  g_assert_cmpint (record->state, ==, cases[i].state);
  g_assert_cmpuint (demo_shop_get_n_orders (test->demo) - n_before, ==, cases[i].n_recorded);
  g_assert_cmpuint (demo_shop_get_n_requests (test->demo, "webapp.php") - n_requests, ==, 1);
  /* Where nothing is known an error says so; what the service said is a reply. */
  g_assert_true (is_unknown == g_error_matches (error, KASH_ERROR, KASH_ERROR_UNKNOWN_OUTCOME));
  g_assert_true (is_unknown == (reply == NULL));
  evidence = order_test_look (test->shop, record, NULL);
  g_assert_cmpint (evidence->found == COMPTOIR_FOUND_REFERENCE, ==, cases[i].n_recorded == 1);
}

static void
test_faults (SubmissionTest *test, gconstpointer data)
{
  g_object_set (comptoir_shop_get_client (test->shop), "deadline", 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_fault (test, i);
}

/* A fault that is new to the demo shop needs its line in the table. */
static void
test_complete (void)
{
  const char *fault;

  for (guint i = 0; (fault = demo_fault_get_kind_name (i)) != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        found = found || g_str_equal (cases[j].fault, fault);
      g_test_message ("%s", fault);
      g_assert_true (found);
    }
}

static void
test_cancelled_on_its_way (SubmissionTest *test, gconstpointer data)
{
  gint64 id = order_test_save (test->shop, test->journal, NULL);
  g_autoptr (KashOrder) order = order_test_order (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirOrderRecord) record = NULL;

  g_assert_true (demo_shop_set_fault (test->demo, "silent-after-recorded:webapp.php", NULL));
  g_timeout_add_once (300, (GSourceOnceFunc) g_cancellable_cancel, cancellable);
  g_assert_null (order_test_send (test->shop, test->journal, id, order, cancellable, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_UNKNOWN_OUTCOME);
  record = submission_test_get_record (test, id);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/submission-faults/complete", test_complete);
  submission_test_add ("/submission-faults/outcomes", test_faults);
  submission_test_add ("/submission-faults/cancelled-on-its-way", test_cancelled_on_its_way);
  return g_test_run ();
}
