/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-order-text.h"

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
  record = comptoir_order_page_find_record (self, records);
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
  comptoir_order_page_list (self, on_listed_to_look, g_object_ref (self));
}

void
comptoir_order_page_show_unknown (ComptoirOrderPage *self, const char *sentence)
{
  self->state = COMPTOIR_ORDER_STATE_UNKNOWN;
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
  self->state = COMPTOIR_ORDER_STATE_ACCEPTED;
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
  self->state = COMPTOIR_ORDER_STATE_DRAFT;
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
