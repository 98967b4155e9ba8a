/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-fec-view.h"
#include "comptoir-saft-view.h"
#include "comptoir-sales-text.h"
#include "comptoir-workbook-view.h"

#define SUMMARY_VIEW "summary"

/* A view a report, by the name that "sales.view" has for it. */
static const char *const view_names[KASH_N_REPORTS] = {
  [KASH_REPORT_STD] = "report",     [KASH_REPORT_PDF] = "pdf",    [KASH_REPORT_CSV] = "table",
  [KASH_REPORT_FEC] = "accounting", [KASH_REPORT_SAFT] = "audit", [KASH_REPORT_XLS] = "excel",
};

/* What shows a report once it is there. */
static GtkWidget *
create_content (ComptoirSalesPage *self, KashReport report)
{
  switch (report)
    {
    case KASH_REPORT_CSV:
    case KASH_REPORT_XLS:
      return comptoir_workbook_view_new (self->shop, kash_report_get_title (report));
    case KASH_REPORT_FEC:
      return comptoir_fec_view_new (self->shop);
    case KASH_REPORT_SAFT:
      return comptoir_saft_view_new ();
    case KASH_REPORT_STD:
    case KASH_REPORT_PDF:
    default:
      return comptoir_preview_content_new (report);
    }
}

static void
on_report_changed (ComptoirSalesPage *self)
{
  comptoir_sales_page_update (self);
}

static void
on_refresh_failed (ComptoirSalesPage *self, const char *sentence)
{
  comptoir_sales_page_toast (self, sentence);
}

/* Fills the stack: the summary is in it already. */
void
comptoir_sales_page_add_views (ComptoirSalesPage *self)
{
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    {
      GtkWidget *content = create_content (self, (KashReport) i);
      GtkWidget *view = comptoir_report_view_new (self->sales, (KashReport) i,
                                                  COMPTOIR_REPORT_CONTENT (content));

      if (COMPTOIR_IS_PREVIEW_CONTENT (content))
        g_signal_connect_object (content, "notify::ready", G_CALLBACK (on_report_changed), self,
                                 G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "notify::bytes", G_CALLBACK (on_report_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "notify::loading", G_CALLBACK (on_report_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "refresh-failed", G_CALLBACK (on_refresh_failed), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->views, view, view_names[i]);
      self->reports[i] = COMPTOIR_REPORT_VIEW (view);
    }
}

const char *
comptoir_sales_page_get_view (ComptoirSalesPage *self)
{
  return gtk_stack_get_visible_child_name (self->views);
}

gboolean
comptoir_sales_page_has_view (const char *name)
{
  if (g_strcmp0 (name, SUMMARY_VIEW) == 0)
    return TRUE;
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    if (g_strcmp0 (name, view_names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* (nullable): the report in front; none is while the summary is */
ComptoirReportView *
comptoir_sales_page_get_report (ComptoirSalesPage *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  return COMPTOIR_IS_REPORT_VIEW (view) ? COMPTOIR_REPORT_VIEW (view) : NULL;
}

/* (nullable): what the report in front is shown by, once it is */
static ComptoirReportContent *
get_content (ComptoirSalesPage *self)
{
  ComptoirReportView *report = comptoir_sales_page_get_report (self);

  return report != NULL && g_str_equal (comptoir_report_view_get_state (report), "content")
             ? comptoir_report_view_get_content (report)
             : NULL;
}

/* (nullable): the table in front */
ComptoirSheetView *
comptoir_sales_page_get_sheet (ComptoirSalesPage *self)
{
  ComptoirReportContent *content = get_content (self);

  return COMPTOIR_IS_WORKBOOK_VIEW (content)
             ? comptoir_workbook_view_get_sheet (COMPTOIR_WORKBOOK_VIEW (content))
             : NULL;
}

/* (nullable): the document in front */
ComptoirPreviewContent *
comptoir_sales_page_get_preview (ComptoirSalesPage *self)
{
  ComptoirReportContent *content = get_content (self);

  return COMPTOIR_IS_PREVIEW_CONTENT (content)
                 && comptoir_preview_content_get_ready (COMPTOIR_PREVIEW_CONTENT (content))
             ? COMPTOIR_PREVIEW_CONTENT (content)
             : NULL;
}

/* (transfer none) (nullable): the file in front as it came, and a name for it; none while there is
 * only the summary. @name: (out) (transfer full) */
GBytes *
comptoir_sales_page_get_file (ComptoirSalesPage *self, char **name)
{
  ComptoirReportView *view = comptoir_sales_page_get_report (self);
  GBytes *bytes = view != NULL ? comptoir_report_view_get_bytes (view) : NULL;

  if (bytes != NULL)
    *name = comptoir_sales_text_file_name (self->shop, comptoir_report_view_get_report (view),
                                           &self->day, bytes);
  return bytes;
}
