/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every control of sign-in, lists and dialogs has a role and a name, as a screen reader is told
 * them: asked from another process over the accessibility bus. */

#include "window-test.h"

#include <unistd.h>

#include "comptoir-key-dialog.h"

#define LAUNCHER "/usr/libexec/at-spi-bus-launcher"

/* Debian's own, which alone has the bindings. */
#define PYTHON "/usr/bin/python3"

static GSubprocess *launcher;
static GHashTable *seen; /* a control each, however often it is on screen */

static void
on_accessibility_bus (GDBusConnection *connection,
                      const char *name,
                      const char *owner,
                      gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
start_accessibility_bus (void)
{
  g_autoptr (GError) error = NULL;
  gboolean appeared = FALSE;
  guint watch;

  launcher
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                          &error, LAUNCHER, "--launch-immediately", NULL);
  g_assert_no_error (error);
  watch = g_bus_watch_name (G_BUS_TYPE_SESSION, "org.a11y.Bus", G_BUS_NAME_WATCHER_FLAGS_NONE,
                            on_accessibility_bus, NULL, &appeared, NULL);
  driver_wait (is_true, &appeared, "the accessibility bus");
  g_bus_unwatch_name (watch);
}

static void
stop_accessibility_bus (void)
{
  g_subprocess_send_signal (launcher, SIGTERM);
  g_assert_true (g_subprocess_wait (launcher, NULL, NULL));
  g_clear_object (&launcher);
}

static void
on_told (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (source), result, user_data, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_told (gpointer text)
{
  return *(char **) text != NULL;
}

/* A line a control: role, name and place, apart by tabs. */
static char *
ask (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *id = g_strdup_printf ("%d", (int) getpid ());
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "names.py", NULL);
  char *text = NULL;

  process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, PYTHON, "-B", script, id, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, on_told, &text);
  driver_wait (is_told, &text, "the controls");
  g_assert_true (g_subprocess_get_successful (process));
  return text;
}

/* GTK names a widget without a name after its class. */
static gboolean
is_named (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  return *stripped != '\0' && g_type_from_name (stripped) == G_TYPE_INVALID;
}

/* Parts of GTK and libadwaita that can't be named from outside: what is only around controls or
 * rows, texts that can be selected, and the picture in a row to type in. */
static gboolean
is_exempt (const char *role, const char *name)
{
  static const char *const roles[] = { "label", "list", "scroll pane", "table row", NULL };
  static const char *const parts[]
      = { "AdwGizmo", "GtkColumnListView", "GtkImage", "GtkPaned", NULL };

  return g_strv_contains (roles, role) || g_strv_contains (parts, name);
}

static gboolean
has_role (const char *role)
{
  static const char *const vague[] = { "", "filler", "invalid", "unknown", NULL };

  return !g_strv_contains (vague, role);
}

/* All that is on screen now, of which at least @least controls. */
static void
check (ComptoirWindow *window, const char *place, guint least)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  driver_settle (GTK_WIDGET (window));
  text = ask ();
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);

      if (is_exempt (parts[0], parts[1]))
        continue;
      n++;
      g_hash_table_add (seen, g_strdup (lines[i]));
      if (!has_role (parts[0]) || !is_named (parts[1]))
        {
          g_test_message ("%s: no role or no name: %s", place, parts[2]);
          g_test_fail ();
        }
    }
  g_test_message ("%s: %u controls", place, n);
  g_assert_cmpuint (n, >=, least);
}

static void
check_dialog (ComptoirWindow *window, GType type, const char *place, guint least)
{
  GtkWidget *dialog = driver_wait_for_dialog (type);

  check (window, place, least);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
collect_menu_buttons (GtkWidget *widget, GPtrArray *buttons)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_is_sensitive (widget))
    g_ptr_array_add (buttons, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_menu_buttons (child, buttons);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* What opens from the buttons of @root, one after the other. */
static void
check_menus (ComptoirWindow *window, GtkWidget *root, const char *place)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new_with_free_func (g_object_unref);

  collect_menu_buttons (root, buttons);
  g_assert_cmpuint (buttons->len, >, 0);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkMenuButton *button = g_ptr_array_index (buttons, i);

      gtk_menu_button_popup (button);
      driver_wait (is_mapped, gtk_menu_button_get_popover (button), place);
      check (window, place, 1);
      gtk_menu_button_popdown (button);
    }
}

static GtkWidget *
get_page (ComptoirWindow *window)
{
  return comptoir_tab_get_page (
      comptoir_shop_view_get_selected (comptoir_window_get_shop_view (window)));
}

static void
sign_in (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = driver_get_window (application);
  GtkWidget *root = GTK_WIDGET (window);
  GtkWidget *more = driver_wait_for (root, ADW_TYPE_EXPANDER_ROW, "More");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (more), TRUE);
  check (window, "sign-in", 6);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (driver_wait_for (root, GTK_TYPE_TOGGLE_BUTTON, "Shop ID and key")), TRUE);
  driver_wait_for (root, ADW_TYPE_ENTRY_ROW, "Shop ID");
  check (window, "sign-in by key", 6);
}

static ComptoirWindow *
enter_shop (WindowTest *self, ComptoirApplication *application)
{
  ComptoirWindow *window = driver_get_window (application);
  g_autoptr (KashAccount) account = kash_account_new (
      demo_shop_get_base_url (self->shop), DEMO_SHOP_ID, demo_shop_get_key (self->shop), NULL);

  comptoir_window_show_shop (
      window,
      comptoir_session_add (comptoir_application_get_session (application), account, FALSE));
  return window;
}

static gboolean
has_rows (gpointer model)
{
  return g_list_model_get_n_items (model) > 0;
}

static void
look_at_list (ComptoirWindow *window)
{
  GtkWidget *page, *view;
  GtkSelectionModel *rows;

  driver_open (window, "Items");
  page = get_page (window);
  view = driver_wait_for (page, GTK_TYPE_COLUMN_VIEW, NULL);
  rows = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  driver_wait (has_rows, rows, "rows");
  gtk_selection_model_select_item (rows, 4, TRUE);
  driver_activate (window, "page", g_variant_new_string ("details"));
  check (window, "items", 30);
  check_menus (window, GTK_WIDGET (window), "menus of items");
  gtk_editable_set_text (GTK_EDITABLE (driver_wait_for (page, GTK_TYPE_SEARCH_ENTRY, NULL)), "zzz");
  driver_wait_for (page, GTK_TYPE_LABEL, "No Rows Found");
  check (window, "no rows", 20);
}

static void
look_at_lists (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = enter_shop (data, application);

  check (window, "chooser", 30);
  look_at_list (window);
}

static void
look_at_dialogs (ComptoirApplication *application, gpointer data)
{
  ComptoirWindow *window = enter_shop (data, application);

  driver_activate (window, "rename-shop", NULL);
  check_dialog (window, ADW_TYPE_MESSAGE_DIALOG, "renaming", 3);
  gtk_window_present (GTK_WINDOW (
      comptoir_key_dialog_new (comptoir_window_get_shop (window), GTK_WINDOW (window))));
  check_dialog (window, COMPTOIR_TYPE_KEY_DIALOG, "key", 4);
}

static void
test_walk (WindowTest *self, gconstpointer func)
{
  window_test_run (self, (DriverFunc) func);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  driver_start_bus ();
  start_accessibility_bus ();
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
#define ADD(name, func) \
  g_test_add (name, WindowTest, func, window_test_set_up, test_walk, window_test_tear_down)
  ADD ("/names/sign-in", sign_in);
  ADD ("/names/lists", look_at_lists);
  ADD ("/names/dialogs", look_at_dialogs);
  status = g_test_run ();
  g_print ("# %u controls\n", g_hash_table_size (seen));
  g_hash_table_unref (seen);
  stop_accessibility_bus ();
  driver_stop_bus ();
  return status;
}
