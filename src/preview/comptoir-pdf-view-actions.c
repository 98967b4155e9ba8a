/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-print.h"
#include "comptoir-pdf-view-private.h"

#define ZOOM_STEP 1.25

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirPdfView) self = user_data;
  g_autofree char *text
      = comptoir_pdf_selection_text_finish (COMPTOIR_PDF_SELECTION (source), result, NULL);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirPdfView *self = COMPTOIR_PDF_VIEW (widget);
  ComptoirPdfSelection *selection = comptoir_pdf_pages_get_selection (self->pages);

  if (selection != NULL && !comptoir_pdf_selection_get_empty (selection))
    comptoir_pdf_selection_text_async (selection, NULL, on_text, g_object_ref (self));
}

static void
on_zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirPdfPages *pages = COMPTOIR_PDF_VIEW (widget)->pages;
  double zoom = comptoir_pdf_pages_get_zoom (pages);

  if (g_str_equal (action, "pdf.zoom-in"))
    zoom *= ZOOM_STEP;
  else if (g_str_equal (action, "pdf.zoom-out"))
    zoom /= ZOOM_STEP;
  else
    zoom = 1;
  comptoir_pdf_pages_set_zoom (pages, zoom);
}

static void
on_fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comptoir_pdf_pages_set_fit (COMPTOIR_PDF_VIEW (widget)->pages,
                              g_str_equal (action, "pdf.fit-page") ? COMPTOIR_PDF_FIT_PAGE
                                                                   : COMPTOIR_PDF_FIT_WIDTH);
}

static void
on_turn_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirPdfPages *pages = COMPTOIR_PDF_VIEW (widget)->pages;
  guint page = comptoir_pdf_pages_get_page (pages);

  comptoir_pdf_pages_set_page (pages, g_str_equal (action, "pdf.next-page") ? page + 1 : page - 1);
}

static void
on_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comptoir_pdf_find_bar_start (COMPTOIR_PDF_VIEW (widget)->find_bar);
}

static void
on_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirPdfView *self = COMPTOIR_PDF_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->document == NULL)
    return;
  operation = comptoir_pdf_print_new (self->document, self->title,
                                      comptoir_pdf_pages_get_page (self->pages));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

void
comptoir_pdf_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *action;
    GtkWidgetActionActivateFunc activate;
    guint keys[3];
    GdkModifierType modifiers;
  } actions[] = {
    { "pdf.zoom-in", on_zoom, { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add }, GDK_CONTROL_MASK },
    { "pdf.zoom-out", on_zoom, { GDK_KEY_minus, GDK_KEY_KP_Subtract }, GDK_CONTROL_MASK },
    { "pdf.zoom-reset", on_zoom, { GDK_KEY_0, GDK_KEY_KP_0 }, GDK_CONTROL_MASK },
    { "pdf.fit-width", on_fit, { 0 }, 0 },
    { "pdf.fit-page", on_fit, { 0 }, 0 },
    { "pdf.find", on_find, { GDK_KEY_f }, GDK_CONTROL_MASK },
    { "pdf.copy", on_copy, { GDK_KEY_c }, GDK_CONTROL_MASK },
    { "pdf.previous-page", on_turn_page, { GDK_KEY_Page_Up }, GDK_SHIFT_MASK },
    { "pdf.next-page", on_turn_page, { GDK_KEY_Page_Down }, GDK_SHIFT_MASK },
    { "pdf.print", on_print, { GDK_KEY_p }, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].action, NULL, actions[i].activate);
      for (guint j = 0; j < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[j] != 0; j++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[j], actions[i].modifiers,
                                             actions[i].action, NULL);
    }
}

void
comptoir_pdf_view_update_actions (ComptoirPdfView *self)
{
  static const char *const actions[]
      = { "pdf.zoom-in",  "pdf.zoom-out", "pdf.zoom-reset", "pdf.fit-width",
          "pdf.fit-page", "pdf.find",     "pdf.copy",       "pdf.print" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->document != NULL);
  gtk_widget_set_sensitive (self->toolbar, self->document != NULL);
}
