/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Orders, when the program is left in the middle of them. */

#include "driver.h"

#include <string.h>

#include "comptoir-order-page-private.h"

typedef struct
{
  DemoShop *demo;
  char *folder;
  GPtrArray *records; /* what is kept when the program is gone */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->demo = demo_shop_new (NULL, &error);
  g_assert_no_error (error);
  g_assert_true (demo_shop_start (fixture->demo, &error));
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("comptoir-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  demo_shop_stop (fixture->demo);
  g_clear_object (&fixture->demo);
  g_ptr_array_unref (fixture->records);
  driver_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static KashAccount *
create_account (Fixture *fixture)
{
  return kash_account_new (demo_shop_get_base_url (fixture->demo), DEMO_SHOP_ID,
                           demo_shop_get_key (fixture->demo), NULL);
}

static ComptoirOrderPage *
open_order (ComptoirApplication *application, Fixture *fixture)
{
  ComptoirWindow *window = driver_get_window (application);
  g_autoptr (KashAccount) account = create_account (fixture);

  comptoir_window_show_shop (
      window,
      comptoir_session_add (comptoir_application_get_session (application), account, FALSE));
  driver_open (window, "New Order");
  return COMPTOIR_ORDER_PAGE (comptoir_tab_get_page (
      comptoir_shop_view_get_selected (comptoir_window_get_shop_view (window))));
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) user_data
      = comptoir_order_journal_list_finish (COMPTOIR_ORDER_JOURNAL (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_listed (gpointer records)
{
  return *(GPtrArray **) records != NULL;
}

/* Runs the program until @func is through and it is left, and reads what it has kept. */
static void
run (Fixture *fixture, DriverFunc func)
{
  g_autoptr (ComptoirApplication) application = comptoir_application_new ();
  g_autoptr (KashAccount) account = create_account (fixture);
  g_autofree char *id = kash_account_dup_id (account);
  g_autoptr (ComptoirStore) store = NULL;

  comptoir_application_set_folder (application, fixture->folder);
  driver_run (application, func, fixture);
  g_clear_object (&application);
  store = comptoir_store_new (fixture->folder);
  comptoir_order_journal_list_async (comptoir_store_get_journal (store), id, NULL, on_listed,
                                     &fixture->records);
  driver_wait (is_listed, &fixture->records, "the journal");
  comptoir_store_flush (store);
}

static void
type_and_leave (ComptoirApplication *application, gpointer data)
{
  ComptoirOrderPage *page = open_order (application, data);

  comptoir_order_draft_add_item (page->draft, 1, "2");
}

/* Nothing was written yet when the window closed. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  const ComptoirOrderRecord *record;

  run (fixture, type_and_leave);
  g_assert_cmpuint (fixture->records->len, ==, 1);
  record = g_ptr_array_index (fixture->records, 0);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_DRAFT);
  g_assert_nonnull (strstr (record->draft, "\"id\":1,"));
}

static void
type_more_and_leave (ComptoirApplication *application, gpointer data)
{
  ComptoirOrderPage *page = open_order (application, data);

  comptoir_order_draft_add_item (page->draft, 1, "2");
  comptoir_draft_keeper_flush_async (page->keeper, NULL, NULL);
  comptoir_order_draft_add_item (page->draft, 3, "4");
}

/* The first writing, which makes the entry, was on its way. */
static void
test_typed_while_writing (Fixture *fixture, gconstpointer data)
{
  const ComptoirOrderRecord *record;

  run (fixture, type_more_and_leave);
  g_assert_cmpuint (fixture->records->len, ==, 1);
  record = g_ptr_array_index (fixture->records, 0);
  g_assert_nonnull (strstr (record->draft, "\"id\":1,"));
  g_assert_nonnull (strstr (record->draft, "\"id\":3,"));
}

static gboolean
has_summary (gpointer page)
{
  return COMPTOIR_ORDER_PAGE (page)->summary != NULL;
}

static void
send_and_leave (ComptoirApplication *application, gpointer data)
{
  ComptoirOrderPage *page = open_order (application, data);

  comptoir_order_draft_add_item (page->draft, 1, NULL);
  comptoir_order_draft_set_payment (page->draft, KASH_PAYMENT_TO_BE_PAID);
  gtk_widget_activate_action (GTK_WIDGET (page), "order.review", NULL);
  driver_wait (has_summary, page, "the summary");
  gtk_widget_activate_action (page->summary, "dialog.send", NULL);
}

/* The program stays, out of sight, until it is known what became of the order. */
static void
test_sending (Fixture *fixture, gconstpointer data)
{
  const ComptoirOrderRecord *record;

  run (fixture, send_and_leave);
  g_assert_cmpuint (demo_shop_get_n_orders (fixture->demo), ==, 1);
  g_assert_cmpuint (fixture->records->len, ==, 1);
  record = g_ptr_array_index (fixture->records, 0);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_nonnull (record->number);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  driver_start_bus ();
  ADD ("/orders/typed", test_typed);
  ADD ("/orders/typed-while-writing", test_typed_while_writing);
  ADD ("/orders/sending", test_sending);
  status = g_test_run ();
  driver_stop_bus ();
  return status;
}
