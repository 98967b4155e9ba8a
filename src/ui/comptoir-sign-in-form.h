/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kash-account.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SIGN_IN_FORM (comptoir_sign_in_form_get_type ())

/* The fields of signing in, and the trying of what was entered: login and password, or shop ID
 * and key; another server under "More".
 *
 * Properties: "busy" (boolean, read-only: an attempt is under way), "complete" (boolean,
 * read-only: what an attempt needs is filled in).
 * Signal "signed-in" (KashAccount *account): the account was tried and works. */
G_DECLARE_FINAL_TYPE (ComptoirSignInForm, comptoir_sign_in_form, COMPTOIR, SIGN_IN_FORM, AdwBin)

GtkWidget *comptoir_sign_in_form_new (void);
void comptoir_sign_in_form_set_account (ComptoirSignInForm *self,
                                        const char *base_url,
                                        const char *shop_id);
void comptoir_sign_in_form_pin_account (ComptoirSignInForm *self, KashAccount *account);
gboolean comptoir_sign_in_form_get_busy (ComptoirSignInForm *self);
gboolean comptoir_sign_in_form_get_complete (ComptoirSignInForm *self);
void comptoir_sign_in_form_submit (ComptoirSignInForm *self);
void comptoir_sign_in_form_cancel (ComptoirSignInForm *self);
void comptoir_sign_in_form_clear (ComptoirSignInForm *self);

G_END_DECLS
