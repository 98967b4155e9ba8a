/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-report-private.h"

#include <cairo-pdf.h>

G_BEGIN_DECLS

/* A4 in points, and its margins. */
#define DEMO_PDF_SHORT  595.28
#define DEMO_PDF_LONG   841.89
#define DEMO_PDF_MARGIN 42.0
#define DEMO_PDF_TOP    74.0
#define DEMO_PDF_BOTTOM 60.0

typedef enum
{
  DEMO_PDF_INK,
  DEMO_PDF_MUTED,
  DEMO_PDF_ACCENT,
  DEMO_PDF_LINE,
  DEMO_PDF_SOFT,
} DemoPdfColor;

/* Where writing has got to. */
typedef struct
{
  cairo_t *cr;
  cairo_surface_t *surface;
  double y;
  double width, height; /* of the page */
  guint page;
  guint n_pages; /* 0 while they are being counted */
  const char *title;
  const char *edition;
} DemoPdf;

void demo_pdf_begin_page (DemoPdf *self, gboolean wide);
double demo_pdf_get_room (DemoPdf *self);
gboolean demo_pdf_need (DemoPdf *self, double height);
void demo_pdf_set_font (DemoPdf *self, double size, gboolean bold, DemoPdfColor color);
double demo_pdf_measure (DemoPdf *self, const char *text);
void demo_pdf_show (DemoPdf *self, double x, double y, const char *text);
void demo_pdf_show_right (DemoPdf *self, double x, double y, const char *text);
void
demo_pdf_fill (DemoPdf *self, double x, double y, double width, double height, DemoPdfColor color);
void demo_pdf_heading (DemoPdf *self, const char *title);
void demo_pdf_table (DemoPdf *self, const DemoReportTable *table);

G_END_DECLS
