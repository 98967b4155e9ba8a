/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_CHOOSER (comptoir_chooser_get_type ())

/* What an empty tab shows: every page to go to, as a card.
 * Signal "chosen" (const char *name). */
G_DECLARE_FINAL_TYPE (ComptoirChooser, comptoir_chooser, COMPTOIR, CHOOSER, AdwBin)

GtkWidget *comptoir_chooser_new (void);

G_END_DECLS
