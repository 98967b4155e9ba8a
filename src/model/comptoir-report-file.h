/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kash-error.h"
#include "kash-resource.h"

G_BEGIN_DECLS

/* Whether what came is the report that was asked for, by its bytes (formats.md). */
gboolean comptoir_report_file_check (KashReport report,
                                     GBytes *bytes,
                                     gboolean *whole, /* (nullable) */
                                     GError **error);
const char *comptoir_report_file_get_extension (KashReport report, GBytes *bytes);

G_END_DECLS
