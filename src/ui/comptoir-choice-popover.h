/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-match-list.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_CHOICE_POPOVER (comptoir_choice_popover_get_type ())

/* A list to choose one from, narrowed by typing. Signal "chosen" (gint64 id). */
G_DECLARE_FINAL_TYPE (ComptoirChoicePopover,
                      comptoir_choice_popover,
                      COMPTOIR,
                      CHOICE_POPOVER,
                      GtkPopover)

GtkWidget *comptoir_choice_popover_new (void);
void comptoir_choice_popover_set_choices (ComptoirChoicePopover *self,
                                          GPtrArray *choices); /* (element-type ComptoirMatch) */
const ComptoirMatch *comptoir_choice_popover_find (ComptoirChoicePopover *self, gint64 id);
void comptoir_choice_popover_open (ComptoirChoicePopover *self, gint64 current);

G_END_DECLS
