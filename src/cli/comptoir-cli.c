/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli.h"

#include "comptoir-cli-commands.h"

#include <glib/gi18n-lib.h>
#include <signal.h>

static const struct
{
  const char *name;
  gboolean (*run) (ComptoirCliSession *session, char **arguments, GError **error);
  const char *summary;
} commands[] = {
  { "sign-in", comptoir_cli_sign_in, N_ ("Sign in to a shop") },
  { "list", comptoir_cli_list, N_ ("Get a list as the service gives it") },
  { "table", comptoir_cli_table, N_ ("Read a list and write it as CSV") },
  { "report", comptoir_cli_report, N_ ("Get sales reports, of a day or a period") },
  { "summary", comptoir_cli_summary, N_ ("Show the figures of a day") },
  { "order", comptoir_cli_order, N_ ("Send an order") },
};

static char *
describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  g_string_append_c (text, '\n');
  g_string_append (text,
                   _ ("“comptoir-cli COMMAND --help” tells more of a command.\n"
                      "\n"
                      "The shop is the one signed in to. KASH_BASE_URL and KASH_SHOP_ID choose "
                      "among several;\n"
                      "with KASH_API_KEY as well, no sign-in is needed.\n"
                      "\n"
                      "Exit status:\n"
                      "  0  done\n"
                      "  1  wrong use, or trouble on this computer\n"
                      "  2  no answer: try again later\n"
                      "  3  refused by the service\n"
                      "  4  the reply or the file can’t be read\n"
                      "  5  it isn’t known whether the service did it"));
  return g_string_free (text, FALSE);
}

/* Options may stand before the command, as long as they take no value. */
static guint
find_command (char **argv)
{
  guint i = 1;

  while (argv[i] != NULL && argv[i][0] == '-')
    i++;
  return i;
}

static gboolean
run_without_command (ComptoirCliSession *session, char **argv, GError **error)
{
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Show the version"), NULL },
    { NULL },
  };
  g_autofree char *description = describe_commands ();

  if (!comptoir_cli_session_parse (session, NULL, _ ("The back office of a shop, for scripts."),
                                   description, entries, argv, error))
    return FALSE;
  if (version)
    {
      g_print ("comptoir-cli %s\n", COMPTOIR_VERSION);
      return TRUE;
    }
  g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
                       _ ("Name a command. “comptoir-cli --help” shows them."));
  return FALSE;
}

static gboolean
run_command (ComptoirCliSession *session, char **argv, GError **error)
{
  guint position = find_command (argv);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  if (argv[position] == NULL)
    return run_without_command (session, argv, error);
  for (guint i = 0; argv[i] != NULL; i++)
    if (i != position)
      g_ptr_array_add (arguments, argv[i]);
  g_ptr_array_add (arguments, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[position]))
      return commands[i].run (session, (char **) arguments->pdata, error);
  g_set_error_literal (
      error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
      _ ("There is no such command. “comptoir-cli --help” shows those there are."));
  return FALSE;
}

/**
 * comptoir_cli_run:
 * @argv: as given to main()
 *
 * Runs a command and reports how it ended. A signal that came meanwhile ends the program, after
 * what was half-written is cleared away.
 *
 * Returns: the exit status, a #ComptoirCliStatus
 */
int
comptoir_cli_run (int argc, char **argv)
{
  g_autoptr (ComptoirCliSession) session = comptoir_cli_session_new ();
  g_autoptr (GError) error = NULL;
  int number;

  g_return_val_if_fail (argc > 0, COMPTOIR_CLI_WRONG_USE);

  signal (SIGPIPE, SIG_IGN);
  run_command (session, argv, &error);
  if (error != NULL)
    comptoir_cli_status_report (error, session->verbose);
  number = session->signal;
  if (number != 0)
    {
      g_clear_pointer (&session, comptoir_cli_session_free);
      signal (number, SIG_DFL);
      raise (number);
    }
  return comptoir_cli_status_of (error);
}
