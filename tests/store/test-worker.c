/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-worker.h"

#define N_JOBS 1000

typedef struct
{
  GArray *done;
  int number;
} Step;

static void
add_step (gpointer data)
{
  g_autofree Step *step = data;

  g_array_append_val (step->done, step->number);
}

static void
push_steps (ComptoirWorker *worker, GArray *done)
{
  for (int i = 0; i < N_JOBS; i++)
    {
      Step *step = g_new (Step, 1);

      step->done = done;
      step->number = i;
      comptoir_worker_push (worker, add_step, step);
    }
}

static void
assert_in_order (GArray *done)
{
  g_assert_cmpuint (done->len, ==, N_JOBS);
  for (int i = 0; i < N_JOBS; i++)
    g_assert_cmpint (g_array_index (done, int, i), ==, i);
}

static void
test_order (void)
{
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (ComptoirWorker) worker = comptoir_worker_new ("test");

  push_steps (worker, done);
  comptoir_worker_flush (worker);
  assert_in_order (done);
  comptoir_worker_flush (worker);
}

static void
test_free_finishes (void)
{
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (int));
  ComptoirWorker *worker = comptoir_worker_new ("test");

  push_steps (worker, done);
  comptoir_worker_free (worker);
  assert_in_order (done);
}

static void
free_own_worker (gpointer data)
{
  comptoir_worker_free (data);
}

static void
mark_done (gpointer data)
{
  g_atomic_int_set ((int *) data, TRUE);
}

static void
test_free_from_job (void)
{
  ComptoirWorker *worker = comptoir_worker_new ("test");
  int done = FALSE;

  comptoir_worker_push (worker, mark_done, &done);
  comptoir_worker_push (worker, free_own_worker, worker);
  while (!g_atomic_int_get (&done))
    g_thread_yield ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/free-finishes", test_free_finishes);
  g_test_add_func ("/worker/free-from-job", test_free_from_job);
  return g_test_run ();
}
