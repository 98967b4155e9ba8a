/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What ended a page. */
typedef enum
{
  COMPTOIR_HTML_FAULT_NONE,
  COMPTOIR_HTML_FAULT_FILTER,  /* what it may load could not be limited */
  COMPTOIR_HTML_FAULT_LOAD,    /* it could not be read */
  COMPTOIR_HTML_FAULT_CRASHED, /* the process that showed it ended */
  COMPTOIR_HTML_FAULT_MEMORY,  /* that process took too much memory and was ended */
} ComptoirHtmlFault;

/* What the module that links WebKit gives the program. A page is a widget with the properties
 * "ready" (boolean), "fault" (int, a ComptoirHtmlFault), "n-matches" (uint) of the text looked for,
 * and "zoom" (double, writable). */
typedef struct
{
  GtkWidget *(*create) (void);
  void (*load) (GtkWidget *page, GBytes *bytes);
  void (*find) (GtkWidget *page, const char *text); /* (nullable): no more */
  void (*find_step) (GtkWidget *page, gboolean forward);
  void (*copy) (GtkWidget *page);
  void (*select_all) (GtkWidget *page);
  void (*print) (GtkWidget *page, const char *title, GtkWindow *parent);
} ComptoirHtmlEngine;

/* The module's file in the libexec folder, and its one symbol: a ComptoirHtmlEngine. */
#define COMPTOIR_HTML_MODULE "comptoir-html.so"
#define COMPTOIR_HTML_SYMBOL "comptoir_html_engine"

G_END_DECLS
