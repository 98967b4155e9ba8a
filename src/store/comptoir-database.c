/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-database.h"

#include "comptoir-sqlite.h"

struct _ComptoirDatabase
{
  sqlite3 *connection;
};

static const char *const migrations[] = {
  "CREATE TABLE value (account TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, "
  "PRIMARY KEY (account, name)) WITHOUT ROWID;",
};

/* A write-ahead log lets a second process read while the first one writes; where the file system
 * can't do it SQLite keeps its usual journal. What is kept here may lose its last moment with the
 * power, never more; what is forgotten leaves no trace in free pages. */
static const ComptoirSqliteKind kind = {
  .file_name = "comptoir.db",
  .application_id = 0x436d7074, /* "Cmpt" */
  .migrations = migrations,
  .n_migrations = G_N_ELEMENTS (migrations),
  .pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
             "PRAGMA secure_delete = ON;",
};

static ComptoirDatabase *
take_connection (sqlite3 *connection)
{
  ComptoirDatabase *self;

  if (connection == NULL)
    return NULL;
  self = g_new0 (ComptoirDatabase, 1);
  self->connection = connection;
  return self;
}

/**
 * comptoir_database_open:
 * @folder: an existing folder
 * @set_aside: (out) (nullable): the new name of a damaged file, which a new one now replaces
 * @error: see comptoir_sqlite_open()
 *
 * Returns: (transfer full) (nullable): the database
 */
ComptoirDatabase *
comptoir_database_open (const char *folder, char **set_aside, GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (set_aside != NULL && *set_aside == NULL, NULL);

  return take_connection (comptoir_sqlite_open (&kind, folder, set_aside, error));
}

/**
 * comptoir_database_open_read_only:
 * @folder: where the database is
 *
 * Opens a database that can't be written, see comptoir_sqlite_open_read_only().
 *
 * Returns: (transfer full) (nullable): the database
 */
ComptoirDatabase *
comptoir_database_open_read_only (const char *folder, GError **error)
{
  g_return_val_if_fail (folder != NULL && g_path_is_absolute (folder), NULL);

  return take_connection (comptoir_sqlite_open_read_only (&kind, folder, error));
}

/**
 * comptoir_database_read_values:
 * @func: (scope call): called for each value; what isn't valid UTF-8 is left out
 */
gboolean
comptoir_database_read_values (ComptoirDatabase *self,
                               ComptoirValueFunc func,
                               gpointer user_data,
                               GError **error)
{
  sqlite3_stmt *statement = NULL;
  int status;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (sqlite3_prepare_v2 (self->connection, "SELECT account, name, value FROM value", -1,
                          &statement, NULL)
      != SQLITE_OK)
    return comptoir_sqlite_fail (self->connection, error);
  while ((status = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *texts[3];
      gboolean valid = TRUE;

      for (int i = 0; i < 3; i++)
        {
          texts[i] = (const char *) sqlite3_column_text (statement, i);
          valid = valid && texts[i] != NULL && g_utf8_validate (texts[i], -1, NULL);
        }
      if (valid)
        func (texts[0], texts[1], texts[2], user_data);
    }
  if (status != SQLITE_DONE)
    comptoir_sqlite_fail (self->connection, error);
  sqlite3_finalize (statement);
  return status == SQLITE_DONE;
}

/**
 * comptoir_database_write_value:
 * @value: (nullable): %NULL to remove it
 */
gboolean
comptoir_database_write_value (ComptoirDatabase *self,
                               const char *account,
                               const char *name,
                               const char *value,
                               GError **error)
{
  const char *texts[] = { account, name, value, NULL };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (account != NULL && name != NULL, FALSE);

  return comptoir_sqlite_run (
      self->connection,
      value != NULL ? "INSERT OR REPLACE INTO value (account, name, value) VALUES (?, ?, ?)"
                    : "DELETE FROM value WHERE account = ? AND name = ?",
      texts, error);
}

/**
 * comptoir_database_forget:
 *
 * Removes all values of an account, from the write-ahead log too.
 */
gboolean
comptoir_database_forget (ComptoirDatabase *self, const char *account, GError **error)
{
  const char *texts[] = { account, NULL };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (account != NULL, FALSE);

  if (!comptoir_sqlite_run (self->connection, "DELETE FROM value WHERE account = ?", texts, error))
    return FALSE;
  /* While another process reads, the log can't be emptied; it will be when that one is done. */
  sqlite3_wal_checkpoint_v2 (self->connection, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  return TRUE;
}

void
comptoir_database_close (ComptoirDatabase *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_close (self->connection);
  g_free (self);
}
