/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-account-entry.h"
#include "comptoir-store.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_ACCOUNT_LIST (comptoir_account_list_get_type ())

/* The shops signed in to, as a GListModel of ComptoirAccountEntry; kept in the store, written when
 * an entry changes. "current" is the one to open at the next start. */
G_DECLARE_FINAL_TYPE (ComptoirAccountList, comptoir_account_list, COMPTOIR, ACCOUNT_LIST, GObject)

ComptoirAccountList *comptoir_account_list_new (ComptoirStore *store);
ComptoirAccountEntry *comptoir_account_list_find (ComptoirAccountList *self, const char *id);
ComptoirAccountEntry *comptoir_account_list_get_current (ComptoirAccountList *self);
void comptoir_account_list_set_current (ComptoirAccountList *self, ComptoirAccountEntry *entry);
void comptoir_account_list_add (ComptoirAccountList *self, ComptoirAccountEntry *entry);
void comptoir_account_list_remove (ComptoirAccountList *self, ComptoirAccountEntry *entry);

G_END_DECLS
