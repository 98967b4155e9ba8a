/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table-reader.h"

G_BEGIN_DECLS

/* Why a reader stopped; the front adds where. */
typedef struct
{
  ComptoirFormatError code;
  const char *reason; /* an untranslated sentence, static; %NULL while all is well */
} ComptoirFormatFault;

G_END_DECLS
