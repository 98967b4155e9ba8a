/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-period-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-export-folder.h"

/* Months to choose from, this one included. */
#define N_MONTHS 13

G_DEFINE_FINAL_TYPE (ComptoirPeriodDialog, comptoir_period_dialog, ADW_TYPE_WINDOW)

static void
update (ComptoirPeriodDialog *self)
{
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;

  if (self->folder != NULL)
    path = g_file_get_parse_name (self->folder);
  shown = path != NULL ? g_filename_display_name (path) : NULL;
  adw_action_row_set_subtitle (self->folder_row, shown != NULL ? shown : _ ("not chosen yet"));
  gtk_widget_set_sensitive (self->export_button, comptoir_period_dialog_is_complete (self));
}

/* The months back from this one, after the days that are chosen one by one. */
static void
fill_months (ComptoirPeriodDialog *self)
{
  g_autoptr (GtkStringList) months = gtk_string_list_new (NULL);
  GDate month;

  gtk_string_list_append (months, _ ("Chosen days"));
  comptoir_sales_get_today (self->sales, &month);
  g_date_set_day (&month, 1);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autoptr (GDateTime) start = g_date_time_new_utc (
          g_date_get_year (&month), (int) g_date_get_month (&month), 1, 0, 0, 0);

      /* Translators: a month as g_date_time_format() wants it */
      gtk_string_list_take (months, g_date_time_format (start, C_ ("month", "%OB %Y")));
      g_date_subtract_months (&month, 1);
    }
  adw_combo_row_set_model (self->month, G_LIST_MODEL (months));
}

static void
on_month_chosen (ComptoirPeriodDialog *self)
{
  guint place = adw_combo_row_get_selected (self->month);
  GDate first, last, yesterday;

  if (self->sales == NULL || place == 0 || place == GTK_INVALID_LIST_POSITION)
    return;
  comptoir_sales_get_today (self->sales, &first);
  comptoir_sales_get_yesterday (self->sales, &yesterday);
  g_date_set_day (&first, 1);
  g_date_subtract_months (&first, place - 1);
  last = first;
  g_date_add_months (&last, 1);
  g_date_subtract_days (&last, 1);
  /* Days to come have no reports, and today's isn't finished. */
  if (g_date_compare (&last, &yesterday) > 0)
    last = g_date_compare (&yesterday, &first) >= 0 ? yesterday : first;
  self->choosing_month = TRUE;
  comptoir_period_dialog_set_period (self, &first, &last);
  self->choosing_month = FALSE;
}

/* The other end follows, so that the period is never empty. */
static void
on_first_chosen (ComptoirPeriodDialog *self, const GDate *first)
{
  GDate last;

  comptoir_date_button_get_day (self->last, &last);
  comptoir_period_dialog_set_period (self, first,
                                     g_date_compare (first, &last) > 0 ? first : &last);
}

static void
on_last_chosen (ComptoirPeriodDialog *self, const GDate *last)
{
  GDate first;

  comptoir_date_button_get_day (self->first, &first);
  comptoir_period_dialog_set_period (self, g_date_compare (&first, last) > 0 ? last : &first, last);
}

static void
on_folder_response (GtkNativeDialog *dialog, int response, ComptoirPeriodDialog *self)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  g_clear_object (&self->chooser);
  if (folder != NULL)
    comptoir_period_dialog_set_folder (self, folder);
}

static void
on_choose_folder (ComptoirPeriodDialog *self)
{
  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_ ("Folder for the Reports"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"),
                                               _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (self->folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), self->folder, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_folder_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_export (ComptoirPeriodDialog *self)
{
  comptoir_period_dialog_start (self);
}

static void
on_retry (ComptoirPeriodDialog *self)
{
  comptoir_period_dialog_retry (self);
}

/* While an export runs, it is what is cancelled; the dialog then says how far it came. */
static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirPeriodDialog *self = COMPTOIR_PERIOD_DIALOG (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "progress"))
    comptoir_period_dialog_stop (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
add_formats (ComptoirPeriodDialog *self)
{
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      const char *title = kash_report_get_title ((KashReport) i);

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i == KASH_REPORT_PDF);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      -1);
      g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (self->formats, row);
      self->checks[i] = GTK_CHECK_BUTTON (check);
    }
}

static void
comptoir_period_dialog_dispose (GObject *object)
{
  ComptoirPeriodDialog *self = COMPTOIR_PERIOD_DIALOG (object);

  comptoir_period_dialog_stop (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->export);
  g_clear_object (&self->sales);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_PERIOD_DIALOG);
  G_OBJECT_CLASS (comptoir_period_dialog_parent_class)->dispose (object);
}

static void
comptoir_period_dialog_finalize (GObject *object)
{
  ComptoirPeriodDialog *self = COMPTOIR_PERIOD_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->folder);
  G_OBJECT_CLASS (comptoir_period_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COMPTOIR_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-period-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, month);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, first);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, last);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, count);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, left);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, result);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, result_detail);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, result_icon);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, failures_box);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, failures);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPeriodDialog, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, on_month_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_first_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_last_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_folder);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
comptoir_period_dialog_class_init (ComptoirPeriodDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_period_dialog_dispose;
  object_class->finalize = comptoir_period_dialog_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "period.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "period.cancel", NULL);
}

static void
comptoir_period_dialog_init (ComptoirPeriodDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  comptoir_date_button_set_label (self->first, _ ("From"));
  comptoir_date_button_set_label (self->last, _ ("To"));
  add_formats (self);
}

/**
 * comptoir_period_dialog_new:
 * @parent: (nullable): the window that asks
 * @day: the day in view: its month up to it is the period to begin with
 *
 * Returns: a dialog in which nothing has begun
 */
GtkWidget *
comptoir_period_dialog_new (GtkWindow *parent, ComptoirSales *sales, const GDate *day)
{
  ComptoirPeriodDialog *self;
  GDate first = *day, today;

  g_return_val_if_fail (COMPTOIR_IS_SALES (sales), NULL);

  self = g_object_new (COMPTOIR_TYPE_PERIOD_DIALOG, "transient-for", parent, NULL);
  self->sales = g_object_ref (sales);
  self->folder = comptoir_export_folder_dup ();
  comptoir_sales_get_today (sales, &today);
  comptoir_date_button_set_last (self->first, &today);
  comptoir_date_button_set_last (self->last, &today);
  fill_months (self);
  g_date_set_day (&first, 1);
  comptoir_period_dialog_set_period (self, &first, day);
  return GTK_WIDGET (self);
}

/**
 * comptoir_period_dialog_set_period:
 * @first: the first day
 * @last: the last day, not before @first
 */
void
comptoir_period_dialog_set_period (ComptoirPeriodDialog *self,
                                   const GDate *first,
                                   const GDate *last)
{
  g_return_if_fail (COMPTOIR_IS_PERIOD_DIALOG (self));
  g_return_if_fail (g_date_compare (first, last) <= 0);

  comptoir_date_button_set_day (self->first, first);
  comptoir_date_button_set_day (self->last, last);
  if (!self->choosing_month)
    adw_combo_row_set_selected (self->month, 0);
  update (self);
}

/**
 * comptoir_period_dialog_set_folder:
 * @folder: where the reports are to go
 */
void
comptoir_period_dialog_set_folder (ComptoirPeriodDialog *self, GFile *folder)
{
  g_return_if_fail (COMPTOIR_IS_PERIOD_DIALOG (self));
  g_return_if_fail (G_IS_FILE (folder));

  g_set_object (&self->folder, folder);
  update (self);
}

/* Whether there is a folder and something to put there. */
gboolean
comptoir_period_dialog_is_complete (ComptoirPeriodDialog *self)
{
  gboolean ticked = FALSE;

  for (guint i = 0; i < KASH_N_REPORTS; i++)
    ticked |= self->checks[i] != NULL && gtk_check_button_get_active (self->checks[i]);
  return ticked && self->folder != NULL && self->cancellable == NULL;
}
