/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-orders.h"
#include "demo-reply.h"

G_BEGIN_DECLS

/* What one request brings. */
typedef struct
{
  const char *method;
  const char *endpoint; /* "getPlus.php", "documents" for what an order's links lead to */
  const char *query;    /* (nullable): encoded, without "?" */
  const char *body;     /* (nullable) */
  const char *key;      /* the one that is right now */
  const DemoShape *shape;
} DemoRequest;

typedef struct _DemoApi DemoApi;

DemoApi *demo_api_new (guint32 seed,
                       guint n_items,
                       guint n_clients,
                       const GDate *today,
                       const char *database,
                       GError **error);
void demo_api_free (DemoApi *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoApi, demo_api_free)

void demo_api_set_base_url (DemoApi *self, const char *base_url);
DemoReply *demo_api_handle (DemoApi *self, const DemoRequest *request);
guint demo_api_get_n_orders (DemoApi *self);

gint64 demo_api_get_now (const DemoApi *self, GDate *today);

G_END_DECLS
