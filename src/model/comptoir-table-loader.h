/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table-reader.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_TABLE_LOADER (comptoir_table_loader_get_type ())

/* Bytes into a table on a thread of their own: push them as they come, then close.
 *
 * Signal "progress" (void): the table has more rows, or reading failed; on the main context the
 * loader was made in, no more often than a screen is drawn, never after it was cancelled. */
G_DECLARE_FINAL_TYPE (ComptoirTableLoader, comptoir_table_loader, COMPTOIR, TABLE_LOADER, GObject)

ComptoirTableLoader *
comptoir_table_loader_new (const char *resource, ComptoirTableFormat format, gsize keep);
ComptoirTable *comptoir_table_loader_get_table (ComptoirTableLoader *self);
gboolean comptoir_table_loader_get_failed (ComptoirTableLoader *self);
void comptoir_table_loader_push (ComptoirTableLoader *self, GBytes *bytes);
void comptoir_table_loader_close_async (ComptoirTableLoader *self,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean comptoir_table_loader_close_finish (ComptoirTableLoader *self,
                                             GAsyncResult *result,
                                             GBytes **kept,
                                             GError **error);
void comptoir_table_loader_cancel (ComptoirTableLoader *self);

G_END_DECLS
