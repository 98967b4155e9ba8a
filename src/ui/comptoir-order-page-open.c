/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "comptoir-order-text.h"

static gboolean
is_form (ComptoirOrderState state)
{
  return state == COMPTOIR_ORDER_STATE_DRAFT || state == COMPTOIR_ORDER_STATE_REFUSED;
}

/* What the service said when it was sent, in this session or another. */
static KashOrderReply *
parse_answer (const ComptoirOrderRecord *record)
{
  const char *answer = record->answer != NULL ? record->answer : "";

  return kash_order_reply_parse (200, answer, strlen (answer));
}

static void
show_record (ComptoirOrderPage *self, const ComptoirOrderRecord *record)
{
  g_autoptr (ComptoirOrderDraft) draft = comptoir_order_draft_from_text (self->shop, record->draft);
  g_autoptr (KashOrderReply) reply = parse_answer (record);

  comptoir_order_page_set_draft (self, draft, record->id, record->reference);
  self->state = record->state;
  switch (record->state)
    {
    case COMPTOIR_ORDER_STATE_ACCEPTED:
      comptoir_order_outcome_show_accepted (self->outcome, record->number, reply);
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
    case COMPTOIR_ORDER_STATE_REFUSED:
      comptoir_order_page_show (self, "form");
      if (reply->message != NULL)
        comptoir_order_page_show_refusal (self, reply->message);
      break;
    case COMPTOIR_ORDER_STATE_DRAFT:
    default:
      comptoir_order_page_show (self, "form");
      break;
    }
}

static void
on_listed_to_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirOrderPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = comptoir_order_journal_list_finish (COMPTOIR_ORDER_JOURNAL (source), result, &error);
  const ComptoirOrderRecord *record;

  if (self->draft == NULL)
    return;
  record = comptoir_order_page_find_record (self, records);
  self->opening = 0;
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
  self->opening = id;
  comptoir_order_page_set_loading (self, TRUE);
  comptoir_order_page_show (self, "loading");
  comptoir_order_page_list (self, on_listed_to_open, g_object_ref (self));
}

/* What is being done here comes first: it ends with a look at the journal's own word. */
static gboolean
is_busy (ComptoirOrderPage *self)
{
  return self->draft == NULL || self->sending != NULL || self->preparing || self->opening != 0
         || comptoir_draft_keeper_is_busy (self->keeper);
}

static gboolean
shows (ComptoirOrderPage *self, const ComptoirOrderRecord *record)
{
  g_autofree char *text = NULL;

  if (!is_form (record->state) || !is_form (self->state))
    return record->state == self->state;
  text = comptoir_order_draft_to_text (self->draft);
  return g_str_equal (text, record->draft);
}

/* What is typed from now on becomes an entry of its own. */
static void
let_go_of_entry (ComptoirOrderPage *self)
{
  g_autoptr (ComptoirOrderDraft) draft = g_object_ref (self->draft);

  comptoir_order_page_set_draft (self, draft, 0, NULL);
  comptoir_order_page_show (self, "form");
  comptoir_order_page_show_message (self,
                                    _ ("This order was thrown away elsewhere. Change it, and "
                                       "it is kept again."),
                                    NULL);
}

static void
on_listed_to_follow (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirOrderPage) self = user_data;
  g_autoptr (GPtrArray) records
      = comptoir_order_journal_list_finish (COMPTOIR_ORDER_JOURNAL (source), result, NULL);
  const ComptoirOrderRecord *record;

  if (records == NULL || is_busy (self) || comptoir_order_page_get_id (self) == 0)
    return;
  record = comptoir_order_page_find_record (self, records);
  if (record != NULL && shows (self, record))
    return;
  if (self->summary != NULL)
    gtk_window_close (GTK_WINDOW (self->summary));
  if (record != NULL)
    show_record (self, record);
  else
    let_go_of_entry (self);
}

/* An entry of the journal changed: where that was done in another window or on another page, it
 * shows here too, so that nobody goes on with what isn't so any more. */
void
comptoir_order_page_follow (ComptoirOrderPage *self, gint64 id)
{
  if (!is_busy (self) && id == comptoir_order_page_get_id (self))
    comptoir_order_page_list (self, on_listed_to_follow, g_object_ref (self));
}

/* Asks the journal for the account's entries. */
void
comptoir_order_page_list (ComptoirOrderPage *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const char *account = comptoir_account_entry_get_id (comptoir_shop_get_entry (self->shop));

  comptoir_order_journal_list_async (self->journal, account, self->cancellable, callback,
                                     user_data);
}

/* (transfer none) (nullable): the page's own of a listing of the journal */
const ComptoirOrderRecord *
comptoir_order_page_find_record (ComptoirOrderPage *self, GPtrArray *records)
{
  gint64 id = comptoir_order_page_get_id (self);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const ComptoirOrderRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        return record;
    }
  return NULL;
}
