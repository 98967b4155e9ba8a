/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-resource-page-private.h"
#include "demo-shop.h"

G_BEGIN_DECLS

/* A demo shop, and a window with a page over one of its resources. */
typedef struct
{
  DemoShop *demo;
  ComptoirShop *shop;
  GtkWidget *window;
  ComptoirResourcePage *page;

  gboolean keeps; /* set before the start: replies and values are kept, in a folder of the test's */
  char *folder;
  ComptoirStore *store; /* (nullable) */
} UiTest;

/* Lets the program run until @condition holds; a test that would wait for ever ends here. */
#define ui_test_wait_until(condition)                                             \
  G_STMT_START                                                                    \
  {                                                                               \
    gint64 ui_test_end = g_get_monotonic_time () + 100 * G_USEC_PER_SEC;          \
                                                                                  \
    while (!(condition))                                                          \
      {                                                                           \
        if (g_get_monotonic_time () > ui_test_end)                                \
          g_error ("%s:%d: never came true: %s", __FILE__, __LINE__, #condition); \
        ui_test_turn ();                                                          \
      }                                                                           \
  }                                                                               \
  G_STMT_END

void ui_test_init (int *argc, char ***argv);
void ui_test_turn (void);
void ui_test_start (UiTest *test, const DemoShopOptions *options);
void ui_test_open (UiTest *test, KashResource resource);
void ui_test_load (UiTest *test, KashResource resource);
void ui_test_stop (UiTest *test);
void ui_test_activate (UiTest *test, const char *action, const char *target);
char *ui_test_read_clipboard (UiTest *test);
char *ui_test_dup_cell (UiTest *test, guint position, const char *column);
guint ui_test_get_n_rows (UiTest *test);
gboolean ui_test_is_settled (UiTest *test);
const char *ui_test_get_content (UiTest *test);
GtkWidget *ui_test_find (GtkWidget *within, GType type, guint number);

/* Of the page's table. */
GtkColumnViewColumn *ui_test_get_column (UiTest *test, guint place);
GtkColumnViewColumn *ui_test_find_column (UiTest *test, const char *name);
GtkColumnView *ui_test_get_view (UiTest *test);
void ui_test_search (UiTest *test, const char *text);
void ui_test_select_row (UiTest *test, guint position, gboolean alone);

G_END_DECLS
