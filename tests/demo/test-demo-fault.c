/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-fault.h"
#include "demo-test-client.h"

typedef struct
{
  DemoShop *shop;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->shop = demo_test_open_shop (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->shop);
}

static DemoTestReply *
get_with (Fixture *fixture, const char *fault, gsize max_size)
{
  g_autofree char *credentials = demo_test_get_credentials (fixture->shop);
  g_autoptr (GError) error = NULL;

  g_test_message ("With %s", fault);
  demo_shop_set_fault (fixture->shop, fault, &error);
  g_assert_no_error (error);

  return demo_test_send (fixture->shop, "GET", "getDepartments.php", credentials, max_size);
}

static void
test_statuses (Fixture *fixture, gconstpointer data)
{
  static const guint statuses[] = { 401, 403, 404, 429, 500, 502, 503 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", statuses[i]);
      g_autofree char *empty_name = g_strdup_printf ("%u-empty", statuses[i]);
      g_autoptr (DemoTestReply) reply = get_with (fixture, name, G_MAXSIZE);
      g_autoptr (DemoTestReply) empty = get_with (fixture, empty_name, G_MAXSIZE);

      g_assert_cmpuint (reply->status, ==, statuses[i]);
      g_assert_nonnull (strstr (demo_test_reply_get_text (reply), "<html"));
      g_assert_cmpuint (empty->status, ==, statuses[i]);
      g_assert_cmpuint (g_bytes_get_size (empty->body), ==, 0);
    }
}

static void
test_redirects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoTestReply) to_http = get_with (fixture, "redirect-http", G_MAXSIZE);
  g_autoptr (DemoTestReply) to_host = get_with (fixture, "redirect-host", G_MAXSIZE);
  g_autoptr (DemoTestReply) circle = get_with (fixture, "redirect-circle", G_MAXSIZE);

  g_assert_cmpuint (to_http->status, ==, 302);
  g_assert_true (g_str_has_prefix (to_http->location, "http://shop.invalid/workers/getDep"));
  g_assert_cmpuint (to_host->status, ==, 302);
  g_assert_true (g_str_has_prefix (to_host->location, "http://localhost:"));
  g_assert_cmpuint (circle->status, ==, 301);
  g_assert_true (g_str_has_prefix (circle->location, demo_shop_get_base_url (fixture->shop)));
}

static void
test_broken_connections (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "reset-before", "reset-before-recorded",
                                       "reset-after-recorded", "reset-in-body", "short-body" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DemoTestReply) reply = get_with (fixture, names[i], G_MAXSIZE);

      g_assert_nonnull (reply->error);
      g_assert_cmpuint (reply->status, ==, i < 3 ? 0 : 200);
      if (i >= 3)
        g_assert_cmpuint (g_bytes_get_size (reply->body), >, 500);
    }
}

/* Here the library sees nothing wrong: only the length tells. */
static void
test_short_body_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoTestReply) whole = get_with (fixture, "no-type", G_MAXSIZE);
  g_autoptr (DemoTestReply) half = get_with (fixture, "short-body-close", G_MAXSIZE);

  g_assert_cmpuint (g_bytes_get_size (half->body), ==, g_bytes_get_size (whole->body) / 2);
}

/* All of the answer arrived before the connection broke. */
static void
test_reset_after (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoTestReply) reply = get_with (fixture, "reset-after", G_MAXSIZE);
  g_autoptr (JsonArray) rows = demo_test_reply_get_rows (reply);

  g_assert_cmpuint (json_array_get_length (rows), ==, 9);
}

static void
test_slow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoTestReply) reply = get_with (fixture, "slow", 1);

  g_assert_cmpstr (demo_test_reply_get_text (reply), ==, "[");
}

static gboolean
on_patience_over (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, error);

  g_assert_null (stream);
}

/* No answer comes, and the shop can be closed all the same. */
static void
test_silent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = g_strconcat (demo_shop_get_base_url (fixture->shop), "/workers/x", NULL);
  g_autoptr (SoupSession) session = demo_test_make_session ();
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  demo_shop_set_fault (fixture->shop, "silent", NULL);
  g_timeout_add (300, on_patience_over, cancellable);
  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, cancellable, on_answered, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (demo_shop_get_n_requests (fixture->shop, "x"), ==, 1);
  demo_shop_stop (fixture->shop);
}

static void
test_changed_answers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoTestReply) page = get_with (fixture, "html-200", G_MAXSIZE);
  g_autoptr (DemoTestReply) warning = get_with (fixture, "php-warning", G_MAXSIZE);
  g_autoptr (DemoTestReply) wrong_type = get_with (fixture, "wrong-type", G_MAXSIZE);
  g_autoptr (DemoTestReply) no_type = get_with (fixture, "no-type", G_MAXSIZE);
  g_autoptr (DemoTestReply) refused = get_with (fixture, "refused-key", G_MAXSIZE);
  g_autoptr (DemoTestReply) refused_200 = get_with (fixture, "refused-key-200", G_MAXSIZE);

  g_assert_cmpuint (page->status, ==, 200);
  g_assert_true (g_str_has_prefix (demo_test_reply_get_text (page), "<!DOCTYPE html>"));
  g_assert_true (g_str_has_prefix (demo_test_reply_get_text (warning), "<br />\n<b>Warning"));
  g_assert_nonnull (strstr (demo_test_reply_get_text (warning), "[{\"id\":\"1\""));
  g_assert_cmpstr (wrong_type->content_type, ==, "image/png");
  g_assert_null (no_type->content_type);
  g_assert_true (g_str_has_prefix (demo_test_reply_get_text (no_type), "[{"));
  g_assert_cmpuint (refused->status, ==, 401);
  g_assert_cmpuint (refused_200->status, ==, 200);
  g_assert_cmpstr (demo_test_reply_get_member (refused_200, "result"), ==, "ERROR");
}

static void
test_gzip (Fixture *fixture, gconstpointer data)
{
  gsize mebibyte = 1024 * 1024;
  g_autoptr (DemoTestReply) bad = get_with (fixture, "bad-gzip", G_MAXSIZE);
  g_autoptr (DemoTestReply) not_gzip = get_with (fixture, "not-gzip", G_MAXSIZE);
  g_autoptr (DemoTestReply) bomb = get_with (fixture, "gzip-bomb", 20 * mebibyte);

  g_assert_nonnull (bad->error);
  g_assert_cmpuint (not_gzip->status, ==, 200);
  g_assert_true (g_str_has_prefix (demo_test_reply_get_text (not_gzip), "[{"));
  g_assert_no_error (bomb->error);
  g_assert_cmpuint (g_bytes_get_size (bomb->body), ==, 20 * mebibyte);
  g_assert_cmpint (*((const char *) g_bytes_get_data (bomb->body, NULL) + 19 * mebibyte), ==, ' ');
}

static void
test_endless (Fixture *fixture, gconstpointer data)
{
  gsize size = 10 * 1024 * 1024;
  g_autoptr (DemoTestReply) reply = get_with (fixture, "endless", size);

  g_assert_no_error (reply->error);
  g_assert_cmpuint (g_bytes_get_size (reply->body), ==, size);
}

static void
test_bodies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoTestReply) deep = get_with (fixture, "deep-100", G_MAXSIZE);
  g_autoptr (DemoTestReply) deeper = get_with (fixture, "deep-100000", G_MAXSIZE);
  g_autoptr (DemoTestReply) bad = get_with (fixture, "bad-utf8", G_MAXSIZE);
  g_autoptr (DemoTestReply) nul = get_with (fixture, "nul", G_MAXSIZE);
  g_autoptr (DemoTestReply) big = get_with (fixture, "big-cell", G_MAXSIZE);
  g_autoptr (DemoTestReply) twice = get_with (fixture, "duplicate-keys", G_MAXSIZE);
  g_autoptr (JsonNode) parsed = demo_test_reply_parse (deep);
  g_autoptr (JsonArray) rows = demo_test_reply_get_rows (big);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (parsed));
  g_assert_cmpuint (g_bytes_get_size (deeper->body), >, 200000);
  g_assert_false (
      g_utf8_validate (g_bytes_get_data (bad->body, NULL), g_bytes_get_size (bad->body), NULL));
  g_assert_nonnull (
      memchr (g_bytes_get_data (nul->body, NULL), '\0', g_bytes_get_size (nul->body)));
  g_assert_cmpuint (
      strlen (json_object_get_string_member (json_array_get_object_element (rows, 0), "title")), ==,
      10 * 1024 * 1024);
  g_assert_nonnull (
      strstr (demo_test_reply_get_text (twice), "\"title\":\"Baguette\",\"title\":\"Tradition\""));
}

/* Whether an order whose answer went wrong is in the books. */
static void
test_orders (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *fault;
    guint n_recorded;
  } cases[] = {
    { "reset-before:webapp.php", 0 },
    { "reset-before-recorded:webapp.php", 0 },
    { "reset-after-recorded:webapp.php", 1 },
    { "500-after-recorded:webapp.php", 1 },
    { "500:webapp.php", 0 },
    { "502-empty", 0 },
    { "reset-in-body", 1 },
    { "short-body", 1 },
    { "html-200", 0 },
    { "500:getPlus.php", 1 },
  };
  guint n_orders = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DemoTestReply) reply = NULL;

      g_test_message ("%s", cases[i].fault);
      demo_shop_set_fault (fixture->shop, cases[i].fault, NULL);
      reply = demo_test_post (fixture->shop, "webapp.php", "payment=1&itemsList[]=1");
      n_orders += cases[i].n_recorded;
      g_assert_cmpuint (demo_shop_get_n_orders (fixture->shop), ==, n_orders);
    }
}

static void
test_one_endpoint (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemoTestReply) hit = NULL;
  g_autoptr (DemoTestReply) missed = NULL;

  g_assert_true (demo_shop_set_fault (fixture->shop, "500:getPlus.php", NULL));
  hit = demo_test_get (fixture->shop, "getPlus.php", NULL);
  missed = demo_test_get (fixture->shop, "getUsers.php", NULL);
  g_assert_cmpuint (hit->status, ==, 500);
  g_assert_cmpuint (missed->status, ==, 200);
}

static void
test_so_many_times (Fixture *fixture, gconstpointer data)
{
  g_assert_true (demo_shop_set_fault (fixture->shop, "503:getPlus.php*2", NULL));
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (DemoTestReply) reply = demo_test_get (fixture->shop, "getPlus.php", NULL);

      g_assert_cmpuint (reply->status, ==, i < 2 ? 503 : 200);
    }
}

static void
test_several (void)
{
  static const char *const faults[] = { "500:getPlus.php", "404:getUsers.php", NULL };
  DemoShopOptions options = { .faults = faults };
  g_autoptr (DemoShop) shop = demo_test_open_shop (&options);
  g_autoptr (DemoTestReply) first = demo_test_get (shop, "getPlus.php", NULL);
  g_autoptr (DemoTestReply) second = demo_test_get (shop, "getUsers.php", NULL);
  g_autoptr (DemoTestReply) after = NULL;

  g_assert_cmpuint (first->status, ==, 500);
  g_assert_cmpuint (second->status, ==, 404);
  g_assert_true (demo_shop_set_fault (shop, NULL, NULL));
  after = demo_test_get (shop, "getUsers.php", NULL);
  g_assert_cmpuint (after->status, ==, 200);
}

static void
test_names (void)
{
  static const char *const wrong[]
      = { "", "nothing", ":getPlus.php", "500*", "500*0", "500*x", "*" };

  for (guint i = 0; demo_fault_get_kind_name (i) != NULL; i++)
    {
      g_autoptr (DemoFault) fault = demo_fault_new (demo_fault_get_kind_name (i), NULL);

      g_assert_nonnull (fault);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (demo_fault_new (wrong[i], &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/demo/fault/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("statuses", test_statuses);
  ADD ("redirects", test_redirects);
  ADD ("broken-connections", test_broken_connections);
  ADD ("short-body-close", test_short_body_close);
  ADD ("reset-after", test_reset_after);
  ADD ("slow", test_slow);
  ADD ("silent", test_silent);
  ADD ("changed-answers", test_changed_answers);
  ADD ("gzip", test_gzip);
  ADD ("endless", test_endless);
  ADD ("bodies", test_bodies);
  ADD ("orders", test_orders);
  ADD ("one-endpoint", test_one_endpoint);
  ADD ("so-many-times", test_so_many_times);
  g_test_add_func ("/demo/fault/several", test_several);
  g_test_add_func ("/demo/fault/names", test_names);
  return g_test_run ();
}
