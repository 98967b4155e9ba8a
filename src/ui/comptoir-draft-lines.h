/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-order-draft.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_DRAFT_LINES (comptoir_draft_lines_get_type ())

/* The lines of the order being keyed in. Tab stops once at the lines and then goes through the
 * fields of one; ↑ and ↓ go from line to line.
 * Signals: "left" (void): back to the entry; "removed" (ComptoirDraftLine, guint position). */
G_DECLARE_FINAL_TYPE (ComptoirDraftLines, comptoir_draft_lines, COMPTOIR, DRAFT_LINES, AdwBin)

void comptoir_draft_lines_set_draft (ComptoirDraftLines *self,
                                     ComptoirShop *shop,
                                     ComptoirOrderDraft *draft);
void
comptoir_draft_lines_edit (ComptoirDraftLines *self, guint position, ComptoirDraftLineField field);

/* @remarks: (element-type ComptoirDraftRemark): in place of those before. */
void comptoir_draft_lines_set_remarks (ComptoirDraftLines *self, GPtrArray *remarks);
void comptoir_draft_lines_add_remark (ComptoirDraftLines *self, const ComptoirDraftRemark *remark);

G_END_DECLS
