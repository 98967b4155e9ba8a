/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-html-engine.h"
#include "comptoir-html-view.h"

G_BEGIN_DECLS

struct _ComptoirHtmlView
{
  GtkWidget parent_instance;

  GtkWidget *toolbar;
  GtkButton *zoom_button;
  GtkSearchBar *find_bar;
  GtkSearchEntry *find_entry;
  GtkWidget *find_previous;
  GtkWidget *find_next;
  GtkLabel *find_status;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkLabel *error_label;
  GtkBox *holder;

  const ComptoirHtmlEngine *engine; /* (nullable) */
  GtkWidget *page;                  /* (nullable): the engine's, once one was shown */
  char *title;                      /* (nullable) */
  GBytes *bytes;                    /* (nullable) */
  GCancellable *loading;            /* (nullable): of the engine */
  guint spinner_delay;
  GError *error; /* (nullable) */
};

/* comptoir-html-view-actions.c */
void comptoir_html_view_install_actions (GtkWidgetClass *widget_class);
void comptoir_html_view_update_actions (ComptoirHtmlView *self);
void comptoir_html_view_update_zoom (ComptoirHtmlView *self);
void comptoir_html_view_update_find (ComptoirHtmlView *self);
gboolean comptoir_html_view_get_ready (ComptoirHtmlView *self);
guint comptoir_html_view_get_n_matches (ComptoirHtmlView *self);

G_END_DECLS
