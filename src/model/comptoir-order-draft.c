/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-draft-private.h"

#include <string.h>

static void comptoir_order_draft_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirOrderDraft,
                               comptoir_order_draft,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      comptoir_order_draft_list_model_init))

enum
{
  PROP_0,
  PROP_TOTAL,
  PROP_COMPLETE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
update_total (ComptoirOrderDraft *self)
{
  ComptoirDecimal sum = { 0, 2 };
  gboolean complete = TRUE;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      ComptoirDecimal total;

      if (!comptoir_draft_line_get_total (g_ptr_array_index (self->lines, i), &total)
          || !comptoir_decimal_add (sum, total, &sum))
        complete = FALSE;
    }
  text = comptoir_decimal_to_string (sum);
  if (g_strcmp0 (self->total, text) != 0)
    {
      g_free (self->total);
      self->total = g_steal_pointer (&text);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
    }
  if (self->complete != complete)
    {
      self->complete = complete;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
    }
}

void
comptoir_order_draft_change (ComptoirOrderDraft *self)
{
  update_total (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Prices and titles are others, what was typed isn't. */
static void
on_catalogue_changed (ComptoirCatalogue *catalogue, ComptoirOrderDraft *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    comptoir_draft_line_refresh (g_ptr_array_index (self->lines, i));
  update_total (self);
}

static void
on_line_changed (ComptoirDraftLine *line, ComptoirOrderDraft *self)
{
  comptoir_order_draft_change (self);
}

static void
let_go_of_line (ComptoirOrderDraft *self, ComptoirDraftLine *line)
{
  g_signal_handlers_disconnect_by_func (line, on_line_changed, self);
}

static ComptoirDraftLine *
append (ComptoirOrderDraft *self, KashLineKind kind, gint64 id, const char *quantity)
{
  g_autoptr (ComptoirDraftLine) line = comptoir_draft_line_new (self->catalogue, kind, id);

  if (quantity != NULL)
    g_object_set (line, "quantity", quantity, NULL);
  comptoir_order_draft_insert (self, self->lines->len, line);
  return line;
}

static GType
comptoir_order_draft_get_item_type (GListModel *model)
{
  return COMPTOIR_TYPE_DRAFT_LINE;
}

static guint
comptoir_order_draft_get_n_items (GListModel *model)
{
  return COMPTOIR_ORDER_DRAFT (model)->lines->len;
}

static gpointer
comptoir_order_draft_get_item (GListModel *model, guint position)
{
  ComptoirOrderDraft *self = COMPTOIR_ORDER_DRAFT (model);

  return position < self->lines->len ? g_object_ref (g_ptr_array_index (self->lines, position))
                                     : NULL;
}

static void
comptoir_order_draft_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = comptoir_order_draft_get_item_type;
  iface->get_n_items = comptoir_order_draft_get_n_items;
  iface->get_item = comptoir_order_draft_get_item;
}

static void
comptoir_order_draft_finalize (GObject *object)
{
  ComptoirOrderDraft *self = COMPTOIR_ORDER_DRAFT (object);

  for (guint i = 0; i < self->lines->len; i++)
    let_go_of_line (self, g_ptr_array_index (self->lines, i));
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->catalogue);
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    g_clear_pointer (&self->client_fields[i], g_free);
  for (guint i = 0; i < COMPTOIR_N_DRAFT_FIELDS; i++)
    g_clear_pointer (&self->fields[i], g_free);
  g_clear_pointer (&self->total, g_free);

  G_OBJECT_CLASS (comptoir_order_draft_parent_class)->finalize (object);
}

static void
comptoir_order_draft_get_property (GObject *object,
                                   guint property_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  ComptoirOrderDraft *self = COMPTOIR_ORDER_DRAFT (object);

  switch (property_id)
    {
    case PROP_TOTAL:
      g_value_set_string (value, self->total);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
comptoir_order_draft_class_init (ComptoirOrderDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = comptoir_order_draft_finalize;
  object_class->get_property = comptoir_order_draft_get_property;

  properties[PROP_TOTAL] = g_param_spec_string ("total", NULL, NULL, "0.00", flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ComptoirOrderDraft::changed:
   *
   * Something was typed or chosen, and is to be saved.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
comptoir_order_draft_init (ComptoirOrderDraft *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->delivery = KASH_DELIVERY_UNSET;
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    self->client_fields[i] = g_strdup ("");
  for (guint i = 0; i < COMPTOIR_N_DRAFT_FIELDS; i++)
    self->fields[i] = g_strdup ("");
  self->total = g_strdup ("0.00");
  self->complete = TRUE;
}

/**
 * comptoir_order_draft_new:
 * @shop: the shop whose items it orders; its items, departments and variations are loaded
 *
 * Returns: (transfer full): an order without anything in it
 */
ComptoirOrderDraft *
comptoir_order_draft_new (ComptoirShop *shop)
{
  ComptoirOrderDraft *self;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  self = g_object_new (COMPTOIR_TYPE_ORDER_DRAFT, NULL);
  self->catalogue = comptoir_catalogue_new (shop);
  g_signal_connect_object (self->catalogue, "changed", G_CALLBACK (on_catalogue_changed), self, 0);
  return self;
}

/**
 * comptoir_order_draft_match:
 * @typed: what stands in the entry field, such as "3*croi"
 * @max: how many matches at most
 * @quantity: (out) (optional) (nullable): what stands before the `*`, if that is a number
 *
 * Returns: (transfer full) (element-type ComptoirItemMatch): what may be meant, best first
 */
GPtrArray *
comptoir_order_draft_match (ComptoirOrderDraft *self, const char *typed, guint max, char **quantity)
{
  const char *star;
  ComptoirDecimal decimal;
  g_autofree char *before = NULL;

  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);
  g_return_val_if_fail (typed != NULL, NULL);

  if (quantity != NULL)
    *quantity = NULL;
  star = strchr (typed, '*');
  if (star != NULL)
    before = g_strstrip (g_strndup (typed, star - typed));
  if (before != NULL && comptoir_decimal_parse_typed (before, &decimal))
    {
      typed = star + 1;
      if (quantity != NULL)
        *quantity = g_steal_pointer (&before);
    }
  return comptoir_catalogue_match (self->catalogue, typed, max);
}

/**
 * comptoir_order_draft_add_item:
 * @quantity: (nullable): as typed; %NULL or "" for one
 *
 * Returns: (transfer none): the new line, the last
 */
ComptoirDraftLine *
comptoir_order_draft_add_item (ComptoirOrderDraft *self, gint64 id, const char *quantity)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);

  return append (self, KASH_LINE_ITEM, id, quantity != NULL && *quantity != '\0' ? quantity : "1");
}

/**
 * comptoir_order_draft_add_department:
 *
 * Returns: (transfer none): the new line, the last, whose price is to be typed
 */
ComptoirDraftLine *
comptoir_order_draft_add_department (ComptoirOrderDraft *self, gint64 id)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);

  return append (self, KASH_LINE_DEPARTMENT, id, NULL);
}

/**
 * comptoir_order_draft_add_free:
 *
 * Returns: (transfer none): the new line, the last, whose title and price are to be typed
 */
ComptoirDraftLine *
comptoir_order_draft_add_free (ComptoirOrderDraft *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);

  return append (self, KASH_LINE_FREE, 0, NULL);
}

/**
 * comptoir_order_draft_duplicate:
 *
 * Returns: (transfer none): the new line, behind the one it is a copy of
 */
ComptoirDraftLine *
comptoir_order_draft_duplicate (ComptoirOrderDraft *self, guint position)
{
  g_autoptr (ComptoirDraftLine) copy = NULL;

  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);
  g_return_val_if_fail (position < self->lines->len, NULL);

  copy = comptoir_draft_line_copy (g_ptr_array_index (self->lines, position));
  comptoir_order_draft_insert (self, position + 1, copy);
  return copy;
}

/**
 * comptoir_order_draft_move:
 *
 * Takes a line to another place; those between move up or down.
 */
void
comptoir_order_draft_move (ComptoirOrderDraft *self, guint from, guint to)
{
  ComptoirDraftLine *line;
  guint first = MIN (from, to), n = MAX (from, to) - MIN (from, to) + 1;

  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (self));
  g_return_if_fail (from < self->lines->len && to < self->lines->len);

  if (from == to)
    return;
  line = g_ptr_array_steal_index (self->lines, from);
  g_ptr_array_insert (self->lines, (int) to, line);
  g_list_model_items_changed (G_LIST_MODEL (self), first, n, n);
  comptoir_order_draft_change (self);
}

/**
 * comptoir_order_draft_remove:
 *
 * Returns: (transfer full): the line that was there; comptoir_order_draft_insert() undoes it
 */
ComptoirDraftLine *
comptoir_order_draft_remove (ComptoirOrderDraft *self, guint position)
{
  ComptoirDraftLine *line;

  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);
  g_return_val_if_fail (position < self->lines->len, NULL);

  line = g_ptr_array_steal_index (self->lines, position);
  let_go_of_line (self, line);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  comptoir_order_draft_change (self);
  return line;
}

/**
 * comptoir_order_draft_insert:
 * @line: (transfer none): a line that is in no draft
 */
void
comptoir_order_draft_insert (ComptoirOrderDraft *self, guint position, ComptoirDraftLine *line)
{
  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (self));
  g_return_if_fail (COMPTOIR_IS_DRAFT_LINE (line));
  g_return_if_fail (position <= self->lines->len);

  g_ptr_array_insert (self->lines, (int) position, g_object_ref (line));
  g_signal_connect (line, "changed", G_CALLBACK (on_line_changed), self);
  comptoir_draft_line_refresh (line);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  comptoir_order_draft_change (self);
}

/**
 * comptoir_order_draft_dup_variations:
 *
 * Returns: (transfer full) (element-type ComptoirVariation): those offered for an item's line; none
 *   for the others
 */
GPtrArray *
comptoir_order_draft_dup_variations (ComptoirOrderDraft *self, ComptoirDraftLine *line)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);
  g_return_val_if_fail (COMPTOIR_IS_DRAFT_LINE (line), NULL);

  if (comptoir_draft_line_get_kind (line) != KASH_LINE_ITEM)
    return g_ptr_array_new ();
  return comptoir_catalogue_dup_variations (self->catalogue, comptoir_draft_line_get_id (line));
}
