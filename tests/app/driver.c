/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "driver.h"

#include <glib/gstdio.h>

/* Far above what anything takes under the sanitizers on a busy machine. */
#define PATIENCE 60

static GTestDBus *bus;
static GSubprocess *keyring;

typedef struct
{
  ComptoirApplication *application;
  DriverFunc func;
  gpointer data;
  gboolean started;
} Run;

typedef struct
{
  GtkWidget *root;
  GType type;
  const char *text;
  GtkWidget *found;
} Search;

static void
note_appeared (GDBusConnection *connection, const char *name, const char *owner, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
note_vanished (GDBusConnection *connection, const char *name, gpointer user_data)
{
  *(gboolean *) user_data = FALSE;
}

static gboolean
is_false (gpointer data)
{
  return !*(gboolean *) data;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* An unlocked keyring on the bus. */
void
driver_start_keyring (void)
{
  g_autoptr (GError) error = NULL;
  gboolean appeared = FALSE;
  guint watch;

  keyring = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                  | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              &error, "gnome-keyring-daemon", "--unlock", "--foreground",
                              "--components=secrets", NULL);
  g_assert_no_error (error);
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (keyring), "pw", 2, NULL, NULL, NULL);
  g_output_stream_close (g_subprocess_get_stdin_pipe (keyring), NULL, NULL);
  watch = g_bus_watch_name (G_BUS_TYPE_SESSION, "org.freedesktop.secrets",
                            G_BUS_NAME_WATCHER_FLAGS_NONE, note_appeared, NULL, &appeared, NULL);
  driver_wait (is_true, &appeared, "the keyring");
  g_bus_unwatch_name (watch);
}

void
driver_stop_keyring (void)
{
  gboolean there = TRUE;
  guint watch;

  g_subprocess_force_exit (keyring);
  g_assert_true (g_subprocess_wait (keyring, NULL, NULL));
  g_clear_object (&keyring);
  watch = g_bus_watch_name (G_BUS_TYPE_SESSION, "org.freedesktop.secrets",
                            G_BUS_NAME_WATCHER_FLAGS_NONE, NULL, note_vanished, &there, NULL);
  driver_wait (is_false, &there, "the keyring to go");
  g_bus_unwatch_name (watch);
}

/* A session bus without anything on it. */
void
driver_start_bus (void)
{
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));

  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  /* Which the test bus takes for part of the session that it hides. */
  g_setenv ("DISPLAY", display, TRUE);
}

/* Libraries hold on to their connections, so the bus goes without waiting for them. */
void
driver_stop_bus (void)
{
  g_test_dbus_stop (bus);
}

void
driver_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      driver_remove_folder (child);
    }
  g_assert_no_errno (g_remove (path));
}

static void
on_idle (gpointer user_data)
{
  Run *run = user_data;

  run->func (run->application, run->data);
  g_action_group_activate_action (G_ACTION_GROUP (run->application), "quit", NULL);
}

static void
on_activated (GApplication *application, gpointer user_data)
{
  Run *run = user_data;

  if (!run->started)
    g_idle_add_once (on_idle, run);
  run->started = TRUE;
}

void
driver_run (ComptoirApplication *application, DriverFunc func, gpointer data)
{
  Run run = { .application = application, .func = func, .data = data };
  g_autoptr (GError) error = NULL;

  g_signal_connect_after (application, "activate", G_CALLBACK (on_activated), &run);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_true (run.started);
}

static void
print_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_printerr ("  %s\n", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    print_labels (child);
}

static void
on_patience_over (gpointer user_data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      int min = 0;

      gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
      g_printerr ("On screen in %s, %d × %d, at least %d wide:\n", G_OBJECT_TYPE_NAME (window),
                  gtk_widget_get_width (window), gtk_widget_get_height (window), min);
      print_labels (window);
    }
  g_error ("Waited in vain for %s", (const char *) user_data);
}

void
driver_wait (DriverCondition condition, gpointer data, const char *what)
{
  guint source = g_timeout_add_once (PATIENCE * 1000, on_patience_over, (gpointer) what);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *frames = user_data;

  return ++*frames < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_painted (gpointer data)
{
  return *(guint *) data >= 3;
}

/* Until what changed is laid out and painted. */
void
driver_settle (GtkWidget *widget)
{
  guint frames = 0;

  gtk_widget_add_tick_callback (widget, on_tick, &frames, NULL);
  driver_wait (is_painted, &frames, "a frame");
  gdk_display_sync (gtk_widget_get_display (widget));
}

ComptoirWindow *
driver_get_window (ComptoirApplication *application)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (COMPTOIR_IS_WINDOW (l->data))
      return l->data;
  g_assert_not_reached ();
}

static const char *
get_text (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  return NULL;
}

static gboolean
is_wanted (GtkWidget *widget, GType type, const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;
  const char *own;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), type) || !gtk_widget_get_mapped (widget))
    return FALSE;
  if (text == NULL)
    return TRUE;
  own = get_text (widget);
  if (own == NULL && GTK_IS_WIDGET (gtk_widget_get_first_child (widget)))
    return driver_find (widget, GTK_TYPE_LABEL, text) != NULL;
  if (own == NULL)
    return FALSE;
  parts = g_strsplit (own, "_", -1);
  plain = g_strjoinv ("", parts);
  return g_str_equal (plain, text);
}

/* The first widget on screen of a type, with these words on it. */
GtkWidget *
driver_find (GtkWidget *root, GType type, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = is_wanted (child, type, text) ? child : driver_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_found (gpointer data)
{
  Search *search = data;

  search->found = driver_find (search->root, search->type, search->text);
  return search->found != NULL;
}

GtkWidget *
driver_wait_for (GtkWidget *root, GType type, const char *text)
{
  Search search = { .root = root, .type = type, .text = text };

  driver_wait (is_found, &search, text != NULL ? text : g_type_name (type));
  return search.found;
}

static gboolean
is_dialog_there (gpointer data)
{
  Search *search = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), search->type) && gtk_widget_get_mapped (window))
        search->found = window;
    }
  return search->found != NULL;
}

GtkWidget *
driver_wait_for_dialog (GType type)
{
  Search search = { .type = type };

  driver_wait (is_dialog_there, &search, g_type_name (type));
  return search.found;
}

static gboolean
is_in_shop (gpointer data)
{
  return comptoir_window_is_in_shop (data);
}

void
driver_wait_for_shop (ComptoirWindow *window)
{
  driver_wait (is_in_shop, window, "the shop");
}

void
driver_type (GtkWidget *root, const char *row_title, const char *text)
{
  GtkWidget *row = driver_wait_for (root, ADW_TYPE_ENTRY_ROW, row_title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

void
driver_click (GtkWidget *root, const char *label)
{
  GtkWidget *button = driver_wait_for (root, GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
driver_activate (gpointer group, const char *action, GVariant *parameter)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (group), action));
  g_action_group_activate_action (G_ACTION_GROUP (group), action, parameter);
}

/* By its row of the sidebar. */
void
driver_open (ComptoirWindow *window, const char *name)
{
  GtkWidget *row = driver_wait_for (GTK_WIDGET (window), GTK_TYPE_LIST_BOX_ROW, name);

  gtk_widget_activate (row);
}

guint
driver_count_tabs (ComptoirWindow *window)
{
  AdwTabView *view = comptoir_shop_view_get_tab_view (comptoir_window_get_shop_view (window));

  return (guint) adw_tab_view_get_n_pages (view);
}

const char *
driver_get_tab (ComptoirWindow *window, guint position)
{
  AdwTabView *view = comptoir_shop_view_get_tab_view (comptoir_window_get_shop_view (window));
  AdwTabPage *page = adw_tab_view_get_nth_page (view, (int) position);

  return comptoir_tab_get_name (COMPTOIR_TAB (adw_tab_page_get_child (page)));
}
