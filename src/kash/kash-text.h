/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kash_text_decode (const char *bytes, gsize length);
char *kash_text_plain (const char *text);
char *kash_text_conceal (const char *text, const char *secret);

G_END_DECLS
