/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-test.h"

static const char good[] = "{\"payment\":-1,\"privateComment\":\"VIP\",\"items\":[{\"free\":true,"
                           "\"price\":\"3.50\",\"title\":\"Gâteau\"}]}";

static void
run_order (CliTest *self, const char *json, const char *options)
{
  g_autofree char *path = cli_test_write (self, "order.json", json, -1);
  g_autofree char *command_line = g_strdup_printf ("order --file '%s' %s", path, options);

  cli_test_run (self, command_line);
}

/* The seed's two examples come to exactly the bodies that its code would send. */
static void
test_seed (CliTest *self, gconstpointer data)
{
  run_order (self,
             "{\"idUser\":1,\"payment\":-1,\"deliveryMethod\":0,\"idClient\":123,\"items\":["
             "{\"id\":12,\"quantity\":\"2\",\"title\":\"Pizza 4 fromages\",\"price\":\"14.50\","
             "\"variations\":[3,8]},{\"department\":5,\"price\":\"9.99\",\"title\":\"Vente libre\"}"
             "]}",
             "--dry-run --no-reference");
  cli_test_assert_done (self);
  g_assert_cmpstr (self->out, ==,
                   "idboutique=demo-shop&key=***&idUser=1&payment=-1&deliveryMethod=0&idClient=123"
                   "&itemsList%5B%5D=12_2_Pizza+4+fromages_14.50_3_8"
                   "&itemsList%5B%5D=-5_9.99_Vente+libre\n");
  run_order (
      self,
      "{\"payment\":2,\"deliveryMethod\":1,\"client\":{\"nom\":\"Durand\",\"prenom\":\"Zoé\","
      "\"email\":\"zoe.durand@example.com\",\"telephone\":\"+33 6 12 34 56 78\","
      "\"adresseligne1\":\"10 rue des Écoles\",\"adresseligne2\":\"Bât. B\","
      "\"commentaireadresse\":\"Sonner 2 fois\",\"codepostal\":\"75005\",\"ville\":\"Paris\","
      "\"pays\":\"FR\",\"numtva\":\"FRXX999999999\",\"rcs\":\"RCS Paris 123 456 789\","
      "\"codeBarre\":\"CUST-0001\",\"telephone2\":\"+33 1 23 45 67 89\",\"lat\":\"48.848\","
      "\"lng\":\"2.347\"},\"items\":[{\"id\":42,\"quantity\":1,\"title\":\"Menu midi\","
      "\"price\":12.90},{\"id\":15,\"quantity\":3,\"title\":\"Canette Cola\",\"price\":2.50}]}",
      "--dry-run --no-reference");
  cli_test_assert_done (self);
  g_assert_cmpstr (
      self->out, ==,
      "idboutique=demo-shop&key=***&payment=2&deliveryMethod=1&client%5Bnom%5D=Durand"
      "&client%5Bprenom%5D=Zo%C3%A9&client%5Bemail%5D=zoe.durand%40example.com"
      "&client%5Btelephone%5D=%2B33+6+12+34+56+78&client%5Badresseligne1%5D=10+rue+des+%C3%89coles"
      "&client%5Badresseligne2%5D=B%C3%A2t.+B&client%5Bcommentaireadresse%5D=Sonner+2+fois"
      "&client%5Bcodepostal%5D=75005&client%5Bville%5D=Paris&client%5Bpays%5D=FR"
      "&client%5Bnumtva%5D=FRXX999999999&client%5Brcs%5D=RCS+Paris+123+456+789"
      "&client%5BcodeBarre%5D=CUST-0001&client%5Btelephone2%5D=%2B33+1+23+45+67+89"
      "&client%5Blat%5D=48.848&client%5Blng%5D=2.347&itemsList%5B%5D=42_1_Menu+midi_12.90"
      "&itemsList%5B%5D=15_3_Canette+Cola_2.50\n");
  g_assert_cmpuint (demo_shop_get_n_requests (self->shop, NULL), ==, 0);
}

static void
test_dry_run_shows_reference (CliTest *self, gconstpointer data)
{
  run_order (self, good, "--dry-run");
  cli_test_assert_done (self);
  g_assert_true (g_regex_match_simple ("&privateComment=VIP\\+CPT-[0-9A-Z]{6}&", self->out, 0, 0));
  g_assert_null (strstr (self->out, demo_shop_get_key (self->shop)));
  g_assert_cmpuint (demo_shop_get_n_orders (self->shop), ==, 0);
}

static void
test_accepted (CliTest *self, gconstpointer data)
{
  run_order (self, good, "");
  cli_test_assert_done (self);
  g_assert_true (g_regex_match_simple ("^[0-9]+\n$", self->out, 0, 0));
  g_assert_cmpuint (demo_shop_get_n_orders (self->shop), ==, 1);
  cli_test_run (self, "list pending-orders");
  g_assert_true (g_regex_match_simple ("VIP CPT-[0-9A-Z]{6}\"", self->out, 0, 0));

  run_order (self, good, "--no-reference");
  cli_test_assert_done (self);
  cli_test_run (self, "list pending-orders");
  g_assert_nonnull (strstr (self->out, "\"VIP\""));
}

static void
test_input (CliTest *self, gconstpointer data)
{
  cli_test_run_with_input (self, good, "order --file -");
  cli_test_assert_done (self);
  g_assert_cmpuint (demo_shop_get_n_orders (self->shop), ==, 1);
}

/* What the form would not send doesn't go out from here either. */
static void
test_wrong (CliTest *self, gconstpointer data)
{
  static const char *const cases[] = {
    "",
    "{",
    "[]",
    "{\"payment\":-1}",
    "{\"payment\":-1,\"items\":[]}",
    "{\"items\":[{\"id\":1}]}",
    "{\"payment\":-1,\"items\":[{\"id\":1,\"variations\":[1,2,3,4,5,6]}]}",
    "{\"payment\":-1,\"items\":[{\"id\":1,\"quantity\":0}]}",
    "{\"payment\":-1,\"items\":[{\"id\":1,\"quantity\":\"-1\"}]}",
    "{\"payment\":-1,\"items\":[{\"id\":1,\"quantity\":\"1,5\"}]}",
    "{\"payment\":-1,\"deliveryMethod\":7,\"items\":[{\"id\":1}]}",
    "{\"payment\":-1,\"items\":[{\"department\":0,\"price\":\"1\",\"title\":\"x\"}]}",
    "{\"payment\":-1,\"colour\":\"red\",\"items\":[{\"id\":1}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run_order (self, cases[i], i % 2 == 0 ? "" : "--dry-run");
      cli_test_assert_failed (self, 1);
    }
  cli_test_run (self, "order --file /nowhere/at/all.json");
  cli_test_assert_failed (self, 1);
  cli_test_run (self, "order --dry-run");
  cli_test_assert_failed (self, 1);
  g_assert_cmpuint (demo_shop_get_n_requests (self->shop, NULL), ==, 0);
}

static void
test_refused (CliTest *self, gconstpointer data)
{
  run_order (self, "{\"payment\":4711,\"items\":[{\"id\":1}]}", "");
  cli_test_assert_failed (self, 3);
  g_assert_nonnull (strstr (self->err, "4711"));
  cli_test_set (self, "KASH_API_KEY", "wrong-key");
  run_order (self, good, "");
  cli_test_assert_failed (self, 3);
  g_assert_cmpuint (demo_shop_get_n_orders (self->shop), ==, 0);
}

static void
test_unknown (CliTest *self, gconstpointer data)
{
  cli_test_set_fault (self, "reset-after-recorded:webapp.php");
  run_order (self, good, "");
  cli_test_assert_failed (self, 5);
  g_assert_true (g_regex_match_simple ("CPT-[0-9A-Z]{6}", self->err, 0, 0));
  run_order (self, good, "--no-reference");
  cli_test_assert_failed (self, 5);
  g_assert_null (strstr (self->err, "CPT-"));
}

static void
test_no_answer (CliTest *self, gconstpointer data)
{
  cli_test_set (self, "KASH_BASE_URL", "http://127.0.0.1:9");
  run_order (self, good, "");
  cli_test_assert_failed (self, 2);
}

/* Where it can't be kept that an order is on its way, none is sent. */
static void
test_no_journal (CliTest *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "comptoir", "orders.db", NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  run_order (self, good, "");
  cli_test_assert_failed (self, 1);
  g_assert_cmpuint (demo_shop_get_n_orders (self->shop), ==, 0);
}

#define ADD(name, func) \
  g_test_add (name, CliTest, NULL, cli_test_set_up_shop, func, cli_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-order/seed", test_seed);
  ADD ("/cli-order/dry-run-shows-reference", test_dry_run_shows_reference);
  ADD ("/cli-order/accepted", test_accepted);
  ADD ("/cli-order/input", test_input);
  ADD ("/cli-order/wrong", test_wrong);
  ADD ("/cli-order/refused", test_refused);
  ADD ("/cli-order/unknown", test_unknown);
  ADD ("/cli-order/no-answer", test_no_answer);
  ADD ("/cli-order/no-journal", test_no_journal);
  return g_test_run ();
}
