/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text without the difference of case and accents, for searching: "Crème BRÛLÉE" → "creme brulee",
 * "œuf" → "oeuf". From any thread. */
void comptoir_fold_append (GString *folded, const char *text, gsize length);
char *comptoir_fold (const char *text);

G_END_DECLS
