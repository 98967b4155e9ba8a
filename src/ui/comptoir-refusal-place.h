/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-draft.h"

G_BEGIN_DECLS

/* Where in an order the service's words of refusal belong. */
typedef struct
{
  ComptoirDraftPlace place;
  guint line;
  int field; /* as in a remark, -1 for the whole */
} ComptoirRefusalPlace;

gboolean comptoir_refusal_find_place (ComptoirOrderDraft *draft,
                                      const char *words,
                                      ComptoirRefusalPlace *place);

G_END_DECLS
