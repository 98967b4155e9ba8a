/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-cli-session.h"
#include "comptoir-period-export.h"

G_BEGIN_DECLS

/* The reports of a period into a folder, with progress on standard error. */
gboolean comptoir_cli_period_export (ComptoirCliSession *session,
                                     ComptoirSales *sales,
                                     const GDate *first,
                                     const GDate *last,
                                     guint reports,
                                     const char *folder,
                                     ComptoirExisting existing,
                                     GError **error);

G_END_DECLS
