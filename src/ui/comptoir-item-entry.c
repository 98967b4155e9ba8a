/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-item-entry.h"

#include <glib/gi18n-lib.h>

#include "comptoir-choice-popover.h"
#include "comptoir-match-entry.h"
#include "comptoir-order-choices.h"
#include "comptoir-order-text.h"

#define MAX_MATCHES 12

/* The choice that is no department. */
#define FREE_LINE (-1)

struct _ComptoirItemEntry
{
  AdwBin parent_instance;

  ComptoirMatchEntry *entry;
  GtkMenuButton *free_button;
  ComptoirChoicePopover *free_popover;

  ComptoirShop *shop;
  ComptoirOrderDraft *draft;
  ComptoirDataset *items;
  ComptoirDataset *departments;
  char *quantity;   /* (nullable): what was typed before "*" */
  gint64 exact;     /* the item whose barcode or id was typed whole, or -1 */
  gboolean waiting; /* Enter came before the items did */
};

G_DEFINE_FINAL_TYPE (ComptoirItemEntry, comptoir_item_entry, ADW_TYPE_BIN)

enum
{
  ADDED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static ComptoirMatch *
create_match (ComptoirItemEntry *self, const ComptoirItemMatch *item)
{
  ComptoirMatch *match = comptoir_match_new (item->id, item->title);

  match->detail = g_strdup (item->department);
  if (item->has_price)
    match->end = comptoir_order_dup_money (self->shop, item->price);
  return match;
}

/* Why there is no match. */
static char *
dup_reason (ComptoirItemEntry *self)
{
  const GError *error = comptoir_dataset_get_error (self->items);

  if (comptoir_dataset_get_n_rows (self->items) > 0)
    return g_strdup (_ ("No item matches. Ctrl+L adds a free line."));
  if (comptoir_dataset_get_loading (self->items))
    return g_strdup (_ ("The items are being loaded…"));
  if (error != NULL)
    /* Translators: %s is a sentence that says why */
    return g_strdup_printf (_ ("The items could not be loaded. %s"), error->message);
  return g_strdup (_ ("The shop has no items. Ctrl+L adds a free line."));
}

static void
look (ComptoirItemEntry *self)
{
  const char *text = comptoir_match_entry_get_text (self->entry);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *reason = NULL;
  GPtrArray *matches;

  g_clear_pointer (&self->quantity, g_free);
  self->exact = -1;
  items = comptoir_order_draft_match (self->draft, text, MAX_MATCHES, &self->quantity);
  matches = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_match_free);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (matches, create_match (self, g_ptr_array_index (items, i)));
  if (items->len > 0 && ((ComptoirItemMatch *) g_ptr_array_index (items, 0))->by_barcode)
    self->exact = ((ComptoirItemMatch *) g_ptr_array_index (items, 0))->id;
  reason = dup_reason (self);
  comptoir_match_entry_show_matches (self->entry, matches, reason);
}

static void
add_item (ComptoirItemEntry *self, gint64 id)
{
  ComptoirDraftLine *line = comptoir_order_draft_add_item (self->draft, id, self->quantity);

  self->waiting = FALSE;
  comptoir_match_entry_clear (self->entry);
  g_signal_emit (self, signals[ADDED], 0, line);
}

static void
on_text_changed (ComptoirItemEntry *self)
{
  if (self->draft == NULL)
    return;
  self->waiting = FALSE;
  if (*comptoir_match_entry_get_text (self->entry) == '\0')
    comptoir_match_entry_hide_matches (self->entry);
  else
    look (self);
}

static void
on_chosen (ComptoirItemEntry *self, guint position)
{
  add_item (self, comptoir_match_entry_get_match (self->entry, position)->id);
}

/* Enter with the list closed, or with nothing in it: a scanner may be quicker than the items. */
static void
on_entered (ComptoirItemEntry *self)
{
  if (*comptoir_match_entry_get_text (self->entry) == '\0')
    return;
  look (self);
  if (self->exact >= 0)
    add_item (self, self->exact);
  else
    self->waiting = comptoir_dataset_get_loading (self->items);
}

static void
on_left (ComptoirItemEntry *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
on_items_changed (ComptoirItemEntry *self)
{
  gboolean waited = self->waiting;

  if (*comptoir_match_entry_get_text (self->entry) == '\0'
      || (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return;
  look (self);
  if (waited && self->exact >= 0)
    add_item (self, self->exact);
}

static void
on_free_chosen (ComptoirItemEntry *self, gint64 id)
{
  ComptoirDraftLine *line = id == FREE_LINE ? comptoir_order_draft_add_free (self->draft)
                                            : comptoir_order_draft_add_department (self->draft, id);

  g_signal_emit (self, signals[ADDED], 0, line);
}

static void
fill_free_lines (ComptoirItemEntry *self)
{
  GPtrArray *choices = comptoir_order_choices_new ();

  comptoir_order_choices_add (choices, FREE_LINE, _ ("Free line"), NULL);
  comptoir_order_choices_add_rows (choices, self->shop, KASH_RESOURCE_DEPARTMENTS,
                                   _ ("In a Department"));
  comptoir_choice_popover_set_choices (self->free_popover, choices);
}

static gboolean
comptoir_item_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_ITEM_ENTRY (widget)->entry));
}

static void
unfollow (ComptoirItemEntry *self)
{
  if (self->items != NULL)
    g_signal_handlers_disconnect_by_data (self->items, self);
  if (self->departments != NULL)
    g_signal_handlers_disconnect_by_data (self->departments, self);
  g_clear_object (&self->items);
  g_clear_object (&self->departments);
}

static void
comptoir_item_entry_dispose (GObject *object)
{
  ComptoirItemEntry *self = COMPTOIR_ITEM_ENTRY (object);

  unfollow (self);
  g_clear_object (&self->draft);
  g_clear_object (&self->shop);
  g_clear_pointer (&self->quantity, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_ITEM_ENTRY);
  G_OBJECT_CLASS (comptoir_item_entry_parent_class)->dispose (object);
}

static void
comptoir_item_entry_class_init (ComptoirItemEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_item_entry_dispose;
  widget_class->grab_focus = comptoir_item_entry_grab_focus;
  signals[ADDED] = g_signal_new ("added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, COMPTOIR_TYPE_DRAFT_LINE);
  signals[LEFT]
      = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COMPTOIR_TYPE_MATCH_ENTRY);
  g_type_ensure (COMPTOIR_TYPE_CHOICE_POPOVER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-item-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirItemEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, ComptoirItemEntry, free_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirItemEntry, free_popover);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_free_chosen);
}

static void
comptoir_item_entry_init (ComptoirItemEntry *self)
{
  self->exact = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  comptoir_match_entry_describe (self->entry, _ ("Add an item"),
                                 _ ("Name, number or barcode, “3*” for three of it"),
                                 "system-search-symbolic");
}

/**
 * comptoir_item_entry_set_draft:
 * @shop: the shop
 * @draft: the order that lines are added to
 */
void
comptoir_item_entry_set_draft (ComptoirItemEntry *self,
                               ComptoirShop *shop,
                               ComptoirOrderDraft *draft)
{
  g_return_if_fail (COMPTOIR_IS_ITEM_ENTRY (self));
  g_return_if_fail (COMPTOIR_IS_SHOP (shop));
  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (draft));

  g_set_object (&self->draft, draft);
  if (!g_set_object (&self->shop, shop))
    return;
  unfollow (self);
  self->items = g_object_ref (comptoir_shop_get_dataset (shop, KASH_RESOURCE_ITEMS));
  self->departments = g_object_ref (comptoir_shop_get_dataset (shop, KASH_RESOURCE_DEPARTMENTS));
  g_signal_connect_swapped (self->items, "notify::loading", G_CALLBACK (on_items_changed), self);
  g_signal_connect_swapped (self->departments, "notify::n-rows", G_CALLBACK (fill_free_lines),
                            self);
  comptoir_dataset_load (self->items);
  comptoir_dataset_load (self->departments);
  fill_free_lines (self);
}

/**
 * comptoir_item_entry_open_free_lines:
 *
 * Opens the choice of a line that is no item.
 */
void
comptoir_item_entry_open_free_lines (ComptoirItemEntry *self)
{
  g_return_if_fail (COMPTOIR_IS_ITEM_ENTRY (self));
  gtk_menu_button_popup (self->free_button);
}
