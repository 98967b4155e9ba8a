/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-dataset.h"
#include "driver.h"

G_BEGIN_DECLS

/* A demo shop, and a folder for what the program keeps, which lasts from one run to the next. */
typedef struct
{
  DemoShop *shop;
  char *folder;
} WindowTest;

void window_test_set_up (WindowTest *self, gconstpointer data);
void window_test_tear_down (WindowTest *self, gconstpointer data);

/* Runs the program, from its start until its windows are closed. */
void window_test_run (WindowTest *self, DriverFunc func);

gboolean window_test_is_loaded (gpointer dataset);
gboolean window_test_is_failed (gpointer dataset);
gboolean window_test_is_sound (gpointer dataset);
ComptoirDataset *window_test_get_dataset (ComptoirWindow *window, KashResource resource);

void
window_test_fill_in (WindowTest *self, GtkWidget *root, const char *login, const char *password);
ComptoirWindow *window_test_sign_in (WindowTest *self, ComptoirApplication *application);

G_END_DECLS
