/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-account-entry.h"
#include "comptoir-store.h"

G_BEGIN_DECLS

/**
 * ComptoirKeptTab:
 * @name: the page's name
 * @state: (nullable): the page's state
 *
 * An open tab, as it is kept from one start to the next.
 */
typedef struct
{
  char *name;
  char *state;
} ComptoirKeptTab;

ComptoirKeptTab *comptoir_kept_tab_new (const char *name, const char *state);
void comptoir_kept_tab_free (ComptoirKeptTab *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirKeptTab, comptoir_kept_tab_free)

char *comptoir_kept_tabs_to_string (GPtrArray *tabs, guint selected);
GPtrArray *comptoir_kept_tabs_from_string (const char *text, guint *selected);
void comptoir_kept_tabs_save (ComptoirStore *store,
                              ComptoirAccountEntry *entry,
                              GPtrArray *tabs,
                              guint selected);
GPtrArray *
comptoir_kept_tabs_load (ComptoirStore *store, ComptoirAccountEntry *entry, guint *selected);

G_END_DECLS
