/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "comptoir-html-view-private.h"

#define ZOOM_STEP 1.25
#define MIN_ZOOM  0.25
#define MAX_ZOOM  5.0

static void
on_zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirHtmlView *self = COMPTOIR_HTML_VIEW (widget);
  double zoom;

  g_object_get (self->page, "zoom", &zoom, NULL);
  if (g_str_equal (action, "html.zoom-in"))
    zoom *= ZOOM_STEP;
  else if (g_str_equal (action, "html.zoom-out"))
    zoom /= ZOOM_STEP;
  else
    zoom = 1;
  g_object_set (self->page, "zoom", CLAMP (zoom, MIN_ZOOM, MAX_ZOOM), NULL);
}

static void
on_find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirHtmlView *self = COMPTOIR_HTML_VIEW (widget);

  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirHtmlView *self = COMPTOIR_HTML_VIEW (widget);

  self->engine->copy (self->page);
}

static void
on_select_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirHtmlView *self = COMPTOIR_HTML_VIEW (widget);

  self->engine->select_all (self->page);
}

static void
on_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirHtmlView *self = COMPTOIR_HTML_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->engine->print (self->page, self->title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

static char *
describe_matches (ComptoirHtmlView *self)
{
  guint n_matches = comptoir_html_view_get_n_matches (self);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->find_entry)) == '\0')
    return g_strdup ("");
  if (n_matches == 0)
    return g_strdup (_ ("Nothing found"));
  return g_strdup_printf (ngettext ("%u match", "%u matches", n_matches), n_matches);
}

void
comptoir_html_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *action;
    GtkWidgetActionActivateFunc activate;
    guint keys[3];
  } actions[] = {
    { "html.zoom-in", on_zoom, { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add } },
    { "html.zoom-out", on_zoom, { GDK_KEY_minus, GDK_KEY_KP_Subtract } },
    { "html.zoom-reset", on_zoom, { GDK_KEY_0, GDK_KEY_KP_0 } },
    { "html.find", on_find, { GDK_KEY_f } },
    { "html.copy", on_copy, { GDK_KEY_c } },
    { "html.select-all", on_select_all, { GDK_KEY_a } },
    { "html.print", on_print, { GDK_KEY_p } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].action, NULL, actions[i].activate);
      for (guint j = 0; j < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[j] != 0; j++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[j], GDK_CONTROL_MASK,
                                             actions[i].action, NULL);
    }
}

void
comptoir_html_view_update_actions (ComptoirHtmlView *self)
{
  static const char *const actions[]
      = { "html.zoom-in", "html.zoom-out",   "html.zoom-reset", "html.find",
          "html.copy",    "html.select-all", "html.print" };
  gboolean ready = comptoir_html_view_get_ready (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], ready);
  gtk_widget_set_sensitive (self->toolbar, ready);
}

void
comptoir_html_view_update_zoom (ComptoirHtmlView *self)
{
  double zoom = 1;
  g_autofree char *percent = NULL;

  if (self->page != NULL)
    g_object_get (self->page, "zoom", &zoom, NULL);
  /* Translators: how large a page is shown. */
  percent = g_strdup_printf (_ ("%u %%"), (guint) lround (zoom * 100));
  gtk_button_set_label (self->zoom_button, percent);
}

void
comptoir_html_view_update_find (ComptoirHtmlView *self)
{
  g_autofree char *text = describe_matches (self);
  gboolean many = comptoir_html_view_get_n_matches (self) > 1;

  gtk_label_set_text (self->find_status, text);
  gtk_widget_set_sensitive (self->find_previous, many);
  gtk_widget_set_sensitive (self->find_next, many);
}
