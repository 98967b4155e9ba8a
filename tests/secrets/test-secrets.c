/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The key is nowhere in what the program prints, shows and leaves behind, whatever goes wrong. The
 * program is driven in a process of its own, all that it writes ends up in the private home. */

#include "window-test.h"

#include <glib/gstdio.h>
#include <sys/resource.h>

#include "comptoir-key-dialog.h"
#include "comptoir-order-page-private.h"
#include "comptoir-resource-page.h"
#include "comptoir-sales-page-private.h"
#include "demo-fault.h"
#include "secret-search.h"

#define TOUR "--tour"

/* What is shown. */

static void
search_accessible (GtkWidget *widget)
{
  static const GtkAccessibleProperty properties[]
      = { GTK_ACCESSIBLE_PROPERTY_LABEL, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
          GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      /* Tells what the property is when it isn't this. */
      g_autofree char *value
          = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), properties[i], "");

      g_assert_false (secret_search_text (value));
    }
}

static void
search_properties (GtkWidget *widget)
{
  guint n_properties;
  g_autofree GParamSpec **properties
      = g_object_class_list_properties (G_OBJECT_GET_CLASS (widget), &n_properties);

  for (guint i = 0; i < n_properties; i++)
    {
      g_autofree char *text = NULL;

      if (properties[i]->value_type != G_TYPE_STRING
          || (properties[i]->flags & G_PARAM_READABLE) == 0)
        continue;
      g_object_get (widget, properties[i]->name, &text, NULL);
      if (secret_search_text (text))
        g_error ("The key is in %s:%s", G_OBJECT_TYPE_NAME (widget), properties[i]->name);
    }
}

static void
search_widget (GtkWidget *widget)
{
  /* Where it is typed, dots are shown. */
  if (ADW_IS_PASSWORD_ENTRY_ROW (widget))
    return;
  search_properties (widget);
  search_accessible (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    search_widget (child);
}

static void
search_screen (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autofree char *arguments = NULL;
  gsize length = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      search_widget (window);
    }
  g_assert_true (g_file_get_contents ("/proc/self/cmdline", &arguments, &length, NULL));
  g_assert_false (secret_search_bytes (arguments, length));
}

static void
on_clipboard_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer place)
{
  return *(gpointer *) place != NULL;
}

static void
search_clipboard (ComptoirWindow *window)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL,
                                 on_clipboard_read, &text);
  driver_wait (is_set, &text, "what was copied");
  g_assert_false (secret_search_text (text));
}

/* What is done. */

static void
set_fault (WindowTest *self, const char *fault)
{
  g_autoptr (GError) error = NULL;

  demo_shop_set_fault (self->shop, fault, &error);
  g_assert_no_error (error);
}

static void
sign_in (WindowTest *self, ComptoirWindow *window)
{
  GtkWidget *root = GTK_WIDGET (window);
  GtkWidget *stack = driver_wait_for (root, GTK_TYPE_STACK_SWITCHER, NULL);

  gtk_stack_set_visible_child_name (gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (stack)),
                                    "key");
  driver_type (root, "Shop ID", DEMO_SHOP_ID);
  driver_type (root, "API key", SECRET_KEY);
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (driver_wait_for (root, ADW_TYPE_EXPANDER_ROW, "More")), TRUE);
  driver_type (root, "Server", demo_shop_get_base_url (self->shop));
  set_fault (self, "refused-key");
  driver_click (root, "Sign In");
  driver_wait_for (root, GTK_TYPE_LABEL, "The service doesn’t accept this shop ID with this key.");
  search_screen ();
  set_fault (self, NULL);
  driver_click (root, "Sign In");
  driver_wait_for_shop (window);
  search_screen ();
}

static gboolean
is_at_rest (gpointer dataset)
{
  return !comptoir_dataset_get_loading (dataset);
}

/* Takes too long, and ends like one that doesn't. */
static gboolean
is_long (const char *fault)
{
  return strstr (fault, "silent") != NULL || g_str_equal (fault, "slow")
         || g_str_equal (fault, "gzip-bomb") || g_str_equal (fault, "endless")
         || g_str_equal (fault, "big-cell");
}

static void
sign_in_again (ComptoirWindow *window, ComptoirDataset *dataset)
{
  GtkWidget *dialog = driver_wait_for_dialog (COMPTOIR_TYPE_KEY_DIALOG);

  search_screen ();
  driver_type (dialog, "Login", DEMO_LOGIN);
  driver_type (dialog, "Password", DEMO_PASSWORD);
  driver_click (dialog, "Sign In");
  driver_wait (window_test_is_sound, dataset, "the items again");
}

static void
refresh_with_faults (WindowTest *self, ComptoirWindow *window)
{
  ComptoirDataset *dataset = window_test_get_dataset (window, KASH_RESOURCE_ITEMS);
  const char *fault;

  for (guint i = 0; (fault = demo_fault_get_kind_name (i)) != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (is_long (fault))
        continue;
      g_print ("Fault %s\n", fault);
      set_fault (self, fault);
      comptoir_dataset_refresh (dataset);
      driver_wait (is_at_rest, dataset, fault);
      driver_settle (GTK_WIDGET (window));
      search_screen ();
      error = comptoir_dataset_get_error (dataset) != NULL
                  ? g_error_copy (comptoir_dataset_get_error (dataset))
                  : NULL;
      set_fault (self, NULL);
      if (g_error_matches (error, KASH_ERROR, KASH_ERROR_REFUSED_KEY))
        sign_in_again (window, dataset);
    }
}

static GtkWidget *
get_page (ComptoirWindow *window)
{
  return comptoir_tab_get_page (
      comptoir_shop_view_get_selected (comptoir_window_get_shop_view (window)));
}

static gboolean
has_text (gpointer clipboard)
{
  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                "text/plain;charset=utf-8");
}

static void
copy_rows (ComptoirWindow *window)
{
  GtkWidget *view = driver_wait_for (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW, NULL);

  gtk_selection_model_select_all (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  driver_activate (window, "page", g_variant_new_string ("copy-rows"));
  driver_wait (has_text, gtk_widget_get_clipboard (GTK_WIDGET (window)), "the copied rows");
  search_clipboard (window);
}

typedef struct
{
  GtkFileChooser *dialog;
  const char *folder;
  char *path;
} Choice;

/* Folders are read little by little. */
static gboolean
is_chosen (gpointer data)
{
  Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (choice->dialog);

  g_clear_pointer (&choice->path, g_free);
  if (file != NULL && g_str_has_prefix (g_file_peek_path (file), choice->folder))
    choice->path = g_file_get_path (file);
  return choice->path != NULL;
}

static gboolean
is_saved (gpointer path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_size > 0;
}

/* Answers the dialog that asks for a file. */
static void
save (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "saved", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  Choice choice = { .folder = folder };

  g_mkdir_with_parents (folder, 0700);
  choice.dialog = GTK_FILE_CHOOSER (driver_wait_for_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG));
  driver_settle (GTK_WIDGET (choice.dialog));
  g_assert_true (gtk_file_chooser_set_current_folder (choice.dialog, file, NULL));
  driver_wait (is_chosen, &choice, "the folder");
  search_screen ();
  gtk_dialog_response (GTK_DIALOG (choice.dialog), GTK_RESPONSE_ACCEPT);
  driver_wait (is_saved, choice.path, "the file");
  g_free (choice.path);
}

static void
export_items (ComptoirWindow *window)
{
  gtk_widget_activate_action (get_page (window), "page.export", "s", "json");
  save ();
}

static gboolean
is_shown (gpointer page)
{
  ComptoirSalesPage *self = page;
  ComptoirReportView *report = comptoir_sales_page_get_report (self);

  return !self->loading && self->fill_cancellable == NULL
         && (report == NULL || !comptoir_report_view_get_loading (report));
}

static void
look_at_sales (WindowTest *self, ComptoirWindow *window)
{
  static const char *const views[]
      = { "summary", "report", "pdf", "table", "accounting", "audit", "excel" };
  ComptoirSalesPage *page;

  driver_activate (window, "open-page", g_variant_new ("(sb)", "daily-sales", FALSE));
  page
      = COMPTOIR_SALES_PAGE (driver_wait_for (GTK_WIDGET (window), COMPTOIR_TYPE_SALES_PAGE, NULL));
  driver_wait (is_shown, page, "the sales");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      set_fault (self, "500:getSales.php*1");
      comptoir_sales_page_show_view (page, views[i]);
      driver_wait (is_shown, page, views[i]);
      driver_settle (GTK_WIDGET (window));
      search_screen ();
      set_fault (self, NULL);
      comptoir_sales_page_refresh (page);
      driver_wait (is_shown, page, views[i]);
      search_screen ();
    }
  gtk_widget_activate_action (GTK_WIDGET (page), "sales.save-as", NULL);
  save ();
}

static gboolean
has_summary (gpointer page)
{
  return COMPTOIR_ORDER_PAGE (page)->summary != NULL;
}

static gboolean
is_sent (gpointer page)
{
  return COMPTOIR_ORDER_PAGE (page)->sending == NULL && COMPTOIR_ORDER_PAGE (page)->summary == NULL;
}

static void
send_order (WindowTest *self, ComptoirWindow *window, const char *fault)
{
  ComptoirOrderPage *page;

  driver_activate (window, "open-page", g_variant_new ("(sb)", "new-order", TRUE));
  page = COMPTOIR_ORDER_PAGE (get_page (window));
  comptoir_order_draft_add_item (page->draft, 1, "2");
  comptoir_order_draft_set_payment (page->draft, KASH_PAYMENT_TO_BE_PAID);
  gtk_widget_activate_action (GTK_WIDGET (page), "order.review", NULL);
  driver_wait (has_summary, page, "the summary");
  search_screen ();
  set_fault (self, fault);
  gtk_widget_activate_action (page->summary, "dialog.send", NULL);
  driver_wait (is_sent, page, "the outcome");
  driver_settle (GTK_WIDGET (window));
  search_screen ();
  set_fault (self, NULL);
}

static void
go_on_tour (ComptoirApplication *application, gpointer data)
{
  WindowTest *self = data;
  ComptoirWindow *window = driver_get_window (application);

  sign_in (self, window);
  driver_open (window, "Items");
  driver_wait (window_test_is_sound, window_test_get_dataset (window, KASH_RESOURCE_ITEMS),
               "the items");
  copy_rows (window);
  refresh_with_faults (self, window);
  export_items (window);
  look_at_sales (self, window);
  send_order (self, window, NULL);
  send_order (self, window, "500-after-recorded:webapp.php*1");
  g_assert_cmpuint (demo_shop_get_n_orders (self->shop), ==, 2);
}

static int
run_tour (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "comptoir", NULL);
  WindowTest self = { 0 };

  driver_start_bus ();
  window_test_set_up (&self, NULL);
  g_rmdir (self.folder);
  g_free (self.folder);
  self.folder = g_steal_pointer (&folder);
  window_test_run (&self, go_on_tour);
  demo_shop_stop (self.shop);
  g_clear_object (&self.shop);
  g_free (self.folder);
  driver_stop_bus ();
  return 0;
}

/* What is left. */

static GSubprocess *
launch (const char *program, const char *option, const char *output)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *scratch = g_build_filename (g_get_home_dir (), "tmp", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_mkdir_with_parents (scratch, 0700);
  g_subprocess_launcher_setenv (launcher, "TMPDIR", scratch, TRUE);
  g_subprocess_launcher_setenv (launcher, "KASH_DEMO_KEY", SECRET_KEY, TRUE);
  g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "all", TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "keyfile", TRUE);
  g_subprocess_launcher_setenv (launcher, "GTK_A11Y", "test", TRUE);
  g_subprocess_launcher_set_stdout_file_path (launcher, output);
  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDERR_MERGE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, option, NULL);
  g_assert_no_error (error);
  return process;
}

static void
show_end (const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (g_file_get_contents (path, &text, &length, NULL) && !secret_search_bytes (text, length))
    g_printerr ("%s", text + (length > 4000 ? length - 4000 : 0));
}

static void
test_tour (void)
{
  g_autofree char *output = g_build_filename (g_get_home_dir (), "output", NULL);
  g_autofree char *store
      = g_build_filename (g_get_user_data_dir (), "comptoir", "comptoir.db", NULL);
  g_autoptr (GSubprocess) process = launch ("/proc/self/exe", TOUR, output);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  guint n_files = 0;

  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  if (!g_subprocess_get_successful (process))
    show_end (output);
  g_assert_true (g_subprocess_get_successful (process));
  secret_search_folder (g_get_home_dir (), places, &n_files);
  secret_search_assert_none (places);
  /* It was looked for where things are kept. */
  g_assert_true (g_file_test (store, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (n_files, >, 5);
}

static gboolean
has_no_dumps (GSubprocess *process)
{
  const char *id = g_subprocess_get_identifier (process);
  g_autofree char *path = g_strdup_printf ("/proc/%s/limits", id);
  g_autofree char *limits = NULL;

  g_assert_nonnull (id);
  g_assert_true (g_file_get_contents (path, &limits, NULL, NULL));
  return g_regex_match_simple ("^Max core file size +0 ", limits, G_REGEX_MULTILINE, 0);
}

/* When the program crashes, its memory isn't kept. */
static void
test_dumps (void)
{
  g_autofree char *output = g_build_filename (g_get_home_dir (), "output-dumps", NULL);
  g_autoptr (GSubprocess) process = NULL;
  struct rlimit limit;

  /* As where dumps are kept. */
  g_assert_no_errno (getrlimit (RLIMIT_CORE, &limit));
  limit.rlim_cur = limit.rlim_max;
  g_assert_no_errno (setrlimit (RLIMIT_CORE, &limit));
  process = launch (g_getenv ("COMPTOIR"), "--demo", output);
  while (!has_no_dumps (process))
    g_usleep (10000);
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
}

int
main (int argc, char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], TOUR))
    return run_tour ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secrets/tour", test_tour);
  g_test_add_func ("/secrets/dumps", test_dumps);
  return g_test_run ();
}
