/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "comptoir-store-error.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_STORE (comptoir_store_get_type ())

/* What stays on this computer: one SQLite file and a folder of replies, 0600 in 0700.
 *
 * Small values are read at once from memory and written on the store's own thread, in order;
 * replies are files, read and written asynchronously. A damaged database is set aside under a
 * new name, never deleted; one that can't be used at all (read-only, from a later version) leaves
 * a store that keeps things in memory for this session and says so by "problem". Where a write
 * fails later on, what wasn't written is tried again with the next one.
 *
 * For the thread that made it. Properties: "problem" (string, nullable, a translated sentence to
 * show), "folder" (string).
 */
G_DECLARE_FINAL_TYPE (ComptoirStore, comptoir_store, COMPTOIR, STORE, GObject)

typedef struct _ComptoirOrderJournal ComptoirOrderJournal;

/* @folder: (nullable): absolute path; %NULL for $XDG_DATA_HOME/comptoir. Never fails. */
ComptoirStore *comptoir_store_new (const char *folder);
const char *comptoir_store_get_folder (ComptoirStore *self);
const char *comptoir_store_get_problem (ComptoirStore *self);

/* Small values by account and name: open tabs, widths, what was chosen. @account "" = none. */
char *comptoir_store_dup_value (ComptoirStore *self, const char *account, const char *name);
void comptoir_store_set_value (ComptoirStore *self,
                               const char *account,
                               const char *name,
                               const char *value);
char **comptoir_store_list_accounts (ComptoirStore *self,
                                     const char *name); /* those with a value of that name */
void comptoir_store_flush (ComptoirStore *self);        /* waits for the writes so far */

/* Replies as they came, by account and name ("items.json"). */
void comptoir_store_load_reply_async (ComptoirStore *self,
                                      const char *account,
                                      const char *name,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GBytes *comptoir_store_load_reply_finish (ComptoirStore *self,
                                          GAsyncResult *result,
                                          GDateTime **fetched,
                                          GError **error);
void comptoir_store_save_reply_async (ComptoirStore *self,
                                      const char *account,
                                      const char *name,
                                      GBytes *body,
                                      GDateTime *fetched,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
comptoir_store_save_reply_finish (ComptoirStore *self, GAsyncResult *result, GError **error);

/* The drafts and the sent orders (comptoir-order-journal.h), one for all who use this store.
 * (transfer none) */
ComptoirOrderJournal *comptoir_store_get_journal (ComptoirStore *self);

/* Forgets all of an account: values, replies, its folder. */
void comptoir_store_forget_async (ComptoirStore *self,
                                  const char *account,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean comptoir_store_forget_finish (ComptoirStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
