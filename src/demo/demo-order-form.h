/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-form.h"
#include "demo-orders.h"

G_BEGIN_DECLS

DemoOrder *demo_order_form_read (DemoCatalogue *catalogue,
                                 const DemoForm *form,
                                 gint64 time,
                                 DemoClient *client,
                                 gboolean *has_client,
                                 char **message);

G_END_DECLS
