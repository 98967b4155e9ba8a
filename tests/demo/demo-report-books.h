/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-books.h"

G_BEGIN_DECLS

/* A day by hand that is hard to write: names full of what the formats use themselves, a refund, all
 * the VAT rates in one order, discounts up to the whole price, free lines, goods by weight. What it
 * comes to was worked out on paper. */

#define BOOKS_EDITED 1742068800 /* 15 March 2025, 21:00 in Paris */

#define BOOKS_ITEM         "Crêpe \"Suzette\" & <flambée>; 100 %\tà l’orange 😀"
#define BOOKS_CLIENT_FIRST "Zoé;\"Zaza\""
#define BOOKS_CLIENT_LAST  "O'Brien & <Fils>"
#define BOOKS_CLIENT       BOOKS_CLIENT_FIRST " " BOOKS_CLIENT_LAST
#define BOOKS_COMMENT      "Sans sucre ; \"merci\"\nà 17 h"

#define BOOKS_N_ORDERS           5
#define BOOKS_INCLUDING          2476
#define BOOKS_EXCLUDING          2175
#define BOOKS_VAT                301
#define BOOKS_DISCOUNT           346
#define BOOKS_DISCOUNT_EXCLUDING 315

DemoCatalogue *books_catalogue_new (void);
DemoDay *books_day_new (const DemoCatalogue *catalogue);
DemoDay *books_empty_day_new (const DemoCatalogue *catalogue);

G_END_DECLS
