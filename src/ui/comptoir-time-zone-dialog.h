/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-account-entry.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_TIME_ZONE_DIALOG (comptoir_time_zone_dialog_get_type ())

/* Says where a shop is: that decides when its days end. The choice is kept with the account.
 *
 * Signal "chosen": there is another time zone now. */
G_DECLARE_FINAL_TYPE (ComptoirTimeZoneDialog,
                      comptoir_time_zone_dialog,
                      COMPTOIR,
                      TIME_ZONE_DIALOG,
                      AdwWindow)

GtkWidget *comptoir_time_zone_dialog_new (GtkWindow *parent, ComptoirAccountEntry *entry);

G_END_DECLS
