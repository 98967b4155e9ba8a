/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "order-test.h"

static void
take_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}

static const char *
get_account (ComptoirShop *shop)
{
  return comptoir_account_entry_get_id (comptoir_shop_get_entry (shop));
}

ComptoirShop *
order_test_shop (const char *base_url, const char *key, ComptoirStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KashAccount) account = kash_account_new (base_url, "demo-shop", key, &error);
  g_autoptr (ComptoirAccountEntry) entry
      = comptoir_account_entry_new ("account", base_url, "demo-shop");

  g_assert_no_error (error);
  return comptoir_shop_new (entry, account, store);
}

/* To be paid, so that it stays among the pending orders. */
KashOrder *
order_test_order (const char *reference)
{
  KashOrder *order = kash_order_new ();
  KashOrderLine *line = kash_order_line_new (KASH_LINE_FREE, 0);

  line->price = g_strdup ("3.50");
  line->title = g_strdup ("Gâteau");
  g_ptr_array_add (order->lines, line);
  order->payment = KASH_PAYMENT_TO_BE_PAID;
  if (reference != NULL)
    comptoir_submission_add_reference (order, reference);
  return order;
}

gint64
order_test_save (ComptoirShop *shop, ComptoirOrderJournal *journal, char **reference)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  comptoir_order_journal_save_async (journal, 0, get_account (shop), "{}", "Gâteau", "3.50", NULL,
                                     take_result, &result);
  id = comptoir_order_journal_save_finish (journal, wait_for (&result), reference, &error);
  g_assert_no_error (error);
  return id;
}

KashOrderReply *
order_test_send (ComptoirShop *shop,
                 ComptoirOrderJournal *journal,
                 gint64 id,
                 KashOrder *order,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_submission_send_async (shop, journal, id, order, cancellable, take_result, &result);
  return comptoir_submission_send_finish (wait_for (&result), error);
}

GPtrArray *
order_test_list (ComptoirShop *shop, ComptoirOrderJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  comptoir_order_journal_list_async (journal, get_account (shop), NULL, take_result, &result);
  records = comptoir_order_journal_list_finish (journal, wait_for (&result), &error);
  g_assert_no_error (error);
  return records;
}

void
order_test_settle (ComptoirOrderJournal *journal, gint64 id, ComptoirOrderState state)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  comptoir_order_journal_settle_async (journal, id, state, NULL, NULL, NULL, take_result, &result);
  g_assert_true (comptoir_order_journal_settle_finish (journal, wait_for (&result), &error));
  g_assert_no_error (error);
}

ComptoirEvidence *
order_test_look (ComptoirShop *shop, const ComptoirOrderRecord *record, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_submission_look_async (shop, record, NULL, take_result, &result);
  return comptoir_submission_look_finish (wait_for (&result), error);
}
