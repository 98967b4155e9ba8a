/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-draft-line-row.h"

#include <glib/gi18n-lib.h>

#include "comptoir-order-text.h"
#include "comptoir-remark.h"
#include "comptoir-variation-popover.h"

struct _ComptoirDraftLineRow
{
  GtkListBoxRow parent_instance;

  GtkEntry *quantity;
  GtkEntry *title;
  GtkMenuButton *variations;
  GtkEntry *price;
  GtkMenuButton *menu;
  GtkLabel *total;
  GtkLabel *chosen;
  GtkLabel *remark;

  ComptoirShop *shop;
  ComptoirOrderDraft *draft;
  ComptoirDraftLine *line;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (ComptoirDraftLineRow, comptoir_draft_line_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  FINISHED,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_text (ComptoirDraftLineRow *self, const char *property)
{
  char *text = NULL;

  g_object_get (self->line, property, &text, NULL);
  return text != NULL ? text : g_strdup ("");
}

/* What was typed already keeps its cursor. */
static void
show_text (ComptoirDraftLineRow *self, GtkEntry *entry, const char *text)
{
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  self->showing = FALSE;
}

static gboolean
has_focus (GtkEntry *entry)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* The catalogue's title stands in the field as text to change; emptied, it comes back. */
static void
show_title (ComptoirDraftLineRow *self)
{
  g_autofree char *own = dup_text (self, "title");
  g_autofree char *catalogue = dup_text (self, "catalogue-title");
  g_autofree char *number
      = g_strdup_printf ("%" G_GINT64_FORMAT, comptoir_draft_line_get_id (self->line));
  g_autofree char *unknown = g_strdup_printf (_ ("No. %s"), number);
  gboolean has_number = comptoir_draft_line_get_kind (self->line) != KASH_LINE_FREE;

  gtk_entry_set_placeholder_text (self->title,
                                  *catalogue == '\0' && has_number ? unknown : catalogue);
  if (*own != '\0' || !has_focus (self->title))
    show_text (self, self->title, *own != '\0' ? own : catalogue);
}

static void
show_catalogue_price (ComptoirDraftLineRow *self)
{
  ComptoirDataset *items = comptoir_shop_get_dataset (self->shop, KASH_RESOURCE_ITEMS);
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, comptoir_draft_line_get_id (self->line));
  g_autofree char *price = NULL;
  ComptoirTable *table = comptoir_dataset_get_table (items);
  ComptoirDecimal amount;
  const char *text = NULL;
  gsize length = 0;
  guint row, column;

  if (comptoir_draft_line_get_kind (self->line) == KASH_LINE_ITEM && table != NULL
      && comptoir_dataset_find_row (items, id, &row)
      && comptoir_table_find_column (table, "price", &column))
    comptoir_table_get_cell (table, row, column, &text, &length);
  if (text != NULL && comptoir_decimal_parse (text, (gssize) length, &amount))
    price = comptoir_decimal_format (amount);
  gtk_entry_set_placeholder_text (self->price, price);
}

static void
append_variation (GString *text, ComptoirDraftLineRow *self, const ComptoirVariation *variation)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, variation->title);
  if (variation->delta.value != 0)
    {
      g_autofree char *delta = comptoir_order_dup_money (self->shop, variation->delta);

      g_string_append_printf (text, variation->delta.value > 0 ? " +%s" : " %s", delta);
    }
}

static void
show_variations (ComptoirDraftLineRow *self)
{
  const gint64 *chosen = comptoir_draft_line_get_variations (self->line);
  g_autoptr (GString) text = g_string_new (NULL);

  if (chosen[0] != 0)
    {
      g_autoptr (GPtrArray) offered = comptoir_order_draft_dup_variations (self->draft, self->line);

      for (guint i = 0; i < KASH_MAX_VARIATIONS && chosen[i] != 0; i++)
        for (guint j = 0; j < offered->len; j++)
          if (((ComptoirVariation *) g_ptr_array_index (offered, j))->id == chosen[i])
            append_variation (text, self, g_ptr_array_index (offered, j));
    }
  gtk_label_set_label (self->chosen, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), text->len > 0);
}

static void
show_line (ComptoirDraftLineRow *self)
{
  g_autofree char *quantity = dup_text (self, "quantity");
  g_autofree char *price = dup_text (self, "price");
  g_autofree char *total = dup_text (self, "total");
  g_autofree char *money = comptoir_order_dup_money_text (self->shop, total);

  show_text (self, self->quantity, quantity);
  show_text (self, self->price, price);
  gtk_label_set_label (self->total, *money != '\0' ? money : "—");
  show_title (self);
  show_catalogue_price (self);
  show_variations (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_editable_get_text (GTK_EDITABLE (self->title)),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, money, -1);
}

static void
set_text (ComptoirDraftLineRow *self, const char *property, const char *text)
{
  if (!self->showing)
    g_object_set (self->line, property, text, NULL);
}

static void
on_quantity_changed (ComptoirDraftLineRow *self)
{
  set_text (self, "quantity", gtk_editable_get_text (GTK_EDITABLE (self->quantity)));
}

static void
on_title_changed (ComptoirDraftLineRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->title));
  g_autofree char *catalogue = dup_text (self, "catalogue-title");

  set_text (self, "title", g_str_equal (text, catalogue) ? "" : text);
}

static void
on_price_changed (ComptoirDraftLineRow *self)
{
  set_text (self, "price", gtk_editable_get_text (GTK_EDITABLE (self->price)));
}

static void
on_activate (ComptoirDraftLineRow *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
on_remove (ComptoirDraftLineRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
create_popover (GtkMenuButton *button, gpointer user_data)
{
  ComptoirDraftLineRow *self = user_data;

  gtk_menu_button_set_popover (
      button, comptoir_variation_popover_new (self->shop, self->draft, self->line));
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_item (menu, _ ("_Duplicate"), "lines.duplicate", "<Control>d");
  append_item (menu, _ ("Move _Up"), "lines.move-up", "<Alt>Up");
  append_item (menu, _ ("Move _Down"), "lines.move-down", "<Alt>Down");
  append_item (menu, _ ("_Remove"), "lines.remove", "Delete");
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static GtkWidget *
get_field (ComptoirDraftLineRow *self, ComptoirDraftLineField field)
{
  switch (field)
    {
    case COMPTOIR_LINE_QUANTITY:
      return GTK_WIDGET (self->quantity);
    case COMPTOIR_LINE_PRICE:
      return GTK_WIDGET (self->price);
    case COMPTOIR_LINE_VARIATIONS:
      return GTK_WIDGET (self->variations);
    case COMPTOIR_LINE_WHAT:
    case COMPTOIR_LINE_TITLE:
    default:
      return GTK_WIDGET (self->title);
    }
}

static void
comptoir_draft_line_row_dispose (GObject *object)
{
  ComptoirDraftLineRow *self = COMPTOIR_DRAFT_LINE_ROW (object);

  if (self->line != NULL)
    g_signal_handlers_disconnect_by_data (self->line, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_DRAFT_LINE_ROW);
  g_clear_object (&self->shop);
  g_clear_object (&self->draft);
  g_clear_object (&self->line);
  G_OBJECT_CLASS (comptoir_draft_line_row_parent_class)->dispose (object);
}

static void
comptoir_draft_line_row_class_init (ComptoirDraftLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_draft_line_row_dispose;
  signals[FINISHED]
      = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE]
      = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-draft-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirDraftLineRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDraftLineRow, title);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDraftLineRow, variations);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDraftLineRow, price);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDraftLineRow, menu);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDraftLineRow, total);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDraftLineRow, chosen);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDraftLineRow, remark);
  gtk_widget_class_bind_template_callback (widget_class, on_quantity_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_price_changed);
  gtk_widget_class_bind_template_callback (widget_class, show_title);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
comptoir_draft_line_row_init (ComptoirDraftLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->variations, create_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu, create_menu, NULL, NULL);
}

/**
 * comptoir_draft_line_row_new:
 * @shop: the shop
 * @draft: the order
 * @line: the line of it to show
 *
 * Returns: (transfer floating): a row over the line
 */
GtkWidget *
comptoir_draft_line_row_new (ComptoirShop *shop, ComptoirOrderDraft *draft, ComptoirDraftLine *line)
{
  ComptoirDraftLineRow *self;
  KashLineKind kind;

  g_return_val_if_fail (COMPTOIR_IS_DRAFT_LINE (line), NULL);

  self = g_object_new (COMPTOIR_TYPE_DRAFT_LINE_ROW, NULL);
  kind = comptoir_draft_line_get_kind (line);
  g_set_object (&self->shop, shop);
  g_set_object (&self->draft, draft);
  g_set_object (&self->line, line);
  /* The service takes a quantity and variations for items alone. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->quantity), kind == KASH_LINE_ITEM);
  gtk_widget_set_sensitive (GTK_WIDGET (self->variations), kind == KASH_LINE_ITEM);
  g_signal_connect_swapped (line, "notify", G_CALLBACK (show_line), self);
  g_signal_connect_swapped (line, "changed", G_CALLBACK (show_line), self);
  show_line (self);
  return GTK_WIDGET (self);
}

/**
 * comptoir_draft_line_row_get_line:
 *
 * Returns: (transfer none): its line
 */
ComptoirDraftLine *
comptoir_draft_line_row_get_line (ComptoirDraftLineRow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DRAFT_LINE_ROW (self), NULL);
  return self->line;
}

/**
 * comptoir_draft_line_row_edit:
 * @field: which
 *
 * Puts the keyboard into the field, or the title where the line doesn't have such a one.
 */
void
comptoir_draft_line_row_edit (ComptoirDraftLineRow *self, ComptoirDraftLineField field)
{
  GtkWidget *widget;

  g_return_if_fail (COMPTOIR_IS_DRAFT_LINE_ROW (self));

  widget = get_field (self, field);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (widget) ? widget : GTK_WIDGET (self->title));
}

/**
 * comptoir_draft_line_row_clear_remarks:
 */
void
comptoir_draft_line_row_clear_remarks (ComptoirDraftLineRow *self)
{
  g_return_if_fail (COMPTOIR_IS_DRAFT_LINE_ROW (self));

  /* Most lines have none, and an order may have many lines. */
  if (*gtk_label_get_label (self->remark) == '\0')
    return;
  for (int field = COMPTOIR_LINE_WHAT; field <= COMPTOIR_LINE_VARIATIONS; field++)
    comptoir_remark_show (self->remark, get_field (self, field), NULL, FALSE);
}

/**
 * comptoir_draft_line_row_add_remark:
 * @field: what of the line it is about
 * @sentence: what is the matter with it
 * @blocks: whether the order can't be sent like this
 */
void
comptoir_draft_line_row_add_remark (ComptoirDraftLineRow *self,
                                    ComptoirDraftLineField field,
                                    const char *sentence,
                                    gboolean blocks)
{
  g_return_if_fail (COMPTOIR_IS_DRAFT_LINE_ROW (self));
  comptoir_remark_add (self->remark, get_field (self, field), sentence, blocks);
}
