/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-submission.h"

#include "kash-error.h"

/* One sending of one entry, from the claim to what became of it. */
typedef struct
{
  ComptoirShop *shop;
  ComptoirOrderJournal *journal;
  gint64 id;
  KashOrder *order;
  KashOrderReply *reply; /* (nullable): what the service said */
  GError *error;         /* (nullable): why there is no clear word of the service */
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  g_object_unref (sending->shop);
  g_object_unref (sending->journal);
  kash_order_free (sending->order);
  g_clear_pointer (&sending->reply, kash_order_reply_free);
  g_clear_error (&sending->error);
  g_free (sending);
}

/* Where the journal can't note the outcome, the person hears of it all the same; the entry stays
 * "sending" there, and is "unknown" at the next start, which is never wrong. */
static void
on_settled (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!comptoir_order_journal_settle_finish (COMPTOIR_ORDER_JOURNAL (object), result, &error))
    g_debug ("The outcome of an order was not noted: %s", error->message);
  if (sending->error != NULL)
    g_task_return_error (task, g_steal_pointer (&sending->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&sending->reply),
                           (GDestroyNotify) kash_order_reply_free);
}

static void
settle (GTask *task, ComptoirOrderState state, const char *number, const char *answer)
{
  Sending *sending = g_task_get_task_data (task);

  comptoir_order_journal_settle_async (sending->journal, sending->id, state, number, answer, NULL,
                                       on_settled, task);
}

static void
settle_by_reply (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  KashOrderReply *reply = sending->reply;

  switch (reply->outcome)
    {
    case KASH_OUTCOME_ACCEPTED:
      settle (task, COMPTOIR_ORDER_STATE_ACCEPTED, reply->order_id, reply->text);
      break;
    case KASH_OUTCOME_REFUSED:
      settle (task, COMPTOIR_ORDER_STATE_REFUSED, NULL, reply->text);
      break;
    case KASH_OUTCOME_UNKNOWN:
    default:
      sending->error = kash_error_new (KASH_ERROR_UNKNOWN_OUTCOME, reply->message, NULL);
      settle (task, COMPTOIR_ORDER_STATE_UNKNOWN, reply->order_id, reply->text);
      break;
    }
}

/* After any other error than that of an unknown outcome nothing was sent, see
 * kash_client_send_order_finish(). */
static void
settle_by_error (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  gboolean is_unknown = g_error_matches (sending->error, KASH_ERROR, KASH_ERROR_UNKNOWN_OUTCOME);
  const char *detail
      = sending->error->domain == KASH_ERROR ? kash_error_get_detail (sending->error) : NULL;

  settle (task, is_unknown ? COMPTOIR_ORDER_STATE_UNKNOWN : COMPTOIR_ORDER_STATE_DRAFT, NULL,
          detail != NULL ? detail : sending->error->message);
}

static void
on_sent (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Sending *sending = g_task_get_task_data (task);

  sending->reply = kash_client_send_order_finish (KASH_CLIENT (object), result, &sending->error);
  if (sending->reply != NULL)
    settle_by_reply (task);
  else
    settle_by_error (task);
}

static void
on_claimed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  GError *error = NULL;

  if (!comptoir_order_journal_claim_finish (COMPTOIR_ORDER_JOURNAL (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  kash_client_send_order_async (comptoir_shop_get_client (sending->shop), sending->order,
                                g_task_get_cancellable (task), on_sent, g_object_ref (task));
}

/**
 * comptoir_submission_add_reference:
 * @reference: an entry's reference
 */
void
comptoir_submission_add_reference (KashOrder *order, const char *reference)
{
  char *comment;

  g_return_if_fail (order != NULL && reference != NULL);

  if (order->private_comment == NULL || *order->private_comment == '\0')
    comment = g_strdup (reference);
  else
    comment = g_strjoin (" ", order->private_comment, reference, NULL);
  g_free (order->private_comment);
  order->private_comment = comment;
}

/**
 * comptoir_submission_send_async:
 * @id: an entry of the journal: a draft, saved, or a refused one
 * @order: (transfer none): the order as it is to go out
 * @cancellable: (nullable): to give it up; where that comes too late the outcome is unknown
 *
 * Sends an order once. It is claimed, and that is on the disk, before the first byte goes out.
 */
void
comptoir_submission_send_async (ComptoirShop *shop,
                                ComptoirOrderJournal *journal,
                                gint64 id,
                                KashOrder *order,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *body = NULL;
  Sending *sending;
  GError *error = NULL;

  g_return_if_fail (COMPTOIR_IS_SHOP (shop));
  g_return_if_fail (COMPTOIR_IS_ORDER_JOURNAL (journal));
  g_return_if_fail (id > 0 && order != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_submission_send_async);
  /* Cancelling must not hide an outcome. */
  g_task_set_check_cancellable (task, FALSE);
  if (!kash_order_validate (order, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* A program that is left goes on until it is noted what became of the order. */
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  sending = g_new0 (Sending, 1);
  sending->shop = g_object_ref (shop);
  sending->journal = g_object_ref (journal);
  sending->id = id;
  sending->order = kash_order_copy (order);
  g_task_set_task_data (task, sending, sending_free);
  body = kash_order_encode (
      order, kash_account_get_shop_id (kash_client_get_account (comptoir_shop_get_client (shop))),
      "***");
  comptoir_order_journal_claim_async (journal, id, body, cancellable, on_claimed,
                                      g_object_ref (task));
}

/**
 * comptoir_submission_send_finish:
 * @error: %KASH_ERROR_UNKNOWN_OUTCOME: nobody knows whether it was recorded, and the entry is
 *   "unknown"; %COMPTOIR_STORE_ERROR_BUSY: another window or process has it; any other error:
 *   nothing was sent, and the entry is a draft
 *
 * Returns: (transfer full) (nullable): what the service said: accepted, or refused in words
 */
KashOrderReply *
comptoir_submission_send_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_submission_send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
