/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-cache.h"
#include "comptoir-pdf-layout.h"
#include "comptoir-pdf-pages.h"

G_BEGIN_DECLS

struct _ComptoirPdfPages
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  ComptoirPdfDocument *document; /* (nullable), and with it all of these */
  ComptoirPdfLayout *layout;
  ComptoirPdfCache *cache;
  ComptoirPdfSelection *selection;
  ComptoirPdfFind *find;

  ComptoirPdfFit fit;
  double zoom;
  guint page; /* from 1 */

  guint allocated; /* idle source */

  double pointer_x;
  double pointer_y;
  double pinched_from;
};

double comptoir_pdf_pages_get_offset (ComptoirPdfPages *self, GtkOrientation orientation);
void
comptoir_pdf_pages_configure (ComptoirPdfPages *self, GtkOrientation orientation, double value);
void comptoir_pdf_pages_follow_size (ComptoirPdfPages *self);
void comptoir_pdf_pages_show_match (ComptoirPdfPages *self);
/* Keeps what is at (x, y) of the widget where it is. */
void comptoir_pdf_pages_zoom_at (ComptoirPdfPages *self, double zoom, double x, double y);
void comptoir_pdf_pages_draw (ComptoirPdfPages *self, GtkSnapshot *snapshot);
void comptoir_pdf_pages_want (ComptoirPdfPages *self);
void comptoir_pdf_pages_init_input (ComptoirPdfPages *self);
void comptoir_pdf_pages_class_input (GtkWidgetClass *widget_class);

G_END_DECLS
