/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-window.h"
#include "demo-shop.h"

G_BEGIN_DECLS

/* Drives the real program from inside its own process, as a person would: finds what is on screen
 * by its words, presses it, and waits until something has come about. */

typedef void (*DriverFunc) (ComptoirApplication *application, gpointer data);
typedef gboolean (*DriverCondition) (gpointer data);

void driver_start_bus (void);
void driver_stop_bus (void);
void driver_start_keyring (void);
void driver_stop_keyring (void);
void driver_remove_folder (const char *path);

/* Runs the program until @func is through and its windows are closed. */
void driver_run (ComptoirApplication *application, DriverFunc func, gpointer data);

/* Goes on with the main loop until @condition holds; a test that waits for ever fails. */
void driver_wait (DriverCondition condition, gpointer data, const char *what);
void driver_settle (GtkWidget *widget);

ComptoirWindow *driver_get_window (ComptoirApplication *application);
GtkWidget *driver_find (GtkWidget *root, GType type, const char *text);
GtkWidget *driver_wait_for (GtkWidget *root, GType type, const char *text);
GtkWidget *driver_wait_for_dialog (GType type);
void driver_wait_for_shop (ComptoirWindow *window);
void driver_type (GtkWidget *root, const char *row_title, const char *text);
void driver_click (GtkWidget *root, const char *label);
void driver_activate (gpointer group, const char *action, GVariant *parameter);
void driver_open (ComptoirWindow *window, const char *name);
guint driver_count_tabs (ComptoirWindow *window);
const char *driver_get_tab (ComptoirWindow *window, guint position);

G_END_DECLS
