/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * ComptoirSqliteKind:
 * @file_name: within the folder
 * @application_id: what tells the file from those of other programs
 * @migrations: each leads from the version that is its index to the next; only ever added to
 * @pragmas: how to write, run at each opening
 *
 * A kind of SQLite file that is kept on this computer.
 */
typedef struct
{
  const char *file_name;
  int application_id;
  const char *const *migrations;
  int n_migrations;
  const char *pragmas;
} ComptoirSqliteKind;

sqlite3 *comptoir_sqlite_open (const ComptoirSqliteKind *kind,
                               const char *folder,
                               char **set_aside,
                               GError **error);
sqlite3 *
comptoir_sqlite_open_read_only (const ComptoirSqliteKind *kind, const char *folder, GError **error);
gboolean comptoir_sqlite_fail (sqlite3 *connection, GError **error);
gboolean comptoir_sqlite_execute (sqlite3 *connection, const char *sql, GError **error);
gboolean comptoir_sqlite_run (sqlite3 *connection,
                              const char *sql,
                              const char *const *texts,
                              GError **error);

G_END_DECLS
