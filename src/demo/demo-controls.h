/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-fault.h"

G_BEGIN_DECLS

/* What tests turn from any thread while the shop serves from its own: key, shape, faults, counts.
 */
typedef struct _DemoControls DemoControls;

DemoControls *demo_controls_new (void);
void demo_controls_free (DemoControls *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoControls, demo_controls_free)

const char *demo_controls_get_key (DemoControls *self);
void demo_controls_change_key (DemoControls *self);
const DemoShape *demo_controls_get_shape (DemoControls *self);
gboolean demo_controls_set_shape (DemoControls *self, const char *name, GError **error);
gboolean demo_controls_set_faults (DemoControls *self, const char *const *faults, GError **error);
const DemoFaultKind *
demo_controls_take_fault (DemoControls *self, const char *endpoint, const char *host);
void demo_controls_count_request (DemoControls *self, const char *endpoint);
guint demo_controls_get_n_requests (DemoControls *self, const char *endpoint);
void demo_controls_set_n_orders (DemoControls *self, guint n_orders);
guint demo_controls_get_n_orders (DemoControls *self);

G_END_DECLS
