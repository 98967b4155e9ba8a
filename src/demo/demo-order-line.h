/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-books.h"

G_BEGIN_DECLS

char *demo_order_line_read (const DemoCatalogue *catalogue,
                            const char *text,
                            gboolean eat_in,
                            gboolean refund,
                            DemoSale *sale);

G_END_DECLS
