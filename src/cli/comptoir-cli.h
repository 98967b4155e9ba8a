/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* comptoir-cli: the work of Comptoir without a window, for scripts and timers. */
int comptoir_cli_run (int argc, char **argv);

G_END_DECLS
