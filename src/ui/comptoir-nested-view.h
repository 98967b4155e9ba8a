/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-nested.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_NESTED_VIEW (comptoir_nested_view_get_type ())

/* A value with values inside, as a tree that opens and closes. */
G_DECLARE_FINAL_TYPE (ComptoirNestedView, comptoir_nested_view, COMPTOIR, NESTED_VIEW, AdwBin)

GtkWidget *comptoir_nested_view_new (void);
void comptoir_nested_view_set_root (ComptoirNestedView *self,
                                    ComptoirShop *shop,
                                    ComptoirNested *root,
                                    const char *resource);

G_END_DECLS
