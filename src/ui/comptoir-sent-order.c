/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sent-order.h"

#include <string.h>

#include "comptoir-fold.h"
#include "comptoir-order-text.h"

struct _ComptoirSentOrder
{
  GObject parent_instance;

  ComptoirOrderRecord *record;
  char *folded; /* what a search looks in */
};

G_DEFINE_FINAL_TYPE (ComptoirSentOrder, comptoir_sent_order, G_TYPE_OBJECT)

static void
comptoir_sent_order_finalize (GObject *object)
{
  ComptoirSentOrder *self = COMPTOIR_SENT_ORDER (object);

  comptoir_order_record_free (self->record);
  g_free (self->folded);
  G_OBJECT_CLASS (comptoir_sent_order_parent_class)->finalize (object);
}

static void
comptoir_sent_order_class_init (ComptoirSentOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_sent_order_finalize;
}

static void
comptoir_sent_order_init (ComptoirSentOrder *self)
{
}

/**
 * comptoir_sent_order_new:
 * @record: (transfer none): an entry of the journal
 *
 * Returns: (transfer full): a copy of it to put into a list
 */
ComptoirSentOrder *
comptoir_sent_order_new (const ComptoirOrderRecord *record)
{
  ComptoirSentOrder *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (COMPTOIR_TYPE_SENT_ORDER, NULL);
  self->record = comptoir_order_record_copy (record);
  text = g_strjoin ("\n", comptoir_order_state_get_title (record->state), record->title,
                    record->number != NULL ? record->number : "",
                    record->total != NULL ? record->total : "", record->reference, NULL);
  self->folded = comptoir_fold (text);
  return self;
}

/**
 * comptoir_sent_order_get_record:
 *
 * Returns: (transfer none): the entry
 */
const ComptoirOrderRecord *
comptoir_sent_order_get_record (ComptoirSentOrder *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SENT_ORDER (self), NULL);
  return self->record;
}

/**
 * comptoir_sent_order_matches:
 * @folded: what to look for, without case and accents
 *
 * Returns: whether it occurs in the entry's state, title, number, total or reference
 */
gboolean
comptoir_sent_order_matches (ComptoirSentOrder *self, const char *folded)
{
  g_return_val_if_fail (COMPTOIR_IS_SENT_ORDER (self), FALSE);
  g_return_val_if_fail (folded != NULL, FALSE);
  return strstr (self->folded, folded) != NULL;
}
