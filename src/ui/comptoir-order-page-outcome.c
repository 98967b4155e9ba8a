/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-order-text.h"

static const char *
get_account (ComptoirOrderPage *self)
{
  return comptoir_account_entry_get_id (comptoir_shop_get_entry (self->shop));
}

/* (transfer none) (nullable): of a listing of the journal */
static const ComptoirOrderRecord *
find_record (GPtrArray *records, gint64 id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const ComptoirOrderRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        return record;
    }
  return NULL;
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirOrderPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirEvidence) evidence = comptoir_submission_look_finish (result, &error);

  if (self->draft == NULL)
    return;
  if (evidence != NULL)
    {
      g_free (self->number);
      self->number = g_strdup (evidence->number);
    }
  comptoir_order_outcome_show_evidence (self->outcome, evidence,
                                        error != NULL ? error->message : NULL);
}

static void
on_listed_to_look (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirOrderPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = comptoir_order_journal_list_finish (COMPTOIR_ORDER_JOURNAL (source), result, &error);
  const ComptoirOrderRecord *record;

  if (self->draft == NULL)
    return;
  record = find_record (records, comptoir_order_page_get_id (self));
  if (record == NULL)
    comptoir_order_outcome_show_evidence (self->outcome, NULL,
                                          error != NULL ? error->message : NULL);
  else
    comptoir_submission_look_async (self->shop, record, self->cancellable, on_looked,
                                    g_object_ref (self));
}

/* Looks for an order of unknown outcome among those the service has. */
void
comptoir_order_page_look (ComptoirOrderPage *self)
{
  comptoir_order_outcome_show_looking (self->outcome);
  comptoir_order_journal_list_async (self->journal, get_account (self), self->cancellable,
                                     on_listed_to_look, g_object_ref (self));
}

void
comptoir_order_page_show_unknown (ComptoirOrderPage *self, const char *sentence)
{
  comptoir_order_outcome_show_unknown (self->outcome, sentence);
  comptoir_order_page_show (self, "outcome");
  comptoir_order_page_look (self);
}

static void
on_settled_recorded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirOrderPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!comptoir_order_journal_settle_finish (COMPTOIR_ORDER_JOURNAL (source), result, &error))
    {
      if (self->draft != NULL)
        comptoir_order_outcome_show_evidence (self->outcome, NULL, error->message);
      return;
    }
  if (self->draft == NULL)
    return;
  self->settled = TRUE;
  comptoir_order_outcome_show_accepted (self->outcome, self->number, NULL);
  comptoir_order_page_show (self, "outcome");
}

/* The person says that it was recorded. */
void
comptoir_order_page_settle_recorded (ComptoirOrderPage *self)
{
  comptoir_order_journal_settle_async (self->journal, comptoir_order_page_get_id (self),
                                       COMPTOIR_ORDER_STATE_ACCEPTED, self->number,
                                       _ ("Noted as recorded by hand."), self->cancellable,
                                       on_settled_recorded, g_object_ref (self));
}

static void
on_settled_again (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirOrderPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!comptoir_order_journal_settle_finish (COMPTOIR_ORDER_JOURNAL (source), result, &error))
    {
      if (self->draft != NULL)
        comptoir_order_outcome_show_evidence (self->outcome, NULL, error->message);
      return;
    }
  if (self->draft == NULL)
    return;
  comptoir_order_page_show (self, "form");
  comptoir_order_page_review (self);
}

/* The person says to send it again: it is a draft again, and the summary comes first. */
void
comptoir_order_page_settle_again (ComptoirOrderPage *self)
{
  comptoir_order_journal_settle_async (self->journal, comptoir_order_page_get_id (self),
                                       COMPTOIR_ORDER_STATE_DRAFT, NULL,
                                       _ ("Given back by hand to be sent again."),
                                       self->cancellable, on_settled_again, g_object_ref (self));
}

static void
show_record (ComptoirOrderPage *self, const ComptoirOrderRecord *record)
{
  g_autoptr (ComptoirOrderDraft) draft = comptoir_order_draft_from_text (self->shop, record->draft);

  comptoir_order_page_set_draft (self, draft, record->id, record->reference);
  switch (record->state)
    {
    case COMPTOIR_ORDER_STATE_ACCEPTED:
      self->settled = TRUE;
      comptoir_order_outcome_show_accepted (self->outcome, record->number, NULL);
      comptoir_order_page_show (self, "outcome");
      break;
    case COMPTOIR_ORDER_STATE_SENDING:
      comptoir_order_outcome_show_elsewhere (self->outcome);
      comptoir_order_page_show (self, "outcome");
      break;
    case COMPTOIR_ORDER_STATE_UNKNOWN:
      comptoir_order_page_show_unknown (
          self, comptoir_order_state_get_sentence (COMPTOIR_ORDER_STATE_UNKNOWN));
      break;
    case COMPTOIR_ORDER_STATE_DRAFT:
    case COMPTOIR_ORDER_STATE_REFUSED:
    default:
      comptoir_order_page_show (self, "form");
      break;
    }
}

static void
on_listed_to_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirOrderPage *self = g_task_get_source_object (task);
  const gint64 *id = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = comptoir_order_journal_list_finish (COMPTOIR_ORDER_JOURNAL (source), result, &error);
  const ComptoirOrderRecord *record = find_record (records, *id);

  if (self->draft == NULL)
    return;
  comptoir_order_page_set_loading (self, FALSE);
  if (record != NULL)
    {
      show_record (self, record);
      return;
    }
  comptoir_order_page_show (self, "form");
  comptoir_order_page_show_message (self, _ ("This order is not kept any more."),
                                    error != NULL ? error->message : NULL);
}

/* Goes on with an entry of the journal. */
void
comptoir_order_page_open (ComptoirOrderPage *self, gint64 id)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_source_tag (task, comptoir_order_page_open);
  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  comptoir_order_page_set_loading (self, TRUE);
  comptoir_order_page_show (self, "loading");
  comptoir_order_journal_list_async (self->journal, get_account (self), self->cancellable,
                                     on_listed_to_open, g_object_ref (task));
}
