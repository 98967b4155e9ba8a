/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_DATE_BUTTON (comptoir_date_button_get_type ())

/* A day, and a calendar to choose another. Signal "day-chosen" (GDate). */
G_DECLARE_FINAL_TYPE (ComptoirDateButton, comptoir_date_button, COMPTOIR, DATE_BUTTON, AdwBin)

GtkWidget *comptoir_date_button_new (void);
void comptoir_date_button_set_label (ComptoirDateButton *self, const char *label);
void comptoir_date_button_set_day (ComptoirDateButton *self, const GDate *day);
void comptoir_date_button_get_day (ComptoirDateButton *self, GDate *day);
void comptoir_date_button_set_last (ComptoirDateButton *self, const GDate *last);

G_END_DECLS
