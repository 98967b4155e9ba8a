/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sqlite.h"

#include "comptoir-database-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

/* How long to wait for another process that writes, in milliseconds. */
#define BUSY_TIMEOUT 2000

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
fail_with (ComptoirStoreError code, GError **error)
{
  g_propagate_error (error, comptoir_store_error_new (code));
  return FALSE;
}

static gboolean
read_integer (sqlite3 *connection, const char *sql, int *value, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean done = FALSE;

  if (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    {
      *value = sqlite3_column_int (statement, 0);
      done = TRUE;
    }
  else
    comptoir_sqlite_fail (connection, error);
  sqlite3_finalize (statement);
  return done;
}

/* Both pragmas take no parameter, and their numbers are ours. */
static gboolean
set_version (const ComptoirSqliteKind *kind, sqlite3 *connection, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                          kind->application_id, kind->n_migrations);

  return comptoir_sqlite_execute (connection, sql, error);
}

static gboolean
apply_migrations (const ComptoirSqliteKind *kind, sqlite3 *connection, GError **error)
{
  int version;

  if (!read_integer (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  for (; version < kind->n_migrations; version++)
    if (!comptoir_sqlite_execute (connection, kind->migrations[version], error))
      return FALSE;
  return set_version (kind, connection, error);
}

/* The version is read a second time inside the transaction: another process may have been first. */
static gboolean
migrate (const ComptoirSqliteKind *kind, sqlite3 *connection, GError **error)
{
  if (!comptoir_sqlite_execute (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (apply_migrations (kind, connection, error)
      && comptoir_sqlite_execute (connection, "COMMIT", error))
    return TRUE;
  sqlite3_exec (connection, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* A file of another program is left alone as one of a later version is. */
static gboolean
check_version (const ComptoirSqliteKind *kind, sqlite3 *connection, int *version, GError **error)
{
  int application;

  if (!read_integer (connection, "PRAGMA user_version", version, error)
      || !read_integer (connection, "PRAGMA application_id", &application, error))
    return FALSE;
  if (*version > kind->n_migrations
      || (application != kind->application_id && (application != 0 || *version != 0)))
    return fail_with (COMPTOIR_STORE_ERROR_NEWER, error);
  return TRUE;
}

static gboolean
check_pages (sqlite3 *connection, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean whole = FALSE;

  if (sqlite3_prepare_v2 (connection, "PRAGMA quick_check(1)", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    {
      whole = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
      if (!whole)
        fail_with (COMPTOIR_STORE_ERROR_DAMAGED, error);
    }
  else
    comptoir_sqlite_fail (connection, error);
  sqlite3_finalize (statement);
  return whole;
}

static gboolean
prepare (const ComptoirSqliteKind *kind, sqlite3 *connection, GError **error)
{
  int version;

  sqlite3_busy_timeout (connection, BUSY_TIMEOUT);
  if (!check_version (kind, connection, &version, error) || !check_pages (connection, error))
    return FALSE;
  if (sqlite3_db_readonly (connection, "main") != 0)
    return fail_with (COMPTOIR_STORE_ERROR_READ_ONLY, error);
  if (!comptoir_sqlite_execute (connection, kind->pragmas, error))
    return FALSE;
  return version == kind->n_migrations || migrate (kind, connection, error);
}

static sqlite3 *
connect_to (const char *path, int flags, GError **error)
{
  sqlite3 *connection = NULL;

  if (sqlite3_open_v2 (path, &connection, flags | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    return connection;
  comptoir_sqlite_fail (connection, error);
  sqlite3_close (connection);
  return NULL;
}

static sqlite3 *
try_open (const ComptoirSqliteKind *kind, const char *path, GError **error)
{
  sqlite3 *connection;

  if (!comptoir_database_file_make (path, error))
    return NULL;
  connection = connect_to (path, SQLITE_OPEN_READWRITE, error);
  if (connection == NULL || prepare (kind, connection, error))
    return connection;
  sqlite3_close (connection);
  return NULL;
}

/* Under a lock, and only if the file is still damaged: another process may have begun a new one. */
static sqlite3 *
begin_anew (const ComptoirSqliteKind *kind,
            const char *folder,
            const char *path,
            char **set_aside,
            GError **error)
{
  sqlite3 *connection;
  g_autoptr (GError) damage = NULL;
  int lock = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (lock >= 0)
    flock (lock, LOCK_EX);
  connection = try_open (kind, path, &damage);
  if (g_error_matches (damage, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_DAMAGED))
    {
      *set_aside = comptoir_database_file_set_aside (path);
      if (*set_aside != NULL)
        {
          g_clear_error (&damage);
          connection = try_open (kind, path, &damage);
        }
    }
  if (damage != NULL)
    g_propagate_error (error, g_steal_pointer (&damage));
  if (lock >= 0)
    close (lock);
  return connection;
}

/**
 * comptoir_sqlite_open:
 * @kind: what it is to be
 * @folder: an existing folder
 * @set_aside: (out) (nullable): the new name of a damaged file, which a new one now replaces
 * @error: %COMPTOIR_STORE_ERROR_READ_ONLY, %COMPTOIR_STORE_ERROR_FULL, %COMPTOIR_STORE_ERROR_NEWER
 *   for the file of a later version or of another program, %COMPTOIR_STORE_ERROR_FAILED
 *
 * Opens a file for writing and brings it to this version's tables; makes it, for its owner alone,
 * where there is none. Nothing is ever deleted.
 *
 * Returns: (transfer full) (nullable): a connection for one thread at a time
 */
sqlite3 *
comptoir_sqlite_open (const ComptoirSqliteKind *kind,
                      const char *folder,
                      char **set_aside,
                      GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) local_error = NULL;
  sqlite3 *connection;

  g_return_val_if_fail (kind != NULL && folder != NULL, NULL);
  g_return_val_if_fail (set_aside != NULL && *set_aside == NULL, NULL);

  path = g_build_filename (folder, kind->file_name, NULL);
  connection = try_open (kind, path, &local_error);
  if (g_error_matches (local_error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_DAMAGED))
    return begin_anew (kind, folder, path, set_aside, error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return connection;
}

/**
 * comptoir_sqlite_open_read_only:
 * @kind: what it is
 * @folder: where it is
 *
 * Opens a file that can't be written, to see what it holds. It is taken to stand still, since
 * SQLite can't make the files that would let it follow changes.
 *
 * Returns: (transfer full) (nullable): a connection for one thread at a time
 */
sqlite3 *
comptoir_sqlite_open_read_only (const ComptoirSqliteKind *kind, const char *folder, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *immutable = NULL;
  sqlite3 *connection;
  int version;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (folder != NULL && g_path_is_absolute (folder), NULL);

  path = g_build_filename (folder, kind->file_name, NULL);
  uri = g_filename_to_uri (path, NULL, NULL);
  immutable = g_strconcat (uri, "?immutable=1", NULL);
  connection = connect_to (immutable, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
  if (connection == NULL || check_version (kind, connection, &version, error))
    return connection;
  sqlite3_close (connection);
  return NULL;
}

/**
 * comptoir_sqlite_fail:
 *
 * Sets @error to what the last call on @connection came to.
 *
 * Returns: %FALSE
 */
gboolean
comptoir_sqlite_fail (sqlite3 *connection, GError **error)
{
  g_debug ("SQLite: %s", sqlite3_errmsg (connection));
  return fail_with (get_code (connection), error);
}

/**
 * comptoir_sqlite_execute:
 * @sql: statements without parameters
 */
gboolean
comptoir_sqlite_execute (sqlite3 *connection, const char *sql, GError **error)
{
  if (sqlite3_exec (connection, sql, NULL, NULL, NULL) != SQLITE_OK)
    return comptoir_sqlite_fail (connection, error);
  return TRUE;
}

/**
 * comptoir_sqlite_run:
 * @sql: one statement
 * @texts: (array zero-terminated=1): its parameters
 */
gboolean
comptoir_sqlite_run (sqlite3 *connection, const char *sql, const char *const *texts, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean done;

  done = sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL) == SQLITE_OK;
  for (int i = 0; done && texts[i] != NULL; i++)
    done = sqlite3_bind_text (statement, i + 1, texts[i], -1, SQLITE_STATIC) == SQLITE_OK;
  done = done && sqlite3_step (statement) == SQLITE_DONE;
  if (!done)
    comptoir_sqlite_fail (connection, error);
  sqlite3_finalize (statement);
  return done;
}
