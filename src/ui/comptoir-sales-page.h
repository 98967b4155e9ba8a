/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_SALES_PAGE (comptoir_sales_page_get_type ())

/* The morning review: a day bar over the views of that day. Properties: "title", "icon-name",
 * "loading", like the resource page. Actions in the group "sales": "sales.previous-day",
 * "sales.next-day", "sales.yesterday", "sales.same-day-last-week", "sales.view" (string),
 * "sales.refresh", "sales.save-as", "sales.print", "sales.open-with", "sales.copy-summary",
 * "sales.export-period". Signal "state-changed" (void): keep the state again. */
G_DECLARE_FINAL_TYPE (ComptoirSalesPage, comptoir_sales_page, COMPTOIR, SALES_PAGE, AdwBin)

GtkWidget *comptoir_sales_page_new (ComptoirShop *shop);
void comptoir_sales_page_set_day (ComptoirSalesPage *self, const GDate *day);
/* Whether the tab is in front: missing days are fetched only then. */
void comptoir_sales_page_set_active (ComptoirSalesPage *self, gboolean active);
/* The view in front, as text to keep; the day isn't: a morning begins with yesterday. */
char *comptoir_sales_page_dup_state (ComptoirSalesPage *self);
void comptoir_sales_page_set_state (ComptoirSalesPage *self, const char *state);

G_END_DECLS
