/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-file-view.h"

#include <glib/gi18n-lib.h>

#include "comptoir-file-kind.h"
#include "comptoir-sales-text.h"

struct _ComptoirReportFileView
{
  AdwBin parent_instance;

  AdwStatusPage *page;
};

static void comptoir_report_file_view_content_init (ComptoirReportContentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirReportFileView,
                               comptoir_report_file_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (COMPTOIR_TYPE_REPORT_CONTENT,
                                                      comptoir_report_file_view_content_init))

static const char *
get_icon_name (ComptoirFileKind kind)
{
  switch (kind)
    {
    case COMPTOIR_FILE_XLSX:
    case COMPTOIR_FILE_XLS:
    case COMPTOIR_FILE_SPREADSHEETML:
      return "x-office-spreadsheet-symbolic";
    case COMPTOIR_FILE_HTML:
      return "web-browser-symbolic";
    default:
      return "x-office-document-symbolic";
    }
}

static void
load (ComptoirReportContent *content, GBytes *bytes, GDateTime *edited, GTask *task)
{
  ComptoirReportFileView *self = COMPTOIR_REPORT_FILE_VIEW (content);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  ComptoirFileKind kind = comptoir_file_kind_sniff (data, length);
  g_autofree char *size = g_format_size (length);
  g_autofree char *moment = edited != NULL ? comptoir_sales_text_moment (edited) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (moment != NULL)
    /* Translators: a size and a moment: "12.3 kB, as of 24/11/2026 03:00" */
    text = g_strdup_printf (_ ("%s, as of %s"), size, moment);
  else
    text = g_strdup (size);
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_icon_name (self->page, get_icon_name (kind));
  adw_status_page_set_title (self->page, comptoir_file_kind_get_title (kind));
  adw_status_page_set_description (self->page, markup);
  g_task_return_boolean (task, TRUE);
}

static void
clear (ComptoirReportContent *content)
{
}

static void
comptoir_report_file_view_dispose (GObject *object)
{
  /* The bound child is the bin's own: it goes by the bin, or it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_REPORT_FILE_VIEW);
  G_OBJECT_CLASS (comptoir_report_file_view_parent_class)->dispose (object);
}

static void
comptoir_report_file_view_class_init (ComptoirReportFileViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_report_file_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-report-file-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirReportFileView, page);
}

static void
comptoir_report_file_view_content_init (ComptoirReportContentInterface *iface)
{
  iface->load = load;
  iface->clear = clear;
}

static void
comptoir_report_file_view_init (ComptoirReportFileView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_report_file_view_new:
 *
 * Returns: a view that offers the actions "sales.save-as" and "sales.open-with"
 */
GtkWidget *
comptoir_report_file_view_new (void)
{
  return g_object_new (COMPTOIR_TYPE_REPORT_FILE_VIEW, NULL);
}
