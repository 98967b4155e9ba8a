/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-variation-popover.h"

#include <glib/gi18n-lib.h>

#include "comptoir-order-text.h"

struct _ComptoirVariationPopover
{
  GtkPopover parent_instance;

  GtkBox *choices;
  GtkLabel *note;

  ComptoirShop *shop;
  ComptoirOrderDraft *draft;
  ComptoirDraftLine *line;
  GPtrArray *variations; /* (element-type ComptoirVariation) */
  GPtrArray *buttons;    /* a check button each, owned by the box */
};

G_DEFINE_FINAL_TYPE (ComptoirVariationPopover, comptoir_variation_popover, GTK_TYPE_POPOVER)

static gboolean
is_chosen (ComptoirVariationPopover *self, gint64 id)
{
  const gint64 *chosen = comptoir_draft_line_get_variations (self->line);

  for (guint i = 0; i < KASH_MAX_VARIATIONS; i++)
    if (chosen[i] == id)
      return TRUE;
  return FALSE;
}

static gboolean
is_full (ComptoirVariationPopover *self)
{
  return comptoir_draft_line_get_variations (self->line)[KASH_MAX_VARIATIONS - 1] != 0;
}

static char *
dup_label (ComptoirVariationPopover *self, const ComptoirVariation *variation)
{
  g_autofree char *delta = comptoir_order_dup_money (self->shop, variation->delta);

  if (variation->unavailable)
    /* Translators: a variation of an item: “Almond (not available)” */
    return g_strdup_printf (_ ("%s (not available)"), variation->title);
  if (variation->delta.value == 0)
    return g_strdup (variation->title);
  if (variation->delta.value > 0)
    /* Translators: a variation of an item and what it adds to the price: “Oat milk, +0.50 €” */
    return g_strdup_printf (_ ("%s, +%s"), variation->title, delta);
  /* Translators: a variation of an item and what it takes off the price: “No milk, -0.20 €” */
  return g_strdup_printf (_ ("%s, %s"), variation->title, delta);
}

static void
update (ComptoirVariationPopover *self)
{
  gboolean full = is_full (self);

  for (guint i = 0; i < self->variations->len; i++)
    {
      const ComptoirVariation *variation = g_ptr_array_index (self->variations, i);
      gboolean chosen = is_chosen (self, variation->id);

      gtk_check_button_set_active (g_ptr_array_index (self->buttons, i), chosen);
      gtk_widget_set_sensitive (g_ptr_array_index (self->buttons, i),
                                chosen || (!full && !variation->unavailable));
    }
  gtk_label_set_label (self->note, self->variations->len == 0 ? _ ("This item has no variations.")
                                   : full
                                       ? _ ("Five are chosen, which is the most a line can have.")
                                       : _ ("A line can have up to five."));
}

static void
on_toggled (ComptoirVariationPopover *self, GtkCheckButton *button)
{
  guint position;

  if (!g_ptr_array_find (self->buttons, button, &position))
    return;
  comptoir_draft_line_set_variation (
      self->line, ((ComptoirVariation *) g_ptr_array_index (self->variations, position))->id,
      gtk_check_button_get_active (button));
  update (self);
}

static void
append_heading (ComptoirVariationPopover *self, const char *title)
{
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "sidebar-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_box_append (self->choices, heading);
}

static void
fill (ComptoirVariationPopover *self)
{
  const char *set = "";

  for (guint i = 0; i < self->variations->len; i++)
    {
      const ComptoirVariation *variation = g_ptr_array_index (self->variations, i);
      g_autofree char *label = dup_label (self, variation);
      GtkWidget *button = gtk_check_button_new_with_label (label);

      if (!g_str_equal (variation->set, set))
        append_heading (self, variation->set);
      set = variation->set;
      g_ptr_array_add (self->buttons, button);
      gtk_box_append (self->choices, button);
    }
  update (self);
  for (guint i = 0; i < self->buttons->len; i++)
    g_signal_connect_swapped (g_ptr_array_index (self->buttons, i), "toggled",
                              G_CALLBACK (on_toggled), self);
}

static void
comptoir_variation_popover_dispose (GObject *object)
{
  ComptoirVariationPopover *self = COMPTOIR_VARIATION_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_VARIATION_POPOVER);
  g_clear_object (&self->shop);
  g_clear_object (&self->draft);
  g_clear_object (&self->line);
  g_clear_pointer (&self->variations, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (comptoir_variation_popover_parent_class)->dispose (object);
}

static void
comptoir_variation_popover_class_init (ComptoirVariationPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_variation_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-variation-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirVariationPopover, choices);
  gtk_widget_class_bind_template_child (widget_class, ComptoirVariationPopover, note);
}

static void
comptoir_variation_popover_init (ComptoirVariationPopover *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_variation_popover_new:
 * @shop: whose currency it is
 * @draft: the order
 * @line: a line of it
 *
 * Returns: (transfer floating): a popover over what is offered for the line now
 */
GtkWidget *
comptoir_variation_popover_new (ComptoirShop *shop,
                                ComptoirOrderDraft *draft,
                                ComptoirDraftLine *line)
{
  ComptoirVariationPopover *self;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (draft), NULL);
  g_return_val_if_fail (COMPTOIR_IS_DRAFT_LINE (line), NULL);

  self = g_object_new (COMPTOIR_TYPE_VARIATION_POPOVER, NULL);
  g_set_object (&self->shop, shop);
  g_set_object (&self->draft, draft);
  g_set_object (&self->line, line);
  self->variations = comptoir_order_draft_dup_variations (draft, line);
  fill (self);
  return GTK_WIDGET (self);
}
