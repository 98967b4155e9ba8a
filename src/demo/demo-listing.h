/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-resources.h"
#include "demo-shape.h"

G_BEGIN_DECLS

/* A resource's reply, written piece by piece while it is sent: a million rows are never in memory.
 */
typedef struct _DemoListing DemoListing;

DemoListing *demo_listing_new (const DemoResource *resource,
                               const DemoCatalogue *catalogue,
                               GPtrArray *pending,
                               DemoFormat format,
                               const DemoShape *shape);
void demo_listing_free (DemoListing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoListing, demo_listing_free)

guint demo_listing_get_n_rows (const DemoListing *self);
GBytes *demo_listing_read (DemoListing *self);
GBytes *demo_listing_read_all (DemoListing *self);

G_END_DECLS
