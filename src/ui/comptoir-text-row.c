/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-text-row.h"

#include "comptoir-remark.h"

struct _ComptoirTextRow
{
  AdwPreferencesRow parent_instance;

  GtkEditable *entry;
  GtkLabel *remark;

  gboolean setting;
};

G_DEFINE_FINAL_TYPE (ComptoirTextRow, comptoir_text_row, ADW_TYPE_PREFERENCES_ROW)

static guint changed_signal;

static void
on_changed (ComptoirTextRow *self)
{
  if (!self->setting)
    g_signal_emit (self, changed_signal, 0);
}

/* The whole row is the field. */
static void
on_pressed (GtkGesture *gesture, int n_press, double x, double y, ComptoirTextRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
comptoir_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_text_grab_focus_without_selecting (GTK_TEXT (COMPTOIR_TEXT_ROW (widget)->entry));
}

static void
comptoir_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_TEXT_ROW);
  G_OBJECT_CLASS (comptoir_text_row_parent_class)->dispose (object);
}

static void
comptoir_text_row_class_init (ComptoirTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_text_row_dispose;
  widget_class->grab_focus = comptoir_text_row_grab_focus;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirTextRow, entry);
  gtk_widget_class_bind_template_child (widget_class, ComptoirTextRow, remark);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
comptoir_text_row_init (ComptoirTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_text_row_new:
 * @title: what to type
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
comptoir_text_row_new (const char *title)
{
  return g_object_new (COMPTOIR_TYPE_TEXT_ROW, "title", title, NULL);
}

/**
 * comptoir_text_row_get_text:
 *
 * Returns: what was typed
 */
const char *
comptoir_text_row_get_text (ComptoirTextRow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TEXT_ROW (self), NULL);
  return gtk_editable_get_text (self->entry);
}

/**
 * comptoir_text_row_set_text:
 * @text: (nullable): the text; one that is there already leaves the cursor where it is
 */
void
comptoir_text_row_set_text (ComptoirTextRow *self, const char *text)
{
  g_return_if_fail (COMPTOIR_IS_TEXT_ROW (self));

  if (text == NULL)
    text = "";
  if (g_str_equal (gtk_editable_get_text (self->entry), text))
    return;
  self->setting = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->setting = FALSE;
}

/**
 * comptoir_text_row_set_purpose:
 * @purpose: what is typed, for input methods
 */
void
comptoir_text_row_set_purpose (ComptoirTextRow *self, GtkInputPurpose purpose)
{
  g_return_if_fail (COMPTOIR_IS_TEXT_ROW (self));
  gtk_text_set_input_purpose (GTK_TEXT (self->entry), purpose);
}

/**
 * comptoir_text_row_set_remark:
 * @sentence: (nullable): what is the matter with the text
 * @blocks: whether the order can't be sent like this
 */
void
comptoir_text_row_set_remark (ComptoirTextRow *self, const char *sentence, gboolean blocks)
{
  g_return_if_fail (COMPTOIR_IS_TEXT_ROW (self));
  comptoir_remark_show (self->remark, GTK_WIDGET (self), sentence, blocks);
}
