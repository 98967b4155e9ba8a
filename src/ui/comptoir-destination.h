/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kash-resource.h"

G_BEGIN_DECLS

typedef enum
{
  COMPTOIR_SECTION_TOP,
  COMPTOIR_SECTION_BROWSE,
} ComptoirSection;

/**
 * ComptoirDestination:
 * @name: what open tabs are kept by: "items"
 * @icon_name: a symbolic icon
 * @title: (nullable): untranslated, %NULL for a resource's own
 * @resource: the resource it shows, or -1
 * @section: where the sidebar lists it
 *
 * A page that a tab can show.
 */
typedef struct
{
  const char *name;
  const char *icon_name;
  const char *title;
  int resource;
  ComptoirSection section;
} ComptoirDestination;

#define COMPTOIR_DESTINATION_SALES       "daily-sales"
#define COMPTOIR_DESTINATION_ORDER       "new-order"
#define COMPTOIR_DESTINATION_SENT_ORDERS "sent-orders"

guint comptoir_destination_get_n (void);
const ComptoirDestination *comptoir_destination_get (guint position);
const ComptoirDestination *comptoir_destination_lookup (const char *name);
const char *comptoir_destination_get_title (const ComptoirDestination *self);

G_END_DECLS
