/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-order-text.h"
#include "comptoir-refusal-place.h"

/* What is missing isn't marked before the first try to send; what is wrong is, at once. */
static gboolean
is_shown (ComptoirOrderPage *self, const ComptoirDraftRemark *remark)
{
  return self->tried || !remark->blocks
         || (remark->place == COMPTOIR_DRAFT_PLACE_OTHER && remark->field >= 0)
         || (remark->place == COMPTOIR_DRAFT_PLACE_CLIENT && remark->field >= 0);
}

static void
show_remark (ComptoirOrderPage *self, const ComptoirDraftRemark *remark)
{
  if (remark->place == COMPTOIR_DRAFT_PLACE_LINE)
    comptoir_draft_lines_add_remark (self->lines, remark);
  else
    comptoir_order_details_add_remark (self->details, remark);
}

/* Marks what stands in the way and what is worth a warning.
 *
 * @place, @line, @field: (out) (optional): the first thing that stands in the way
 *
 * Returns: whether something does */
gboolean
comptoir_order_page_update_remarks (ComptoirOrderPage *self,
                                    ComptoirDraftPlace *place,
                                    guint *line,
                                    int *field)
{
  g_autoptr (GPtrArray) remarks = comptoir_order_draft_check (self->draft);
  const ComptoirDraftRemark *first = NULL;

  comptoir_draft_lines_set_remarks (self->lines, remarks);
  comptoir_order_details_clear_remarks (self->details);
  for (guint i = 0; i < remarks->len; i++)
    {
      const ComptoirDraftRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->place != COMPTOIR_DRAFT_PLACE_LINE && is_shown (self, remark))
        show_remark (self, remark);
      if (first == NULL && remark->blocks)
        first = remark;
    }
  gtk_label_set_label (self->hint, self->tried && first != NULL ? first->sentence : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hint), gtk_label_get_label (self->hint));
  if (first != NULL && place != NULL)
    {
      *place = first->place;
      *line = first->line;
      *field = first->field;
    }
  return first != NULL;
}

/* Puts the keyboard where something is to be typed. */
void
comptoir_order_page_edit (ComptoirOrderPage *self, ComptoirDraftPlace place, guint line, int field)
{
  if (place == COMPTOIR_DRAFT_PLACE_LINE)
    comptoir_draft_lines_edit (self->lines, line, (ComptoirDraftLineField) MAX (field, 0));
  else if (place == COMPTOIR_DRAFT_PLACE_OTHER && field < 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else
    comptoir_order_details_edit (self->details, place, field);
}

typedef struct
{
  ComptoirRefusalPlace place;
  guint n_frames;
} Edit;

/* What is shown about the refusal moves the fields: scrolling to one has to wait for that. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Edit *edit = user_data;

  if (++edit->n_frames < 3)
    return G_SOURCE_CONTINUE;
  comptoir_order_page_edit (COMPTOIR_ORDER_PAGE (widget), edit->place.place, edit->place.line,
                            edit->place.field);
  return G_SOURCE_REMOVE;
}

/* The service's words, over the order and beside what they concern. */
void
comptoir_order_page_show_refusal (ComptoirOrderPage *self, const char *words)
{
  g_autofree char *sentence = g_strdup (words);
  ComptoirDraftRemark remark = { .blocks = TRUE, .sentence = sentence };
  ComptoirRefusalPlace place;
  Edit *edit;

  comptoir_order_page_show_message (
      self, _ ("The service refused the order. Change it and send it again."), words);
  if (!comptoir_refusal_find_place (self->draft, words, &place))
    return;
  remark.place = place.place;
  remark.line = place.line;
  remark.field = place.field;
  show_remark (self, &remark);
  edit = g_new0 (Edit, 1);
  edit->place = place;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, edit, g_free);
}

void
comptoir_order_page_update_total (ComptoirOrderPage *self)
{
  g_autofree char *total = NULL;
  g_autofree char *money = NULL;
  g_autofree char *text = NULL;
  gboolean complete;

  g_object_get (self->draft, "total", &total, "complete", &complete, NULL);
  money = comptoir_order_dup_money_text (self->shop, total);
  /* Translators: what an order comes to, while the price of a line isn't known */
  text = complete ? g_strdup (money) : g_strdup_printf (_ ("%s and more"), money);
  gtk_label_set_label (self->total, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->total), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Total"), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}
