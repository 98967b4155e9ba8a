/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-terminal.h"

#include <glib-unix.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* A person at a terminal: what is typed goes in, everything shown is gathered. */
typedef struct
{
  pid_t child;
  int terminal;
  GString *shown;
} Fixture;

/* What the person's shell would run. */
static void
run_child (void)
{
  g_autoptr (GError) error = NULL;
  char *login = comptoir_cli_terminal_ask ("Login:", FALSE, &error);
  char *password = comptoir_cli_terminal_ask ("Password:", TRUE, &error);

  g_printerr ("<%zu,%zu>\n", strlen (login), strlen (password));
  comptoir_cli_terminal_wipe (login);
  comptoir_cli_terminal_wipe (password);
  _exit (0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->shown = g_string_new (NULL);
  self->child = forkpty (&self->terminal, NULL, NULL, NULL);
  g_assert_cmpint (self->child, >=, 0);
  if (self->child == 0)
    run_child ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_string_free (self->shown, TRUE);
  close (self->terminal);
}

static void
type (Fixture *self, const char *text)
{
  g_assert_cmpint (write (self->terminal, text, strlen (text)), ==, strlen (text));
}

/* The other end of a terminal that was closed gives an error, not an end of file. */
static gboolean
gather (Fixture *self)
{
  char buffer[100];
  gssize n = read (self->terminal, buffer, sizeof buffer);

  if (n > 0)
    g_string_append_len (self->shown, buffer, n);
  return n > 0;
}

static void
wait_for (Fixture *self, const char *text)
{
  while (strstr (self->shown->str, text) == NULL)
    g_assert_true (gather (self));
}

static void
wait_until_hidden (Fixture *self, gboolean hidden)
{
  struct termios modes;

  do
    g_assert_no_errno (tcgetattr (self->terminal, &modes));
  while (((modes.c_lflag & ECHO) == 0) != hidden);
}

static int
wait_for_end (Fixture *self)
{
  int status;

  while (gather (self))
    ;
  g_assert_cmpint (waitpid (self->child, &status, 0), ==, self->child);
  return status;
}

static void
test_typed (Fixture *self, gconstpointer data)
{
  int status;

  wait_for (self, "Login:");
  type (self, "marie\n");
  wait_for (self, "Password:");
  wait_until_hidden (self, TRUE);
  type (self, "s3cret é\n");
  status = wait_for_end (self);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  g_assert_nonnull (strstr (self->shown->str, "marie"));
  g_assert_null (strstr (self->shown->str, "s3cret"));
  g_assert_nonnull (strstr (self->shown->str, "<5,9>"));
}

/* Ctrl+C ends the program and leaves a terminal that shows what is typed. */
static void
test_interrupted (Fixture *self, gconstpointer data)
{
  int status;

  type (self, "marie\n");
  wait_for (self, "Password:");
  wait_until_hidden (self, TRUE);
  type (self, "s3c\x03");
  wait_until_hidden (self, FALSE);
  status = wait_for_end (self);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGINT);
  g_assert_null (strstr (self->shown->str, "s3c"));
}

static void
test_wipe (void)
{
  comptoir_cli_terminal_wipe (NULL);
  comptoir_cli_terminal_wipe (g_strdup ("s3cret"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-terminal/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/cli-terminal/interrupted", Fixture, NULL, set_up, test_interrupted, tear_down);
  g_test_add_func ("/cli-terminal/wipe", test_wipe);
  return g_test_run ();
}
