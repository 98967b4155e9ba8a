/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kash-resource.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The folder a period is exported to. What blocks is for a worker thread. */
char *comptoir_period_files_dup_stem (const char *shop_id, const GDate *day, KashReport report);
char *comptoir_period_files_find (const char *folder,
                                  const char *stem,
                                  KashReport report,
                                  GDateTime **changed);
void comptoir_period_files_sweep (const char *folder, const char *shop_id);
gboolean comptoir_period_files_write (const char *folder,
                                      const char *name,
                                      GBytes *bytes,
                                      gboolean replace,
                                      GError **error);

G_END_DECLS
