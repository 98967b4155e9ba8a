/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-status.h"

#include "comptoir-table-reader.h"
#include "kash-error.h"

G_DEFINE_QUARK (comptoir - cli - error - quark, comptoir_cli_error)

static ComptoirCliStatus
status_of_kash_error (KashError code)
{
  switch (code)
    {
    case KASH_ERROR_NO_NETWORK:
    case KASH_ERROR_NO_ANSWER:
    case KASH_ERROR_NOT_SECURE:
    case KASH_ERROR_TOO_MANY:
    case KASH_ERROR_SERVER_FAULT:
      return COMPTOIR_CLI_NO_ANSWER;
    case KASH_ERROR_REFUSED_KEY:
    case KASH_ERROR_REFUSED:
    case KASH_ERROR_NOT_FOUND:
      return COMPTOIR_CLI_REFUSED;
    case KASH_ERROR_TOO_LARGE:
    case KASH_ERROR_UNREADABLE:
      return COMPTOIR_CLI_UNREADABLE;
    case KASH_ERROR_UNKNOWN_OUTCOME:
      return COMPTOIR_CLI_UNKNOWN_OUTCOME;
    case KASH_ERROR_INVALID:
      break;
    }
  return COMPTOIR_CLI_WRONG_USE;
}

/**
 * comptoir_cli_status_of:
 * @error: (nullable): how a command ended
 *
 * Returns: the exit status that stands for it. Trouble on this computer, with a file, the disk or
 *   the keyring, counts as wrong use: nothing is wrong with the service, and trying again doesn't
 * help.
 */
ComptoirCliStatus
comptoir_cli_status_of (const GError *error)
{
  if (error == NULL || g_error_matches (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_CLOSED_PIPE))
    return COMPTOIR_CLI_DONE;
  if (error->domain == KASH_ERROR)
    return status_of_kash_error (error->code);
  if (error->domain == COMPTOIR_FORMAT_ERROR)
    return COMPTOIR_CLI_UNREADABLE;
  return COMPTOIR_CLI_WRONG_USE;
}

/**
 * comptoir_cli_status_report:
 * @error: how a command ended
 * @verbose: whether to add the technical detail, where there is one
 *
 * Tells the person in one sentence, on standard error. A closed pipe and an interruption are the
 * person's own doing and aren't told.
 */
void
comptoir_cli_status_report (const GError *error, gboolean verbose)
{
  const char *detail = NULL;

  g_return_if_fail (error != NULL);

  if (g_error_matches (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_CLOSED_PIPE)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_printerr ("comptoir-cli: %s\n", error->message);
  if (verbose && error->domain == KASH_ERROR)
    detail = kash_error_get_detail (error);
  if (detail != NULL)
    g_printerr ("comptoir-cli: %s\n", detail);
}
