/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-session.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_MORNING (comptoir_morning_get_type ())

/* Tells in the morning what was sold yesterday: once a day, while the program runs, if the person
 * turns it on (the setting "morning-notification"). */
G_DECLARE_FINAL_TYPE (ComptoirMorning, comptoir_morning, COMPTOIR, MORNING, GObject)

ComptoirMorning *
comptoir_morning_new (GApplication *application, ComptoirSession *session, GSettings *settings);
gboolean comptoir_morning_is_due (GDateTime *now, const char *told);
void comptoir_morning_check (ComptoirMorning *self);

G_END_DECLS
