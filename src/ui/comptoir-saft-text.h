/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *comptoir_saft_text_get_name (const char *name);
char *comptoir_saft_text_dup_value (const char *value);

G_END_DECLS
