/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-cli-session.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

char *comptoir_cli_account_normalize (const char *base_url, GError **error);
KashAccount *comptoir_cli_account_find (ComptoirCliSession *session, GError **error);
ComptoirShop *comptoir_cli_account_open_shop (ComptoirCliSession *session, GError **error);
gboolean
comptoir_cli_account_keep (ComptoirCliSession *session, KashAccount *account, GError **error);

G_END_DECLS
