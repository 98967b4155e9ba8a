/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-store-error.h"

G_BEGIN_DECLS

/* A database as files, before and after SQLite has to do with them. */
gboolean comptoir_database_file_make (const char *path, GError **error);
char *comptoir_database_file_set_aside (const char *path);

G_END_DECLS
