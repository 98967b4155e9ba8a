/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-resources.h"
#include "demo-test-client.h"

typedef struct
{
  DemoShop *shop;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GDate today;
  DemoShopOptions options = { .seed = 1, .today = &today };

  g_date_set_dmy (&today, 17, 6, 2025);
  fixture->shop = demo_test_open_shop (&options);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->shop);
}

static void
test_sign_in (Fixture *fixture, gconstpointer data)
{
  static const char *const refused[]
      = { "", "login=demo", "login=demo&password=Demo", "login=&password=", "password=demo" };
  g_autoptr (DemoTestReply) reply = demo_test_send (fixture->shop, "POST", "getAuthToken.php",
                                                    "login=demo&password=demo", G_MAXSIZE);
  g_autoptr (DemoTestReply) got = demo_test_send (fixture->shop, "GET", "getAuthToken.php",
                                                  "login=demo&password=demo", G_MAXSIZE);

  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (demo_test_reply_get_member (reply, "result"), ==, "OK");
  g_assert_cmpstr (demo_test_reply_get_member (reply, "SHOPID"), ==, DEMO_SHOP_ID);
  g_assert_cmpstr (demo_test_reply_get_member (reply, "APIKEY"), ==,
                   demo_shop_get_key (fixture->shop));
  g_assert_cmpuint (got->status, ==, 405);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (DemoTestReply) refusal
          = demo_test_send (fixture->shop, "POST", "getAuthToken.php", refused[i], G_MAXSIZE);

      g_assert_cmpstr (demo_test_reply_get_member (refusal, "result"), ==, "ERROR");
      g_assert_nonnull (demo_test_reply_get_member (refusal, "message"));
      g_assert_null (demo_test_reply_get_member (refusal, "APIKEY"));
    }
}

static void
test_key_needed (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *before_key, *after_key;
    guint status;
  } cases[] = {
    { NULL, "", 401 },
    { NULL, "idboutique=" DEMO_SHOP_ID, 401 },
    { NULL, "idboutique=" DEMO_SHOP_ID "&key=", 401 },
    { NULL, "idboutique=" DEMO_SHOP_ID "&key=wrong", 401 },
    { "key=", "", 401 },
    { "key=", "&idboutique=other", 403 },
    { "key=", "&idboutique=" DEMO_SHOP_ID, 200 },
    { "key=", "&shopID=" DEMO_SHOP_ID, 200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *key = cases[i].before_key != NULL ? demo_shop_get_key (fixture->shop) : "";
      g_autofree char *query = g_strconcat (cases[i].before_key != NULL ? cases[i].before_key : "",
                                            key, cases[i].after_key, NULL);

      for (guint j = 0; j < DEMO_N_RESOURCES; j++)
        {
          g_autoptr (DemoTestReply) reply
              = demo_test_send (fixture->shop, "GET", demo_resources[j].endpoint, query, G_MAXSIZE);

          g_assert_cmpuint (reply->status, ==, cases[i].status);
        }
    }
}

static void
test_key_needed_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoTestReply) report
      = demo_test_send (fixture->shop, "GET", "getSales.php", "formatExport=CSV", G_MAXSIZE);
  g_autoptr (DemoTestReply) order
      = demo_test_send (fixture->shop, "POST", "webapp.php", "payment=1&itemsList[]=1", G_MAXSIZE);

  g_assert_cmpuint (report->status, ==, 401);
  g_assert_cmpuint (order->status, ==, 401);
  g_assert_cmpuint (demo_shop_get_n_orders (fixture->shop), ==, 0);
}

static void
test_resources (Fixture *fixture, gconstpointer data)
{
  static const char *const types[][2] = { { "format=json", "application/json; charset=utf-8" },
                                          { "format=csv", "text/csv; charset=utf-8" },
                                          { "format=html", "text/html; charset=utf-8" } };

  for (guint i = 0; i < DEMO_N_RESOURCES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (types); j++)
      {
        g_autoptr (DemoTestReply) reply
            = demo_test_get (fixture->shop, demo_resources[i].endpoint, types[j][0]);

        g_assert_cmpuint (reply->status, ==, 200);
        g_assert_cmpstr (reply->content_type, ==, types[j][1]);
        if (j == 0)
          {
            g_autoptr (JsonArray) rows = demo_test_reply_get_rows (reply);

            g_assert_cmpuint (json_array_get_length (rows), >, 0);
          }
        else
          {
            g_assert_nonnull (strstr (demo_test_reply_get_text (reply), j == 1 ? "id;" : "<th>id"));
          }
      }
}

static void
test_not_there (Fixture *fixture, gconstpointer data)
{
  static const char *const endpoints[]
      = { "getDepartmentsGroups.php", "getLivreurs.php", "getplus.php", "", "../etc/passwd" };
  g_autoptr (DemoTestReply) format = demo_test_get (fixture->shop, "getPlus.php", "format=xml");

  for (guint i = 0; i < G_N_ELEMENTS (endpoints); i++)
    {
      g_autoptr (DemoTestReply) reply = demo_test_get (fixture->shop, endpoints[i], NULL);

      g_assert_cmpuint (reply->status, !=, 200);
    }
  g_assert_cmpuint (format->status, ==, 400);
}

static void
test_reports (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query, *magic, *disposition;
  } cases[] = {
    { "formatExport=Std&d=14&m=6&y=2025", "<", "ventes-2025-06-14.html" },
    { "formatExport=PDF&d=14&m=6&y=2025", "%PDF", "ventes-2025-06-14.pdf" },
    { "formatExport=XLS&d=14&m=6&y=2025", "PK", "ventes-2025-06-14.xls" },
    { "formatExport=CSV&d=14&m=6&y=2025", "\xef\xbb\xbf", "ventes-2025-06-14.csv" },
    { "formatExport=frafec&d=14&m=6&y=2025", "JournalCode", "732829320FEC20250614.txt" },
    { "formatExport=saft&d=14&m=6&y=2025", "<?xml", "ventes-2025-06-14.xml" },
    { "formatExport=CSV", "", "ventes-2025-06-16.csv" },
    { "formatExport=CSV&m=5&y=2025", "", "ventes-2025-06-16.csv" },
    { "formatExport=CSV&d=3", "", "ventes-2025-06-03.csv" },
    { "formatExport=CSV&d=25&m=12&y=2024", "", "ventes-2024-12-25.csv" },
    { "formatExport=CSV&d=1&m=1&y=1999", "", "ventes-1999-01-01.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DemoTestReply) reply
          = demo_test_get (fixture->shop, "getSales.php", cases[i].query);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (reply->status, ==, 200);
      g_assert_nonnull (strstr (reply->disposition, cases[i].disposition));
      g_assert_true (g_str_has_prefix (demo_test_reply_get_text (reply), cases[i].magic));
    }
}

static void
test_reports_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "",
    "formatExport=csv",
    "formatExport=CSV&d=31&m=2&y=2025",
    "formatExport=CSV&d=0&m=2&y=2025",
    "formatExport=CSV&d=x&m=2&y=2025",
    "formatExport=CSV&d=1&m=13&y=2025",
    "formatExport=CSV&d=1&m=1&y=25",
    "formatExport=CSV&d=&m=1&y=2025",
    "formatExport=frafec&d=18&m=6&y=2025",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (DemoTestReply) reply = demo_test_get (fixture->shop, "getSales.php", queries[i]);

      g_test_message ("%s", queries[i]);
      g_assert_cmpstr (demo_test_reply_get_member (reply, "result"), ==, "ERROR");
      g_assert_null (reply->disposition);
    }
}

static guint
count_lines (DemoShop *shop, const char *query)
{
  g_autoptr (DemoTestReply) reply = demo_test_get (shop, "getSales.php", query);
  g_auto (GStrv) lines = g_strsplit (demo_test_reply_get_text (reply), "\n", -1);

  return g_strv_length (lines);
}

static void
test_days_without_sales (Fixture *fixture, gconstpointer data)
{
  guint closed = count_lines (fixture->shop, "formatExport=CSV&d=25&m=12&y=2024");

  g_assert_cmpuint (count_lines (fixture->shop, "formatExport=CSV&d=16&m=6&y=2023"), ==, closed);
  g_assert_cmpuint (count_lines (fixture->shop, "formatExport=CSV&d=18&m=6&y=2025"), ==, closed);
  g_assert_cmpuint (count_lines (fixture->shop, "formatExport=CSV&d=17&m=6&y=2023"), >=,
                    closed + 80);
  g_assert_cmpuint (count_lines (fixture->shop, "formatExport=CSV&d=16&m=6&y=2025"), >=,
                    closed + 80);
}

static void
test_orders_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const forms[] = {
    "itemsList[]=1",
    "payment=1",
    "payment=99&itemsList[]=1",
    "payment=1&itemsList[]=9999",
    "payment=1&itemsList[]=1_0",
    "payment=1&deliveryMethod=9&itemsList[]=1",
    "payment=1&idClient=9999&itemsList[]=1",
    "payment=1&idtable=99&itemsList[]=1",
    "payment=1&idUser=99&itemsList[]=1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (DemoTestReply) reply = demo_test_post (fixture->shop, "webapp.php", forms[i]);

      g_assert_cmpuint (reply->status, ==, 200);
      g_assert_cmpstr (demo_test_reply_get_member (reply, "result"), ==, "ERROR");
      g_assert_nonnull (demo_test_reply_get_member (reply, "errorMessage"));
    }
  g_assert_cmpuint (demo_shop_get_n_orders (fixture->shop), ==, 0);
}

static gint64
post_order (DemoShop *shop, const char *form, const char *link)
{
  g_autoptr (DemoTestReply) reply = demo_test_post (shop, "webapp.php", form);
  g_autoptr (JsonNode) root = demo_test_reply_parse (reply);
  JsonObject *object = json_node_get_object (root);

  g_assert_cmpstr (json_object_get_string_member (object, "result"), ==, "OK");
  g_assert_cmpint (json_object_has_member (object, "invoice"), ==,
                   g_strcmp0 (link, "invoice") == 0);
  g_assert_cmpint (json_object_has_member (object, "quote"), ==, g_strcmp0 (link, "quote") == 0);

  return json_object_get_int_member (object, "orderID");
}

static guint
count_rows (DemoShop *shop, const char *endpoint)
{
  g_autoptr (DemoTestReply) reply = demo_test_get (shop, endpoint, NULL);
  g_autoptr (JsonArray) rows = demo_test_reply_get_rows (reply);

  return json_array_get_length (rows);
}

static void
test_pending (Fixture *fixture, gconstpointer data)
{
  guint before = count_rows (fixture->shop, "getPending.php");
  gint64 quote = post_order (fixture->shop, "payment=-2&itemsList[]=1_2", "quote");
  gint64 order = post_order (fixture->shop, "payment=-1&idClient=5&itemsList[]=1_2", NULL);
  g_autoptr (DemoTestReply) reply = NULL;
  g_autoptr (JsonArray) rows = NULL;
  JsonObject *last;

  g_assert_cmpint (order, ==, quote + 1);
  post_order (fixture->shop, "payment=1&itemsList[]=1_2", "invoice");
  reply = demo_test_get (fixture->shop, "getPending.php", NULL);
  rows = demo_test_reply_get_rows (reply);
  g_assert_cmpuint (json_array_get_length (rows), ==, before + 2);
  last = json_array_get_object_element (rows, before + 1);
  g_assert_cmpint (g_ascii_strtoll (json_object_get_string_member (last, "id"), NULL, 10), ==,
                   order);
  g_assert_cmpstr (json_object_get_string_member (last, "total"), ==, "2.30");
  g_assert_cmpstr (json_object_get_string_member (last, "clientID"), ==, "5");
  g_assert_cmpuint (demo_shop_get_n_orders (fixture->shop), ==, 3);
}

static void
test_paid_order_in_report (Fixture *fixture, gconstpointer data)
{
  static const char query[] = "formatExport=CSV&d=17&m=6&y=2025";
  guint before = count_lines (fixture->shop, query);
  g_autoptr (DemoTestReply) reply = NULL;

  post_order (fixture->shop, "payment=2&itemsList[]=Free_1234.56_Buffet", "invoice");
  /* The time of day goes on, and sales with it. */
  g_assert_cmpuint (count_lines (fixture->shop, query), >, before);
  reply = demo_test_get (fixture->shop, "getSales.php", query);
  g_assert_nonnull (strstr (demo_test_reply_get_text (reply), "1234,56"));
}

static void
test_new_client_and_user (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoTestReply) reply = NULL;
  g_autoptr (JsonArray) rows = NULL;
  JsonObject *client;

  g_assert_cmpuint (count_rows (fixture->shop, "getUsers.php"), ==, 5);
  post_order (fixture->shop,
              "payment=-1&itemsList[]=1&client[nom]=Durand&client[prenom]=Zo%C3%A9"
              "&client[adresseligne1]=10+rue+des+%C3%89coles",
              NULL);
  g_assert_cmpuint (count_rows (fixture->shop, "getUsers.php"), ==, 6);
  reply = demo_test_get (fixture->shop, "getClients.php", NULL);
  rows = demo_test_reply_get_rows (reply);
  g_assert_cmpuint (json_array_get_length (rows), ==, 401);
  client = json_array_get_object_element (rows, 400);
  g_assert_cmpstr (json_object_get_string_member (client, "surname"), ==, "Zoé");
  g_assert_cmpstr (json_object_get_string_member (client, "name"), ==, "Durand");
  g_assert_cmpstr (json_object_get_string_member (client, "addressline1"), ==, "10 rue des Écoles");
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoTestReply) order
      = demo_test_post (fixture->shop, "webapp.php", "payment=1&itemsList[]=1_2_%3Cb%3E_1.50");
  const char *address = demo_test_reply_get_member (order, "invoice");
  g_autoptr (SoupSession) session = demo_test_make_session ();
  g_autoptr (SoupMessage) message = soup_message_new ("GET", address);
  g_autoptr (GBytes) bytes = soup_session_send_and_read (session, message, NULL, NULL);
  g_autofree char *html = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *forged = g_strconcat (address, "0", NULL);
  g_autoptr (SoupMessage) refused = soup_message_new ("GET", forged);
  g_autoptr (GBytes) nothing = soup_session_send_and_read (session, refused, NULL, NULL);

  g_assert_null (strstr (address, demo_shop_get_key (fixture->shop)));
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
  g_assert_nonnull (strstr (html, "Facture"));
  g_assert_nonnull (strstr (html, "&lt;b&gt;"));
  g_assert_nonnull (strstr (html, "3.00 €"));
  g_assert_cmpuint (soup_message_get_status (refused), ==, 404);
  g_assert_cmpuint (g_bytes_get_size (nothing), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/demo/api/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("sign-in", test_sign_in);
  ADD ("key-needed", test_key_needed);
  ADD ("key-needed-elsewhere", test_key_needed_elsewhere);
  ADD ("resources", test_resources);
  ADD ("not-there", test_not_there);
  ADD ("reports", test_reports);
  ADD ("reports-refused", test_reports_refused);
  ADD ("days-without-sales", test_days_without_sales);
  ADD ("orders-refused", test_orders_refused);
  ADD ("pending", test_pending);
  ADD ("paid-order-in-report", test_paid_order_in_report);
  ADD ("new-client-and-user", test_new_client_and_user);
  ADD ("document", test_document);
  return g_test_run ();
}
