/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-store.h"
#include "comptoir-table.h"
#include "kash-client.h"
#include "kash-resource.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_DATASET (comptoir_dataset_get_type ())

/* One resource of a shop: the rows one has, and the coming of newer ones.
 *
 * The first load shows the kept copy at once and asks the service for a newer one. While there is
 * nothing to show, the arriving table is shown as it grows; while there is, the old rows stay
 * until the new reply is whole, and stay when it fails. Bytes are read into the table on a worker
 * thread; every notification comes on the main loop.
 *
 * Properties, all read-only and notified when they change:
 *   "resource" (int), "table" (ComptoirTable, nullable), "n-rows" (uint: rows of "table" to show,
 *   grows while it streams in), "loading" (boolean), "received" (uint64 bytes), "expected" (int64
 *   bytes or -1), "fetched-at" (GDateTime, nullable: when the shown rows left the service),
 *   "error" (GError, nullable: why the last try failed; cleared by the next), "unreadable"
 *   (GBytes, nullable: the reply that could not be read, as it came).
 */
G_DECLARE_FINAL_TYPE (ComptoirDataset, comptoir_dataset, COMPTOIR, DATASET, GObject)

/* comptoir_shop_get_dataset() makes them. @store: (nullable): keeps nothing; @account: whose
 * replies, as ComptoirStore wants it. */
ComptoirDataset *comptoir_dataset_new (KashClient *client,
                                       ComptoirStore *store,
                                       const char *account,
                                       KashResource resource);
/* One whose table comes from elsewhere: a report, a sheet. */
ComptoirDataset *comptoir_dataset_new_given (void);
void comptoir_dataset_give_table (ComptoirDataset *self, ComptoirTable *table);

KashResource comptoir_dataset_get_resource (ComptoirDataset *self);
ComptoirTable *comptoir_dataset_get_table (ComptoirDataset *self); /* (transfer none) (nullable) */
guint comptoir_dataset_get_n_rows (ComptoirDataset *self);
gboolean comptoir_dataset_get_loading (ComptoirDataset *self);
guint64 comptoir_dataset_get_received (ComptoirDataset *self);
gint64 comptoir_dataset_get_expected (ComptoirDataset *self);
GDateTime *comptoir_dataset_get_fetched_at (ComptoirDataset *self); /* (transfer none) (nullable) */
const GError *comptoir_dataset_get_error (ComptoirDataset *self);   /* (nullable) */
GBytes *comptoir_dataset_get_unreadable (ComptoirDataset *self);    /* (transfer none) (nullable) */

void comptoir_dataset_load (ComptoirDataset *self);    /* once: the kept copy, then the service */
void comptoir_dataset_refresh (ComptoirDataset *self); /* asks the service; nothing while loading */
void comptoir_dataset_cancel (ComptoirDataset *self);

/* The row whose id is @id; looks in an index that is made when first asked for. */
gboolean comptoir_dataset_find_row (ComptoirDataset *self, const char *id, guint *row);

G_END_DECLS
