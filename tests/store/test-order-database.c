/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-database.h"

#include "store-test.h"

#include <sqlite3.h>
#include <sys/wait.h>

#define DRAFT    COMPTOIR_ORDER_STATE_DRAFT
#define SENDING  COMPTOIR_ORDER_STATE_SENDING
#define ACCEPTED COMPTOIR_ORDER_STATE_ACCEPTED
#define REFUSED  COMPTOIR_ORDER_STATE_REFUSED
#define UNKNOWN  COMPTOIR_ORDER_STATE_UNKNOWN

static ComptoirOrderDatabase *
open_well (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = NULL;
  ComptoirOrderDatabase *database = comptoir_order_database_open (folder, &set_aside, &error);

  g_assert_no_error (error);
  g_assert_nonnull (database);
  g_assert_null (set_aside);
  return database;
}

static gint64
save (ComptoirOrderDatabase *database, gint64 id, const char *draft, GError **error)
{
  ComptoirOrderRecord typed = { .id = id,
                                .account = (char *) "a",
                                .draft = (char *) draft,
                                .title = (char *) "Title",
                                .total = (char *) "1.50" };
  g_autofree char *reference = NULL;
  gint64 saved = comptoir_order_database_save (database, &typed, &reference, error);

  g_assert_true ((saved != 0) == (reference != NULL));
  return saved;
}

static gint64
save_well (ComptoirOrderDatabase *database, gint64 id, const char *draft)
{
  g_autoptr (GError) error = NULL;
  gint64 saved = save (database, id, draft, &error);

  g_assert_no_error (error);
  return saved;
}

static ComptoirOrderRecord *
get (ComptoirOrderDatabase *database, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = comptoir_order_database_list (database, "a", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      ComptoirOrderRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        return comptoir_order_record_copy (record);
    }
  return NULL;
}

static void
assert_state (ComptoirOrderDatabase *database, gint64 id, ComptoirOrderState state)
{
  g_autoptr (ComptoirOrderRecord) record = get (database, id);

  g_assert_nonnull (record);
  g_assert_cmpint (record->state, ==, state);
}

/* An entry that has come to @state by the ways that lead there. */
static gint64
make (ComptoirOrderDatabase *database, ComptoirOrderState state)
{
  gint64 id = save_well (database, 0, "typed");

  if (state != DRAFT)
    g_assert_true (comptoir_order_database_claim (database, id, "key=***", NULL));
  if (state != DRAFT && state != SENDING)
    g_assert_true (comptoir_order_database_settle (database, id, state, NULL, NULL, NULL));
  assert_state (database, id, state);
  return id;
}

static void
test_save (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "orders.db", NULL);
  g_autoptr (ComptoirOrderDatabase) database = open_well (folder);
  g_autoptr (ComptoirOrderRecord) first = NULL;
  g_autoptr (ComptoirOrderRecord) again = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 id = save_well (database, 0, "{\"é\":'1'}");

  g_assert_cmphex (store_test_get_mode (path), ==, 0600);
  first = get (database, id);
  g_assert_cmpstr (first->draft, ==, "{\"é\":'1'}");
  g_assert_cmpstr (first->title, ==, "Title");
  g_assert_cmpstr (first->total, ==, "1.50");
  g_assert_true (g_str_has_prefix (first->reference, "CPT-"));
  g_assert_cmpint (first->created, ==, first->changed);
  g_assert_null (first->sent);

  g_assert_cmpint (save_well (database, id, "more"), ==, id);
  g_assert_cmpint (save_well (database, 0, "another"), >, id);
  g_clear_pointer (&database, comptoir_order_database_close);
  database = open_well (folder);
  again = get (database, id);
  g_assert_cmpstr (again->draft, ==, "more");
  g_assert_cmpstr (again->reference, ==, first->reference);
  g_assert_cmpint (again->created, ==, first->created);
  records = comptoir_order_database_list (database, "a", NULL);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpstr (((ComptoirOrderRecord *) records->pdata[0])->draft, ==, "another");
  g_clear_pointer (&records, g_ptr_array_unref);
  records = comptoir_order_database_list (database, "b", NULL);
  g_assert_cmpuint (records->len, ==, 0);
}

static void
test_ids_are_for_good (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirOrderDatabase) database = open_well (folder);
  g_autoptr (GError) error = NULL;
  gint64 id = save_well (database, 0, "one");

  g_assert_true (comptoir_order_database_discard (database, id, NULL));
  g_assert_cmpint (save_well (database, 0, "two"), >, id);
  g_assert_cmpint (save (database, id, "one again", &error), ==, 0);
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NOT_FOUND);
}

/* Everything that can be asked of an entry, in every state it can be in. */
static void
test_transitions (void)
{
  static const struct
  {
    ComptoirOrderState now;
    gboolean save, discard, claim;
    gboolean settle[5];
  } cases[] = {
    { DRAFT, TRUE, TRUE, TRUE, { FALSE } },
    { SENDING, FALSE, FALSE, FALSE, { TRUE, FALSE, TRUE, TRUE, TRUE } },
    { ACCEPTED, FALSE, FALSE, FALSE, { FALSE } },
    { REFUSED, TRUE, TRUE, TRUE, { FALSE } },
    { UNKNOWN, FALSE, FALSE, FALSE, { TRUE, FALSE, TRUE, FALSE, FALSE } },
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirOrderDatabase) database = open_well (folder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = make (database, cases[i].now);

      g_assert_cmpint (save (database, id, "x", NULL) != 0, ==, cases[i].save);
      assert_state (database, id, cases[i].save ? DRAFT : cases[i].now);
      id = make (database, cases[i].now);
      g_assert_cmpint (comptoir_order_database_discard (database, id, NULL), ==, cases[i].discard);
      id = make (database, cases[i].now);
      g_assert_cmpint (comptoir_order_database_claim (database, id, "s", NULL), ==, cases[i].claim);
      assert_state (database, id, cases[i].claim ? SENDING : cases[i].now);
      for (int state = DRAFT; state <= (int) UNKNOWN; state++)
        {
          gboolean may = cases[i].settle[state];

          id = make (database, cases[i].now);
          g_assert_cmpint (
              comptoir_order_database_settle (database, id, state, "1", "answer", NULL), ==, may);
          assert_state (database, id, may ? (ComptoirOrderState) state : cases[i].now);
        }
    }
}

static void
test_answer (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autoptr (ComptoirOrderDatabase) database = open_well (folder);
  gint64 id = make (database, SENDING);
  g_autoptr (ComptoirOrderRecord) settled = NULL;
  g_autoptr (ComptoirOrderRecord) decided = NULL;

  g_assert_true (comptoir_order_database_settle (database, id, UNKNOWN, NULL, "no words", NULL));
  settled = get (database, id);
  g_assert_cmpstr (settled->sent, ==, "key=***");
  g_assert_cmpstr (settled->answer, ==, "no words");
  g_assert_true (comptoir_order_database_settle (database, id, ACCEPTED, "17", NULL, NULL));
  decided = get (database, id);
  g_assert_cmpstr (decided->number, ==, "17");
  g_assert_cmpstr (decided->answer, ==, "no words");
}

/* A process that claims an entry, says so, and waits to be killed. */
static pid_t
start_sender (const char *folder, gint64 id)
{
  int ends[2];
  char done;
  pid_t child;

  g_assert_no_errno (pipe (ends));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (comptoir_order_database_claim (open_well (folder), id, "s", NULL))
        (void) !write (ends[1], "x", 1);
      while (TRUE)
        pause ();
    }
  g_assert_cmpint (read (ends[0], &done, 1), ==, 1);
  close (ends[0]);
  close (ends[1]);
  return child;
}

/* An SQLite connection must not be carried across a fork. */
static gint64
make_draft_and_close (const char *folder)
{
  g_autoptr (ComptoirOrderDatabase) database = open_well (folder);

  return make (database, DRAFT);
}

static void
test_killed (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  gint64 id = make_draft_and_close (folder);
  pid_t child = start_sender (folder, id);
  g_autoptr (ComptoirOrderDatabase) database = open_well (folder);
  g_autoptr (GArray) living = comptoir_order_database_sweep (database, NULL);
  g_autoptr (GArray) dead = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (living->len, ==, 0);
  assert_state (database, id, SENDING);
  g_assert_false (comptoir_order_database_claim (database, id, "s", &error));
  g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_BUSY);
  /* What another process is sending can't be settled from here. */
  g_assert_false (comptoir_order_database_settle (database, id, DRAFT, NULL, NULL, NULL));

  g_assert_no_errno (kill (child, SIGKILL));
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  dead = comptoir_order_database_sweep (database, NULL);
  g_assert_cmpuint (dead->len, ==, 1);
  g_assert_cmpint (g_array_index (dead, gint64, 0), ==, id);
  assert_state (database, id, UNKNOWN);
  g_assert_true (comptoir_order_database_settle (database, id, DRAFT, NULL, NULL, NULL));
  g_assert_true (comptoir_order_database_claim (database, id, "s", NULL));
}

#define N_RACERS 4
#define N_ORDERS 25

/* Claims every order it can; its exit status is how many. */
static void
race (const char *folder, const gint64 *ids)
{
  ComptoirOrderDatabase *database = open_well (folder);
  int n_won = 0;

  for (int i = 0; i < N_ORDERS; i++)
    n_won += comptoir_order_database_claim (database, ids[i], "s", NULL);
  for (int i = 0; i < N_ORDERS; i++)
    comptoir_order_database_settle (database, ids[i], ACCEPTED, NULL, NULL, NULL);
  _exit (n_won);
}

static void
test_race (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  gint64 ids[N_ORDERS];
  int n_won = 0;

  for (int i = 0; i < N_ORDERS; i++)
    ids[i] = make_draft_and_close (folder);
  for (int i = 0; i < N_RACERS; i++)
    {
      pid_t child = fork ();

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        race (folder, ids);
    }
  for (int i = 0; i < N_RACERS; i++)
    {
      int status;

      g_assert_cmpint (wait (&status), >, 0);
      g_assert_true (WIFEXITED (status));
      n_won += WEXITSTATUS (status);
    }
  g_assert_cmpint (n_won, ==, N_ORDERS);
}

static void
test_damaged (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "orders.db", NULL);
  g_autoptr (ComptoirOrderDatabase) database = NULL;
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "not a database, not even a short one", -1, NULL));
  database = comptoir_order_database_open (folder, &set_aside, &error);
  g_assert_no_error (error);
  g_assert_nonnull (set_aside);
  g_assert_cmpuint (store_test_count_files (folder, set_aside), ==, 1);
  g_assert_cmpint (save_well (database, 0, "new"), >, 0);
}

static void
test_later_version (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "orders.db", NULL);
  sqlite3 *connection = NULL;
  sqlite3_stmt *statement = NULL;

  make_draft_and_close (folder);
  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, "PRAGMA user_version = 99", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_prepare_v2 (connection, "PRAGMA journal_mode", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "wal");
  sqlite3_finalize (statement);
  sqlite3_close (connection);
  {
    g_autofree char *set_aside = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_null (comptoir_order_database_open (folder, &set_aside, &error));
    g_assert_error (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_NEWER);
    g_assert_null (set_aside);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-database/save", test_save);
  g_test_add_func ("/order-database/ids-are-for-good", test_ids_are_for_good);
  g_test_add_func ("/order-database/transitions", test_transitions);
  g_test_add_func ("/order-database/answer", test_answer);
  g_test_add_func ("/order-database/killed", test_killed);
  g_test_add_func ("/order-database/race", test_race);
  g_test_add_func ("/order-database/damaged", test_damaged);
  g_test_add_func ("/order-database/later-version", test_later_version);
  return g_test_run ();
}
