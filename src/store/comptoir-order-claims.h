/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-store-error.h"

G_BEGIN_DECLS

/* Which entries of the order journal are being sent from here. A claim ends with its process,
 * however that ends. Not safe from two threads at once. */
typedef struct _ComptoirOrderClaims ComptoirOrderClaims;

ComptoirOrderClaims *comptoir_order_claims_new (const char *folder, GError **error);
gboolean comptoir_order_claims_take (ComptoirOrderClaims *self, gint64 id, GError **error);
void comptoir_order_claims_release (ComptoirOrderClaims *self, gint64 id);
gboolean comptoir_order_claims_has (ComptoirOrderClaims *self, gint64 id);
void comptoir_order_claims_free (ComptoirOrderClaims *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirOrderClaims, comptoir_order_claims_free)

G_END_DECLS
