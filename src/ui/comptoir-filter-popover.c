/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "comptoir-display.h"
#include "comptoir-field.h"
#include "comptoir-filter-text.h"

/* A column of text with no more values than this offers them as a list; references and yes/no
 * always do, up to the larger number. */
#define FEW_VALUES  40
#define MANY_VALUES 500

struct _ComptoirFilterPopover
{
  GtkPopover parent_instance;

  GtkDropDown *columns;
  GtkDropDown *operators;
  GtkEntry *entry;
  GtkLabel *problem;
  GtkWidget *values_scrolled;
  GtkListBox *values;
  GtkWidget *add;

  ComptoirTableModel *model;
  GPtrArray *names; /* (element-type utf8): the fields in the order of "columns" */
  char *wanted;     /* (nullable): the field to begin with */
  ComptoirColumnType type;
  ComptoirFilterOperator choices[COMPTOIR_MAX_FILTER_OPERATORS];
  guint n_choices;
};

G_DEFINE_FINAL_TYPE (ComptoirFilterPopover, comptoir_filter_popover, GTK_TYPE_POPOVER)

static guint filter_made_signal;

static ComptoirTable *
get_table (ComptoirFilterPopover *self)
{
  return self->model == NULL
             ? NULL
             : comptoir_dataset_get_table (comptoir_table_model_get_dataset (self->model));
}

static const char *
get_column (ComptoirFilterPopover *self)
{
  guint selected = gtk_drop_down_get_selected (self->columns);

  return selected < self->names->len ? g_ptr_array_index (self->names, selected) : NULL;
}

static ComptoirFilterOperator
get_operator (ComptoirFilterPopover *self)
{
  guint selected = gtk_drop_down_get_selected (self->operators);

  return selected < self->n_choices ? self->choices[selected] : COMPTOIR_FILTER_IS;
}

static gboolean
uses_list (ComptoirFilterPopover *self)
{
  ComptoirFilterOperator op = get_operator (self);

  return (op == COMPTOIR_FILTER_IS || op == COMPTOIR_FILTER_IS_NOT)
         && gtk_list_box_get_row_at_index (self->values, 0) != NULL;
}

/* (transfer full) (nullable) */
static char *
get_value (ComptoirFilterPopover *self, const char **problem)
{
  *problem = NULL;
  if (uses_list (self))
    {
      GtkListBoxRow *row = gtk_list_box_get_selected_row (self->values);

      return row != NULL ? g_strdup (g_object_get_data (G_OBJECT (row), "value")) : NULL;
    }
  return comptoir_filter_parse_value (self->type,
                                      gtk_editable_get_text (GTK_EDITABLE (self->entry)), problem);
}

static void
update_check (ComptoirFilterPopover *self)
{
  const char *problem = NULL;
  g_autofree char *value = get_value (self, &problem);
  gboolean needed = comptoir_filter_needs_value (get_operator (self));

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), needed && problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
      problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_widget_set_sensitive (self->add, get_column (self) != NULL && (!needed || value != NULL));
}

static void
add_value (ComptoirFilterPopover *self, const ComptoirColumnValue *value)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (value->display);
  g_autofree char *count = g_strdup_printf ("%'u", value->count);
  GtkWidget *number = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  value->display, -1);
  g_object_set_data_full (G_OBJECT (row), "value", g_strdup (value->value), g_free);
  gtk_list_box_append (self->values, row);
}

static void
fill_values (ComptoirFilterPopover *self, const char *column)
{
  GtkListBoxRow *row;
  g_autoptr (GPtrArray) values = NULL;
  gboolean always
      = self->type == COMPTOIR_COLUMN_REFERENCE || self->type == COMPTOIR_COLUMN_BOOLEAN;

  while ((row = gtk_list_box_get_row_at_index (self->values, 0)) != NULL)
    gtk_list_box_remove (self->values, GTK_WIDGET (row));
  if (!always && self->type != COMPTOIR_COLUMN_TEXT)
    return;
  values = comptoir_table_model_dup_values (self->model, column,
                                            always ? MANY_VALUES : FEW_VALUES + 1);
  if (!always && values->len > FEW_VALUES)
    return;
  for (guint i = 0; i < values->len; i++)
    {
      const ComptoirColumnValue *value = g_ptr_array_index (values, i);

      if (value->value != NULL && *value->value != '\0')
        add_value (self, value);
    }
}

static void
on_operator_changed (ComptoirFilterPopover *self)
{
  gboolean needed = comptoir_filter_needs_value (get_operator (self));

  gtk_widget_set_visible (self->values_scrolled, needed && uses_list (self));
  gtk_widget_set_visible (GTK_WIDGET (self->entry), needed && !uses_list (self));
  update_check (self);
}

static void
on_column_changed (ComptoirFilterPopover *self)
{
  const char *name = get_column (self);
  ComptoirTable *table = get_table (self);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint column, first = 0;

  if (name == NULL || table == NULL || !comptoir_table_find_column (table, name, &column))
    return;
  self->type = comptoir_table_get_column_type (table, column);
  fill_values (self, name);
  self->n_choices = comptoir_filter_operators_for (self->type, self->choices);
  for (guint i = 0; i < self->n_choices; i++)
    {
      gtk_string_list_append (titles,
                              comptoir_filter_operator_title (self->choices[i], self->type));
      /* Where the values can be listed, choosing one is the usual way. */
      if (self->choices[i] == COMPTOIR_FILTER_IS
          && gtk_list_box_get_row_at_index (self->values, 0) != NULL)
        first = i;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_drop_down_set_model (self->operators, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->operators, first);
  on_operator_changed (self);
}

static void
on_entry_changed (ComptoirFilterPopover *self)
{
  update_check (self);
}

static void
on_add (ComptoirFilterPopover *self)
{
  const char *problem;
  g_autofree char *value = NULL;
  g_autoptr (ComptoirFilter) filter = NULL;

  if (!gtk_widget_get_sensitive (self->add))
    return;
  if (comptoir_filter_needs_value (get_operator (self)))
    value = get_value (self, &problem);
  filter = comptoir_filter_new (get_column (self), get_operator (self), value);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, filter_made_signal, 0, filter);
}

static void
on_value_activated (ComptoirFilterPopover *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->values, row);
  on_add (self);
}

/* Columns and values are read when the popover opens: rows may have come in since. */
static void
on_show (ComptoirFilterPopover *self)
{
  ComptoirTable *table = get_table (self);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GArray) order = NULL;
  g_autofree char *wanted = g_steal_pointer (&self->wanted);
  guint selected = 0;

  g_ptr_array_set_size (self->names, 0);
  if (table == NULL)
    return;
  order = comptoir_display_order_columns (table);
  for (guint i = 0; i < order->len; i++)
    {
      const char *name = comptoir_table_get_column_name (table, g_array_index (order, guint, i));
      const char *title = comptoir_field_get_title (comptoir_table_get_resource (table), name);

      if (g_strcmp0 (wanted, name) == 0)
        selected = i;
      g_ptr_array_add (self->names, g_strdup (name));
      gtk_string_list_append (titles, title != NULL ? title : name);
    }
  gtk_drop_down_set_model (self->columns, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->columns, selected);
  on_column_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->columns));
}

static void
comptoir_filter_popover_dispose (GObject *object)
{
  ComptoirFilterPopover *self = COMPTOIR_FILTER_POPOVER (object);

  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_FILTER_POPOVER);
  G_OBJECT_CLASS (comptoir_filter_popover_parent_class)->dispose (object);
}

static void
comptoir_filter_popover_finalize (GObject *object)
{
  ComptoirFilterPopover *self = COMPTOIR_FILTER_POPOVER (object);

  g_ptr_array_unref (self->names);
  g_free (self->wanted);
  G_OBJECT_CLASS (comptoir_filter_popover_parent_class)->finalize (object);
}

static void
comptoir_filter_popover_class_init (ComptoirFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_filter_popover_dispose;
  object_class->finalize = comptoir_filter_popover_finalize;
  filter_made_signal = g_signal_new ("filter-made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, COMPTOIR_TYPE_FILTER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirFilterPopover, columns);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFilterPopover, operators);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFilterPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFilterPopover, problem);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFilterPopover, values_scrolled);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFilterPopover, values);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFilterPopover, add);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_column_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_operator_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_value_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
comptoir_filter_popover_init (ComptoirFilterPopover *self)
{
  g_autoptr (GtkExpression) title = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->names = g_ptr_array_new_with_free_func (g_free);
  title = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  gtk_drop_down_set_expression (self->columns, title);
}

/**
 * comptoir_filter_popover_set_model:
 * @model: the rows whose columns and values are offered
 */
void
comptoir_filter_popover_set_model (ComptoirFilterPopover *self, ComptoirTableModel *model)
{
  g_return_if_fail (COMPTOIR_IS_FILTER_POPOVER (self));
  g_set_object (&self->model, model);
}

/**
 * comptoir_filter_popover_set_column:
 * @name: the field to begin with when it is shown next
 */
void
comptoir_filter_popover_set_column (ComptoirFilterPopover *self, const char *name)
{
  g_return_if_fail (COMPTOIR_IS_FILTER_POPOVER (self));

  g_free (self->wanted);
  self->wanted = g_strdup (name);
}
