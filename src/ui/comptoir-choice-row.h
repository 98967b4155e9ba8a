/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-choice-popover.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_CHOICE_ROW (comptoir_choice_row_get_type ())

/* A row that says what is chosen; Enter, Space or the first letter opens the choice.
 * Signal "chosen" (gint64 id), by the person alone. */
G_DECLARE_FINAL_TYPE (ComptoirChoiceRow, comptoir_choice_row, COMPTOIR, CHOICE_ROW, AdwActionRow)

void comptoir_choice_row_set_choices (ComptoirChoiceRow *self,
                                      GPtrArray *choices); /* (element-type ComptoirMatch) */
void comptoir_choice_row_set_current (ComptoirChoiceRow *self, gint64 id, const char *unknown);
gint64 comptoir_choice_row_get_current (ComptoirChoiceRow *self);
void comptoir_choice_row_set_remark (ComptoirChoiceRow *self,
                                     const char *sentence, /* (nullable) */
                                     gboolean blocks);

G_END_DECLS
