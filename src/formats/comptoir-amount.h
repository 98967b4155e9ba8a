/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-decimal.h"

G_BEGIN_DECLS

/* An amount as French and English files write it: "1 234,50", "-1,234.50", "12.5 €". */
gboolean comptoir_amount_parse (const char *text, ComptoirDecimal *amount);

G_END_DECLS
