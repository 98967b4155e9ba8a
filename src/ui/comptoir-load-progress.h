/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_LOAD_PROGRESS (comptoir_load_progress_get_type ())

/* That something is on its way: a bar with a figure when its size is known, a spinner when not,
 * both only once it takes longer than half a second, and a button that cancels it ("page.cancel").
 */
G_DECLARE_FINAL_TYPE (ComptoirLoadProgress, comptoir_load_progress, COMPTOIR, LOAD_PROGRESS, AdwBin)

void comptoir_load_progress_set (ComptoirLoadProgress *self,
                                 gboolean loading,
                                 guint64 received,
                                 gint64 expected);

G_END_DECLS
