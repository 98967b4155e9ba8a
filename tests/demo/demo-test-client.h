/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "demo-shop.h"

G_BEGIN_DECLS

/* What came back: an answer, or @error where the connection broke. */
typedef struct
{
  guint status;
  char *content_type; /* (nullable) */
  char *disposition;  /* (nullable) */
  char *location;     /* (nullable) */
  GBytes *body;
  GError *error;
} DemoTestReply;

void demo_test_reply_free (DemoTestReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoTestReply, demo_test_reply_free)

DemoShop *demo_test_open_shop (const DemoShopOptions *options);
SoupSession *demo_test_make_session (void);
char *demo_test_get_credentials (DemoShop *shop);
DemoTestReply *demo_test_send (DemoShop *shop,
                               const char *method,
                               const char *endpoint,
                               const char *text,
                               gsize max_size);
DemoTestReply *demo_test_get (DemoShop *shop, const char *endpoint, const char *query);
DemoTestReply *demo_test_post (DemoShop *shop, const char *endpoint, const char *form);

const char *demo_test_reply_get_text (DemoTestReply *self);
JsonNode *demo_test_reply_parse (DemoTestReply *self);
JsonArray *demo_test_reply_get_rows (DemoTestReply *self);
const char *demo_test_reply_get_member (DemoTestReply *self, const char *name);

G_END_DECLS
