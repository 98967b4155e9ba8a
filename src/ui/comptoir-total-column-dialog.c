/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-total-column-dialog.h"

#include <glib/gi18n-lib.h>

#include "comptoir-table-reader.h"

/* Rows looked through for an example of what a column holds. */
#define SAMPLE_ROWS 20

struct _ComptoirTotalColumnDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkLabel *sentence;
  AdwPreferencesGroup *columns;
  GtkWidget *use_button;

  ComptoirSales *sales;
  GCancellable *cancellable;
  GtkCheckButton *first;
  char *column; /* (nullable): chosen; %NULL for what the program guesses */
};

G_DEFINE_FINAL_TYPE (ComptoirTotalColumnDialog, comptoir_total_column_dialog, ADW_TYPE_WINDOW)

static guint chosen_signal;

static void
show_error (ComptoirTotalColumnDialog *self, const GError *error)
{
  gtk_label_set_label (self->sentence, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* (transfer full) (nullable): the first cells of a column that aren't empty */
static char *
dup_example (ComptoirTable *table, guint column)
{
  for (guint row = 0; row < MIN (comptoir_table_get_n_rows (table), SAMPLE_ROWS); row++)
    {
      const char *text;
      gsize length;

      comptoir_table_get_cell (table, row, column, &text, &length);
      if (text != NULL && length > 0)
        {
          g_autofree char *value = g_strndup (text, length);

          return g_strdup_printf (_ ("for example %s"), value);
        }
    }
  return NULL;
}

static void
on_toggled (GtkCheckButton *button, ComptoirTotalColumnDialog *self)
{
  if (!gtk_check_button_get_active (button))
    return;
  g_free (self->column);
  self->column = g_strdup (g_object_get_data (G_OBJECT (button), "column"));
}

/* @column: (nullable): what the program guesses */
static void
add_choice (ComptoirTotalColumnDialog *self,
            const char *column,
            const char *title,
            const char *subtitle,
            gboolean active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (button), "column", g_strdup (column), g_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->first);
  if (self->first == NULL)
    self->first = GTK_CHECK_BUTTON (button);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->columns, row);
}

static void
show_columns (ComptoirTotalColumnDialog *self, ComptoirTable *table)
{
  const char *chosen = comptoir_sales_get_total_column (self->sales);

  add_choice (self, NULL, _ ("Found by Its Name"),
              _ ("the column that is called total, or the like"), chosen == NULL);
  for (guint i = 0; i < comptoir_table_get_n_columns (table); i++)
    {
      const char *name = comptoir_table_get_column_name (table, i);
      g_autofree char *example = dup_example (table, i);

      add_choice (self, name, name, example, g_strcmp0 (name, chosen) == 0);
    }
  gtk_widget_set_sensitive (self->use_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "columns");
}

static void
read_in_thread (GTask *task, gpointer source, gpointer bytes, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  ComptoirTable *table
      = comptoir_table_read ("sales", data, length, COMPTOIR_TABLE_FORMAT_CSV, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirTotalColumnDialog *self = COMPTOIR_TOTAL_COLUMN_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirTable) table = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (table != NULL)
    show_columns (self, table);
  else
    show_error (self, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirTotalColumnDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = comptoir_sales_load_report_finish (COMPTOIR_SALES (source), result, NULL, &error);
  g_autoptr (GTask) task = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (bytes == NULL)
    {
      show_error (self, error);
      return;
    }
  task = g_task_new (self, self->cancellable, on_read, NULL);
  g_task_set_source_tag (task, on_loaded);
  g_task_set_task_data (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static void
on_use (ComptoirTotalColumnDialog *self)
{
  comptoir_sales_set_total_column (self->sales, self->column);
  g_signal_emit (self, chosen_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
comptoir_total_column_dialog_dispose (GObject *object)
{
  ComptoirTotalColumnDialog *self = COMPTOIR_TOTAL_COLUMN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->sales);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_TOTAL_COLUMN_DIALOG);
  G_OBJECT_CLASS (comptoir_total_column_dialog_parent_class)->dispose (object);
}

static void
comptoir_total_column_dialog_finalize (GObject *object)
{
  ComptoirTotalColumnDialog *self = COMPTOIR_TOTAL_COLUMN_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_free (self->column);
  G_OBJECT_CLASS (comptoir_total_column_dialog_parent_class)->finalize (object);
}

static void
comptoir_total_column_dialog_class_init (ComptoirTotalColumnDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_total_column_dialog_dispose;
  object_class->finalize = comptoir_total_column_dialog_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-total-column-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirTotalColumnDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirTotalColumnDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, ComptoirTotalColumnDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, ComptoirTotalColumnDialog, use_button);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comptoir_total_column_dialog_init (ComptoirTotalColumnDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * comptoir_total_column_dialog_new:
 * @parent: (nullable): the window that asks
 * @day: the day whose columns are shown
 *
 * Returns: a dialog that has begun to load the table of orders
 */
GtkWidget *
comptoir_total_column_dialog_new (GtkWindow *parent, ComptoirSales *sales, const GDate *day)
{
  ComptoirTotalColumnDialog *self;

  g_return_val_if_fail (COMPTOIR_IS_SALES (sales), NULL);

  self = g_object_new (COMPTOIR_TYPE_TOTAL_COLUMN_DIALOG, "transient-for", parent, NULL);
  self->sales = g_object_ref (sales);
  comptoir_sales_load_report_async (sales, KASH_REPORT_CSV, day, FALSE, self->cancellable,
                                    on_loaded, g_object_ref (self));
  return GTK_WIDGET (self);
}
