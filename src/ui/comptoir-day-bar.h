/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_DAY_BAR (comptoir_day_bar_get_type ())

/* The day of the sales page, and the ways to another, by the actions of the group "sales".
 * Signal "day-chosen" (GDate): in the calendar. */
G_DECLARE_FINAL_TYPE (ComptoirDayBar, comptoir_day_bar, COMPTOIR, DAY_BAR, AdwBin)

void comptoir_day_bar_show_day (ComptoirDayBar *self, const GDate *day, const GDate *today);

G_END_DECLS
