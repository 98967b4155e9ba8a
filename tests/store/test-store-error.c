/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-store-error.h"

#include <errno.h>

static void
test_errno (void)
{
  static const struct
  {
    int number;
    ComptoirStoreError code;
  } cases[] = {
    { ENOENT, COMPTOIR_STORE_ERROR_NOT_FOUND }, { ENOSPC, COMPTOIR_STORE_ERROR_FULL },
    { EDQUOT, COMPTOIR_STORE_ERROR_FULL },      { EFBIG, COMPTOIR_STORE_ERROR_FULL },
    { EROFS, COMPTOIR_STORE_ERROR_READ_ONLY },  { EACCES, COMPTOIR_STORE_ERROR_READ_ONLY },
    { EPERM, COMPTOIR_STORE_ERROR_READ_ONLY },  { EIO, COMPTOIR_STORE_ERROR_FAILED },
    { ENOTDIR, COMPTOIR_STORE_ERROR_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = comptoir_store_error_from_errno (cases[i].number);

      g_assert_error (error, COMPTOIR_STORE_ERROR, (int) cases[i].code);
    }
}

static void
test_sentences (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = 0; code <= COMPTOIR_STORE_ERROR_FAILED; code++)
    {
      g_autoptr (GError) error = comptoir_store_error_new (code);

      g_assert_error (error, COMPTOIR_STORE_ERROR, code);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_true (g_hash_table_add (seen, g_strdup (error->message)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-error/errno", test_errno);
  g_test_add_func ("/store-error/sentences", test_sentences);
  return g_test_run ();
}
