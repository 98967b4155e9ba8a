/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-store-error.h"

G_BEGIN_DECLS

/* The SQLite file of a store. Not safe from two threads at once; safe from two processes. */
typedef struct _ComptoirDatabase ComptoirDatabase;

typedef void (*ComptoirValueFunc) (const char *account,
                                   const char *name,
                                   const char *value,
                                   gpointer user_data);

ComptoirDatabase *comptoir_database_open (const char *folder, char **set_aside, GError **error);
ComptoirDatabase *comptoir_database_open_read_only (const char *folder, GError **error);
gboolean comptoir_database_read_values (ComptoirDatabase *self,
                                        ComptoirValueFunc func,
                                        gpointer user_data,
                                        GError **error);
gboolean comptoir_database_write_value (ComptoirDatabase *self,
                                        const char *account,
                                        const char *name,
                                        const char *value,
                                        GError **error);
gboolean comptoir_database_forget (ComptoirDatabase *self, const char *account, GError **error);
void comptoir_database_close (ComptoirDatabase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirDatabase, comptoir_database_close)

G_END_DECLS
