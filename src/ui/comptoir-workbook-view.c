/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-workbook-view.h"

#include <glib/gi18n-lib.h>

#include "comptoir-file-kind.h"
#include "comptoir-report-file-view.h"
#include "comptoir-table-reader.h"
#include "comptoir-xlsx.h"

/* What the table is called by, where a name is needed. */
#define TABLE_NAME "sales"

struct _ComptoirWorkbookView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *sheets_box;
  GtkDropDown *sheets;
  GtkLabel *kind;
  ComptoirSheetView *sheet;
  ComptoirReportFileView *file;

  GBytes *bytes;             /* (nullable): the workbook */
  GCancellable *cancellable; /* (nullable): of another sheet's reading */
  gboolean filling;
};

/* What a worker thread is given and gives back. */
typedef struct
{
  GBytes *bytes;
  ComptoirFileKind kind;
  guint sheet;
  GPtrArray *titles; /* (nullable): of the sheets */
  ComptoirTable *table;
} Reading;

static void comptoir_workbook_view_content_init (ComptoirReportContentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirWorkbookView,
                               comptoir_workbook_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (COMPTOIR_TYPE_REPORT_CONTENT,
                                                      comptoir_workbook_view_content_init))

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_bytes_unref (reading->bytes);
  g_clear_pointer (&reading->titles, g_ptr_array_unref);
  g_clear_object (&reading->table);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (reading->bytes, &length);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (reading->kind == COMPTOIR_FILE_XLSX)
    {
      reading->titles = comptoir_xlsx_list_sheets (reading->bytes, &error);
      if (reading->titles != NULL)
        reading->table = comptoir_xlsx_read_sheet (reading->bytes, reading->sheet, &error);
    }
  else
    reading->table
        = comptoir_table_read (TABLE_NAME, data, length, COMPTOIR_TABLE_FORMAT_CSV, &error);
  if (reading->table != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_async (ComptoirWorkbookView *self,
            GBytes *bytes,
            ComptoirFileKind kind,
            guint sheet,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->bytes = g_bytes_ref (bytes);
  reading->kind = kind;
  reading->sheet = sheet;
  g_task_set_source_tag (task, read_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
show_titles (ComptoirWorkbookView *self, GPtrArray *titles)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; titles != NULL && i < titles->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (titles, i));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->sheets, G_LIST_MODEL (list));
  self->filling = FALSE;
  gtk_widget_set_visible (self->sheets_box, titles != NULL && titles->len > 1);
}

/* What came, in words, since any of several kinds may. */
static void
show_kind (ComptoirWorkbookView *self, const Reading *reading)
{
  g_autofree char *size = g_format_size (g_bytes_get_size (reading->bytes));
  g_autofree char *text = NULL;

  /* Translators: a kind of file and its size: "Excel workbook (xlsx), 12.3 kB" */
  text
      = g_strdup_printf (C_ ("file", "%s, %s"), comptoir_file_kind_get_title (reading->kind), size);
  gtk_label_set_label (self->kind, text);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirWorkbookView *self = COMPTOIR_WORKBOOK_VIEW (source);
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_ref (reading->bytes);
  show_titles (self, reading->titles);
  show_kind (self, reading);
  comptoir_sheet_view_set_table (self->sheet, reading->table);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  g_task_return_boolean (task, TRUE);
}

static void
on_sheet_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirWorkbookView *self = COMPTOIR_WORKBOOK_VIEW (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    comptoir_sheet_view_set_table (self->sheet, reading->table);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    comptoir_sheet_view_set_table (self->sheet, NULL);
}

static void
on_sheet_chosen (ComptoirWorkbookView *self)
{
  guint sheet = gtk_drop_down_get_selected (self->sheets);

  if (self->filling || self->bytes == NULL || sheet == GTK_INVALID_LIST_POSITION)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  read_async (self, self->bytes, COMPTOIR_FILE_XLSX, sheet, self->cancellable, on_sheet_read, NULL);
}

static void
clear (ComptoirReportContent *content)
{
  ComptoirWorkbookView *self = COMPTOIR_WORKBOOK_VIEW (content);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  comptoir_sheet_view_set_table (self->sheet, NULL);
}

static void
on_file_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirWorkbookView *self = g_task_get_source_object (task);

  comptoir_report_content_load_finish (COMPTOIR_REPORT_CONTENT (source), result, NULL);
  gtk_stack_set_visible_child_name (self->stack, "file");
  g_task_return_boolean (task, TRUE);
}

static void
load (ComptoirReportContent *content, GBytes *bytes, GDateTime *edited, GTask *task)
{
  ComptoirWorkbookView *self = COMPTOIR_WORKBOOK_VIEW (content);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  ComptoirFileKind kind = comptoir_file_kind_sniff (data, length);

  if (kind == COMPTOIR_FILE_XLSX || kind == COMPTOIR_FILE_TEXT)
    read_async (self, bytes, kind, 0, g_task_get_cancellable (task), on_read, g_object_ref (task));
  else
    comptoir_report_content_load_async (COMPTOIR_REPORT_CONTENT (self->file), bytes, edited,
                                        g_task_get_cancellable (task), on_file_shown,
                                        g_object_ref (task));
}

static void
comptoir_workbook_view_dispose (GObject *object)
{
  ComptoirWorkbookView *self = COMPTOIR_WORKBOOK_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (comptoir_workbook_view_parent_class)->dispose (object);
}

static void
comptoir_workbook_view_class_init (ComptoirWorkbookViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comptoir_workbook_view_dispose;
}

static void
comptoir_workbook_view_content_init (ComptoirReportContentInterface *iface)
{
  iface->load = load;
  iface->clear = clear;
}

static GtkWidget *
create_chooser (ComptoirWorkbookView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Shee_t"));

  self->sheets = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->sheets));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheets), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sheet of the workbook"), -1);
  g_signal_connect_object (self->sheets, "notify::selected", G_CALLBACK (on_sheet_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sheets));
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
create_bar (ComptoirWorkbookView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->sheets_box = create_chooser (self);
  self->kind = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->kind, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->kind, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->kind), TRUE);
  gtk_widget_set_margin_end (GTK_WIDGET (self->kind), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->kind), "dim-label");
  gtk_box_append (GTK_BOX (bar), self->sheets_box);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->kind));
  gtk_widget_add_css_class (bar, "toolbar");
  return bar;
}

static void
comptoir_workbook_view_init (ComptoirWorkbookView *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->file = COMPTOIR_REPORT_FILE_VIEW (comptoir_report_file_view_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->file), "file");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * comptoir_workbook_view_new:
 * @shop: for its currency
 * @title: what the rows are, for printing
 *
 * Returns: a view without a file
 */
GtkWidget *
comptoir_workbook_view_new (ComptoirShop *shop, const char *title)
{
  ComptoirWorkbookView *self = g_object_new (COMPTOIR_TYPE_WORKBOOK_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->sheet = COMPTOIR_SHEET_VIEW (comptoir_sheet_view_new (shop, title));
  gtk_widget_set_vexpand (GTK_WIDGET (self->sheet), TRUE);
  gtk_box_append (GTK_BOX (box), create_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sheet));
  gtk_stack_add_named (self->stack, box, "sheet");
  return GTK_WIDGET (self);
}

/**
 * comptoir_workbook_view_get_sheet:
 *
 * Returns: (transfer none) (nullable): the table, while one is shown
 */
ComptoirSheetView *
comptoir_workbook_view_get_sheet (ComptoirWorkbookView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_WORKBOOK_VIEW (self), NULL);

  return comptoir_sheet_view_get_table (self->sheet) != NULL ? self->sheet : NULL;
}
