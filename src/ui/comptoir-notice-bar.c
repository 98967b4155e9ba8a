/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-notice-bar.h"

struct _ComptoirNoticeBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *sentence;
  GtkLabel *second;
  GtkButton *details;
};

G_DEFINE_FINAL_TYPE (ComptoirNoticeBar, comptoir_notice_bar, ADW_TYPE_BIN)

enum
{
  RETRY,
  DETAILS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_retry (ComptoirNoticeBar *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
on_details (ComptoirNoticeBar *self)
{
  g_signal_emit (self, signals[DETAILS], 0);
}

static void
comptoir_notice_bar_dispose (GObject *object)
{
  /* The bound child is the bin's own: it goes by the bin, or it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_NOTICE_BAR);
  G_OBJECT_CLASS (comptoir_notice_bar_parent_class)->dispose (object);
}

static void
comptoir_notice_bar_class_init (ComptoirNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_notice_bar_dispose;
  signals[RETRY]
      = g_signal_new ("retry", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DETAILS]
      = g_signal_new ("details", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, ComptoirNoticeBar, sentence);
  gtk_widget_class_bind_template_child (widget_class, ComptoirNoticeBar, second);
  gtk_widget_class_bind_template_child (widget_class, ComptoirNoticeBar, details);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_details);
}

static void
comptoir_notice_bar_init (ComptoirNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_notice_bar_show_notice:
 * @sentence: what is the matter
 * @second: (nullable): a second sentence, in small
 * @details: (nullable): the label of a button that shows more, with a mnemonic
 */
void
comptoir_notice_bar_show_notice (ComptoirNoticeBar *self,
                                 const char *sentence,
                                 const char *second,
                                 const char *details)
{
  g_return_if_fail (COMPTOIR_IS_NOTICE_BAR (self));
  g_return_if_fail (sentence != NULL);

  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->second, second != NULL ? second : "");
  gtk_widget_set_visible (GTK_WIDGET (self->second), second != NULL);
  gtk_button_set_label (self->details, details != NULL ? details : "");
  gtk_button_set_use_underline (self->details, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->details), details != NULL);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * comptoir_notice_bar_hide_notice:
 */
void
comptoir_notice_bar_hide_notice (ComptoirNoticeBar *self)
{
  g_return_if_fail (COMPTOIR_IS_NOTICE_BAR (self));
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/**
 * comptoir_notice_bar_get_notice:
 *
 * Returns: (nullable): the sentence it shows, %NULL while it is hidden
 */
const char *
comptoir_notice_bar_get_notice (ComptoirNoticeBar *self)
{
  g_return_val_if_fail (COMPTOIR_IS_NOTICE_BAR (self), NULL);
  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_label (self->sentence)
                                                        : NULL;
}
