/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-morning.h"

#include "comptoir-sales-page.h"
#include "comptoir-sales-text.h"
#include "comptoir-sales.h"
#include "driver.h"

/* Where notifications go. */
static const char interface[]
    = "<node><interface name='org.gtk.Notifications'><method name='AddNotification'>"
      "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' "
      "direction='in'/></method></interface></node>";

typedef struct
{
  GPtrArray *notifications; /* GVariant */
  DemoShop *demo;
  ComptoirShop *shop;
  ComptoirMorning *morning;
  GSettings *settings;
} Test;

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface_name,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  g_ptr_array_add (user_data, g_variant_get_child_value (parameters, 2));
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
on_owned (GDBusConnection *connection, const char *name, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Takes the place of the desktop. */
static void
receive_notifications (GPtrArray *notifications)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, NULL);
  g_autoptr (GError) error = NULL;
  gboolean owned = FALSE;

  g_dbus_connection_register_object (bus, "/org/gtk/Notifications", node->interfaces[0], &vtable,
                                     notifications, NULL, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (bus, "org.gtk.Notifications", G_BUS_NAME_OWNER_FLAGS_NONE, on_owned,
                                NULL, &owned, NULL);
  driver_wait (is_true, &owned, "the name of the notifications");
}

/* The time zone in which it is now nine o'clock, or about that. */
static char *
dup_morning_zone (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  int offset = 9 - g_date_time_get_hour (now);

  return g_strdup_printf ("%c%02d:00", offset < 0 ? '-' : '+', ABS (offset));
}

static gboolean
has_notification (gpointer notifications)
{
  return ((GPtrArray *) notifications)->len > 0;
}

static gboolean
was_asked (gpointer demo)
{
  return demo_shop_get_n_requests (demo, "getSales.php") > 0;
}

/* Long enough for anything to come that would. */
static void
settle (void)
{
  for (guint i = 0; i < 100; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static void
sign_in (ComptoirApplication *application, Test *test)
{
  ComptoirSession *session = comptoir_application_get_session (application);
  g_autoptr (KashAccount) account = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *zone = dup_morning_zone ();

  test->demo = demo_shop_new (NULL, &error);
  g_assert_no_error (error);
  g_assert_true (demo_shop_start (test->demo, &error));
  account = kash_account_new (demo_shop_get_base_url (test->demo), DEMO_SHOP_ID,
                              demo_shop_get_key (test->demo), &error);
  g_assert_no_error (error);
  test->shop = comptoir_session_add (session, account, FALSE);
  comptoir_account_entry_set_title (comptoir_shop_get_entry (test->shop), "Boulangerie");
  comptoir_account_entry_set_time_zone (comptoir_shop_get_entry (test->shop), zone);
  comptoir_session_set_current (session, comptoir_shop_get_entry (test->shop));
  test->settings = g_settings_new (COMPTOIR_APPLICATION_ID);
  test->morning = comptoir_morning_new (G_APPLICATION (application), session, test->settings);
}

static void
sign_out (Test *test)
{
  g_settings_set_boolean (test->settings, "morning-notification", FALSE);
  g_clear_object (&test->morning);
  g_clear_object (&test->settings);
  demo_shop_stop (test->demo);
  g_clear_object (&test->demo);
}

/* The total is what the page has. */
static void
assert_tells (Test *test)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (g_ptr_array_index (test->notifications, 0));
  g_autoptr (ComptoirSales) sales = comptoir_sales_new (test->shop);
  g_autofree char *day = NULL;
  g_autofree char *body = NULL;
  const char *told_title, *told_body, *action;
  GDate yesterday;

  g_assert_true (g_variant_dict_lookup (dict, "title", "&s", &told_title));
  g_assert_true (g_variant_dict_lookup (dict, "body", "&s", &told_body));
  g_assert_true (g_variant_dict_lookup (dict, "default-action", "&s", &action));
  comptoir_sales_get_yesterday (sales, &yesterday);
  day = comptoir_sales_text_day (&yesterday);
  body = g_strdup_printf ("Boulangerie, %s", day);
  g_assert_true (g_str_has_prefix (told_title, "Yesterday’s sales: "));
  g_assert_cmpuint (strcspn (told_title, "123456789"), <, strlen (told_title));
  g_assert_cmpstr (told_body, ==, body);
  g_assert_cmpstr (action, ==, "app.daily-sales");
}

static void
tell (ComptoirApplication *application, gpointer data)
{
  Test *test = data;
  ComptoirWindow *window = driver_get_window (application);
  GtkWidget *page;

  sign_in (application, test);

  /* Nobody asked for it. */
  comptoir_morning_check (test->morning);
  settle ();
  g_assert_false (was_asked (test->demo));

  g_settings_set_boolean (test->settings, "morning-notification", TRUE);
  comptoir_morning_check (test->morning);
  driver_wait (has_notification, test->notifications, "the notification");
  assert_tells (test);

  /* Once a day, also after another start. */
  comptoir_morning_check (test->morning);
  g_clear_object (&test->morning);
  test->morning = comptoir_morning_new (
      G_APPLICATION (application), comptoir_application_get_session (application), test->settings);
  comptoir_morning_check (test->morning);
  settle ();
  g_assert_cmpuint (test->notifications->len, ==, 1);

  /* A click on it shows yesterday. */
  comptoir_window_show_shop (window, test->shop);
  driver_wait_for_shop (window);
  g_action_group_activate_action (G_ACTION_GROUP (application), "daily-sales", NULL);
  page = comptoir_tab_get_page (
      comptoir_shop_view_get_selected (comptoir_window_get_shop_view (window)));
  g_assert_true (COMPTOIR_IS_SALES_PAGE (page));
  settle ();
  sign_out (test);
}

static void
fail_first (ComptoirApplication *application, gpointer data)
{
  Test *test = data;
  g_autoptr (GError) error = NULL;

  sign_in (application, test);
  g_settings_set_boolean (test->settings, "morning-notification", TRUE);
  demo_shop_set_fault (test->demo, "500", &error);
  comptoir_morning_check (test->morning);
  driver_wait (was_asked, test->demo, "a request");
  settle ();
  g_assert_cmpuint (test->notifications->len, ==, 0);

  demo_shop_set_fault (test->demo, NULL, &error);
  comptoir_morning_check (test->morning);
  driver_wait (has_notification, test->notifications, "the notification");
  assert_tells (test);

  /* It may go while it looks something up. */
  demo_shop_set_fault (test->demo, "silent", &error);
  comptoir_store_set_value (comptoir_shop_get_store (test->shop),
                            comptoir_account_entry_get_id (comptoir_shop_get_entry (test->shop)),
                            "morning-told", NULL);
  comptoir_morning_check (test->morning);
  settle ();
  sign_out (test);
  settle ();
}

static void
run (DriverFunc func)
{
  g_autoptr (ComptoirApplication) application = comptoir_application_new ();
  g_autofree char *folder = g_dir_make_tmp ("comptoir-XXXXXX", NULL);
  static GPtrArray *notifications;
  Test test = { 0 };

  if (notifications == NULL)
    {
      notifications = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
      receive_notifications (notifications);
    }
  g_ptr_array_set_size (notifications, 0);
  test.notifications = notifications;
  comptoir_application_set_folder (application, folder);
  driver_run (application, func, &test);
  g_clear_object (&application);
  driver_remove_folder (folder);
}

static void
test_tell (void)
{
  run (tell);
}

/* No figures, no word; the next check tries again. */
static void
test_fail_first (void)
{
  run (fail_first);
}

static void
test_due (void)
{
  static const struct
  {
    int hour;
    const char *told;
    gboolean due;
  } cases[] = {
    { 5, NULL, FALSE },          { 6, NULL, TRUE },           { 9, NULL, TRUE },
    { 11, "2026-11-23", TRUE },  { 11, "2026-11-24", FALSE }, { 12, NULL, FALSE },
    { 23, "2026-11-23", FALSE }, { 9, "nonsense", TRUE },     { 9, "2026-11-25", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
      g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 24, cases[i].hour, 59, 59);

      g_test_message ("%d h, told %s", cases[i].hour, cases[i].told);
      g_assert_cmpint (comptoir_morning_is_due (now, cases[i].told), ==, cases[i].due);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  driver_start_bus ();
  g_test_add_func ("/morning/due", test_due);
  g_test_add_func ("/morning/tell", test_tell);
  g_test_add_func ("/morning/fail-first", test_fail_first);
  status = g_test_run ();
  driver_stop_bus ();
  return status;
}
