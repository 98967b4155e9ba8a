/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-draft.h"
#include "comptoir-order-journal.h"

G_BEGIN_DECLS

/* What the search for an order of unknown outcome found. */
typedef enum
{
  COMPTOIR_FOUND_NOTHING, /* not among the pending orders: it may still have been recorded and paid
                           */
  COMPTOIR_FOUND_REFERENCE, /* our reference stands in a pending order: it was recorded */
  COMPTOIR_FOUND_SIMILAR,   /* an order of the same total, client or lines */
} ComptoirFound;

typedef struct
{
  ComptoirFound found;
  char *number;   /* (nullable): of the order found */
  char *sentence; /* what was found, for a person */
} ComptoirEvidence;

/* Adds our reference to the order's private comment, where it is looked for afterwards. */
void comptoir_submission_add_reference (KashOrder *order, const char *reference);

/* Sends the entry @id of the journal once: claimed and committed before the first byte, settled
 * after the last. Finishes with the reply (accepted, or refused in words: the entry is a draft
 * again), or fails: with %KASH_ERROR_UNKNOWN_OUTCOME the entry is "unknown"; with any other error
 * nothing went out and the entry is a draft. Nothing is ever sent again by itself. */
void comptoir_submission_send_async (ComptoirShop *shop,
                                     ComptoirOrderJournal *journal,
                                     gint64 id,
                                     KashOrder *order,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
KashOrderReply *comptoir_submission_send_finish (GAsyncResult *result, GError **error);

/* Looks for an order of unknown outcome in the shop's pending orders. */
void comptoir_submission_look_async (ComptoirShop *shop,
                                     const ComptoirOrderRecord *record,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
ComptoirEvidence *comptoir_submission_look_finish (GAsyncResult *result, GError **error);
void comptoir_evidence_free (ComptoirEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirEvidence, comptoir_evidence_free)

G_END_DECLS
