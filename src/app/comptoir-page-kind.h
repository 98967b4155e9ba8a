/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-destination.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

/**
 * ComptoirPageKind:
 * @create: makes the page; @state: (nullable): as kept
 * @dup_state: (nullable): the page's state, to keep
 * @set_active: (nullable): whether the page is in front
 *
 * How a tab deals with a page, by what it shows.
 */
typedef struct
{
  GtkWidget *(*create) (ComptoirShop *shop,
                        const ComptoirDestination *destination,
                        const char *state);
  char *(*dup_state) (GtkWidget *page);
  void (*set_active) (GtkWidget *page, gboolean active);
} ComptoirPageKind;

const ComptoirPageKind *comptoir_page_kind_get (const ComptoirDestination *destination);

G_END_DECLS
