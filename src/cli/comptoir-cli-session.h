/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-cli-status.h"
#include "demo-shop.h"

G_BEGIN_DECLS

/* One run of the program. */
typedef struct
{
  gboolean demo;
  gboolean verbose;
  GCancellable *cancellable; /* cancelled by SIGINT and SIGTERM */
  int signal;                /* the one that came, or 0 */
  DemoShop *demo_shop;

  GMainLoop *loop;
  GAsyncResult *result;
  guint interrupt_id;
  guint terminate_id;
} ComptoirCliSession;

ComptoirCliSession *comptoir_cli_session_new (void);
void comptoir_cli_session_free (ComptoirCliSession *self);
gboolean comptoir_cli_session_parse (ComptoirCliSession *self,
                                     const char *name,
                                     const char *summary,
                                     const char *description,
                                     const GOptionEntry *entries,
                                     char **arguments,
                                     GError **error);
DemoShop *comptoir_cli_session_get_demo_shop (ComptoirCliSession *self, GError **error);
void comptoir_cli_session_take (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *comptoir_cli_session_wait (ComptoirCliSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirCliSession, comptoir_cli_session_free)

G_END_DECLS
