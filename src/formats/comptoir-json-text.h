/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a JSON string contains, as seen while looking for its end. */
typedef enum
{
  COMPTOIR_JSON_TEXT_PLAIN = 0,
  COMPTOIR_JSON_TEXT_ESCAPES = 1 << 0,
  COMPTOIR_JSON_TEXT_NOT_ASCII = 1 << 1,
  COMPTOIR_JSON_TEXT_CONTROLS = 1 << 2,
} ComptoirJsonTextFlags;

const char *
comptoir_json_text_scan (const char *text, const char *end, ComptoirJsonTextFlags *flags);
gboolean comptoir_json_text_decode (GString *decoded, const char *text, gsize length);
void comptoir_json_text_append_raw (GString *json,
                                    const char *text,
                                    gsize length,
                                    ComptoirJsonTextFlags flags);
gboolean comptoir_json_text_is_number (const char *text, gsize length);

G_END_DECLS
