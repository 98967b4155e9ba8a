/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-figures-file.h"
#include "comptoir-store.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_FIGURES (comptoir_figures_get_type ())

/* What is known of a shop's days, in memory and, month by month, in the store.
 * Signal "changed" (const char *iso_date). */
G_DECLARE_FINAL_TYPE (ComptoirFigures, comptoir_figures, COMPTOIR, FIGURES, GObject)

ComptoirFigures *comptoir_figures_new (ComptoirStore *store, /* (nullable) */
                                       const char *account);
const ComptoirDayFigures *comptoir_figures_peek (ComptoirFigures *self, const GDate *day);
void comptoir_figures_take (ComptoirFigures *self, ComptoirDayFigures *figures);
void comptoir_figures_load_async (ComptoirFigures *self,
                                  const GDate *first,
                                  const GDate *last,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean comptoir_figures_load_finish (ComptoirFigures *self, GAsyncResult *result, GError **error);

G_END_DECLS
