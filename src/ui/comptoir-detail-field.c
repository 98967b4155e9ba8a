/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-detail-field.h"

#include <glib/gi18n-lib.h>

#include "comptoir-display.h"
#include "comptoir-field.h"
#include "comptoir-nested-view.h"

struct _ComptoirDetailField
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *value;
  GtkWidget *link;
  GtkLabel *link_label;
  AdwBin *nested;
  GtkWidget *copy;

  ComptoirShop *shop;
  char *resource;
  char *name;
  char *text;            /* (nullable): as a person reads it; nested values as their JSON text */
  const char *reference; /* (nullable): the resource it points to */
  char *id;              /* (nullable): the row there */
};

G_DEFINE_FINAL_TYPE (ComptoirDetailField, comptoir_detail_field, ADW_TYPE_BIN)

static guint show_reference_signal;

static void
on_link (ComptoirDetailField *self)
{
  if (self->reference != NULL && self->id != NULL)
    g_signal_emit (self, show_reference_signal, 0, self->reference, self->id);
}

static void
on_copy (ComptoirDetailField *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          self->text != NULL ? self->text : "");
}

static void
show_nested (ComptoirDetailField *self, const char *text, gsize length)
{
  g_autoptr (ComptoirNested) root = NULL;
  GListModel *children;

  if (text != NULL)
    {
      root = comptoir_nested_new (text, length);
      children = comptoir_nested_get_children (root);
      if (children == NULL || g_list_model_get_n_items (children) == 0)
        g_clear_object (&root);
    }
  if (root != NULL && adw_bin_get_child (self->nested) == NULL)
    adw_bin_set_child (self->nested, comptoir_nested_view_new ());
  if (adw_bin_get_child (self->nested) != NULL)
    comptoir_nested_view_set_root (COMPTOIR_NESTED_VIEW (adw_bin_get_child (self->nested)),
                                   self->shop, root, self->resource);
  gtk_widget_set_visible (GTK_WIDGET (self->nested), root != NULL);
}

static void
show_value (ComptoirDetailField *self)
{
  gboolean empty = self->text == NULL || *self->text == '\0';
  gboolean nested = gtk_widget_get_visible (GTK_WIDGET (self->nested));
  gboolean link = self->id != NULL;

  gtk_label_set_label (self->value, empty ? "—" : self->text);
  if (empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dim-label");
  gtk_label_set_label (self->link_label, empty ? "" : self->text);
  gtk_widget_set_visible (GTK_WIDGET (self->value), !nested && !link);
  gtk_widget_set_visible (self->link, link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->link_label), -1);
  gtk_widget_set_visible (self->copy, !empty);
  if (link)
    {
      g_autofree char *tooltip = g_strdup_printf (_ ("Show “%s” in its own tab"), self->text);

      gtk_widget_set_tooltip_text (self->link, tooltip);
    }
}

static void
comptoir_detail_field_dispose (GObject *object)
{
  ComptoirDetailField *self = COMPTOIR_DETAIL_FIELD (object);

  g_clear_object (&self->shop);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_DETAIL_FIELD);
  G_OBJECT_CLASS (comptoir_detail_field_parent_class)->dispose (object);
}

static void
comptoir_detail_field_finalize (GObject *object)
{
  ComptoirDetailField *self = COMPTOIR_DETAIL_FIELD (object);

  g_free (self->resource);
  g_free (self->name);
  g_free (self->text);
  g_free (self->id);
  G_OBJECT_CLASS (comptoir_detail_field_parent_class)->finalize (object);
}

static void
comptoir_detail_field_class_init (ComptoirDetailFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_detail_field_dispose;
  object_class->finalize = comptoir_detail_field_finalize;
  show_reference_signal
      = g_signal_new ("show-reference", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-detail-field.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirDetailField, title);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDetailField, value);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDetailField, link);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDetailField, link_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDetailField, nested);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDetailField, copy);
  gtk_widget_class_bind_template_callback (widget_class, on_link);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
comptoir_detail_field_init (ComptoirDetailField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_detail_field_new:
 * @shop: (nullable): for references and currency
 * @resource: the resource's name
 * @name: the field's name
 */
GtkWidget *
comptoir_detail_field_new (ComptoirShop *shop, const char *resource, const char *name)
{
  ComptoirDetailField *self = g_object_new (COMPTOIR_TYPE_DETAIL_FIELD, NULL);
  const char *title = comptoir_field_get_title (resource, name);
  g_autofree char *copy = NULL;

  g_set_object (&self->shop, shop);
  self->resource = g_strdup (resource);
  self->name = g_strdup (name);
  gtk_label_set_label (self->title, title != NULL ? title : name);
  copy = g_strdup_printf (_ ("Copy “%s”"), gtk_label_get_label (self->title));
  gtk_widget_set_tooltip_text (self->copy, copy);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * comptoir_detail_field_get_name:
 *
 * Returns: the field's name in the reply
 */
const char *
comptoir_detail_field_get_name (ComptoirDetailField *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DETAIL_FIELD (self), NULL);
  return self->name;
}

/**
 * comptoir_detail_field_get_title:
 *
 * Returns: what a person reads over it
 */
const char *
comptoir_detail_field_get_title (ComptoirDetailField *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DETAIL_FIELD (self), NULL);
  return gtk_label_get_label (self->title);
}

/**
 * comptoir_detail_field_get_text:
 *
 * Returns: (nullable): what its copy button copies
 */
const char *
comptoir_detail_field_get_text (ComptoirDetailField *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DETAIL_FIELD (self), NULL);
  return self->text;
}

/**
 * comptoir_detail_field_show_row:
 * @row: the row whose value to show
 */
void
comptoir_detail_field_show_row (ComptoirDetailField *self, ComptoirRow *row)
{
  ComptoirTable *table;
  ComptoirCellKind kind = COMPTOIR_CELL_ABSENT;
  const char *text = NULL;
  gsize length = 0;
  guint column, target;

  g_return_if_fail (COMPTOIR_IS_DETAIL_FIELD (self));
  g_return_if_fail (COMPTOIR_IS_ROW (row));

  table = comptoir_row_get_table (row);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->id, g_free);
  self->reference = NULL;
  if (comptoir_table_find_column (table, self->name, &column))
    {
      kind = comptoir_table_get_cell (table, comptoir_row_get_index (row), column, &text, &length);
      self->reference = g_intern_string (comptoir_table_get_column_reference (table, column));
      self->text
          = kind == COMPTOIR_CELL_NESTED
                ? g_strndup (text, length)
                : comptoir_display_cell (self->shop, table, comptoir_row_get_index (row), column);
    }
  if (self->reference != NULL && text != NULL && length > 0 && self->text != NULL)
    self->id = g_strndup (text, length);
  /* "0" for none and "-1" for an order to be paid lead nowhere. */
  if (self->id != NULL
      && (self->shop == NULL
          || !comptoir_shop_find_reference_row (self->shop, self->reference, self->id, &target)))
    g_clear_pointer (&self->id, g_free);
  show_nested (self, kind == COMPTOIR_CELL_NESTED ? text : NULL, length);
  show_value (self);
}
