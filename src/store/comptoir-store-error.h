/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMPTOIR_STORE_ERROR (comptoir_store_error_quark ())

typedef enum
{
  COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE, /* no keyring runs here, or the person locked it */
  COMPTOIR_STORE_ERROR_NOT_FOUND,         /* nothing is kept under that name */
  COMPTOIR_STORE_ERROR_FULL,              /* no room on the disk */
  COMPTOIR_STORE_ERROR_READ_ONLY,
  COMPTOIR_STORE_ERROR_NEWER,   /* written by a later version of the program */
  COMPTOIR_STORE_ERROR_DAMAGED, /* not a database, or not any more */
  COMPTOIR_STORE_ERROR_BUSY,    /* another window or process is at it */
  COMPTOIR_STORE_ERROR_FAILED,
} ComptoirStoreError;

GQuark comptoir_store_error_quark (void);
GError *comptoir_store_error_new (ComptoirStoreError code);
GError *comptoir_store_error_from_errno (int number);

G_END_DECLS
