/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "secret-search.h"

#include <string.h>

#define N_SHIFTS 3

/* What base64 makes of the middle depends on how many bytes stand before it; its ends depend on
 * the neighbours. */
static char *
encode_shifted (guint shift)
{
  g_autofree char *shifted = g_strconcat (&"  "[N_SHIFTS - 1 - shift], SECRET_MIDDLE, NULL);
  g_autofree char *encoded = g_base64_encode ((const guchar *) shifted, strlen (shifted));

  return g_strndup (encoded + 4, strlen (encoded) - 8);
}

/* Text as GVariant, SQLite or a clipboard may keep it two or four bytes wide. */
static gboolean
search_wide (const char *bytes, gsize length, gsize width)
{
  char wide[4 * sizeof SECRET_MIDDLE] = { 0 };
  gsize n_chars = strlen (SECRET_MIDDLE);

  for (gsize i = 0; i < n_chars; i++)
    wide[i * width] = SECRET_MIDDLE[i];
  /* Either end may come first, so the zeroes at the end are left out. */
  return memmem (bytes, length, wide, (n_chars - 1) * width + 1) != NULL;
}

/**
 * secret_search_bytes:
 *
 * Returns: whether the key is in there, as it is or encoded in whatever way
 */
gboolean
secret_search_bytes (const char *bytes, gsize length)
{
  if (length == 0)
    return FALSE;
  for (gsize width = 1; width <= 4; width *= 2)
    if (search_wide (bytes, length, width))
      return TRUE;
  for (guint shift = 0; shift < N_SHIFTS; shift++)
    {
      g_autofree char *encoded = encode_shifted (shift);

      if (memmem (bytes, length, encoded, strlen (encoded)) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * secret_search_text:
 * @text: (nullable): a text
 *
 * Returns: whether the key is in there
 */
gboolean
secret_search_text (const char *text)
{
  return text != NULL && secret_search_bytes (text, strlen (text));
}

static void
search_file (const char *path, GPtrArray *places, guint *n_files)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  ++*n_files;
  g_file_get_contents (path, &bytes, &length, &error);
  /* A service of the session may have taken its file away since. */
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return;
  g_assert_no_error (error);
  if (secret_search_bytes (bytes, length))
    g_ptr_array_add (places, g_strdup (path));
}

/**
 * secret_search_folder:
 * @path: a folder
 * @places: (element-type filename): gets the files that hold the key, in their text or their name
 * @n_files: is increased by the number of files looked at
 *
 * Looks through all files under a folder, links not followed.
 */
void
secret_search_folder (const char *path, GPtrArray *places, guint *n_files)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (secret_search_text (name))
        g_ptr_array_add (places, g_strdup (path));
      if (g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        secret_search_folder (child, places, n_files);
      else if (g_file_test (child, G_FILE_TEST_IS_REGULAR))
        search_file (child, places, n_files);
    }
}

/**
 * secret_search_assert_none:
 * @places: (element-type utf8): where the key was found
 */
void
secret_search_assert_none (GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    g_printerr ("The key is in %s\n", (char *) g_ptr_array_index (places, i));
  g_assert_cmpuint (places->len, ==, 0);
}
