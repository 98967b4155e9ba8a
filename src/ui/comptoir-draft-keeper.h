/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-draft.h"
#include "comptoir-order-journal.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_DRAFT_KEEPER (comptoir_draft_keeper_get_type ())

/* Keeps a draft in the journal as it is typed: within half a second of each change, one write at a
 * time. What is still to be written is written even when nobody holds it any more.
 *
 * Properties, read-only and notified: "id" (int64, 0 while nothing was kept), "problem" (string,
 * nullable: why the last write failed). */
G_DECLARE_FINAL_TYPE (ComptoirDraftKeeper, comptoir_draft_keeper, COMPTOIR, DRAFT_KEEPER, GObject)

ComptoirDraftKeeper *comptoir_draft_keeper_new (ComptoirOrderJournal *journal,
                                                const char *account,
                                                ComptoirOrderDraft *draft,
                                                gint64 id,
                                                const char *reference); /* (nullable) */
gint64 comptoir_draft_keeper_get_id (ComptoirDraftKeeper *self);
const char *comptoir_draft_keeper_get_reference (ComptoirDraftKeeper *self); /* (nullable) */
const char *comptoir_draft_keeper_get_problem (ComptoirDraftKeeper *self);   /* (nullable) */
gboolean comptoir_draft_keeper_is_busy (ComptoirDraftKeeper *self);
void comptoir_draft_keeper_close (ComptoirDraftKeeper *self);

/* Writes now; finishes when all is in the journal. */
void comptoir_draft_keeper_flush_async (ComptoirDraftKeeper *self,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean comptoir_draft_keeper_flush_finish (ComptoirDraftKeeper *self,
                                             GAsyncResult *result,
                                             GError **error);

G_END_DECLS
