/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-claims.h"
#include "comptoir-order-database.h"
#include "comptoir-sqlite.h"

G_BEGIN_DECLS

struct _ComptoirOrderDatabase
{
  sqlite3 *connection;
  ComptoirOrderClaims *claims;
};

sqlite3_stmt *
comptoir_order_database_prepare (ComptoirOrderDatabase *self, const char *sql, GError **error);
void comptoir_order_database_bind (sqlite3_stmt *statement, int place, const char *text);
int comptoir_order_database_change (ComptoirOrderDatabase *self,
                                    sqlite3_stmt *statement,
                                    GError **error);
gboolean
comptoir_order_database_fail_by_state (ComptoirOrderDatabase *self, gint64 id, GError **error);

G_END_DECLS
