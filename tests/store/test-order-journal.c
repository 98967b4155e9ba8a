/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-journal.h"

#include "store-test.h"

typedef struct
{
  StoreTestFolder *folder;
  ComptoirStore *store;
  ComptoirOrderJournal *journal;
  GString *changed;
} Fixture;

static void
on_changed (ComptoirOrderJournal *journal, gint64 id, gpointer user_data)
{
  g_string_append_printf (user_data, "%" G_GINT64_FORMAT ";", id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_test_folder_new ();
  fixture->store = comptoir_store_new (fixture->folder);
  fixture->journal = comptoir_order_journal_new (fixture->store);
  fixture->changed = g_string_new (NULL);
  g_signal_connect (fixture->journal, "changed", G_CALLBACK (on_changed), fixture->changed);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  comptoir_order_journal_flush (fixture->journal);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->journal);
  g_assert_finalize_object (fixture->store);
  g_string_free (fixture->changed, TRUE);
  store_test_folder_free (fixture->folder);
}

static void
begin_save (Fixture *fixture, gint64 id, const char *draft, GAsyncResult **place)
{
  comptoir_order_journal_save_async (fixture->journal, id, "a", draft, "Title", NULL, NULL,
                                     store_test_take_result, place);
}

static gint64
save (Fixture *fixture, gint64 id, const char *draft, char **reference)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 saved;

  begin_save (fixture, id, draft, &result);
  saved = comptoir_order_journal_save_finish (fixture->journal, store_test_wait (&result),
                                              reference, &error);
  g_assert_no_error (error);
  return saved;
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  comptoir_order_journal_list_async (fixture->journal, "a", NULL, store_test_take_result, &result);
  records
      = comptoir_order_journal_list_finish (fixture->journal, store_test_wait (&result), &error);
  g_assert_no_error (error);
  return records;
}

static gboolean
claim (ComptoirOrderJournal *journal, gint64 id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_order_journal_claim_async (journal, id, "key=***", cancellable, store_test_take_result,
                                      &result);
  return comptoir_order_journal_claim_finish (journal, store_test_wait (&result), error);
}

static gboolean
settle (ComptoirOrderJournal *journal, gint64 id, ComptoirOrderState state, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comptoir_order_journal_settle_async (journal, id, state, "12", "OK", NULL, store_test_take_result,
                                       &result);
  return comptoir_order_journal_settle_finish (journal, store_test_wait (&result), error);
}

static void
test_life (Fixture *fixture, gconstpointer data)
{
  g_autofree char *reference = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GAsyncResult) discarded = NULL;
  g_autoptr (GError) error = NULL;
  const ComptoirOrderRecord *record;
  gint64 id = save (fixture, 0, "typed", &reference);
  gint64 other = save (fixture, 0, "parked", NULL);

  g_assert_true (claim (fixture->journal, id, NULL, NULL));
  g_assert_true (settle (fixture->journal, id, COMPTOIR_ORDER_STATE_ACCEPTED, NULL));
  comptoir_order_journal_discard_async (fixture->journal, other, NULL, store_test_take_result,
                                        &discarded);
  g_assert_true (comptoir_order_journal_discard_finish (fixture->journal,
                                                        store_test_wait (&discarded), &error));
  records = list (fixture);
  g_assert_cmpuint (records->len, ==, 1);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpint (record->id, ==, id);
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_ACCEPTED);
  g_assert_cmpstr (record->reference, ==, reference);
  g_assert_cmpstr (record->sent, ==, "key=***");
  g_assert_cmpstr (record->number, ==, "12");
  g_assert_cmpstr (fixture->changed->str, ==, "1;2;1;1;2;");
  g_assert_null (comptoir_order_journal_get_problem (fixture->journal));
}

/* Saves that wait for the disk become one; what comes in between keeps its place. */
static void
test_saves_in_order (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *saved[4] = { NULL };
  g_autoptr (GAsyncResult) claimed = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = save (fixture, 0, "0", NULL);
  const ComptoirOrderRecord *record;

  begin_save (fixture, id, "1", &saved[0]);
  begin_save (fixture, id, "2", &saved[1]);
  begin_save (fixture, id, "3", &saved[2]);
  comptoir_order_journal_claim_async (fixture->journal, id, "s", NULL, store_test_take_result,
                                      &claimed);
  begin_save (fixture, id, "4", &saved[3]);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (comptoir_order_journal_save_finish (fixture->journal,
                                                         store_test_wait (&saved[i]), NULL, NULL),
                     ==, id);
  g_assert_true (
      comptoir_order_journal_claim_finish (fixture->journal, store_test_wait (&claimed), NULL));
  g_assert_cmpint (comptoir_order_journal_save_finish (fixture->journal,
                                                       store_test_wait (&saved[3]), NULL, &error),
                   ==, 0);
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_BUSY);
  records = list (fixture);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (record->draft, ==, "3");
  g_assert_cmpint (record->state, ==, COMPTOIR_ORDER_STATE_SENDING);

  for (int i = 0; i < 4; i++)
    g_clear_object (&saved[i]);
}

static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  ComptoirOrderJournal *other = comptoir_order_journal_new (fixture->store);
  g_autoptr (GError) busy = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 id = save (fixture, 0, "typed", NULL);

  g_assert_true (claim (fixture->journal, id, NULL, NULL));
  g_assert_false (claim (other, id, NULL, &busy));
  g_assert_error (busy, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_BUSY);
  g_assert_false (settle (other, id, COMPTOIR_ORDER_STATE_DRAFT, NULL));
  g_assert_true (settle (fixture->journal, id, COMPTOIR_ORDER_STATE_DRAFT, NULL));
  g_assert_true (claim (other, id, NULL, NULL));

  /* Whoever lets go of a journal in the middle of sending leaves an order of unknown outcome. */
  comptoir_order_journal_flush (other);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (other);
  records = list (fixture);
  g_assert_cmpint (((ComptoirOrderRecord *) records->pdata[0])->state, ==,
                   COMPTOIR_ORDER_STATE_UNKNOWN);
}

static void
test_cancelled_claim (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = save (fixture, 0, "typed", NULL);

  g_cancellable_cancel (cancellable);
  g_assert_false (claim (fixture->journal, id, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (claim (fixture->journal, id, NULL, NULL));
}

/* Where the journal can't be written nothing is claimed, and nothing that was there is lost. */
static void
test_cannot_be_opened (void)
{
  g_autoptr (StoreTestFolder) folder = NULL;
  g_autofree char *path = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  folder = store_test_folder_new ();
  path = g_build_filename (folder, "orders.db", NULL);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  {
    g_autoptr (ComptoirStore) store = comptoir_store_new (folder);
    g_autoptr (ComptoirOrderJournal) journal = comptoir_order_journal_new (store);
    g_autoptr (GError) error = NULL;

    g_assert_false (claim (journal, 1, NULL, &error));
    g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_FAILED);
    g_assert_cmpstr (comptoir_order_journal_get_problem (journal), ==, error->message);

    /* Once the disk is well again, so is the journal. */
    g_assert_no_errno (g_rmdir (path));
    g_clear_error (&error);
    g_assert_false (claim (journal, 1, NULL, &error));
    g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NOT_FOUND);
    g_assert_null (comptoir_order_journal_get_problem (journal));
  }
}

static void
test_full_disk (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  {
    Fixture fixture = { NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) records = NULL;
    gint64 id;

    set_up (&fixture, NULL);
    id = save (&fixture, 0, "typed", NULL);
    store_test_limit_files (1);
    g_assert_false (claim (fixture.journal, id, NULL, &error));
    g_assert_nonnull (error);
    g_assert_true (error->domain == COMPTOIR_STORE_ERROR);
    store_test_limit_files (0);
    records = list (&fixture);
    g_assert_cmpint (((ComptoirOrderRecord *) records->pdata[0])->state, ==,
                     COMPTOIR_ORDER_STATE_DRAFT);
    g_assert_true (claim (fixture.journal, id, NULL, NULL));
    tear_down (&fixture, NULL);
  }
}

static void
test_damaged (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "orders.db", NULL);
  g_autoptr (ComptoirStore) store = NULL;
  g_autoptr (ComptoirOrderJournal) journal = NULL;

  g_assert_true (g_file_set_contents (path, "what was a database once", -1, NULL));
  store = comptoir_store_new (folder);
  journal = comptoir_order_journal_new (store);
  while (comptoir_order_journal_get_problem (journal) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (comptoir_order_journal_get_problem (journal), "orders.db.damaged-"));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/order-journal/life", test_life);
  ADD ("/order-journal/saves-in-order", test_saves_in_order);
  ADD ("/order-journal/two-windows", test_two_windows);
  ADD ("/order-journal/cancelled-claim", test_cancelled_claim);
  g_test_add_func ("/order-journal/cannot-be-opened", test_cannot_be_opened);
  g_test_add_func ("/order-journal/full-disk", test_full_disk);
  g_test_add_func ("/order-journal/damaged", test_damaged);
  return g_test_run ();
}
