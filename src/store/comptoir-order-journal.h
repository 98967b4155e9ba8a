/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-record.h"
#include "comptoir-store.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_ORDER_JOURNAL (comptoir_order_journal_get_type ())

/* The drafts and the journal of what was sent: `orders.db` in the store's folder, SQLite with
 * synchronous=FULL, on a thread of its own. Safe between windows and processes: an entry is
 * claimed for sending by one of them, and the claim dies with its process.
 *
 * At opening and at each listing, an entry that is "sending" and whose claimer lives no more
 * becomes "unknown". A damaged file is set aside under a new name, never deleted; where the journal
 * can't be written, nothing is sent.
 *
 * For the thread that made it. Signal "changed" (gint64 id): an entry of this process's doing
 * changed. Property "problem" (string, nullable, read-only, notified): a translated sentence that
 * says what was set aside, or why nothing can be kept. */
G_DECLARE_FINAL_TYPE (ComptoirOrderJournal,
                      comptoir_order_journal,
                      COMPTOIR,
                      ORDER_JOURNAL,
                      GObject)

ComptoirOrderJournal *comptoir_order_journal_new (ComptoirStore *store);
const char *comptoir_order_journal_get_problem (ComptoirOrderJournal *self);
void
comptoir_order_journal_flush (ComptoirOrderJournal *self); /* waits for all that was asked for */

/* The entries of an account, newest first. (element-type ComptoirOrderRecord) */
void comptoir_order_journal_list_async (ComptoirOrderJournal *self,
                                        const char *account,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *comptoir_order_journal_list_finish (ComptoirOrderJournal *self,
                                               GAsyncResult *result,
                                               GError **error);

/* Saves what was typed. @id: 0 makes a new entry. Saves of the same entry are written in order;
 * only the last of those waiting is. Fails when the entry is not a draft or refused. → its id */
void comptoir_order_journal_save_async (ComptoirOrderJournal *self,
                                        gint64 id,
                                        const char *account,
                                        const char *draft,
                                        const char *title,
                                        const char *total,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gint64 comptoir_order_journal_save_finish (ComptoirOrderJournal *self,
                                           GAsyncResult *result,
                                           char **reference, /* (out) (transfer full) */
                                           GError **error);

/* Throws a draft away (draft or refused only; undo = save again). */
void comptoir_order_journal_discard_async (ComptoirOrderJournal *self,
                                           gint64 id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean comptoir_order_journal_discard_finish (ComptoirOrderJournal *self,
                                                GAsyncResult *result,
                                                GError **error);

/* draft | refused → sending, committed to the disk before it finishes. Fails with
 * %COMPTOIR_STORE_ERROR_BUSY when another window or process has it, or it isn't a draft. */
void comptoir_order_journal_claim_async (ComptoirOrderJournal *self,
                                         gint64 id,
                                         const char *sent,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean comptoir_order_journal_claim_finish (ComptoirOrderJournal *self,
                                              GAsyncResult *result,
                                              GError **error);

/* sending | unknown → @state. */
void comptoir_order_journal_settle_async (ComptoirOrderJournal *self,
                                          gint64 id,
                                          ComptoirOrderState state,
                                          const char *number,
                                          const char *answer,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean comptoir_order_journal_settle_finish (ComptoirOrderJournal *self,
                                               GAsyncResult *result,
                                               GError **error);

G_END_DECLS
