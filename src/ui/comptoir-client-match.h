/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-match-list.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

ComptoirMatch *comptoir_client_match_new (ComptoirShop *shop, ComptoirTable *clients, guint row);
char *comptoir_client_match_dup_detail (ComptoirShop *shop, ComptoirTable *clients, guint row);

G_END_DECLS
