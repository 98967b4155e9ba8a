/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-dataset.h"
#include "comptoir-destination.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SIDEBAR_ROW (comptoir_sidebar_row_get_type ())

/* A page to go to: icon, title, and how many rows it has where that is known. */
G_DECLARE_FINAL_TYPE (ComptoirSidebarRow,
                      comptoir_sidebar_row,
                      COMPTOIR,
                      SIDEBAR_ROW,
                      GtkListBoxRow)

GtkWidget *comptoir_sidebar_row_new (const ComptoirDestination *destination);
const ComptoirDestination *comptoir_sidebar_row_get_destination (ComptoirSidebarRow *self);
void comptoir_sidebar_row_set_dataset (ComptoirSidebarRow *self, ComptoirDataset *dataset);

G_END_DECLS
