/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "order-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>

#include "demo-fault.h"
#include "demo-shop.h"

#define N_KILLS      50
#define N_KILLS_LONG 1000

/* As order-submitter ends. */
#define EXIT_ACCEPTED 0
#define EXIT_BUSY     10

static char *submitter;

typedef struct
{
  DemoShop *demo;
  char *folder;
  ComptoirStore *store;
  ComptoirOrderJournal *journal;
  ComptoirShop *shop;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->demo = demo_shop_new (NULL, &error);
  g_assert_no_error (error);
  g_assert_true (demo_shop_start (fixture->demo, &error));
  fixture->folder = g_dir_make_tmp ("comptoir-orders-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store = comptoir_store_new (fixture->folder);
  fixture->journal = comptoir_order_journal_new (fixture->store);
  fixture->shop = order_test_shop (demo_shop_get_base_url (fixture->demo),
                                   demo_shop_get_key (fixture->demo), fixture->store);
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
  g_assert_no_errno (g_remove (path));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  comptoir_order_journal_flush (fixture->journal);
  for (int i = 0; i < 30; i++)
    g_main_context_iteration (NULL, FALSE);
  g_clear_object (&fixture->shop);
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->store);
  demo_shop_stop (fixture->demo);
  g_clear_object (&fixture->demo);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static ComptoirOrderRecord *
get_record (Fixture *fixture, gint64 id)
{
  g_autoptr (GPtrArray) records = order_test_list (fixture->shop, fixture->journal);

  for (guint i = 0; i < records->len; i++)
    {
      ComptoirOrderRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        return comptoir_order_record_copy (record);
    }
  return NULL;
}

static void
test_accepted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *reference = NULL;
  gint64 id = order_test_save (fixture->shop, fixture->journal, &reference);
  g_autoptr (KashOrder) order = order_test_order (reference);
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrderReply) reply
      = order_test_send (fixture->shop, fixture->journal, id, order, NULL, &error);
  g_autoptr (ComptoirOrderRecord) record = NULL;
  g_autoptr (ComptoirEvidence) evidence = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (reply->outcome, ==, KASH_OUTCOME_ACCEPTED);
  g_assert_cmpuint (demo_shop_get_n_orders (fixture->demo), ==, 1);
  record = get_record (fixture, id);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_cmpstr (record->number, ==, reply->order_id);
  g_assert_nonnull (strstr (record->sent, reference));
  g_assert_nonnull (strstr (record->sent, "key=***"));
  g_assert_null (strstr (record->sent, demo_shop_get_key (fixture->demo)));

  /* It can't be sent again. */
  g_assert_null (order_test_send (fixture->shop, fixture->journal, id, order, NULL, &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_BUSY);
  g_assert_cmpuint (demo_shop_get_n_orders (fixture->demo), ==, 1);

  g_clear_error (&error);
  evidence = order_test_look (fixture->shop, record, &error);
  g_assert_no_error (error);
  g_assert_cmpint (evidence->found, ==, COMPTOIR_FOUND_REFERENCE);
  g_assert_cmpstr (evidence->number, ==, record->number);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *reference = NULL;
  gint64 id = order_test_save (fixture->shop, fixture->journal, &reference);
  g_autoptr (KashOrder) order = order_test_order (reference);
  g_autoptr (KashOrderReply) refusal = NULL;
  g_autoptr (KashOrderReply) reply = NULL;
  g_autoptr (ComptoirOrderRecord) record = NULL;

  order->payment = 4711;
  refusal = order_test_send (fixture->shop, fixture->journal, id, order, NULL, NULL);
  g_assert_cmpint (refusal->outcome, ==, KASH_OUTCOME_REFUSED);
  g_assert_nonnull (strstr (refusal->message, "4711"));
  record = get_record (fixture, id);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_REFUSED);
  g_assert_nonnull (strstr (record->answer, "4711"));
  order->payment = KASH_PAYMENT_QUOTE;
  reply = order_test_send (fixture->shop, fixture->journal, id, order, NULL, NULL);
  g_assert_cmpint (reply->outcome, ==, KASH_OUTCOME_ACCEPTED);
}

static void
test_nothing_sent (Fixture *fixture, gconstpointer data)
{
  gint64 id = order_test_save (fixture->shop, fixture->journal, NULL);
  g_autoptr (KashOrder) order = order_test_order (NULL);
  g_autoptr (KashOrder) empty = kash_order_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirOrderRecord) invalid = NULL;
  g_autoptr (ComptoirOrderRecord) cancelled = NULL;
  g_autoptr (ComptoirOrderRecord) unreachable = NULL;

  g_assert_null (order_test_send (fixture->shop, fixture->journal, id, empty, NULL, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_INVALID);
  invalid = get_record (fixture, id);
  g_assert_cmpint (invalid->state, ==, COMPTOIR_ORDER_STATE_DRAFT);
  g_assert_null (invalid->sent);

  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (order_test_send (fixture->shop, fixture->journal, id, order, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  cancelled = get_record (fixture, id);
  g_assert_cmpint (cancelled->state, ==, COMPTOIR_ORDER_STATE_DRAFT);

  g_clear_error (&error);
  demo_shop_stop (fixture->demo);
  g_assert_null (order_test_send (fixture->shop, fixture->journal, id, order, NULL, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_NO_NETWORK);
  unreachable = get_record (fixture, id);
  g_assert_cmpint (unreachable->state, ==, COMPTOIR_ORDER_STATE_DRAFT);
  g_assert_nonnull (unreachable->answer);
}

/* What is to come of an order when a fault befalls it, where it is sure. */
static int
get_expected_state (const char *fault)
{
  static const struct
  {
    const char *fault;
    ComptoirOrderState state;
  } cases[] = {
    { "reset-before", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "reset-before-recorded", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "reset-after-recorded", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "silent", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "silent-after-recorded", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "500", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "500-after-recorded", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "502-empty", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "html-200", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "redirect-http", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "short-body", COMPTOIR_ORDER_STATE_UNKNOWN },
    { "php-warning", COMPTOIR_ORDER_STATE_ACCEPTED },
    { "refused-key", COMPTOIR_ORDER_STATE_REFUSED },
    { "401", COMPTOIR_ORDER_STATE_REFUSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_equal (cases[i].fault, fault))
      return (int) cases[i].state;
  return -1;
}

/* Whatever happens on the way, nothing is claimed to be certain that isn't. */
static void
check_fault (Fixture *fixture, const char *fault)
{
  g_autofree char *text = g_strdup_printf ("%s:webapp.php", fault);
  g_autofree char *reference = NULL;
  guint n_before = demo_shop_get_n_orders (fixture->demo), n_recorded;
  gint64 id = order_test_save (fixture->shop, fixture->journal, &reference);
  g_autoptr (KashOrder) order = order_test_order (reference);
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrderReply) reply = NULL;
  g_autoptr (ComptoirOrderRecord) record = NULL;
  int expected = get_expected_state (fault);

  g_assert_true (demo_shop_set_fault (fixture->demo, text, NULL));
  reply = order_test_send (fixture->shop, fixture->journal, id, order, NULL, &error);
  g_assert_true (demo_shop_set_fault (fixture->demo, NULL, NULL));
  g_assert_true ((reply == NULL) == (error != NULL));
  record = get_record (fixture, id);
  n_recorded = demo_shop_get_n_orders (fixture->demo) - n_before;
  g_test_message ("%s: state %d, recorded %u", fault, (int) record->state, n_recorded);

  g_assert_cmpuint (n_recorded, <=, 1);
  if (record->state == COMPTOIR_ORDER_STATE_ACCEPTED)
    g_assert_cmpuint (n_recorded, ==, 1);
  else if (record->state != COMPTOIR_ORDER_STATE_UNKNOWN)
    g_assert_cmpuint (n_recorded, ==, 0);
  g_assert_true ((record->state == COMPTOIR_ORDER_STATE_UNKNOWN)
                 == g_error_matches (error, KASH_ERROR, KASH_ERROR_UNKNOWN_OUTCOME));
  if (expected >= 0)
    g_assert_cmpint (record->state, ==, expected);
  if (record->state == COMPTOIR_ORDER_STATE_UNKNOWN)
    {
      g_autoptr (ComptoirEvidence) evidence = order_test_look (fixture->shop, record, NULL);

      g_assert_cmpint (evidence->found == COMPTOIR_FOUND_REFERENCE, ==, n_recorded == 1);
    }
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  const char *fault;

  g_object_set (comptoir_shop_get_client (fixture->shop), "deadline", 1, NULL);
  for (guint i = 0; (fault = demo_fault_get_kind_name (i)) != NULL; i++)
    if (!g_str_equal (fault, "slow"))
      check_fault (fixture, fault);
}

static void
test_cancelled_on_its_way (Fixture *fixture, gconstpointer data)
{
  gint64 id = order_test_save (fixture->shop, fixture->journal, NULL);
  g_autoptr (KashOrder) order = order_test_order (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirOrderRecord) record = NULL;

  g_assert_true (demo_shop_set_fault (fixture->demo, "silent-after-recorded:webapp.php", NULL));
  g_timeout_add_once (300, (GSourceOnceFunc) g_cancellable_cancel, cancellable);
  g_assert_null (order_test_send (fixture->shop, fixture->journal, id, order, cancellable, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_UNKNOWN_OUTCOME);
  record = get_record (fixture, id);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_UNKNOWN);
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  gint64 id = order_test_save (fixture->shop, fixture->journal, NULL);
  g_autoptr (KashOrder) order = order_test_order (NULL);
  g_autoptr (KashOrderReply) reply = NULL;
  g_autoptr (ComptoirOrderRecord) record = NULL;
  g_autoptr (ComptoirEvidence) nothing = NULL;
  g_autoptr (ComptoirEvidence) similar = NULL;
  g_autoptr (ComptoirEvidence) other = NULL;
  g_autoptr (GError) error = NULL;

  order->id_client = 3;
  record = get_record (fixture, id);
  nothing = order_test_look (fixture->shop, record, NULL);
  g_assert_cmpint (nothing->found, ==, COMPTOIR_FOUND_NOTHING);
  g_assert_null (nothing->number);
  g_clear_pointer (&record, comptoir_order_record_free);

  reply = order_test_send (fixture->shop, fixture->journal, id, order, NULL, NULL);
  record = get_record (fixture, id);
  similar = order_test_look (fixture->shop, record, NULL);
  g_assert_cmpint (similar->found, ==, COMPTOIR_FOUND_SIMILAR);
  g_assert_cmpstr (similar->number, ==, reply->order_id);

  g_free (record->total);
  record->total = g_strdup ("3.51");
  other = order_test_look (fixture->shop, record, NULL);
  g_assert_cmpint (other->found, ==, COMPTOIR_FOUND_NOTHING);

  g_assert_true (demo_shop_set_fault (fixture->demo, "500:getPending.php", NULL));
  g_assert_null (order_test_look (fixture->shop, record, &error));
  g_assert_error (error, KASH_ERROR, KASH_ERROR_SERVER_FAULT);
}

static GSubprocess *
spawn (Fixture *fixture, const char *id)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "ORDER_TEST_KEY", demo_shop_get_key (fixture->demo),
                                TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, submitter, fixture->folder,
                                         demo_shop_get_base_url (fixture->demo), id, NULL);
  g_assert_no_error (error);
  return process;
}

static void
test_two_processes (Fixture *fixture, gconstpointer data)
{
  for (guint round = 1; round <= 5; round++)
    {
      GSubprocess *processes[3];
      int n_accepted = 0;
      g_autofree char *id = g_strdup_printf (
          "%" G_GINT64_FORMAT, order_test_save (fixture->shop, fixture->journal, NULL));

      for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
        processes[i] = spawn (fixture, id);
      for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
        {
          int status;

          g_assert_true (g_subprocess_wait (processes[i], NULL, NULL));
          status = g_subprocess_get_exit_status (processes[i]);
          g_assert_true (status == EXIT_ACCEPTED || status == EXIT_BUSY);
          n_accepted += status == EXIT_ACCEPTED;
          g_object_unref (processes[i]);
        }
      g_assert_cmpint (n_accepted, ==, 1);
      g_assert_cmpuint (demo_shop_get_n_orders (fixture->demo), ==, round);
    }
}

/* Adds what the process said to @said: "saved ID" and "accepted ID". */
static void
hear (GSubprocess *process, GHashTable *said)
{
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
  lines = g_strsplit (output, "\n", -1);
  /* The last is empty, or cut off. */
  for (guint i = 0; i + 1 < g_strv_length (lines); i++)
    g_hash_table_add (said, g_strdup (lines[i]));
}

/* Returns: how long a process takes that nobody kills, in microseconds */
static gint64
measure (Fixture *fixture, GHashTable *said)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process = spawn (fixture, NULL);

  hear (process, said);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, EXIT_ACCEPTED);
  return g_get_monotonic_time () - begin;
}

static gboolean
has_said (GHashTable *said, const char *word, gint64 id)
{
  g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT, word, id);

  return g_hash_table_contains (said, line);
}

/* Returns: whether the shop has the order. */
static gboolean
check_record (Fixture *fixture, GHashTable *said, const ComptoirOrderRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirEvidence) evidence = order_test_look (fixture->shop, record, &error);
  gboolean recorded;

  g_assert_no_error (error);
  recorded = evidence->found == COMPTOIR_FOUND_REFERENCE;
  switch (record->state)
    {
    case COMPTOIR_ORDER_STATE_ACCEPTED:
      g_assert_true (recorded);
      break;
    case COMPTOIR_ORDER_STATE_DRAFT:
      g_assert_false (recorded);
      g_assert_false (has_said (said, "accepted", record->id));
      break;
    case COMPTOIR_ORDER_STATE_UNKNOWN:
      g_assert_false (has_said (said, "accepted", record->id));
      break;
    case COMPTOIR_ORDER_STATE_SENDING:
    case COMPTOIR_ORDER_STATE_REFUSED:
    default:
      g_assert_not_reached ();
    }
  return recorded;
}

/* What the person decides, having seen what was found; then the drafts go out. */
static void
decide (Fixture *fixture, const ComptoirOrderRecord *record, gboolean recorded)
{
  g_autoptr (KashOrder) order = order_test_order (record->reference);
  g_autoptr (KashOrderReply) reply = NULL;

  if (record->state == COMPTOIR_ORDER_STATE_UNKNOWN)
    order_test_settle (fixture->journal, record->id,
                       recorded ? COMPTOIR_ORDER_STATE_ACCEPTED : COMPTOIR_ORDER_STATE_DRAFT);
  if (recorded)
    return;
  reply = order_test_send (fixture->shop, fixture->journal, record->id, order, NULL, NULL);
  g_assert_cmpint (reply->outcome, ==, KASH_OUTCOME_ACCEPTED);
}

static void
assert_none_lost (GHashTable *said, GPtrArray *records)
{
  guint n_saved = 0, n_kept = 0;
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    n_saved += g_str_has_prefix (line, "saved ");
  for (guint i = 0; i < records->len; i++)
    n_kept += has_said (said, "saved", ((ComptoirOrderRecord *) records->pdata[i])->id);
  g_assert_cmpuint (n_kept, ==, n_saved);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 longest = MAX (measure (fixture, said), measure (fixture, said));
  guint n_kills = g_test_slow () ? N_KILLS_LONG : N_KILLS;
  guint n_unknown = 0, n_recorded = 0;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree gboolean *recorded = NULL;

  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr (GSubprocess) process = spawn (fixture, NULL);

      g_usleep ((gulong) g_test_rand_int_range (0, (gint32) longest));
      g_subprocess_force_exit (process);
      hear (process, said);
    }
  records = order_test_list (fixture->shop, fixture->journal);
  recorded = g_new0 (gboolean, records->len);
  assert_none_lost (said, records);
  for (guint i = 0; i < records->len; i++)
    {
      const ComptoirOrderRecord *record = g_ptr_array_index (records, i);

      recorded[i] = check_record (fixture, said, record);
      n_recorded += recorded[i];
      n_unknown += record->state == COMPTOIR_ORDER_STATE_UNKNOWN;
    }
  g_test_message ("%u kills: %u orders, %u recorded, %u unknown", n_kills, records->len, n_recorded,
                  n_unknown);
  /* Each recorded order has a reference of its own: none is there twice, none is a stranger. */
  g_assert_cmpuint (demo_shop_get_n_orders (fixture->demo), ==, n_recorded);
  for (guint i = 0; i < records->len; i++)
    decide (fixture, g_ptr_array_index (records, i), recorded[i]);
  g_assert_cmpuint (demo_shop_get_n_orders (fixture->demo), ==, records->len);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  submitter = g_test_build_filename (G_TEST_BUILT, "order-submitter", NULL);
  ADD ("/submission/accepted", test_accepted);
  ADD ("/submission/refused", test_refused);
  ADD ("/submission/nothing-sent", test_nothing_sent);
  ADD ("/submission/faults", test_faults);
  ADD ("/submission/cancelled-on-its-way", test_cancelled_on_its_way);
  ADD ("/submission/look", test_look);
  ADD ("/submission/two-processes", test_two_processes);
  ADD ("/submission/killed", test_killed);
  status = g_test_run ();
  g_free (submitter);
  return status;
}
