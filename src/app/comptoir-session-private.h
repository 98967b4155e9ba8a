/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-session.h"

G_BEGIN_DECLS

struct _ComptoirSession
{
  GObject parent_instance;

  ComptoirStore *store;          /* what lasts; NULL when nothing is to */
  ComptoirStore *passing_store;  /* what goes with the session; made when first needed */
  ComptoirAccountList *accounts; /* kept in the store, or in the passing one */
  GListStore *demos;
  GListModel *shops; /* the accounts, then the demo */
  GHashTable *open;  /* account id → ComptoirShop */
  ComptoirDemo *demo;
};

gboolean comptoir_session_is_demo (ComptoirSession *self, ComptoirAccountEntry *entry);
ComptoirShop *comptoir_session_open_shop (ComptoirSession *self,
                                          ComptoirAccountEntry *entry,
                                          KashAccount *account);
void comptoir_session_hold (void);
void comptoir_session_release (void);

G_END_DECLS
