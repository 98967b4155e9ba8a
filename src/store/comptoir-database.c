/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-database.h"

#include "comptoir-database-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#define FILE_NAME      "comptoir.db"
#define APPLICATION_ID 0x436d7074 /* "Cmpt" */

/* How long to wait for another process that writes, in milliseconds. */
#define BUSY_TIMEOUT 2000

struct _ComptoirDatabase
{
  sqlite3 *connection;
};

/* Each step leads from the version that is its index to the next; steps are only ever added. */
static const char *const migrations[] = {
  "CREATE TABLE value (account TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, "
  "PRIMARY KEY (account, name)) WITHOUT ROWID;",
};

static ComptoirStoreError
get_code (sqlite3 *connection)
{
  int number = sqlite3_system_errno (connection);

  switch (sqlite3_errcode (connection) & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return COMPTOIR_STORE_ERROR_DAMAGED;
    case SQLITE_FULL:
      return COMPTOIR_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return COMPTOIR_STORE_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      if (number == EACCES || number == EROFS || number == EPERM)
        return COMPTOIR_STORE_ERROR_READ_ONLY;
      if (number == ENOSPC || number == EDQUOT || number == EFBIG)
        return COMPTOIR_STORE_ERROR_FULL;
      return COMPTOIR_STORE_ERROR_FAILED;
    default:
      return COMPTOIR_STORE_ERROR_FAILED;
    }
}

static gboolean
fail (ComptoirDatabase *self, GError **error)
{
  g_debug ("SQLite: %s", sqlite3_errmsg (self->connection));
  g_propagate_error (error, comptoir_store_error_new (get_code (self->connection)));
  return FALSE;
}

static gboolean
execute (ComptoirDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->connection, sql, NULL, NULL, NULL) != SQLITE_OK)
    return fail (self, error);
  return TRUE;
}

static gboolean
read_integer (ComptoirDatabase *self, const char *sql, int *value, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean done = FALSE;

  if (sqlite3_prepare_v2 (self->connection, sql, -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    {
      *value = sqlite3_column_int (statement, 0);
      done = TRUE;
    }
  else
    fail (self, error);
  sqlite3_finalize (statement);
  return done;
}

/* Runs a statement whose parameters are the given texts, up to a NULL. */
static gboolean
run (ComptoirDatabase *self, const char *sql, const char *const *texts, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean done;

  done = sqlite3_prepare_v2 (self->connection, sql, -1, &statement, NULL) == SQLITE_OK;
  for (int i = 0; done && texts[i] != NULL; i++)
    done = sqlite3_bind_text (statement, i + 1, texts[i], -1, SQLITE_STATIC) == SQLITE_OK;
  done = done && sqlite3_step (statement) == SQLITE_DONE;
  if (!done)
    fail (self, error);
  sqlite3_finalize (statement);
  return done;
}

/* Both pragmas take no parameter, and their numbers are ours. */
static gboolean
set_version (ComptoirDatabase *self, int version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                          APPLICATION_ID, version);

  return execute (self, sql, error);
}

static gboolean
apply_migrations (ComptoirDatabase *self, GError **error)
{
  const int newest = G_N_ELEMENTS (migrations);
  int version;

  if (!read_integer (self, "PRAGMA user_version", &version, error))
    return FALSE;
  for (; version < newest; version++)
    if (!execute (self, migrations[version], error))
      return FALSE;
  return set_version (self, newest, error);
}

/* The version is read a second time inside the transaction: another process may have been first. */
static gboolean
migrate (ComptoirDatabase *self, GError **error)
{
  if (!execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (apply_migrations (self, error) && execute (self, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->connection, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* A file of another program is left alone as one of a later version is. */
static gboolean
check_version (ComptoirDatabase *self, int *version, GError **error)
{
  int application;

  if (!read_integer (self, "PRAGMA user_version", version, error)
      || !read_integer (self, "PRAGMA application_id", &application, error))
    return FALSE;
  if (*version > (int) G_N_ELEMENTS (migrations)
      || (application != APPLICATION_ID && (application != 0 || *version != 0)))
    {
      g_propagate_error (error, comptoir_store_error_new (COMPTOIR_STORE_ERROR_NEWER));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_pages (ComptoirDatabase *self, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean whole = FALSE;

  if (sqlite3_prepare_v2 (self->connection, "PRAGMA quick_check(1)", -1, &statement, NULL)
          == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    {
      whole = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
      if (!whole)
        g_propagate_error (error, comptoir_store_error_new (COMPTOIR_STORE_ERROR_DAMAGED));
    }
  else
    fail (self, error);
  sqlite3_finalize (statement);
  return whole;
}

static gboolean
prepare (ComptoirDatabase *self, GError **error)
{
  int version;

  sqlite3_busy_timeout (self->connection, BUSY_TIMEOUT);
  if (!check_version (self, &version, error) || !check_pages (self, error))
    return FALSE;
  if (sqlite3_db_readonly (self->connection, "main") != 0)
    {
      g_propagate_error (error, comptoir_store_error_new (COMPTOIR_STORE_ERROR_READ_ONLY));
      return FALSE;
    }
  /* A write-ahead log lets a second process read while the first one writes; where the file
   * system can't do it SQLite keeps its usual journal. What is kept here may lose its last
   * moment with the power, never more; what is forgotten leaves no trace in free pages. */
  if (!execute (self,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
                "PRAGMA secure_delete = ON;",
                error))
    return FALSE;
  return version == (int) G_N_ELEMENTS (migrations) || migrate (self, error);
}

static ComptoirDatabase *
connect_to (const char *path, int flags, GError **error)
{
  g_autoptr (ComptoirDatabase) self = g_new0 (ComptoirDatabase, 1);

  if (sqlite3_open_v2 (path, &self->connection, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static ComptoirDatabase *
try_open (const char *path, GError **error)
{
  g_autoptr (ComptoirDatabase) self = NULL;

  if (!comptoir_database_file_make (path, error))
    return NULL;
  self = connect_to (path, SQLITE_OPEN_READWRITE, error);
  if (self == NULL || !prepare (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Under a lock, and only if the file is still damaged: another process may have begun a new one. */
static ComptoirDatabase *
begin_anew (const char *folder, const char *path, char **set_aside, GError **error)
{
  g_autoptr (ComptoirDatabase) self = NULL;
  g_autoptr (GError) damage = NULL;
  int lock = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (lock >= 0)
    flock (lock, LOCK_EX);
  self = try_open (path, &damage);
  if (self == NULL && g_error_matches (damage, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_DAMAGED))
    {
      *set_aside = comptoir_database_file_set_aside (path);
      if (*set_aside != NULL)
        self = try_open (path, error);
      else
        g_propagate_error (error, g_steal_pointer (&damage));
    }
  else if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&damage));
  if (lock >= 0)
    close (lock);
  return g_steal_pointer (&self);
}

/**
 * comptoir_database_open:
 * @folder: an existing folder
 * @set_aside: (out) (nullable): the new name of a damaged file, which a new one now replaces
 * @error: %COMPTOIR_STORE_ERROR_READ_ONLY, %COMPTOIR_STORE_ERROR_FULL, %COMPTOIR_STORE_ERROR_NEWER
 *   for the file of a later version or of another program, %COMPTOIR_STORE_ERROR_FAILED
 *
 * Opens the database for writing and brings it to this version's tables; makes it, for its owner
 * alone, where there is none. Nothing is ever deleted.
 *
 * Returns: (transfer full) (nullable): the database
 */
ComptoirDatabase *
comptoir_database_open (const char *folder, char **set_aside, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (ComptoirDatabase) self = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (set_aside != NULL && *set_aside == NULL, NULL);

  path = g_build_filename (folder, FILE_NAME, NULL);
  self = try_open (path, &local_error);
  if (self != NULL)
    return g_steal_pointer (&self);
  if (g_error_matches (local_error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_DAMAGED))
    return begin_anew (folder, path, set_aside, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * comptoir_database_open_read_only:
 * @folder: where the database is
 *
 * Opens a database that can't be written, to see what it holds. It is taken to stand still, since
 * SQLite can't make the files that would let it follow changes.
 *
 * Returns: (transfer full) (nullable): the database
 */
ComptoirDatabase *
comptoir_database_open_read_only (const char *folder, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *immutable = NULL;
  g_autoptr (ComptoirDatabase) self = NULL;
  int version;

  g_return_val_if_fail (folder != NULL && g_path_is_absolute (folder), NULL);

  path = g_build_filename (folder, FILE_NAME, NULL);
  uri = g_filename_to_uri (path, NULL, NULL);
  immutable = g_strconcat (uri, "?immutable=1", NULL);
  self = connect_to (immutable, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
  if (self == NULL || !check_version (self, &version, error))
    return NULL;
  return g_steal_pointer (&self);
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
    return fail (self, error);
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
    fail (self, error);
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

  return run (self,
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

  if (!run (self, "DELETE FROM value WHERE account = ?", texts, error))
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
