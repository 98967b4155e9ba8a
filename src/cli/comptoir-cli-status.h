/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COMPTOIR_CLI_ERROR (comptoir_cli_error_quark ())

typedef enum
{
  COMPTOIR_CLI_ERROR_WRONG_USE,
  COMPTOIR_CLI_ERROR_INPUT,       /* a local file can't be read */
  COMPTOIR_CLI_ERROR_OUTPUT,      /* what came can't be written */
  COMPTOIR_CLI_ERROR_CLOSED_PIPE, /* nobody reads the output any more */
} ComptoirCliError;

/* What a script learns from the program's end. */
typedef enum
{
  COMPTOIR_CLI_DONE = 0,
  COMPTOIR_CLI_WRONG_USE = 1,
  COMPTOIR_CLI_NO_ANSWER = 2,
  COMPTOIR_CLI_REFUSED = 3,
  COMPTOIR_CLI_UNREADABLE = 4,
  COMPTOIR_CLI_UNKNOWN_OUTCOME = 5,
} ComptoirCliStatus;

GQuark comptoir_cli_error_quark (void);
ComptoirCliStatus comptoir_cli_status_of (const GError *error);
void comptoir_cli_status_report (const GError *error, gboolean verbose);

G_END_DECLS
