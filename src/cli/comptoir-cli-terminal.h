/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-cli-status.h"

G_BEGIN_DECLS

/* What a person types, or a script gives on standard input. */
char *comptoir_cli_terminal_ask (const char *prompt, gboolean secret, GError **error);
void comptoir_cli_terminal_wipe (char *answer);

G_END_DECLS
