/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-detail-pane.h"

#include <glib/gi18n-lib.h>

#include "comptoir-detail-field.h"
#include "comptoir-display.h"

struct _ComptoirDetailPane
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkStack *stack;
  GtkBox *fields;

  ComptoirShop *shop;
  ComptoirRow *row;
  ComptoirTable *built_for; /* the table whose fields are there now */
  guint n_built;
};

G_DEFINE_FINAL_TYPE (ComptoirDetailPane, comptoir_detail_pane, ADW_TYPE_BIN)

static guint show_reference_signal;

static void
on_show_reference (ComptoirDetailPane *self, const char *resource, const char *id)
{
  g_signal_emit (self, show_reference_signal, 0, resource, id);
}

/* The fields are made once a table and then filled row by row. */
static void
build_fields (ComptoirDetailPane *self, ComptoirTable *table)
{
  g_autoptr (GArray) order = NULL;
  GtkWidget *child;

  if (self->built_for == table && self->n_built == comptoir_table_get_n_columns (table))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
  order = comptoir_display_order_columns (table);
  for (guint i = 0; i < order->len; i++)
    {
      const char *name = comptoir_table_get_column_name (table, g_array_index (order, guint, i));
      GtkWidget *field
          = comptoir_detail_field_new (self->shop, comptoir_table_get_resource (table), name);

      g_signal_connect_swapped (field, "show-reference", G_CALLBACK (on_show_reference), self);
      gtk_box_append (self->fields, field);
    }
  g_set_object (&self->built_for, table);
  self->n_built = order->len;
}

static void
comptoir_detail_pane_dispose (GObject *object)
{
  ComptoirDetailPane *self = COMPTOIR_DETAIL_PANE (object);

  g_clear_object (&self->shop);
  g_clear_object (&self->row);
  g_clear_object (&self->built_for);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_DETAIL_PANE);
  G_OBJECT_CLASS (comptoir_detail_pane_parent_class)->dispose (object);
}

static void
comptoir_detail_pane_class_init (ComptoirDetailPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_detail_pane_dispose;
  show_reference_signal
      = g_signal_new ("show-reference", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-detail-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirDetailPane, heading);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDetailPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDetailPane, fields);
}

static void
comptoir_detail_pane_init (ComptoirDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_detail_pane_set_shop:
 * @shop: (nullable): for references and currency
 */
void
comptoir_detail_pane_set_shop (ComptoirDetailPane *self, ComptoirShop *shop)
{
  g_return_if_fail (COMPTOIR_IS_DETAIL_PANE (self));
  g_set_object (&self->shop, shop);
}

/**
 * comptoir_detail_pane_show_row:
 * @row: (nullable): the row to show; %NULL when none is selected
 */
void
comptoir_detail_pane_show_row (ComptoirDetailPane *self, ComptoirRow *row)
{
  g_return_if_fail (COMPTOIR_IS_DETAIL_PANE (self));

  if (g_set_object (&self->row, row))
    comptoir_detail_pane_update (self);
}

/**
 * comptoir_detail_pane_update:
 *
 * Shows the row anew, now that titles of references are known. Does nothing while it can't be seen.
 */
void
comptoir_detail_pane_update (ComptoirDetailPane *self)
{
  g_autofree char *title = NULL;

  g_return_if_fail (COMPTOIR_IS_DETAIL_PANE (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_stack_set_visible_child_name (self->stack, self->row != NULL ? "fields" : "none");
  if (self->row == NULL)
    {
      gtk_label_set_label (self->heading, _ ("Details"));
      return;
    }
  build_fields (self, comptoir_row_get_table (self->row));
  for (GtkWidget *field = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); field != NULL;
       field = gtk_widget_get_next_sibling (field))
    comptoir_detail_field_show_row (COMPTOIR_DETAIL_FIELD (field), self->row);
  title = comptoir_display_row_title (self->shop, comptoir_row_get_table (self->row),
                                      comptoir_row_get_index (self->row));
  gtk_label_set_label (self->heading, title != NULL ? title : _ ("Details"));
}
