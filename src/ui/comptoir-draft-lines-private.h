/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-draft-lines.h"

G_BEGIN_DECLS

struct _ComptoirDraftLines
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListBox *list;

  ComptoirShop *shop;
  ComptoirOrderDraft *draft;
  GtkSliceListModel *shown; /* (nullable): the lines that have a row by now */
  GPtrArray *remarks;       /* (nullable): on all lines */
  guint tick;
  int last; /* the line the keyboard was in last, -1 for the last one of all */
};

int comptoir_draft_lines_get_n (ComptoirDraftLines *self);
GtkSliceListModel *comptoir_draft_lines_slice_new (ComptoirOrderDraft *draft);
void comptoir_draft_lines_show (ComptoirDraftLines *self, guint n);
void comptoir_draft_lines_follow (ComptoirDraftLines *self);

G_END_DECLS
