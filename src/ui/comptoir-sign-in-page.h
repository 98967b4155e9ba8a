/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kash-account.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SIGN_IN_PAGE (comptoir_sign_in_page_get_type ())

/* Signing in: the form, whether to keep the key, and the demo shop.
 * Signal "signed-in" (KashAccount *account, gboolean keep): the account was tried and works;
 * keep = the person wants it remembered. Signal "demo-wanted" (void).
 * Property "demo-busy" (boolean): the demo shop is being made. */
G_DECLARE_FINAL_TYPE (ComptoirSignInPage, comptoir_sign_in_page, COMPTOIR, SIGN_IN_PAGE, AdwBin)

GtkWidget *comptoir_sign_in_page_new (void);

/* Asks for the key of a shop that is known already. */
void comptoir_sign_in_page_set_shop (ComptoirSignInPage *self,
                                     const char *base_url,
                                     const char *shop_id,
                                     const char *title);
void comptoir_sign_in_page_reset (ComptoirSignInPage *self);
void comptoir_sign_in_page_set_demo_busy (ComptoirSignInPage *self, gboolean busy);
gboolean comptoir_sign_in_page_get_demo_busy (ComptoirSignInPage *self);

G_END_DECLS
