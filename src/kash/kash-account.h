/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KASH_DEFAULT_BASE_URL "https://kash.click"

#define KASH_TYPE_ACCOUNT (kash_account_get_type ())

/* An account at a Kash server: immutable; the key is wiped from memory with the last reference. */
G_DECLARE_FINAL_TYPE (KashAccount, kash_account, KASH, ACCOUNT, GObject)

KashAccount *
kash_account_new (const char *base_url, const char *shop_id, const char *key, GError **error);
const char *kash_account_get_base_url (KashAccount *self);
const char *kash_account_get_shop_id (KashAccount *self);
const char *kash_account_get_key (KashAccount *self);
char *kash_account_dup_id (KashAccount *self);

G_END_DECLS
