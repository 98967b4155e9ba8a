/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks through the views of a day's sales. */

#include "tour-picture.h"

#include "comptoir-destination.h"
#include "comptoir-pdf-pages.h"
#include "comptoir-period-dialog.h"
#include "comptoir-sales-page-private.h"

static ComptoirSalesPage *
get_page (Tour *tour)
{
  return COMPTOIR_SALES_PAGE (comptoir_tab_get_page (
      comptoir_shop_view_get_selected (comptoir_window_get_shop_view (tour->window))));
}

static gboolean
is_settled (gpointer page)
{
  ComptoirSalesPage *self = page;
  ComptoirReportView *report = comptoir_sales_page_get_report (self);

  return !self->loading && self->fill_cancellable == NULL
         && (report == NULL || !comptoir_report_view_get_loading (report));
}

static gboolean
is_sharp (gpointer pages)
{
  return comptoir_pdf_pages_get_sharp (pages);
}

static void
note_over (gpointer over)
{
  *(gboolean *) over = TRUE;
}

static gboolean
is_over (gpointer over)
{
  return *(gboolean *) over;
}

/* A web page is painted by another process, after what the window knows of. */
static void
give_time (void)
{
  gboolean over = FALSE;

  g_timeout_add_once (1000, note_over, &over);
  driver_wait (is_over, &over, "a moment");
}

static void
show_view (Tour *tour, const char *view)
{
  ComptoirSalesPage *page = get_page (tour);

  comptoir_sales_page_show_view (page, view);
  driver_wait (is_settled, page, view);
  if (g_str_equal (view, "pdf"))
    driver_wait (is_sharp, driver_wait_for (GTK_WIDGET (page), COMPTOIR_TYPE_PDF_PAGES, NULL),
                 "the PDF's first page");
  give_time ();
}

static void
open_sales (Tour *tour)
{
  g_autoptr (GDate) day = g_date_new_dmy (13, 6, 2024);

  tour_open_demo (tour);
  driver_activate (tour->window, "open-page",
                   g_variant_new ("(sb)", COMPTOIR_DESTINATION_SALES, FALSE));
  driver_wait_for (GTK_WIDGET (tour->window), COMPTOIR_TYPE_SALES_PAGE, NULL);
  comptoir_sales_page_set_day (get_page (tour), day);
  driver_wait (is_settled, get_page (tour), "the day's sales");
}

static void
look_at_views (Tour *tour, const char *suffix)
{
  static const char *const views[]
      = { "summary", "report", "pdf", "table", "accounting", "audit", "excel" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = g_strdup_printf ("3%u-sales-%s%s", i, views[i], suffix);

      show_view (tour, views[i]);
      tour_take_window (tour, name);
    }
  show_view (tour, "summary");
}

static void
look_at_period (Tour *tour)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (get_page (tour)), "sales.export-period", NULL);
  dialog = driver_wait_for_dialog (COMPTOIR_TYPE_PERIOD_DIALOG);
  tour_take (tour, dialog, "37-sales-period");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
look_at_dark (Tour *tour)
{
  g_action_group_change_action_state (G_ACTION_GROUP (tour->application), "color-scheme",
                                      g_variant_new_string ("dark"));
  look_at_views (tour, "-dark");
  g_action_group_change_action_state (G_ACTION_GROUP (tour->application), "color-scheme",
                                      g_variant_new_string ("default"));
}

static void
walk (Tour *tour)
{
  tour_fill_screen (tour);
  open_sales (tour);
  if (*tour->prefix != '\0')
    {
      look_at_views (tour, "");
      return;
    }
  look_at_views (tour, "");
  look_at_period (tour);
  look_at_dark (tour);
  tour_make_narrow (tour);
  look_at_views (tour, "-narrow");
}

int
main (int argc, char *argv[])
{
  return tour_run (argc, argv, walk);
}
