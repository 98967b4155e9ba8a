/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Takes decoded bytes; FALSE with an error ends it. */
typedef gboolean (*KashInflatedFunc) (GBytes *bytes, gpointer user_data, GError **error);

/* Unpacks a compressed body as it comes in. */
typedef struct _KashInflater KashInflater;

KashInflater *kash_inflater_new (const char *encoding, GError **error);
void kash_inflater_free (KashInflater *self);
gboolean kash_inflater_push (KashInflater *self,
                             GBytes *bytes,
                             KashInflatedFunc func,
                             gpointer user_data,
                             GError **error);
gboolean kash_inflater_end (KashInflater *self, GError **error);

G_END_DECLS
