/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_TAB (comptoir_tab_get_type ())

/* What a tab holds: the choice of pages, or a page, which is made when the tab first comes to the
 * front.
 *
 * Properties, read-only: "title" (string), "icon" (GIcon, nullable), "loading" (boolean).
 * Signals: "show-reference" (const char *resource, const char *id), "open-page" (const char *name:
 * chosen in an empty tab), "open-state" (const char *name, const char *state: another page wanted,
 * in that state), "state-changed" (void). */
G_DECLARE_FINAL_TYPE (ComptoirTab, comptoir_tab, COMPTOIR, TAB, AdwBin)

GtkWidget *comptoir_tab_new (ComptoirShop *shop, const char *name, const char *state);
const char *comptoir_tab_get_name (ComptoirTab *self); /* (nullable): an empty tab */
char *comptoir_tab_dup_state (ComptoirTab *self);      /* (nullable) */
GtkWidget *comptoir_tab_get_page (ComptoirTab *self);  /* (transfer none) (nullable) */
void comptoir_tab_open (ComptoirTab *self, const char *name);
void comptoir_tab_set_active (ComptoirTab *self, gboolean active);
void comptoir_tab_show_row (ComptoirTab *self, const char *id);

G_END_DECLS
