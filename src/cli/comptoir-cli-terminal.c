/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-terminal.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define MAX_LENGTH 1024

static const int watched_signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

static volatile sig_atomic_t caught_signal;

typedef struct
{
  struct termios modes;
  struct sigaction actions[G_N_ELEMENTS (watched_signals)];
} Terminal;

static void
catch_signal (int number)
{
  caught_signal = number;
}

/* Signals must not leave the person with a terminal that shows nothing: they end the reading. */
static void
hide_typing (Terminal *before)
{
  struct sigaction action = { .sa_handler = catch_signal };
  struct termios modes;

  caught_signal = 0;
  for (guint i = 0; i < G_N_ELEMENTS (watched_signals); i++)
    sigaction (watched_signals[i], &action, &before->actions[i]);
  tcgetattr (STDIN_FILENO, &before->modes);
  modes = before->modes;
  modes.c_lflag &= ~(tcflag_t) ECHO;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &modes);
}

static void
show_typing (const Terminal *before)
{
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &before->modes);
  for (guint i = 0; i < G_N_ELEMENTS (watched_signals); i++)
    sigaction (watched_signals[i], &before->actions[i], NULL);
  g_printerr ("\n");
  if (caught_signal != 0)
    raise (caught_signal);
}

/* Byte by byte and without stdio, so that no copy stays in a buffer. Returns the length, or -1 at
 * the end of the input, on an error, or when the line is too long. */
static int
read_line (char *buffer, int size)
{
  int length = 0;

  while (length < size)
    {
      gssize n = read (STDIN_FILENO, buffer + length, 1);

      if (n < 0 && errno == EINTR && caught_signal == 0)
        continue;
      if (n < 0 || (n == 0 && length == 0))
        return -1;
      if (n == 0 || buffer[length] == '\n')
        return length;
      length++;
    }
  return -1;
}

static char *
take_line (GError **error)
{
  char buffer[MAX_LENGTH];
  int length = read_line (buffer, sizeof buffer);
  char *line = NULL;

  if (length > 0 && buffer[length - 1] == '\r')
    length--;
  if (length > 0 && g_utf8_validate (buffer, length, NULL))
    line = g_strndup (buffer, length);
  else
    g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
                         _ ("Nothing usable was entered."));
  explicit_bzero (buffer, sizeof buffer);
  return line;
}

/**
 * comptoir_cli_terminal_ask:
 * @prompt: what to ask for; shown only to a person
 * @secret: whether what is typed isn't to be seen
 * @error: %COMPTOIR_CLI_ERROR_WRONG_USE when nothing was entered
 *
 * Takes the next line of standard input.
 *
 * Returns: (transfer full) (nullable): valid UTF-8, never empty; free with
 *   comptoir_cli_terminal_wipe()
 */
char *
comptoir_cli_terminal_ask (const char *prompt, gboolean secret, GError **error)
{
  Terminal before;
  char *line;

  g_return_val_if_fail (prompt != NULL, NULL);

  if (!isatty (STDIN_FILENO))
    return take_line (error);
  g_printerr ("%s ", prompt);
  if (!secret)
    return take_line (error);
  hide_typing (&before);
  line = take_line (error);
  show_typing (&before);
  return line;
}

/**
 * comptoir_cli_terminal_wipe:
 * @answer: (transfer full) (nullable): what was entered
 */
void
comptoir_cli_terminal_wipe (char *answer)
{
  if (answer == NULL)
    return;
  explicit_bzero (answer, strlen (answer));
  g_free (answer);
}
