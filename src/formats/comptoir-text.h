/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean comptoir_text_is_utf8 (const char *text, gsize length);
void comptoir_text_append_windows_1252 (GString *string, const char *text, gsize length);

G_END_DECLS
