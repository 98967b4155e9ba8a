/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-replies.h"

#include "comptoir-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME_MAX_LENGTH 100

/* An account's name comes from outside and may hold anything; its hash names a folder on every
 * file system, and tells nothing about the shop. */
static char *
get_account_folder (const char *folder, const char *account)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, account, -1);

  return g_build_filename (folder, "replies", hash, NULL);
}

static gboolean
make_account_folder (const char *path)
{
  g_autofree char *replies = g_path_get_dirname (path);

  return comptoir_folder_make_private (replies) && comptoir_folder_make_private (path);
}

static gboolean
fail (GError **error)
{
  int number = errno;

  g_debug ("Reply: %s", g_strerror (number));
  g_propagate_error (error, comptoir_store_error_from_errno (number));
  return FALSE;
}

static gboolean
check (const char *name, GError **error)
{
  if (comptoir_replies_check_name (name))
    return TRUE;
  g_propagate_error (error, comptoir_store_error_new (COMPTOIR_STORE_ERROR_FAILED));
  return FALSE;
}

static gboolean
write_all (int fd, GBytes *body)
{
  gsize length;
  const char *data = g_bytes_get_data (body, &length);

  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      data += written;
      length -= written;
    }
  return TRUE;
}

/* The time a reply was fetched is its file's time: the two are renamed into place together, and
 * neither can be there without the other. */
static gboolean
fill_file (int fd, GBytes *body, GDateTime *fetched)
{
  struct timespec times[2];

  times[0].tv_sec = times[1].tv_sec = g_date_time_to_unix (fetched);
  times[0].tv_nsec = times[1].tv_nsec = g_date_time_get_microsecond (fetched) * 1000L;
  return fchmod (fd, 0600) == 0 && write_all (fd, body) && futimens (fd, times) == 0
         && fsync (fd) == 0;
}

static void
remove_leftovers (const char *folder, int age)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  time_t now = time (NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat status;

      /* The change time: the other one may already be that of the reply. */
      if (name[0] == '.' && lstat (path, &status) == 0 && now - status.st_ctime > age)
        unlink (path);
    }
}

/**
 * comptoir_replies_check_name:
 * @name: what a reply is to be called
 *
 * Returns: whether @name consists of 1 to 100 ASCII letters, digits, dots, hyphens and underscores
 *   and doesn't begin with a dot, so that it can't lead out of its folder
 */
gboolean
comptoir_replies_check_name (const char *name)
{
  gsize length;

  g_return_val_if_fail (name != NULL, FALSE);

  length = strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-");
  return length > 0 && length <= NAME_MAX_LENGTH && name[length] == '\0' && name[0] != '.';
}

/**
 * comptoir_replies_save:
 * @folder: the store's folder
 * @account: whose reply it is, any text
 * @name: see comptoir_replies_check_name()
 * @body: the reply as it came
 * @fetched: when it was fetched, kept to the microsecond
 *
 * Keeps a reply in the place of an older one, as a whole or, where that fails, not at all. An
 * older one that is still in use as mapped memory stays as it was.
 */
gboolean
comptoir_replies_save (const char *folder,
                       const char *account,
                       const char *name,
                       GBytes *body,
                       GDateTime *fetched,
                       GError **error)
{
  g_autofree char *account_folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *temporary = NULL;
  gboolean done;
  int fd;

  g_return_val_if_fail (folder != NULL && account != NULL, FALSE);
  g_return_val_if_fail (body != NULL && fetched != NULL, FALSE);

  if (!check (name, error))
    return FALSE;
  account_folder = get_account_folder (folder, account);
  path = g_build_filename (account_folder, name, NULL);
  temporary = g_strdup_printf ("%s/.%s.XXXXXX", account_folder, name);
  if (!make_account_folder (account_folder))
    return fail (error);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (error);

  done = fill_file (fd, body, fetched) && g_rename (temporary, path) == 0;
  if (!done)
    {
      fail (error);
      unlink (temporary);
    }
  close (fd);
  return done;
}

/**
 * comptoir_replies_load:
 * @fetched: (out) (optional) (nullable): when it was fetched, in local time
 * @error: %COMPTOIR_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full) (nullable): the reply, mapped from its file rather than read
 */
GBytes *
comptoir_replies_load (const char *folder,
                       const char *account,
                       const char *name,
                       GDateTime **fetched,
                       GError **error)
{
  g_autofree char *account_folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GMappedFile) file = NULL;
  struct stat status;
  int fd;

  g_return_val_if_fail (folder != NULL && account != NULL, NULL);

  if (!check (name, error))
    return NULL;
  account_folder = get_account_folder (folder, account);
  path = g_build_filename (account_folder, name, NULL);
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    {
      fail (error);
      return NULL;
    }
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  close (fd);
  if (file == NULL)
    {
      g_propagate_error (error, comptoir_store_error_new (COMPTOIR_STORE_ERROR_FAILED));
      return NULL;
    }
  if (fetched != NULL)
    {
      g_autoptr (GDateTime) second = g_date_time_new_from_unix_local (status.st_mtim.tv_sec);

      *fetched = second != NULL ? g_date_time_add (second, status.st_mtim.tv_nsec / 1000) : NULL;
    }
  return g_mapped_file_get_bytes (file);
}

/**
 * comptoir_replies_forget:
 *
 * Removes all replies of an account, and its folder.
 */
gboolean
comptoir_replies_forget (const char *folder, const char *account, GError **error)
{
  g_autofree char *account_folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL && account != NULL, FALSE);

  account_folder = get_account_folder (folder, account);
  dir = g_dir_open (account_folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (account_folder, name, NULL);

      if (unlink (path) != 0 && errno != ENOENT)
        return fail (error);
    }
  if (rmdir (account_folder) != 0 && errno != ENOENT)
    return fail (error);
  return TRUE;
}

/**
 * comptoir_replies_sweep:
 * @age: in seconds
 *
 * Removes what saves that a crash cut short have left behind, once it is older than @age.
 */
void
comptoir_replies_sweep (const char *folder, int age)
{
  g_autofree char *replies = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_if_fail (folder != NULL);

  replies = g_build_filename (folder, "replies", NULL);
  dir = g_dir_open (replies, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (replies, name, NULL);

      remove_leftovers (path, age);
    }
}
