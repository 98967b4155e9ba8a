/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-draft.h"

G_BEGIN_DECLS

/* Whether the shop has something of an id. */
typedef enum
{
  COMPTOIR_KNOWN_NOT_YET, /* its list isn't here, or not as it is now */
  COMPTOIR_KNOWN_NO,
  COMPTOIR_KNOWN_YES,
} ComptoirKnown;

#define COMPTOIR_TYPE_CATALOGUE (comptoir_catalogue_get_type ())

/* What a shop sells, read from its lists by the names of their fields (kash-api.md §3), whatever
 * of them there is. Signal "changed" (void): items, departments or variations are others now. */
G_DECLARE_FINAL_TYPE (ComptoirCatalogue, comptoir_catalogue, COMPTOIR, CATALOGUE, GObject)

ComptoirCatalogue *comptoir_catalogue_new (ComptoirShop *shop);
ComptoirKnown comptoir_catalogue_knows (ComptoirCatalogue *self, KashResource resource, gint64 id);
char *comptoir_catalogue_dup_title (ComptoirCatalogue *self, KashResource resource, gint64 id);
char *comptoir_catalogue_dup_text (ComptoirCatalogue *self,
                                   KashResource resource,
                                   gint64 id,
                                   const char *field);
gboolean
comptoir_catalogue_get_price (ComptoirCatalogue *self, gint64 item, ComptoirDecimal *price);
gboolean
comptoir_catalogue_get_variation (ComptoirCatalogue *self, gint64 id, ComptoirVariation *variation);
GPtrArray *comptoir_catalogue_dup_variations (ComptoirCatalogue *self, gint64 item);
GPtrArray *comptoir_catalogue_match (ComptoirCatalogue *self, const char *typed, guint max);

/* Of any table, by name. */
gboolean
comptoir_catalogue_read_integer (ComptoirTable *table, guint row, const char *field, gint64 *value);
gboolean comptoir_catalogue_read_decimal (ComptoirTable *table,
                                          guint row,
                                          const char *field,
                                          ComptoirDecimal *value);
char *comptoir_catalogue_read_text (ComptoirTable *table, guint row, const char *field);
gboolean comptoir_catalogue_read_boolean (ComptoirTable *table, guint row, const char *field);

ComptoirDataset *comptoir_catalogue_get_dataset (ComptoirCatalogue *self, KashResource resource);

G_END_DECLS
