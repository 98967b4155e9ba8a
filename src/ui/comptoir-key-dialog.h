/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_KEY_DIALOG (comptoir_key_dialog_get_type ())

/* The service refused the key of a shop: asks for it again.
 * Signal "signed-in" (KashAccount *account): the new key was tried and works. */
G_DECLARE_FINAL_TYPE (ComptoirKeyDialog, comptoir_key_dialog, COMPTOIR, KEY_DIALOG, AdwWindow)

GtkWidget *comptoir_key_dialog_new (ComptoirShop *shop, GtkWindow *parent);

G_END_DECLS
