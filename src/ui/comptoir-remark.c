/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-remark.h"

static void
set_class (GtkWidget *widget, const char *css_class, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * comptoir_remark_show:
 * @label: where the sentence is to stand
 * @field: (nullable): the field it is about, marked with it
 * @sentence: (nullable): what is the matter with the field; %NULL when nothing is
 * @blocks: whether the order can't be sent like this
 */
void
comptoir_remark_show (GtkLabel *label, GtkWidget *field, const char *sentence, gboolean blocks)
{
  gboolean wrong = sentence != NULL && blocks;

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  set_class (GTK_WIDGET (label), "error", wrong);
  set_class (GTK_WIDGET (label), "warning", sentence != NULL && !blocks);
  if (field == NULL)
    return;
  set_class (field, "error", wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/**
 * comptoir_remark_add:
 * @label: where sentences stand, perhaps with others already
 * @field: (nullable): the field it is about, marked with it
 * @sentence: what is the matter with the field
 * @blocks: whether the order can't be sent like this
 */
void
comptoir_remark_add (GtkLabel *label, GtkWidget *field, const char *sentence, gboolean blocks)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (sentence != NULL);

  if (*gtk_label_get_label (label) == '\0')
    {
      comptoir_remark_show (label, field, sentence, blocks);
      return;
    }
  text = g_strconcat (gtk_label_get_label (label), "\n", sentence, NULL);
  blocks = blocks || gtk_widget_has_css_class (GTK_WIDGET (label), "error");
  comptoir_remark_show (label, field, text, blocks);
}
