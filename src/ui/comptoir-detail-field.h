/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-row.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_DETAIL_FIELD (comptoir_detail_field_get_type ())

/* One field of a row: its title over its value, a button that copies it; references lead to
 * their row. Signal "show-reference" (const char *resource, const char *id). */
G_DECLARE_FINAL_TYPE (ComptoirDetailField, comptoir_detail_field, COMPTOIR, DETAIL_FIELD, AdwBin)

GtkWidget *comptoir_detail_field_new (ComptoirShop *shop, const char *resource, const char *name);
const char *comptoir_detail_field_get_name (ComptoirDetailField *self);
const char *comptoir_detail_field_get_title (ComptoirDetailField *self);
const char *comptoir_detail_field_get_text (ComptoirDetailField *self);
void comptoir_detail_field_show_row (ComptoirDetailField *self, ComptoirRow *row);

G_END_DECLS
