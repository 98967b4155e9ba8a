/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-session.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_APPLICATION (comptoir_application_get_type ())

/* The program: one instance, its windows over one session. With --demo, an instance of its own
 * that keeps nothing and opens the demo shop. */
G_DECLARE_FINAL_TYPE (ComptoirApplication,
                      comptoir_application,
                      COMPTOIR,
                      APPLICATION,
                      AdwApplication)

ComptoirApplication *comptoir_application_new (void);
ComptoirSession *comptoir_application_get_session (ComptoirApplication *self);
void comptoir_application_set_demo (ComptoirApplication *self, guint32 seed, const GDate *today);
void comptoir_application_set_folder (ComptoirApplication *self, const char *folder);

G_END_DECLS
