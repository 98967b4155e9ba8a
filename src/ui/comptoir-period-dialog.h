/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-sales.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PERIOD_DIALOG (comptoir_period_dialog_get_type ())

/* Exports the reports of a period into a folder: what of it, how far it is, what failed. */
G_DECLARE_FINAL_TYPE (ComptoirPeriodDialog,
                      comptoir_period_dialog,
                      COMPTOIR,
                      PERIOD_DIALOG,
                      AdwWindow)

GtkWidget *comptoir_period_dialog_new (GtkWindow *parent, ComptoirSales *sales, const GDate *day);
void comptoir_period_dialog_set_period (ComptoirPeriodDialog *self,
                                        const GDate *first,
                                        const GDate *last);
void comptoir_period_dialog_set_folder (ComptoirPeriodDialog *self, GFile *folder);

G_END_DECLS
