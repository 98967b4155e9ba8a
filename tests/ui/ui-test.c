/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui-test.h"

#include <glib/gstdio.h>

#include "comptoir-display.h"

/* Initializes GLib's tests, GTK and libadwaita, with the program's own icons and style. The folders
 * are those of tests/on-screen: GLib's isolation would take the system's file types away too, and
 * with them the loading of icons. */
void
ui_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  g_test_init (argc, argv, NULL);
  adw_init ();
  gtk_css_provider_load_from_resource (style, "/io/github/comptoir_pos/Comptoir/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/comptoir_pos/Comptoir/icons");
}

static gboolean
on_wake (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* One turn of the main loop, of a few milliseconds at most. */
void
ui_test_turn (void)
{
  guint wake = g_timeout_add (10, on_wake, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

/* Starts a demo shop and signs in; opens no page yet. @options: (nullable) */
void
ui_test_start (UiTest *test, const DemoShopOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KashAccount) account = NULL;
  g_autoptr (ComptoirAccountEntry) entry = NULL;
  g_autofree char *id = NULL;

  test->demo = demo_shop_new (options, &error);
  g_assert_no_error (error);
  g_assert_true (demo_shop_start (test->demo, &error));
  g_assert_no_error (error);
  account = kash_account_new (demo_shop_get_base_url (test->demo), DEMO_SHOP_ID,
                              demo_shop_get_key (test->demo), &error);
  g_assert_no_error (error);
  id = kash_account_dup_id (account);
  entry = comptoir_account_entry_new (id, demo_shop_get_base_url (test->demo), DEMO_SHOP_ID);
  if (test->keeps)
    {
      test->folder = g_dir_make_tmp ("comptoir-ui-XXXXXX", &error);
      g_assert_no_error (error);
      test->store = comptoir_store_new (test->folder);
    }
  test->shop = comptoir_shop_new (entry, account, test->store);
}

/* Opens a page in a window of its own, in place of the one before. */
void
ui_test_open (UiTest *test, KashResource resource)
{
  if (test->window != NULL)
    gtk_window_destroy (GTK_WINDOW (test->window));
  test->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (test->window), 1000, 640);
  test->page = COMPTOIR_RESOURCE_PAGE (comptoir_resource_page_new (test->shop, resource));
  adw_window_set_content (ADW_WINDOW (test->window), GTK_WIDGET (test->page));
  gtk_window_present (GTK_WINDOW (test->window));
}

/* Nothing is on its way any more. */
gboolean
ui_test_is_settled (UiTest *test)
{
  return !comptoir_dataset_get_loading (test->page->dataset)
         && !comptoir_table_model_get_busy (test->page->model)
         && (comptoir_dataset_get_table (test->page->dataset) != NULL
             || comptoir_dataset_get_error (test->page->dataset) != NULL);
}

/* Starts a shop and waits for a page over its rows. */
void
ui_test_load (UiTest *test, KashResource resource)
{
  ui_test_start (test, NULL);
  ui_test_open (test, resource);
  ui_test_wait_until (ui_test_is_settled (test));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

/* What is still being written holds the store. */
static void
close_store (UiTest *test)
{
  gpointer store = test->store;

  g_object_add_weak_pointer (store, &store);
  comptoir_store_flush (test->store);
  g_clear_object (&test->store);
  ui_test_wait_until (store == NULL);
  remove_folder (test->folder);
  g_clear_pointer (&test->folder, g_free);
}

void
ui_test_stop (UiTest *test)
{
  if (test->window != NULL)
    gtk_window_destroy (GTK_WINDOW (test->window));
  demo_shop_stop (test->demo);
  g_clear_object (&test->shop);
  g_clear_object (&test->demo);
  if (test->store != NULL)
    close_store (test);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
}

/* @action: without its group; @target: (nullable) */
void
ui_test_activate (UiTest *test, const char *action, const char *target)
{
  g_autofree char *name = g_strconcat ("page.", action, NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->page), name,
                                             target != NULL ? "s" : NULL, target));
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

char *
ui_test_read_clipboard (UiTest *test)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (test->window), NULL, on_text_read,
                                 &text);
  ui_test_wait_until (text != NULL);
  return text;
}

/* (transfer full): a cell as it is shown, by the row's place in the view and the field's name */
char *
ui_test_dup_cell (UiTest *test, guint position, const char *column)
{
  ComptoirTable *table = comptoir_dataset_get_table (test->page->dataset);
  guint index;

  g_assert_true (comptoir_table_find_column (table, column, &index));
  return comptoir_display_cell (
      test->shop, table, comptoir_table_model_get_row_index (test->page->model, position), index);
}

guint
ui_test_get_n_rows (UiTest *test)
{
  return g_list_model_get_n_items (G_LIST_MODEL (test->page->model));
}

/* What fills the page: "table", "loading", "empty", "no-match", "failed", "unreadable". */
const char *
ui_test_get_content (UiTest *test)
{
  return gtk_stack_get_visible_child_name (test->page->stack);
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *number)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*number)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, number);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* (nullable): the widget of a type within another, the @number-th from 0 in their order */
GtkWidget *
ui_test_find (GtkWidget *within, GType type, guint number)
{
  return find (within, type, &number);
}

GtkColumnViewColumn *
ui_test_get_column (UiTest *test, guint place)
{
  GListModel *columns
      = comptoir_table_layout_get_columns (comptoir_table_view_get_layout (test->page->table));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, place);

  return column;
}

GtkColumnViewColumn *
ui_test_find_column (UiTest *test, const char *name)
{
  GtkColumnViewColumn *column
      = comptoir_table_layout_find (comptoir_table_view_get_layout (test->page->table), name);

  g_assert_nonnull (column);
  return column;
}

GtkColumnView *
ui_test_get_view (UiTest *test)
{
  return comptoir_table_layout_get_view (comptoir_table_view_get_layout (test->page->table));
}

void
ui_test_select_row (UiTest *test, guint position, gboolean alone)
{
  gtk_selection_model_select_item (gtk_column_view_get_model (ui_test_get_view (test)), position,
                                   alone);
}

/* As typed into the page's search. */
void
ui_test_search (UiTest *test, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (test->page->search), text);
  g_signal_emit_by_name (test->page->search, "search-changed");
  ui_test_wait_until (ui_test_is_settled (test));
}
