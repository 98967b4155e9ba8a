/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-draft-lines-private.h"

#include "comptoir-draft-line-row.h"

/* Of a long order so many lines show at once; the others follow, a few with each frame. */
#define N_AT_ONCE   30
#define N_PER_FRAME 3

static void
show_remark (ComptoirDraftLines *self, const ComptoirDraftRemark *remark)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) remark->line);

  if (row != NULL)
    comptoir_draft_line_row_add_remark (COMPTOIR_DRAFT_LINE_ROW (row),
                                        (ComptoirDraftLineField) MAX (remark->field, 0),
                                        remark->sentence, remark->blocks);
}

/* On the lines from one on. */
static void
show_remarks (ComptoirDraftLines *self, guint from)
{
  for (guint i = 0; self->remarks != NULL && i < self->remarks->len; i++)
    {
      const ComptoirDraftRemark *remark = g_ptr_array_index (self->remarks, i);

      if (remark->place == COMPTOIR_DRAFT_PLACE_LINE && remark->line >= from)
        show_remark (self, remark);
    }
}

int
comptoir_draft_lines_get_n (ComptoirDraftLines *self)
{
  return self->draft != NULL ? (int) g_list_model_get_n_items (G_LIST_MODEL (self->draft)) : 0;
}

GtkSliceListModel *
comptoir_draft_lines_slice_new (ComptoirOrderDraft *draft)
{
  return gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (draft)), 0, N_AT_ONCE);
}

/* Makes the rows of the lines before @n. */
void
comptoir_draft_lines_show (ComptoirDraftLines *self, guint n)
{
  guint before = gtk_slice_list_model_get_size (self->shown);

  if (n <= before)
    return;
  gtk_slice_list_model_set_size (self->shown, n);
  show_remarks (self, before);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ComptoirDraftLines *self = COMPTOIR_DRAFT_LINES (widget);

  comptoir_draft_lines_show (self, gtk_slice_list_model_get_size (self->shown) + N_PER_FRAME);
  if ((int) gtk_slice_list_model_get_size (self->shown) < comptoir_draft_lines_get_n (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* The lines that have none yet get their rows, bit by bit. */
void
comptoir_draft_lines_follow (ComptoirDraftLines *self)
{
  if (self->tick == 0
      && (int) gtk_slice_list_model_get_size (self->shown) < comptoir_draft_lines_get_n (self))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/**
 * comptoir_draft_lines_set_remarks:
 * @remarks: (element-type ComptoirDraftRemark) (transfer none): on the order; those on its lines
 *   are shown in place of the ones before
 */
void
comptoir_draft_lines_set_remarks (ComptoirDraftLines *self, GPtrArray *remarks)
{
  GtkListBoxRow *row;

  g_return_if_fail (COMPTOIR_IS_DRAFT_LINES (self));
  g_return_if_fail (remarks != NULL);

  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  self->remarks = g_ptr_array_ref (remarks);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    comptoir_draft_line_row_clear_remarks (COMPTOIR_DRAFT_LINE_ROW (row));
  show_remarks (self, 0);
}

/**
 * comptoir_draft_lines_add_remark:
 * @remark: one more, on a line
 */
void
comptoir_draft_lines_add_remark (ComptoirDraftLines *self, const ComptoirDraftRemark *remark)
{
  g_return_if_fail (COMPTOIR_IS_DRAFT_LINES (self));
  g_return_if_fail (remark != NULL && remark->place == COMPTOIR_DRAFT_PLACE_LINE);

  if ((int) remark->line < comptoir_draft_lines_get_n (self))
    comptoir_draft_lines_show (self, remark->line + 1);
  show_remark (self, remark);
}
