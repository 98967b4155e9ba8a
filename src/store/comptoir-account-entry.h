/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_ACCOUNT_ENTRY (comptoir_account_entry_get_type ())

/* A shop that was signed in to: everything of it but its key.
 * Properties: "id" (construct only, KashAccount's id), "base-url", "shop-id" (construct only),
 * "title" (what the person calls it; the shop id until then), "currency" (ISO 4217, "EUR"),
 * "time-zone" (nullable IANA name; the system's when unset), "session-only" (the key isn't kept).
 */
G_DECLARE_FINAL_TYPE (ComptoirAccountEntry,
                      comptoir_account_entry,
                      COMPTOIR,
                      ACCOUNT_ENTRY,
                      GObject)

ComptoirAccountEntry *
comptoir_account_entry_new (const char *id, const char *base_url, const char *shop_id);
const char *comptoir_account_entry_get_id (ComptoirAccountEntry *self);
const char *comptoir_account_entry_get_base_url (ComptoirAccountEntry *self);
const char *comptoir_account_entry_get_shop_id (ComptoirAccountEntry *self);
const char *comptoir_account_entry_get_title (ComptoirAccountEntry *self);
void comptoir_account_entry_set_title (ComptoirAccountEntry *self, const char *title);
const char *comptoir_account_entry_get_currency (ComptoirAccountEntry *self);
void comptoir_account_entry_set_currency (ComptoirAccountEntry *self, const char *currency);
const char *comptoir_account_entry_get_time_zone (ComptoirAccountEntry *self);
void comptoir_account_entry_set_time_zone (ComptoirAccountEntry *self, const char *time_zone);
gboolean comptoir_account_entry_get_session_only (ComptoirAccountEntry *self);
void comptoir_account_entry_set_session_only (ComptoirAccountEntry *self, gboolean session_only);

G_END_DECLS
