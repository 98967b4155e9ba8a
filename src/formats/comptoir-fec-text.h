/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The characters of a FEC: UTF-8, else ISO 8859-15 (art. A47 A-1 LPF, VIII). */
gboolean comptoir_fec_text_is_mostly_utf8 (const char *data, gsize length);
gboolean comptoir_fec_text_append (GString *string, const char *text, gsize length, gboolean utf8);

G_END_DECLS
