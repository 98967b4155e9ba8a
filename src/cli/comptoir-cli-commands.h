/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-cli-session.h"

G_BEGIN_DECLS

/* The commands. @arguments: the command's own, after a program's name. Each returns whether it is
 * done; %FALSE without an error when it only printed its help. */
gboolean comptoir_cli_sign_in (ComptoirCliSession *session, char **arguments, GError **error);
gboolean comptoir_cli_list (ComptoirCliSession *session, char **arguments, GError **error);
gboolean comptoir_cli_table (ComptoirCliSession *session, char **arguments, GError **error);
gboolean comptoir_cli_report (ComptoirCliSession *session, char **arguments, GError **error);
gboolean comptoir_cli_summary (ComptoirCliSession *session, char **arguments, GError **error);
gboolean comptoir_cli_order (ComptoirCliSession *session, char **arguments, GError **error);

G_END_DECLS
