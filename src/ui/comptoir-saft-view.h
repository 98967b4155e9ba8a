/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-report-content.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SAFT_VIEW (comptoir_saft_view_get_type ())

/* A SAF-T: what it says of itself, its totals, and all of it as a tree. */
G_DECLARE_FINAL_TYPE (ComptoirSaftView, comptoir_saft_view, COMPTOIR, SAFT_VIEW, AdwBin)

GtkWidget *comptoir_saft_view_new (void);

G_END_DECLS
