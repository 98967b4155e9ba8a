/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-api.h"
#include "demo-form.h"

G_BEGIN_DECLS

struct _DemoApi
{
  DemoCatalogue *catalogue;
  DemoOrders *orders;
  guint32 seed;
  GDate today; /* invalid: the day it is in Paris */
  char *base_url;
};

/* The refusal as most of the service words it; orders have their own. */
static inline DemoReply *
demo_api_refuse (guint status, const char *message)
{
  return demo_reply_new_error (status, "message", message);
}

DemoReply *demo_api_report (DemoApi *self, const DemoRequest *request, const DemoForm *form);

G_END_DECLS
