/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_RESOURCE_PAGE (comptoir_resource_page_get_type ())

/* A tab over one resource: the table, its search and filters, the detail pane, and what one does
 * with rows. Its actions are in the group "page" on the widget itself ("page.search",
 * "page.refresh", "page.cancel", "page.copy-cell", "page.export", "page.print", …).
 *
 * Properties: "title" (string, translated, for the tab), "icon-name", "loading" (boolean).
 * Signal "show-reference" (const char *resource, const char *id): the person wants that row in
 * its own tab. Signal "state-changed" (void): keep the state again. */
G_DECLARE_FINAL_TYPE (ComptoirResourcePage, comptoir_resource_page, COMPTOIR, RESOURCE_PAGE, AdwBin)

GtkWidget *comptoir_resource_page_new (ComptoirShop *shop, KashResource resource);
ComptoirDataset *comptoir_resource_page_get_dataset (ComptoirResourcePage *self);
void comptoir_resource_page_show_row (ComptoirResourcePage *self, const char *id);

/* Whether the tab is the one in front: pending orders refresh themselves only then. */
void comptoir_resource_page_set_active (ComptoirResourcePage *self, gboolean active);

/* Sort, filters, columns and widths, as text to keep. What can't be read is ignored. */
char *comptoir_resource_page_dup_state (ComptoirResourcePage *self);
void comptoir_resource_page_set_state (ComptoirResourcePage *self, const char *state);

G_END_DECLS
