/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_TEXT_ROW (comptoir_text_row_get_type ())

/* A row to type into, with what is the matter with it under it.
 * Signal "changed" (void): by typing alone. */
G_DECLARE_FINAL_TYPE (ComptoirTextRow, comptoir_text_row, COMPTOIR, TEXT_ROW, AdwPreferencesRow)

GtkWidget *comptoir_text_row_new (const char *title);
const char *comptoir_text_row_get_text (ComptoirTextRow *self);
void comptoir_text_row_set_text (ComptoirTextRow *self, const char *text);
void comptoir_text_row_set_purpose (ComptoirTextRow *self, GtkInputPurpose purpose);
void comptoir_text_row_set_remark (ComptoirTextRow *self,
                                   const char *sentence, /* (nullable) */
                                   gboolean blocks);

G_END_DECLS
