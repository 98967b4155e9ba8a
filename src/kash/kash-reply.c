/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-client.h"

G_DEFINE_BOXED_TYPE (KashReply, kash_reply, kash_reply_ref, kash_reply_unref)

static void
kash_reply_clear (gpointer data)
{
  KashReply *self = data;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->edited, g_date_time_unref);
}

/**
 * kash_reply_ref:
 *
 * Returns: (transfer full): @self
 */
KashReply *
kash_reply_ref (KashReply *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

/**
 * kash_reply_unref:
 *
 * Drops a reference.
 */
void
kash_reply_unref (KashReply *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, kash_reply_clear);
}
