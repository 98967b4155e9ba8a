/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-orders.h"

G_BEGIN_DECLS

/* The quote or invoice the links of an accepted order lead to. They are opened in a browser, so a
 * token of their own stands in for the key. */
char *demo_document_get_address (const char *base_url, const char *key, int order);
gboolean demo_document_check (const char *key, int order, const char *token);
char *demo_document_write (const DemoCatalogue *catalogue, const DemoOrder *order);

G_END_DECLS
