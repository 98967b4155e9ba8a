/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-decimal.h"
#include "comptoir-shop.h"
#include "kash-order.h"

G_BEGIN_DECLS

/* A price difference's variation offered for an item. */
typedef struct
{
  gint64 id;
  char *set; /* title of the set it belongs to, or "" */
  char *title;
  ComptoirDecimal delta;
  gboolean unavailable;
} ComptoirVariation;

/* A match of the entry field. */
typedef struct
{
  gint64 id;
  char *title;
  char *department; /* its title, or "" */
  ComptoirDecimal price;
  gboolean has_price;
  gboolean by_barcode; /* matched whole by barcode or id: what a scanner means */
} ComptoirItemMatch;

/* Where something in a draft can't be sent, or will be adjusted. */
typedef enum
{
  COMPTOIR_DRAFT_PLACE_LINE,   /* @line tells which */
  COMPTOIR_DRAFT_PLACE_CLIENT, /* @field: KashClientField */
  COMPTOIR_DRAFT_PLACE_PAYMENT,
  COMPTOIR_DRAFT_PLACE_DELIVERY,
  COMPTOIR_DRAFT_PLACE_OTHER,
} ComptoirDraftPlace;

/* What of a line a remark is about. */
typedef enum
{
  COMPTOIR_LINE_WHAT, /* the item or the department itself */
  COMPTOIR_LINE_QUANTITY,
  COMPTOIR_LINE_TITLE,
  COMPTOIR_LINE_PRICE,
  COMPTOIR_LINE_VARIATIONS,
} ComptoirDraftLineField;

/**
 * ComptoirDraftRemark:
 * @place: where
 * @line: which line, from 0, for %COMPTOIR_DRAFT_PLACE_LINE
 * @field: a ComptoirDraftLineField in a line, a KashClientField for a client, a ComptoirDraftField
 *   for %COMPTOIR_DRAFT_PLACE_OTHER; -1 where it is about the whole of it
 * @blocks: whether the order can't be sent so; else a warning or an adjustment
 * @sentence: translated, to show beside the field
 */
typedef struct
{
  ComptoirDraftPlace place;
  guint line;
  int field;
  gboolean blocks;
  char *sentence;
} ComptoirDraftRemark;

#define COMPTOIR_TYPE_ORDER_DRAFT (comptoir_order_draft_get_type ())

/* An order being keyed in, without a widget: its lines, its client, what it comes to.
 *
 * A GListModel of its lines (ComptoirDraftLine, below). Signal "changed" (void): anything changed;
 * it is to be saved. Property "total" (string, decimal with a point, notified), "complete"
 * (boolean: the total is known for every line). */
G_DECLARE_FINAL_TYPE (ComptoirOrderDraft, comptoir_order_draft, COMPTOIR, ORDER_DRAFT, GObject)

#define COMPTOIR_TYPE_DRAFT_LINE (comptoir_draft_line_get_type ())

/* A line of a draft. Text properties hold what was typed, valid or not, so that nothing typed is
 * ever lost: "quantity" ("1,5"), "title" ("" keeps the catalogue's), "price" ("" keeps the
 * catalogue's). Read-only: "catalogue-title", "total" (string, decimal or "" while unknown). */
G_DECLARE_FINAL_TYPE (ComptoirDraftLine, comptoir_draft_line, COMPTOIR, DRAFT_LINE, GObject)

KashLineKind comptoir_draft_line_get_kind (ComptoirDraftLine *self);
gint64 comptoir_draft_line_get_id (ComptoirDraftLine *self);
const gint64 *comptoir_draft_line_get_variations (
    ComptoirDraftLine *self); /* KASH_MAX_VARIATIONS, 0 where none */
gboolean comptoir_draft_line_set_variation (ComptoirDraftLine *self,
                                            gint64 id,
                                            gboolean chosen); /* %FALSE: five are chosen already */
gboolean comptoir_draft_line_get_total (ComptoirDraftLine *self, ComptoirDecimal *total);

ComptoirOrderDraft *comptoir_order_draft_new (ComptoirShop *shop);
ComptoirOrderDraft *
comptoir_order_draft_from_text (ComptoirShop *shop,
                                const char *text); /* never fails: what can't be read is left out */
char *comptoir_order_draft_to_text (ComptoirOrderDraft *self);
char *comptoir_order_draft_text_of_order (const KashOrder *order);
char *comptoir_order_draft_dup_title (ComptoirOrderDraft *self);
gboolean comptoir_order_draft_is_empty (ComptoirOrderDraft *self);

/* The entry field: "3*croi" → quantity "3" and matches for "croi", best first, at most @max. */
GPtrArray *comptoir_order_draft_match (ComptoirOrderDraft *self,
                                       const char *typed,
                                       guint max,
                                       char **quantity); /* (element-type ComptoirItemMatch) */
ComptoirDraftLine *comptoir_order_draft_add_item (ComptoirOrderDraft *self,
                                                  gint64 id,
                                                  const char *quantity); /* (transfer none) */
ComptoirDraftLine *comptoir_order_draft_add_department (ComptoirOrderDraft *self, gint64 id);
ComptoirDraftLine *comptoir_order_draft_add_free (ComptoirOrderDraft *self);
ComptoirDraftLine *comptoir_order_draft_duplicate (ComptoirOrderDraft *self, guint position);
void comptoir_order_draft_move (ComptoirOrderDraft *self, guint from, guint to);
ComptoirDraftLine *comptoir_order_draft_remove (ComptoirOrderDraft *self,
                                                guint position); /* (transfer full): for undo */
void
comptoir_order_draft_insert (ComptoirOrderDraft *self, guint position, ComptoirDraftLine *line);
/* The variations offered for a line: of the item's own sets, or all where the data doesn't say. */
GPtrArray *comptoir_order_draft_dup_variations (
    ComptoirOrderDraft *self,
    ComptoirDraftLine *line); /* (element-type ComptoirVariation) */

/* Around the lines. Ids are 0 where absent, texts "" where empty. */
gint64 comptoir_order_draft_get_payment (ComptoirOrderDraft *self);
void comptoir_order_draft_set_payment (ComptoirOrderDraft *self, gint64 payment);
KashDeliveryMethod comptoir_order_draft_get_delivery (ComptoirOrderDraft *self);
void comptoir_order_draft_set_delivery (ComptoirOrderDraft *self, KashDeliveryMethod method);
gint64 comptoir_order_draft_get_client (ComptoirOrderDraft *self);
void comptoir_order_draft_set_client (ComptoirOrderDraft *self, gint64 id);
const char *comptoir_order_draft_get_client_field (ComptoirOrderDraft *self, KashClientField field);
void comptoir_order_draft_set_client_field (ComptoirOrderDraft *self,
                                            KashClientField field,
                                            const char *text);

typedef enum
{
  COMPTOIR_DRAFT_USER,
  COMPTOIR_DRAFT_TABLE,
  COMPTOIR_DRAFT_CASHBOX,
  COMPTOIR_DRAFT_PLACE_SETTINGS,
  COMPTOIR_DRAFT_PAGER,
  COMPTOIR_DRAFT_PUBLIC_COMMENT,
  COMPTOIR_DRAFT_PRIVATE_COMMENT,
} ComptoirDraftField;

const char *comptoir_order_draft_get_field (ComptoirOrderDraft *self, ComptoirDraftField field);
void comptoir_order_draft_set_field (ComptoirOrderDraft *self,
                                     ComptoirDraftField field,
                                     const char *text);

/* What stands in the way, what is adjusted, what is worth a warning. (element-type
 * ComptoirDraftRemark) */
GPtrArray *comptoir_order_draft_check (ComptoirOrderDraft *self);
/* The order as it would be sent, or %NULL with the first thing that stands in the way.
 * @reference: (nullable): ours, added to the private comment. */
KashOrder *
comptoir_order_draft_to_order (ComptoirOrderDraft *self, const char *reference, GError **error);

G_END_DECLS
