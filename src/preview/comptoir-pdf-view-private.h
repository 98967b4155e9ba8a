/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-find-bar.h"
#include "comptoir-pdf-pages.h"
#include "comptoir-pdf-thumbnails.h"
#include "comptoir-pdf-view.h"

G_BEGIN_DECLS

struct _ComptoirPdfView
{
  GtkWidget parent_instance;

  GtkWidget *toolbar;
  GtkEditable *page_entry;
  GtkLabel *n_pages_label;
  GtkMenuButton *zoom_button;
  GtkToggleButton *thumbnails_button;
  ComptoirPdfFindBar *find_bar;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkLabel *error_label;
  ComptoirPdfThumbnails *thumbnails;
  ComptoirPdfPages *pages;

  char *title;                   /* (nullable) */
  ComptoirPdfDocument *document; /* (nullable) */
  GCancellable *opening;         /* (nullable) */
  guint spinner_delay;
  GError *error; /* (nullable) */
};

void comptoir_pdf_view_install_actions (GtkWidgetClass *widget_class);
void comptoir_pdf_view_update_actions (ComptoirPdfView *self);

G_END_DECLS
