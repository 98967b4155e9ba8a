/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-database.h"

G_BEGIN_DECLS

/* Writes values to a database on a thread of its own, in order. What fails is kept and tried
 * again with the next write. */
typedef struct _ComptoirValueWriter ComptoirValueWriter;

/* Called on the writer's thread when writing begins to fail, and with %NULL when it works again. */
typedef void (*ComptoirValueWriterFunc) (const GError *error, gpointer user_data);

ComptoirValueWriter *comptoir_value_writer_new (ComptoirDatabase *database,
                                                ComptoirValueWriterFunc func,
                                                gpointer user_data);
void comptoir_value_writer_write (ComptoirValueWriter *self,
                                  const char *account,
                                  const char *name,
                                  const char *value);
void comptoir_value_writer_forget (ComptoirValueWriter *self, const char *account, GError **error);
void comptoir_value_writer_flush (ComptoirValueWriter *self);
void comptoir_value_writer_free (ComptoirValueWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirValueWriter, comptoir_value_writer_free)

G_END_DECLS
