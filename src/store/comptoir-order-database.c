/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-database-private.h"

/* AUTOINCREMENT: the id of an entry that was thrown away never means another one. */
static const char *const migrations[] = {
  "CREATE TABLE entry ("
  "id INTEGER PRIMARY KEY AUTOINCREMENT, "
  "account TEXT NOT NULL, "
  "reference TEXT NOT NULL UNIQUE, "
  "state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4), "
  "draft TEXT NOT NULL, title TEXT NOT NULL, total TEXT, "
  "sent TEXT, answer TEXT, number TEXT, "
  "created INTEGER NOT NULL, changed INTEGER NOT NULL);"
  "CREATE INDEX entry_by_account ON entry (account, id);"
  "CREATE INDEX entry_sending ON entry (id) WHERE state = 1;",
};

/* A claim must be on the disk before the first byte of the order leaves the computer. EXTRA is
 * FULL, and where the file system can't do a write-ahead log it makes sure of the folder too
 * (https://www.sqlite.org/pragma.html#pragma_synchronous). */
static const ComptoirSqliteKind kind = {
  .file_name = "orders.db",
  .application_id = 0x436d704f, /* "CmpO" */
  .migrations = migrations,
  .n_migrations = G_N_ELEMENTS (migrations),
  .pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = EXTRA; "
             "PRAGMA secure_delete = ON;",
};

sqlite3_stmt *
comptoir_order_database_prepare (ComptoirOrderDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->connection, sql, -1, &statement, NULL) != SQLITE_OK)
    comptoir_sqlite_fail (self->connection, error);
  return statement;
}

void
comptoir_order_database_bind (sqlite3_stmt *statement, int place, const char *text)
{
  sqlite3_bind_text (statement, place, text, -1, SQLITE_STATIC);
}

/* Runs a statement that changes rows.
 *
 * Returns: how many it changed, -1 with @error where it failed */
int
comptoir_order_database_change (ComptoirOrderDatabase *self,
                                sqlite3_stmt *statement,
                                GError **error)
{
  int n_changed = -1;

  if (sqlite3_step (statement) == SQLITE_DONE)
    n_changed = sqlite3_changes (self->connection);
  else
    comptoir_sqlite_fail (self->connection, error);
  sqlite3_finalize (statement);
  return n_changed;
}

static char *
dup_column (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

static ComptoirOrderRecord *
read_record (sqlite3_stmt *statement)
{
  ComptoirOrderRecord *record = g_new0 (ComptoirOrderRecord, 1);

  record->id = sqlite3_column_int64 (statement, 0);
  record->account = dup_column (statement, 1);
  record->reference = dup_column (statement, 2);
  record->state = (ComptoirOrderState) sqlite3_column_int (statement, 3);
  record->draft = dup_column (statement, 4);
  record->title = dup_column (statement, 5);
  record->total = dup_column (statement, 6);
  record->sent = dup_column (statement, 7);
  record->answer = dup_column (statement, 8);
  record->number = dup_column (statement, 9);
  record->created = sqlite3_column_int64 (statement, 10);
  record->changed = sqlite3_column_int64 (statement, 11);
  return record;
}

/* A reference that is taken already is so rare that it is made anew without a look before. */
static gint64
insert (ComptoirOrderDatabase *self,
        const ComptoirOrderRecord *typed,
        char **reference,
        GError **error)
{
  while (TRUE)
    {
      g_autofree char *made = comptoir_order_reference_new ();
      sqlite3_stmt *statement = comptoir_order_database_prepare (
          self,
          "INSERT INTO entry (account, reference, state, draft, title, total, created, "
          "changed) VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?6)",
          error);
      g_autoptr (GError) local_error = NULL;

      if (statement == NULL)
        return 0;
      comptoir_order_database_bind (statement, 1, typed->account);
      comptoir_order_database_bind (statement, 2, made);
      comptoir_order_database_bind (statement, 3, typed->draft);
      comptoir_order_database_bind (statement, 4, typed->title);
      comptoir_order_database_bind (statement, 5, typed->total);
      sqlite3_bind_int64 (statement, 6, g_get_real_time ());
      if (comptoir_order_database_change (self, statement, &local_error) > 0)
        {
          *reference = g_steal_pointer (&made);
          return sqlite3_last_insert_rowid (self->connection);
        }
      if (sqlite3_extended_errcode (self->connection) != SQLITE_CONSTRAINT_UNIQUE)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return 0;
        }
    }
}

static char *
dup_reference (ComptoirOrderDatabase *self, gint64 id, GError **error)
{
  sqlite3_stmt *statement
      = comptoir_order_database_prepare (self, "SELECT reference FROM entry WHERE id = ?", error);
  char *reference = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    reference = dup_column (statement, 0);
  else
    comptoir_sqlite_fail (self->connection, error);
  sqlite3_finalize (statement);
  return reference;
}

static gboolean
update (ComptoirOrderDatabase *self, const ComptoirOrderRecord *typed, GError **error)
{
  sqlite3_stmt *statement = comptoir_order_database_prepare (
      self,
      "UPDATE entry SET state = 0, draft = ?2, title = ?3, total = ?4, changed = ?5 "
      "WHERE id = ?1 AND state IN (0, 3)",
      error);
  int n_changed;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, typed->id);
  comptoir_order_database_bind (statement, 2, typed->draft);
  comptoir_order_database_bind (statement, 3, typed->title);
  comptoir_order_database_bind (statement, 4, typed->total);
  sqlite3_bind_int64 (statement, 5, g_get_real_time ());
  n_changed = comptoir_order_database_change (self, statement, error);
  return n_changed > 0
         || (n_changed == 0 && comptoir_order_database_fail_by_state (self, typed->id, error));
}

/**
 * comptoir_order_database_open:
 * @folder: an existing folder
 * @set_aside: (out) (nullable): the new name of a damaged file, which a new one now replaces
 * @error: see comptoir_sqlite_open()
 *
 * Returns: (transfer full) (nullable): the database
 */
ComptoirOrderDatabase *
comptoir_order_database_open (const char *folder, char **set_aside, GError **error)
{
  ComptoirOrderClaims *claims;
  ComptoirOrderDatabase *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (set_aside != NULL && *set_aside == NULL, NULL);

  claims = comptoir_order_claims_new (folder, error);
  if (claims == NULL)
    return NULL;
  self = g_new0 (ComptoirOrderDatabase, 1);
  self->claims = claims;
  self->connection = comptoir_sqlite_open (&kind, folder, set_aside, error);
  if (self->connection == NULL)
    g_clear_pointer (&self, comptoir_order_database_close);
  return self;
}

/**
 * comptoir_order_database_list:
 * @account: the account's id
 *
 * Returns: (transfer full) (nullable) (element-type ComptoirOrderRecord): its entries, newest
 *   first
 */
GPtrArray *
comptoir_order_database_list (ComptoirOrderDatabase *self, const char *account, GError **error)
{
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_order_record_free);
  sqlite3_stmt *statement;
  int status;

  g_return_val_if_fail (self != NULL && account != NULL, NULL);

  statement = comptoir_order_database_prepare (
      self,
      "SELECT id, account, reference, state, draft, title, total, sent, answer, "
      "number, created, changed FROM entry WHERE account = ? ORDER BY id DESC",
      error);
  if (statement == NULL)
    return NULL;
  comptoir_order_database_bind (statement, 1, account);
  while ((status = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (records, read_record (statement));
  if (status != SQLITE_DONE)
    comptoir_sqlite_fail (self->connection, error);
  sqlite3_finalize (statement);
  return status == SQLITE_DONE ? g_steal_pointer (&records) : NULL;
}

/**
 * comptoir_order_database_save:
 * @typed: @id (0 for a new entry), @account, @draft, @title and @total
 * @reference: (out): the entry's reference
 * @error: %COMPTOIR_STORE_ERROR_BUSY where it is neither a draft nor refused,
 *   %COMPTOIR_STORE_ERROR_NOT_FOUND where it was thrown away, another error of the store
 *
 * Returns: the entry's id, 0 where it isn't saved
 */
gint64
comptoir_order_database_save (ComptoirOrderDatabase *self,
                              const ComptoirOrderRecord *typed,
                              char **reference,
                              GError **error)
{
  g_return_val_if_fail (self != NULL && typed != NULL, 0);
  g_return_val_if_fail (reference != NULL && *reference == NULL, 0);

  if (typed->id == 0)
    return insert (self, typed, reference, error);
  if (!update (self, typed, error))
    return 0;
  *reference = dup_reference (self, typed->id, error);
  return *reference != NULL ? typed->id : 0;
}

/**
 * comptoir_order_database_discard:
 * @error: as for comptoir_order_database_save()
 */
gboolean
comptoir_order_database_discard (ComptoirOrderDatabase *self, gint64 id, GError **error)
{
  sqlite3_stmt *statement;
  int n_changed;

  g_return_val_if_fail (self != NULL, FALSE);

  statement = comptoir_order_database_prepare (
      self, "DELETE FROM entry WHERE id = ? AND state IN (0, 3)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  n_changed = comptoir_order_database_change (self, statement, error);
  return n_changed > 0
         || (n_changed == 0 && comptoir_order_database_fail_by_state (self, id, error));
}

/**
 * comptoir_order_database_close:
 *
 * Closes the database; claims end.
 */
void
comptoir_order_database_close (ComptoirOrderDatabase *self)
{
  if (self == NULL)
    return;
  sqlite3_close (self->connection);
  comptoir_order_claims_free (self->claims);
  g_free (self);
}
