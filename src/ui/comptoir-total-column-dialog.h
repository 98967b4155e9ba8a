/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-sales.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_TOTAL_COLUMN_DIALOG (comptoir_total_column_dialog_get_type ())

/* Asks which column of the table of orders holds the total of each, and keeps the answer for the
 * account. Signal "chosen" (void): it has changed. */
G_DECLARE_FINAL_TYPE (ComptoirTotalColumnDialog,
                      comptoir_total_column_dialog,
                      COMPTOIR,
                      TOTAL_COLUMN_DIALOG,
                      AdwWindow)

GtkWidget *
comptoir_total_column_dialog_new (GtkWindow *parent, ComptoirSales *sales, const GDate *day);

G_END_DECLS
