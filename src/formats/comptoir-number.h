/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Any decimal literal, of any length or exponent ("1e400"), ordered by value without losing a
 * digit. A comma is read as the decimal point it is in a French file. */
gboolean comptoir_number_is_valid (const char *text, gsize length);
int comptoir_number_compare (const char *a, gsize a_length, const char *b, gsize b_length);

G_END_DECLS
