/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-order-draft.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_DRAFT_LINE_ROW (comptoir_draft_line_row_get_type ())

/* A line of the order being keyed in: everything of it can be typed.
 * Signals: "finished" (void): Enter in one of its fields; "remove" (void). */
G_DECLARE_FINAL_TYPE (ComptoirDraftLineRow,
                      comptoir_draft_line_row,
                      COMPTOIR,
                      DRAFT_LINE_ROW,
                      GtkListBoxRow)

GtkWidget *comptoir_draft_line_row_new (ComptoirShop *shop,
                                        ComptoirOrderDraft *draft,
                                        ComptoirDraftLine *line);
ComptoirDraftLine *comptoir_draft_line_row_get_line (ComptoirDraftLineRow *self);
void comptoir_draft_line_row_edit (ComptoirDraftLineRow *self, ComptoirDraftLineField field);
void comptoir_draft_line_row_clear_remarks (ComptoirDraftLineRow *self);
void comptoir_draft_line_row_add_remark (ComptoirDraftLineRow *self,
                                         ComptoirDraftLineField field,
                                         const char *sentence,
                                         gboolean blocks);

G_END_DECLS
