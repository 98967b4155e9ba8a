/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-stall-trace.h"

/* Each test runs the loop in a process of its own: tracing can't be ended. */

static void
on_work (gpointer data)
{
  gint64 end = g_get_monotonic_time () + 40 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    continue;
}

static void
run_loop (gboolean tracing)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  guint work;

  if (tracing)
    g_setenv ("COMPTOIR_TRACE_STALLS", "1", TRUE);
  else
    g_unsetenv ("COMPTOIR_TRACE_STALLS");
  comptoir_stall_trace_start ();
  work = g_timeout_add_once (1, on_work, NULL);
  g_source_set_name_by_id (work, "[test] a lot of work");
  g_timeout_add_once (20, (GSourceOnceFunc) g_main_loop_quit, loop);
  g_main_loop_run (loop);
  /* The last stall is told when the loop comes back to waiting. */
  g_main_context_iteration (NULL, FALSE);
}

static void
test_traced (void)
{
  if (g_test_subprocess ())
    {
      run_loop (TRUE);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*stall: * ms, * ms of it at work, in *a lot of work\n*");
}

static void
test_untraced (void)
{
  if (g_test_subprocess ())
    {
      run_loop (FALSE);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr_unmatched ("*stall:*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stall-trace/traced", test_traced);
  g_test_add_func ("/stall-trace/untraced", test_untraced);
  return g_test_run ();
}
