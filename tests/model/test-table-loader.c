/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-loader.h"

#include "model-test.h"

typedef struct
{
  gboolean done;
  gboolean read;
  GBytes *kept;
  GError *error;
  guint n_progress;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->kept, g_bytes_unref);
  g_clear_error (&outcome->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
on_closed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->read = comptoir_table_loader_close_finish (COMPTOIR_TABLE_LOADER (object), result,
                                                      &outcome->kept, &outcome->error);
  outcome->done = TRUE;
}

static void
on_progress (ComptoirTableLoader *loader, Outcome *outcome)
{
  outcome->n_progress++;
}

static void
push (ComptoirTableLoader *loader, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  comptoir_table_loader_push (loader, bytes);
}

static ComptoirTableLoader *
load (gsize keep, Outcome *outcome)
{
  ComptoirTableLoader *loader
      = comptoir_table_loader_new ("items", COMPTOIR_TABLE_FORMAT_JSON, keep);

  g_signal_connect (loader, "progress", G_CALLBACK (on_progress), outcome);
  return loader;
}

static void
test_parts (void)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (ComptoirTableLoader) loader = load (G_MAXSIZE, &outcome);
  ComptoirTable *table = comptoir_table_loader_get_table (loader);

  push (loader, "[{\"id\":1},{\"i");
  model_test_wait_until (outcome.n_progress > 0 && comptoir_table_get_n_rows (table) == 1);
  push (loader, "d\":2},{\"id\":3}");
  model_test_wait_until (comptoir_table_get_n_rows (table) >= 2);
  push (loader, "]");
  comptoir_table_loader_close_async (loader, on_closed, &outcome);
  model_test_wait_until (outcome.done);
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.read);
  g_assert_cmpuint (comptoir_table_get_n_rows (table), ==, 3);
  g_assert_cmpmem (g_bytes_get_data (outcome.kept, NULL), g_bytes_get_size (outcome.kept),
                   "[{\"id\":1},{\"id\":2},{\"id\":3}]", 28);
}

/* The rows before the fault stay, and of what can't be read the first mebibyte. */
static void
test_malformed (void)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (ComptoirTableLoader) loader = load (G_MAXSIZE, &outcome);
  g_autofree char *blanks = g_strnfill (3 * 1024 * 1024, ' ');

  push (loader, "[{\"id\":1},{\"id\" 2}]");
  push (loader, blanks);
  comptoir_table_loader_close_async (loader, on_closed, &outcome);
  model_test_wait_until (outcome.done);
  g_assert_false (outcome.read);
  g_assert_error (outcome.error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_MALFORMED);
  g_assert_true (comptoir_table_loader_get_failed (loader));
  g_assert_cmpuint (comptoir_table_get_n_rows (comptoir_table_loader_get_table (loader)), ==, 1);
  g_assert_cmpuint (g_bytes_get_size (outcome.kept), ==, 1024 * 1024);
}

static void
test_truncated (void)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (ComptoirTableLoader) loader = load (4, &outcome);

  push (loader, "[{\"id\":1},{\"id\":");
  comptoir_table_loader_close_async (loader, on_closed, &outcome);
  model_test_wait_until (outcome.done);
  g_assert_error (outcome.error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TRUNCATED);
  g_assert_cmpmem (g_bytes_get_data (outcome.kept, NULL), g_bytes_get_size (outcome.kept), "[{\"i",
                   4);
}

static void
test_cancelled (void)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (ComptoirTableLoader) loader = load (0, &outcome);
  guint n_progress;

  push (loader, "[{\"id\":1}]");
  comptoir_table_loader_close_async (loader, on_closed, &outcome);
  comptoir_table_loader_cancel (loader);
  n_progress = outcome.n_progress;
  model_test_wait_until (outcome.done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  for (guint i = 0; i < 50; i++)
    model_test_iterate ();
  g_assert_cmpuint (outcome.n_progress, ==, n_progress);
}

/* Dropped in the middle of reading: nothing comes, nothing leaks. */
static void
test_dropped (void)
{
  g_autofree char *json = model_test_random_json (1, 5000);

  for (guint i = 0; i < 20; i++)
    {
      g_auto (Outcome) outcome = { 0 };
      g_autoptr (ComptoirTableLoader) loader = load (G_MAXSIZE, &outcome);

      push (loader, json);
      for (guint j = 0; j < i; j++)
        model_test_iterate ();
      g_signal_handlers_disconnect_by_data (loader, &outcome);
    }
  for (guint i = 0; i < 50; i++)
    model_test_iterate ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-loader/parts", test_parts);
  g_test_add_func ("/table-loader/malformed", test_malformed);
  g_test_add_func ("/table-loader/truncated", test_truncated);
  g_test_add_func ("/table-loader/cancelled", test_cancelled);
  g_test_add_func ("/table-loader/dropped", test_dropped);
  return g_test_run ();
}
