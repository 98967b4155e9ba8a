/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SPLIT (comptoir_split_get_type ())

/* Two parts of a page side by side, or one above the other where there is no room for that.
 *
 * Properties, for templates: "start-child" and "end-child"; "end-width" (pixels): of the second
 * part beside the first; "beside-from" (pixels): the width from which they stand side by side. */
G_DECLARE_FINAL_TYPE (ComptoirSplit, comptoir_split, COMPTOIR, SPLIT, GtkWidget)

G_END_DECLS
