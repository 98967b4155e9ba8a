/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-orders.h"
#include "demo-row.h"

G_BEGIN_DECLS

/* What the rows are made from. @pending: (element-type DemoOrder). */
typedef struct
{
  const DemoCatalogue *catalogue;
  GPtrArray *pending;
} DemoBooks;

typedef struct
{
  const char *endpoint;       /* "getPlus.php" */
  const char *title;          /* French */
  const char *const *columns; /* every field a row may have, in order */
  guint (*count) (const DemoBooks *books);
  void (*fill) (const DemoBooks *books, guint index, DemoRow *row);
} DemoResource;

#define DEMO_N_RESOURCES 14

extern const DemoResource demo_resources[DEMO_N_RESOURCES];

const DemoResource *demo_resource_find (const char *endpoint);

/* The larger ones, in demo-resources-*.c. */
extern const char *const demo_item_columns[];
extern const char *const demo_client_columns[];
extern const char *const demo_pending_columns[];
void demo_fill_item (const DemoBooks *books, guint index, DemoRow *row);
void demo_fill_client (const DemoBooks *books, guint index, DemoRow *row);
void demo_fill_pending (const DemoBooks *books, guint index, DemoRow *row);

G_END_DECLS
