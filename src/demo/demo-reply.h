/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-listing.h"

G_BEGIN_DECLS

/* An answer, before it is known how it travels. Either @body or @listing. */
typedef struct
{
  guint status;
  char *content_type; /* (nullable): none is sent */
  char *file_name;    /* (nullable): for Content-Disposition */
  char *location;     /* (nullable) */
  char *encoding;     /* (nullable): Content-Encoding */
  GBytes *body;
  DemoListing *listing;
} DemoReply;

DemoReply *demo_reply_new (guint status, const char *content_type, GBytes *body);
DemoReply *demo_reply_new_text (guint status, const char *content_type, const char *text);
DemoReply *demo_reply_new_error (guint status, const char *member, const char *message);
void demo_reply_free (DemoReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoReply, demo_reply_free)

void demo_reply_set_body (DemoReply *self, GBytes *body);
GBytes *demo_reply_get_body (DemoReply *self);
char *demo_reply_to_head (const DemoReply *self, gssize length, gboolean close);

G_END_DECLS
