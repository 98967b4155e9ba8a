/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "order-test.h"

#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>

#include "comptoir-order-summary-dialog.h"

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

static gboolean
is_loaded (ComptoirShop *shop, KashResource resource)
{
  ComptoirDataset *dataset = comptoir_shop_get_dataset (shop, resource);

  comptoir_dataset_load (dataset);
  return !comptoir_dataset_get_loading (dataset) && comptoir_dataset_get_n_rows (dataset) > 0;
}

void
order_test_start (OrderTest *test)
{
  g_autoptr (GError) error = NULL;

  ui_test_start (&test->ui, NULL);
  test->folder = g_dir_make_tmp ("comptoir-order-XXXXXX", &error);
  g_assert_no_error (error);
  test->store = comptoir_store_new (test->folder);
  test->journal = comptoir_order_journal_new (test->store);
  for (guint resource = 0; resource < KASH_N_RESOURCES; resource++)
    ui_test_wait_until (is_loaded (test->ui.shop, resource));
}

/* Shows a page in a window of its own, in place of the one before. */
void
order_test_show (OrderTest *test, GtkWidget *page)
{
  if (test->ui.window != NULL)
    gtk_window_destroy (GTK_WINDOW (test->ui.window));
  test->ui.window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (test->ui.window), 1100, 720);
  adw_window_set_content (ADW_WINDOW (test->ui.window), page);
  gtk_window_present (GTK_WINDOW (test->ui.window));
  ui_test_wait_until (gtk_window_is_active (GTK_WINDOW (test->ui.window)));
}

void
order_test_open (OrderTest *test, gint64 id)
{
  test->page = COMPTOIR_ORDER_PAGE (comptoir_order_page_new (test->ui.shop, test->journal, id));
  order_test_show (test, GTK_WIDGET (test->page));
  ui_test_wait_until (!test->page->loading);
}

/* As after a crash: what isn't in the file is gone. */
void
order_test_restart_journal (OrderTest *test)
{
  gtk_window_destroy (GTK_WINDOW (test->ui.window));
  test->ui.window = NULL;
  comptoir_order_journal_flush (test->journal);
  g_clear_object (&test->journal);
  g_clear_object (&test->store);
  test->store = comptoir_store_new (test->folder);
  test->journal = comptoir_order_journal_new (test->store);
}

void
order_test_stop (OrderTest *test)
{
  ui_test_stop (&test->ui);
  comptoir_order_journal_flush (test->journal);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_clear_object (&test->journal);
  g_clear_object (&test->store);
  remove_folder (test->folder);
  g_clear_pointer (&test->folder, g_free);
}

static void
on_exited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
run_xdotool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  gboolean exited = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_exited, &exited);
  ui_test_wait_until (exited);
  for (guint i = 0; i < 5; i++)
    ui_test_turn ();
}

void
order_test_press (OrderTest *test, const char *keys)
{
  const char *const arguments[] = { "xdotool", "key", "--delay", "30", keys, NULL };

  run_xdotool (arguments);
}

void
order_test_type (OrderTest *test, const char *text)
{
  const char *const arguments[] = { "xdotool", "type", "--delay", "20", text, NULL };

  run_xdotool (arguments);
}

/* Like a barcode reader, without a pause. "\\n" is Enter. */
void
order_test_scan (OrderTest *test, const char *text)
{
  const char *const arguments[] = { "xdotool", "type", "--delay", "0", "--args", "1",
                                    text,      "key",  "--delay", "0", "Return", NULL };

  run_xdotool (arguments);
}

/* Real clicks, at a place in a window's surface. */
void
order_test_click (OrderTest *test,
                  GtkWidget *window,
                  const char *across,
                  const char *down,
                  guint n_clicks)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_autofree char *id = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  g_autofree char *n = g_strdup_printf ("%u", n_clicks);
  const char *const arguments[]
      = { "xdotool",  "mousemove", "--window", id,   across, down, "click",
          "--repeat", n,           "--delay",  "80", "1",    NULL };

  run_xdotool (arguments);
}

/* Two lines and how they are paid. */
void
order_test_key_in (OrderTest *test)
{
  comptoir_order_draft_add_item (test->page->draft, 1, "2");
  comptoir_order_draft_add_item (test->page->draft, 2, NULL);
  comptoir_order_draft_set_payment (test->page->draft, KASH_PAYMENT_TO_BE_PAID);
}

static GtkWidget *
find_summary (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (COMPTOIR_IS_ORDER_SUMMARY_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

GtkWidget *
order_test_wait_for_summary (OrderTest *test)
{
  ui_test_wait_until (find_summary () != NULL);
  return find_summary ();
}

/* Looks the order over and sends it. */
void
order_test_send (OrderTest *test)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (test->page), "order.review", NULL);
  dialog = order_test_wait_for_summary (test);
  gtk_widget_activate_action (dialog, "dialog.send", NULL);
  ui_test_wait_until (test->page->sending == NULL && find_summary () == NULL);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) user_data
      = comptoir_order_journal_list_finish (COMPTOIR_ORDER_JOURNAL (source), result, &error);
  g_assert_no_error (error);
}

/* (transfer full) (element-type ComptoirOrderRecord) */
GPtrArray *
order_test_list (OrderTest *test)
{
  const char *account = comptoir_account_entry_get_id (comptoir_shop_get_entry (test->ui.shop));
  GPtrArray *records = NULL;

  comptoir_order_journal_list_async (test->journal, account, NULL, on_listed, &records);
  ui_test_wait_until (records != NULL);
  return records;
}

guint
order_test_get_n_lines (OrderTest *test)
{
  return g_list_model_get_n_items (G_LIST_MODEL (test->page->draft));
}

char *
order_test_dup (gpointer object, const char *property)
{
  char *text = NULL;

  g_object_get (object, property, &text, NULL);
  return text;
}

/* What fills the page: "form", "outcome", "loading". */
const char *
order_test_get_content (OrderTest *test)
{
  return gtk_stack_get_visible_child_name (test->page->stack);
}
