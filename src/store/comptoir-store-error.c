/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (comptoir - store - error - quark, comptoir_store_error)

static const char *
get_sentence (ComptoirStoreError code)
{
  switch (code)
    {
    case COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE:
      return _ ("There is no unlocked keyring on this computer to keep the key in.");
    case COMPTOIR_STORE_ERROR_NOT_FOUND:
      return _ ("Nothing is kept under this name.");
    case COMPTOIR_STORE_ERROR_FULL:
      return _ ("The disk is full. Until there is room again, changes last for this session only.");
    case COMPTOIR_STORE_ERROR_READ_ONLY:
      return _ ("Comptoir may not write to its folder. Changes last for this session only.");
    case COMPTOIR_STORE_ERROR_NEWER:
      return _ ("What is kept on this computer was written by a later version of Comptoir. "
                "Changes last for this session only.");
    case COMPTOIR_STORE_ERROR_DAMAGED:
      return _ ("What is kept on this computer is damaged. Changes last for this session only.");
    case COMPTOIR_STORE_ERROR_BUSY:
      return _ ("Another window or program is working on this.");
    case COMPTOIR_STORE_ERROR_FAILED:
      break;
    }
  return _ ("Nothing can be kept on this computer. Changes last for this session only.");
}

/**
 * comptoir_store_error_new:
 * @code: what went wrong
 *
 * Returns: (transfer full): an error whose message is a translated sentence to show
 */
GError *
comptoir_store_error_new (ComptoirStoreError code)
{
  return g_error_new_literal (COMPTOIR_STORE_ERROR, code, get_sentence (code));
}

/**
 * comptoir_store_error_from_errno:
 * @number: the errno of a file operation that failed
 *
 * Returns: (transfer full): the error of the store that it comes to
 */
GError *
comptoir_store_error_from_errno (int number)
{
  switch (number)
    {
    case ENOENT:
      return comptoir_store_error_new (COMPTOIR_STORE_ERROR_NOT_FOUND);
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return comptoir_store_error_new (COMPTOIR_STORE_ERROR_FULL);
    case EROFS:
    case EACCES:
    case EPERM:
      return comptoir_store_error_new (COMPTOIR_STORE_ERROR_READ_ONLY);
    default:
      return comptoir_store_error_new (COMPTOIR_STORE_ERROR_FAILED);
    }
}
