/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-sales.h"

G_BEGIN_DECLS

/* A day on the command line. */
gboolean comptoir_cli_day_check (const char *text, const char *option, GError **error);
void comptoir_cli_day_get (const char *text, ComptoirSales *sales, GDate *day);

G_END_DECLS
