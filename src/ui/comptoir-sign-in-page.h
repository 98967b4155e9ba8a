/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kash-account.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SIGN_IN_PAGE (comptoir_sign_in_page_get_type ())

/* Signing in: login and password, or shop ID and key; another server under "More".
 * Signal "signed-in" (KashAccount *account, gboolean keep): the account was tried and works;
 * keep = the person wants it remembered. Signal "demo-wanted" (void). */
G_DECLARE_FINAL_TYPE (ComptoirSignInPage, comptoir_sign_in_page, COMPTOIR, SIGN_IN_PAGE, AdwBin)

GtkWidget *comptoir_sign_in_page_new (void);

G_END_DECLS
