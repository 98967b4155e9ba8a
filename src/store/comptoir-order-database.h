/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-record.h"
#include "comptoir-store-error.h"

G_BEGIN_DECLS

/* The SQLite file of the order journal, and the claims on its entries. Every change is on the disk
 * when its function returns. Not safe from two threads at once; safe from two processes. */
typedef struct _ComptoirOrderDatabase ComptoirOrderDatabase;

ComptoirOrderDatabase *
comptoir_order_database_open (const char *folder, char **set_aside, GError **error);
GArray *comptoir_order_database_sweep (ComptoirOrderDatabase *self, GError **error);
GPtrArray *
comptoir_order_database_list (ComptoirOrderDatabase *self, const char *account, GError **error);
gint64 comptoir_order_database_save (ComptoirOrderDatabase *self,
                                     const ComptoirOrderRecord *typed,
                                     char **reference,
                                     GError **error);
gboolean comptoir_order_database_discard (ComptoirOrderDatabase *self, gint64 id, GError **error);
gboolean comptoir_order_database_claim (ComptoirOrderDatabase *self,
                                        gint64 id,
                                        const char *sent,
                                        GError **error);
gboolean comptoir_order_database_settle (ComptoirOrderDatabase *self,
                                         gint64 id,
                                         ComptoirOrderState state,
                                         const char *number,
                                         const char *answer,
                                         GError **error);
void comptoir_order_database_close (ComptoirOrderDatabase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirOrderDatabase, comptoir_order_database_close)

G_END_DECLS
