/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-catalogue.h"

G_BEGIN_DECLS

ComptoirDraftLine *
comptoir_draft_line_new (ComptoirCatalogue *catalogue, KashLineKind kind, gint64 id);
ComptoirDraftLine *comptoir_draft_line_copy (ComptoirDraftLine *self);
const char *comptoir_draft_line_get_quantity (ComptoirDraftLine *self);
const char *comptoir_draft_line_get_title (ComptoirDraftLine *self);
const char *comptoir_draft_line_get_price (ComptoirDraftLine *self);
const char *comptoir_draft_line_get_catalogue_title (ComptoirDraftLine *self);
void comptoir_draft_line_set_variations (ComptoirDraftLine *self,
                                         const gint64 variations[KASH_MAX_VARIATIONS]);
void comptoir_draft_line_remember_title (ComptoirDraftLine *self, const char *title);
void comptoir_draft_line_refresh (ComptoirDraftLine *self);

G_END_DECLS
