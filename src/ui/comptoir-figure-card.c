/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-figure-card.h"

struct _ComptoirFigureCard
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *figure;
  GtkImage *arrow;
  GtkLabel *change;
  GtkLabel *before;
};

G_DEFINE_FINAL_TYPE (ComptoirFigureCard, comptoir_figure_card, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
comptoir_figure_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_FIGURE_CARD);
  G_OBJECT_CLASS (comptoir_figure_card_parent_class)->dispose (object);
}

static void
comptoir_figure_card_class_init (ComptoirFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_figure_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirFigureCard, title);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFigureCard, figure);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFigureCard, arrow);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFigureCard, change);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFigureCard, before);
}

static void
comptoir_figure_card_init (ComptoirFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_figure_card_show_figure:
 * @title: what it is
 * @figure: how much
 * @direction: which way it went
 * @change: (nullable): how it changed, in words
 * @before: (nullable): what it was, with its day
 */
void
comptoir_figure_card_show_figure (ComptoirFigureCard *self,
                                  const char *title,
                                  const char *figure,
                                  ComptoirChange direction,
                                  const char *change,
                                  const char *before)
{
  static const char *const icons[] = { NULL, "go-up-symbolic", "go-down-symbolic" };

  g_return_if_fail (COMPTOIR_IS_FIGURE_CARD (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->figure, figure);
  gtk_image_set_from_icon_name (self->arrow, icons[direction]);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), icons[direction] != NULL);
  show_text (self->change, change);
  show_text (self->before, before);
}

const char *
comptoir_figure_card_get_figure (ComptoirFigureCard *self)
{
  g_return_val_if_fail (COMPTOIR_IS_FIGURE_CARD (self), NULL);

  return gtk_label_get_label (self->figure);
}

/**
 * comptoir_figure_card_get_change:
 *
 * Returns: (transfer none): how it changed, "" where that isn't known
 */
const char *
comptoir_figure_card_get_change (ComptoirFigureCard *self)
{
  g_return_val_if_fail (COMPTOIR_IS_FIGURE_CARD (self), NULL);

  return gtk_label_get_label (self->change);
}
