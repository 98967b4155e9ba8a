/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-row.h"
#include "comptoir-table-model.h"

G_BEGIN_DECLS

/* Which rows are selected, beyond a sort, a filter and a refresh, which GTK forgets. */
typedef struct _ComptoirKeptSelection ComptoirKeptSelection;

ComptoirKeptSelection *comptoir_kept_selection_new (void);
void comptoir_kept_selection_free (ComptoirKeptSelection *self);
void comptoir_kept_selection_remember (ComptoirKeptSelection *self,
                                       ComptoirTableModel *model,
                                       GtkBitset *selected);
GtkBitset *comptoir_kept_selection_find (ComptoirKeptSelection *self, ComptoirTableModel *model);
gboolean comptoir_find_row_again (ComptoirTableModel *model, ComptoirRow *row, guint *position);

G_END_DECLS
