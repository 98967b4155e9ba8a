/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "submission-test.h"

#define N_KILLS      50
#define N_KILLS_LONG 1000

/* As order-submitter ends. */
#define EXIT_ACCEPTED 0
#define EXIT_BUSY     10

static char *submitter;

static GSubprocess *
spawn (SubmissionTest *test, const char *id, guint step)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  g_autofree char *step_text = g_strdup_printf ("%u", step);
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "ORDER_TEST_KEY", demo_shop_get_key (test->demo), TRUE);
  g_subprocess_launcher_setenv (launcher, "ORDER_TEST_STEP", step_text, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, submitter, test->folder,
                                         demo_shop_get_base_url (test->demo), id, NULL);
  g_assert_no_error (error);
  return process;
}

static void
test_two_processes (SubmissionTest *test, gconstpointer data)
{
  for (guint round = 1; round <= 5; round++)
    {
      GSubprocess *processes[3];
      int n_accepted = 0;
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             order_test_save (test->shop, test->journal, NULL));

      for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
        processes[i] = spawn (test, id, 0);
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
      g_assert_cmpuint (demo_shop_get_n_orders (test->demo), ==, round);
    }
}

/* Adds what the process said to @said: "saved ID", "accepted ID" and "steps N". */
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

/* Returns: how many steps a process takes that nobody kills */
static guint
count_steps (SubmissionTest *test, GHashTable *said)
{
  g_autoptr (GSubprocess) process = spawn (test, NULL, 0);
  GHashTableIter iter;
  gpointer line;

  hear (process, said);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, EXIT_ACCEPTED);
  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    if (g_str_has_prefix (line, "steps "))
      return (guint) g_ascii_strtoull ((char *) line + strlen ("steps "), NULL, 10);
  g_assert_not_reached ();
}

static gboolean
has_said (GHashTable *said, const char *word, gint64 id)
{
  g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT, word, id);

  return g_hash_table_contains (said, line);
}

/* Returns: whether the shop has the order. */
static gboolean
check_record (SubmissionTest *test, GHashTable *said, const ComptoirOrderRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirEvidence) evidence = order_test_look (test->shop, record, &error);
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
decide (SubmissionTest *test, const ComptoirOrderRecord *record, gboolean recorded)
{
  g_autoptr (KashOrder) order = order_test_order (record->reference);
  g_autoptr (KashOrderReply) reply = NULL;

  if (record->state == COMPTOIR_ORDER_STATE_UNKNOWN)
    order_test_settle (test->journal, record->id,
                       recorded ? COMPTOIR_ORDER_STATE_ACCEPTED : COMPTOIR_ORDER_STATE_DRAFT);
  if (recorded)
    return;
  reply = order_test_send (test->shop, test->journal, record->id, order, NULL, NULL);
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

/* Killed before and after each of its steps in turn. */
static void
kill_many (SubmissionTest *test, GHashTable *said, guint n_kills)
{
  guint n_steps = count_steps (test, said);

  for (guint i = 0; i < n_kills; i++)
    {
      guint step = n_kills < n_steps ? i * n_steps / n_kills : i % n_steps;
      g_autoptr (GSubprocess) process = spawn (test, NULL, step + 1);

      hear (process, said);
    }
  g_test_message ("%u kills over %u steps", n_kills, n_steps);
}

static void
test_killed (SubmissionTest *test, gconstpointer data)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_long = g_test_slow () || g_getenv ("COMPTOIR_LONG") != NULL;
  guint n_unknown = 0, n_recorded = 0;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree gboolean *recorded = NULL;

  kill_many (test, said, is_long ? N_KILLS_LONG : N_KILLS);
  records = order_test_list (test->shop, test->journal);
  recorded = g_new0 (gboolean, records->len);
  assert_none_lost (said, records);
  for (guint i = 0; i < records->len; i++)
    {
      const ComptoirOrderRecord *record = g_ptr_array_index (records, i);

      recorded[i] = check_record (test, said, record);
      n_recorded += recorded[i];
      n_unknown += record->state == COMPTOIR_ORDER_STATE_UNKNOWN;
    }
  g_test_message ("%u orders, %u recorded, %u unknown", records->len, n_recorded, n_unknown);
  /* The kills met orders on their way, before and after they were recorded. */
  g_assert_cmpuint (n_unknown, >, 0);
  /* Each recorded order has a reference of its own: none is there twice, none is a stranger. */
  g_assert_cmpuint (demo_shop_get_n_orders (test->demo), ==, n_recorded);
  for (guint i = 0; i < records->len; i++)
    decide (test, g_ptr_array_index (records, i), recorded[i]);
  g_assert_cmpuint (demo_shop_get_n_orders (test->demo), ==, records->len);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  submitter = g_test_build_filename (G_TEST_BUILT, "order-submitter", NULL);
  submission_test_add ("/submission-killed/two-processes", test_two_processes);
  submission_test_add ("/submission-killed/killed", test_killed);
  status = g_test_run ();
  g_free (submitter);
  return status;
}
