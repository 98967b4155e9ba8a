/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-stall-trace.h"

#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Half a frame at 60 Hz, in nanoseconds. */
#define LONG_DISPATCH G_GINT64_CONSTANT (8000000)

/* The loop is at work from the end of one poll to the beginning of the next. */
static GPollFunc poll_func;
static timer_t timer;
static gint64 began;      /* 0 before the first poll */
static gint64 began_work; /* by the clock of the thread's own work */

/* Set by the signal handler, on the main thread: what was being dispatched then. */
static char source_name[80];

static gint64
get_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (gint64) now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* GLib tells what it dispatches to the one thread that does: a signal to that thread, in the midst
 * of it, can ask. A copy, for the name goes with its source. */
static void
on_signal (int number, siginfo_t *info, void *context)
{
  GSource *source = g_main_current_source ();

  const char *name = source != NULL ? g_source_get_name (source) : NULL;

  if (name != NULL)
    g_strlcpy (source_name, name, sizeof source_name);
}

static void
set_timer (gint64 nanoseconds)
{
  struct itimerspec when = { .it_value = { .tv_nsec = (long) nanoseconds } };

  timer_settime (timer, 0, &when, NULL);
}

static void
tell (gint64 now)
{
  gint64 work = get_clock (CLOCK_THREAD_CPUTIME_ID) - began_work;

  g_printerr ("stall: %.1f ms, %.1f ms of it at work, in %s\n", (double) (now - began) / 1e6,
              (double) work / 1e6,
              source_name[0] != '\0' ? source_name : "a source without a name");
}

static int
poll_and_time (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 now = get_clock (CLOCK_MONOTONIC);
  int result;

  set_timer (0);
  if (began != 0 && now - began > LONG_DISPATCH)
    tell (now);
  source_name[0] = '\0';
  result = poll_func (fds, n_fds, timeout);
  began_work = get_clock (CLOCK_THREAD_CPUTIME_ID);
  began = get_clock (CLOCK_MONOTONIC);
  set_timer (LONG_DISPATCH);
  return result;
}

void
comptoir_stall_trace_start (void)
{
  struct sigaction action = { .sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_RESTART };
  struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGRTMIN + 4 };

  if (g_getenv ("COMPTOIR_TRACE_STALLS") == NULL || poll_func != NULL)
    return;
  event._sigev_un._tid = (pid_t) syscall (SYS_gettid);
  sigaction (event.sigev_signo, &action, NULL);
  if (timer_create (CLOCK_MONOTONIC, &event, &timer) != 0)
    return;
  poll_func = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_and_time);
}
