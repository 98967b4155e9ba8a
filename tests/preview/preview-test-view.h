/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-pages.h"
#include "comptoir-pdf-view.h"

G_BEGIN_DECLS

/* A window with a PDF view. */
typedef struct
{
  GtkWidget *window;
  ComptoirPdfView *view;
  ComptoirPdfPages *pages;
} PreviewTestView;

void preview_test_view_new (PreviewTestView *test);
void preview_test_view_open (PreviewTestView *test, GBytes *bytes);
void preview_test_view_close (PreviewTestView *test);
void preview_test_view_activate (PreviewTestView *test, const char *action);
void preview_test_view_kill_helper (PreviewTestView *test);
guint preview_test_view_get_page (PreviewTestView *test);
guint preview_test_view_get_n_pages (PreviewTestView *test);
gboolean preview_test_view_has_error (PreviewTestView *test, ComptoirPdfError code);

GtkWidget *preview_test_find (GtkWidget *within, GType type, guint number);
GtkWidget *preview_test_find_label (GtkWidget *within, const char *text);

G_END_DECLS
