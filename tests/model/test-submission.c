/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "submission-test.h"

static void
test_accepted (SubmissionTest *test, gconstpointer data)
{
  g_autofree char *reference = NULL;
  gint64 id = order_test_save (test->shop, test->journal, &reference);
  g_autoptr (KashOrder) order = order_test_order (reference);
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrderReply) reply
      = order_test_send (test->shop, test->journal, id, order, NULL, &error);
  g_autoptr (ComptoirOrderRecord) record = NULL;
  g_autoptr (ComptoirEvidence) evidence = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (reply->outcome, ==, KASH_OUTCOME_ACCEPTED);
  g_assert_cmpuint (demo_shop_get_n_orders (test->demo), ==, 1);
  record = submission_test_get_record (test, id);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_cmpstr (record->number, ==, reply->order_id);
  g_assert_nonnull (strstr (record->sent, reference));
  g_assert_nonnull (strstr (record->sent, "key=***"));
  g_assert_null (strstr (record->sent, demo_shop_get_key (test->demo)));

  /* It can't be sent again. */
  g_assert_null (order_test_send (test->shop, test->journal, id, order, NULL, &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_BUSY);
  g_assert_cmpuint (demo_shop_get_n_orders (test->demo), ==, 1);

  g_clear_error (&error);
  evidence = order_test_look (test->shop, record, &error);
  g_assert_no_error (error);
  g_assert_cmpint (evidence->found, ==, COMPTOIR_FOUND_REFERENCE);
  g_assert_cmpstr (evidence->number, ==, record->number);
}

static void
test_refused (SubmissionTest *test, gconstpointer data)
{
  g_autofree char *reference = NULL;
  gint64 id = order_test_save (test->shop, test->journal, &reference);
  g_autoptr (KashOrder) order = order_test_order (reference);
  g_autoptr (KashOrderReply) refusal = NULL;
  g_autoptr (KashOrderReply) reply = NULL;
  g_autoptr (ComptoirOrderRecord) record = NULL;

  order->payment = 4711;
  refusal = order_test_send (test->shop, test->journal, id, order, NULL, NULL);
  g_assert_cmpint (refusal->outcome, ==, KASH_OUTCOME_REFUSED);
  g_assert_nonnull (strstr (refusal->message, "4711"));
  record = submission_test_get_record (test, id);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_REFUSED);
  g_assert_nonnull (strstr (record->answer, "4711"));
  order->payment = KASH_PAYMENT_QUOTE;
  reply = order_test_send (test->shop, test->journal, id, order, NULL, NULL);
  g_assert_cmpint (reply->outcome, ==, KASH_OUTCOME_ACCEPTED);
}

static void
test_nothing_sent (SubmissionTest *test, gconstpointer data)
{
  gint64 id = order_test_save (test->shop, test->journal, NULL);
  g_autoptr (KashOrder) order = order_test_order (NULL);
  g_autoptr (KashOrder) empty = kash_order_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirOrderRecord) invalid = NULL;
  g_autoptr (ComptoirOrderRecord) cancelled = NULL;
  g_autoptr (ComptoirOrderRecord) unreachable = NULL;

  g_assert_null (order_test_send (test->shop, test->journal, id, empty, NULL, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_INVALID);
  invalid = submission_test_get_record (test, id);
  g_assert_cmpint (invalid->state, ==, COMPTOIR_ORDER_STATE_DRAFT);
  g_assert_null (invalid->sent);

  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (order_test_send (test->shop, test->journal, id, order, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  cancelled = submission_test_get_record (test, id);
  g_assert_cmpint (cancelled->state, ==, COMPTOIR_ORDER_STATE_DRAFT);

  g_clear_error (&error);
  demo_shop_stop (test->demo);
  g_assert_null (order_test_send (test->shop, test->journal, id, order, NULL, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_NO_NETWORK);
  unreachable = submission_test_get_record (test, id);
  g_assert_cmpint (unreachable->state, ==, COMPTOIR_ORDER_STATE_DRAFT);
  g_assert_nonnull (unreachable->answer);
}

static void
test_look (SubmissionTest *test, gconstpointer data)
{
  gint64 id = order_test_save (test->shop, test->journal, NULL);
  g_autoptr (KashOrder) order = order_test_order (NULL);
  g_autoptr (KashOrderReply) reply = NULL;
  g_autoptr (ComptoirOrderRecord) record = NULL;
  g_autoptr (ComptoirEvidence) nothing = NULL;
  g_autoptr (ComptoirEvidence) similar = NULL;
  g_autoptr (ComptoirEvidence) other = NULL;
  g_autoptr (GError) error = NULL;

  order->id_client = 3;
  record = submission_test_get_record (test, id);
  nothing = order_test_look (test->shop, record, NULL);
  g_assert_cmpint (nothing->found, ==, COMPTOIR_FOUND_NOTHING);
  g_assert_null (nothing->number);
  g_clear_pointer (&record, comptoir_order_record_free);

  reply = order_test_send (test->shop, test->journal, id, order, NULL, NULL);
  record = submission_test_get_record (test, id);
  similar = order_test_look (test->shop, record, NULL);
  g_assert_cmpint (similar->found, ==, COMPTOIR_FOUND_SIMILAR);
  g_assert_cmpstr (similar->number, ==, reply->order_id);

  g_free (record->total);
  record->total = g_strdup ("3.51");
  other = order_test_look (test->shop, record, NULL);
  g_assert_cmpint (other->found, ==, COMPTOIR_FOUND_NOTHING);

  g_assert_true (demo_shop_set_fault (test->demo, "500:getPending.php", NULL));
  g_assert_null (order_test_look (test->shop, record, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_SERVER_FAULT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  submission_test_add ("/submission/accepted", test_accepted);
  submission_test_add ("/submission/refused", test_refused);
  submission_test_add ("/submission/nothing-sent", test_nothing_sent);
  submission_test_add ("/submission/look", test_look);
  return g_test_run ();
}
