/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_FIGURE_CARD (comptoir_figure_card_get_type ())

/* One figure of a day in large, with that of a week before and the change in words. */
G_DECLARE_FINAL_TYPE (ComptoirFigureCard, comptoir_figure_card, COMPTOIR, FIGURE_CARD, AdwBin)

typedef enum
{
  COMPTOIR_CHANGE_NONE,
  COMPTOIR_CHANGE_UP,
  COMPTOIR_CHANGE_DOWN,
} ComptoirChange;

void comptoir_figure_card_show_figure (ComptoirFigureCard *self,
                                       const char *title,
                                       const char *figure,
                                       ComptoirChange direction,
                                       const char *change,
                                       const char *before);
const char *comptoir_figure_card_get_figure (ComptoirFigureCard *self);
const char *comptoir_figure_card_get_change (ComptoirFigureCard *self);

G_END_DECLS
