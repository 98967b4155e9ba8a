/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-draft-line.h"

struct _ComptoirDraftLine
{
  GObject parent_instance;

  ComptoirCatalogue *catalogue;
  KashLineKind kind;
  gint64 id;
  char *quantity;
  char *title;
  char *price;
  gint64 variations[KASH_MAX_VARIATIONS];

  char *catalogue_title; /* the last one known */
  char *total;
};

G_DEFINE_FINAL_TYPE (ComptoirDraftLine, comptoir_draft_line, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_QUANTITY,
  PROP_TITLE,
  PROP_PRICE,
  PROP_CATALOGUE_TITLE,
  PROP_TOTAL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
get_unit_price (ComptoirDraftLine *self, ComptoirDecimal *price)
{
  if (*self->price != '\0')
    return comptoir_decimal_parse_typed (self->price, price);
  return self->kind == KASH_LINE_ITEM
         && comptoir_catalogue_get_price (self->catalogue, self->id, price);
}

static gboolean
add_variations (ComptoirDraftLine *self, ComptoirDecimal *price)
{
  for (guint i = 0; i < KASH_MAX_VARIATIONS; i++)
    {
      ComptoirVariation variation;

      if (self->variations[i] == 0)
        continue;
      if (!comptoir_catalogue_get_variation (self->catalogue, self->variations[i], &variation)
          || !comptoir_decimal_add (*price, variation.delta, price))
        return FALSE;
    }
  return TRUE;
}

/* Only an item has a quantity (kash-api.md §4). */
static gboolean
get_quantity (ComptoirDraftLine *self, ComptoirDecimal *quantity)
{
  *quantity = (ComptoirDecimal){ 1, 0 };
  if (self->kind != KASH_LINE_ITEM || *self->quantity == '\0')
    return TRUE;
  return comptoir_decimal_parse_typed (self->quantity, quantity);
}

static void
update_total (ComptoirDraftLine *self)
{
  ComptoirDecimal total;
  g_autofree char *text = comptoir_draft_line_get_total (self, &total)
                              ? comptoir_decimal_to_string (total)
                              : g_strdup ("");

  if (g_strcmp0 (self->total, text) == 0)
    return;
  g_free (self->total);
  self->total = g_steal_pointer (&text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

static void
change (ComptoirDraftLine *self)
{
  update_total (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What isn't UTF-8 could be neither shown nor saved. */
static void
set_text (ComptoirDraftLine *self, char **place, const char *text, guint property)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  if (g_strcmp0 (*place, valid) == 0)
    return;
  g_free (*place);
  *place = g_steal_pointer (&valid);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  change (self);
}

static void
comptoir_draft_line_finalize (GObject *object)
{
  ComptoirDraftLine *self = COMPTOIR_DRAFT_LINE (object);

  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->quantity, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->price, g_free);
  g_clear_pointer (&self->catalogue_title, g_free);
  g_clear_pointer (&self->total, g_free);

  G_OBJECT_CLASS (comptoir_draft_line_parent_class)->finalize (object);
}

static void
comptoir_draft_line_get_property (GObject *object,
                                  guint property_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  ComptoirDraftLine *self = COMPTOIR_DRAFT_LINE (object);

  switch (property_id)
    {
    case PROP_QUANTITY:
      g_value_set_string (value, self->quantity);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PRICE:
      g_value_set_string (value, self->price);
      break;
    case PROP_CATALOGUE_TITLE:
      g_value_set_string (value, self->catalogue_title);
      break;
    case PROP_TOTAL:
      g_value_set_string (value, self->total);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
comptoir_draft_line_set_property (GObject *object,
                                  guint property_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  ComptoirDraftLine *self = COMPTOIR_DRAFT_LINE (object);

  switch (property_id)
    {
    case PROP_QUANTITY:
      set_text (self, &self->quantity, g_value_get_string (value), property_id);
      break;
    case PROP_TITLE:
      set_text (self, &self->title, g_value_get_string (value), property_id);
      break;
    case PROP_PRICE:
      set_text (self, &self->price, g_value_get_string (value), property_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
comptoir_draft_line_class_init (ComptoirDraftLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = comptoir_draft_line_finalize;
  object_class->get_property = comptoir_draft_line_get_property;
  object_class->set_property = comptoir_draft_line_set_property;

  properties[PROP_QUANTITY]
      = g_param_spec_string ("quantity", NULL, NULL, "", read | G_PARAM_WRITABLE);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", read | G_PARAM_WRITABLE);
  properties[PROP_PRICE] = g_param_spec_string ("price", NULL, NULL, "", read | G_PARAM_WRITABLE);
  properties[PROP_CATALOGUE_TITLE] = g_param_spec_string ("catalogue-title", NULL, NULL, "", read);
  properties[PROP_TOTAL] = g_param_spec_string ("total", NULL, NULL, "", read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ComptoirDraftLine::changed:
   *
   * Something was typed or chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
comptoir_draft_line_init (ComptoirDraftLine *self)
{
  self->quantity = g_strdup ("");
  self->title = g_strdup ("");
  self->price = g_strdup ("");
  self->catalogue_title = g_strdup ("");
  self->total = g_strdup ("");
}

/**
 * comptoir_draft_line_new:
 * @id: an item's or a department's id; 0 for a free line
 *
 * Returns: (transfer full): a line with nothing typed
 */
ComptoirDraftLine *
comptoir_draft_line_new (ComptoirCatalogue *catalogue, KashLineKind kind, gint64 id)
{
  ComptoirDraftLine *self = g_object_new (COMPTOIR_TYPE_DRAFT_LINE, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->kind = kind;
  self->id = id;
  comptoir_draft_line_refresh (self);
  return self;
}

/**
 * comptoir_draft_line_copy:
 *
 * Returns: (transfer full): another line with the same in it
 */
ComptoirDraftLine *
comptoir_draft_line_copy (ComptoirDraftLine *self)
{
  ComptoirDraftLine *copy = comptoir_draft_line_new (self->catalogue, self->kind, self->id);

  g_object_set (copy, "quantity", self->quantity, "title", self->title, "price", self->price, NULL);
  comptoir_draft_line_remember_title (copy, self->catalogue_title);
  comptoir_draft_line_set_variations (copy, self->variations);
  return copy;
}

/**
 * comptoir_draft_line_get_kind:
 *
 * Returns: whether it is an item, of a department, or free
 */
KashLineKind
comptoir_draft_line_get_kind (ComptoirDraftLine *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DRAFT_LINE (self), KASH_LINE_FREE);

  return self->kind;
}

/**
 * comptoir_draft_line_get_id:
 *
 * Returns: the item's or department's id, 0 for a free line
 */
gint64
comptoir_draft_line_get_id (ComptoirDraftLine *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DRAFT_LINE (self), 0);

  return self->id;
}

const char *
comptoir_draft_line_get_quantity (ComptoirDraftLine *self)
{
  return self->quantity;
}

const char *
comptoir_draft_line_get_title (ComptoirDraftLine *self)
{
  return self->title;
}

const char *
comptoir_draft_line_get_price (ComptoirDraftLine *self)
{
  return self->price;
}

const char *
comptoir_draft_line_get_catalogue_title (ComptoirDraftLine *self)
{
  return self->catalogue_title;
}

void
comptoir_draft_line_set_variations (ComptoirDraftLine *self,
                                    const gint64 variations[KASH_MAX_VARIATIONS])
{
  for (guint i = 0; i < KASH_MAX_VARIATIONS; i++)
    self->variations[i] = variations[i];
  change (self);
}

/* What it was called when it was saved, while nothing newer is known. */
void
comptoir_draft_line_remember_title (ComptoirDraftLine *self, const char *title)
{
  if (*self->catalogue_title != '\0' || *title == '\0')
    return;
  g_free (self->catalogue_title);
  self->catalogue_title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOGUE_TITLE]);
}

/* Looks anew at what the catalogue says. */
void
comptoir_draft_line_refresh (ComptoirDraftLine *self)
{
  KashResource resource
      = self->kind == KASH_LINE_ITEM ? KASH_RESOURCE_ITEMS : KASH_RESOURCE_DEPARTMENTS;
  g_autofree char *title = self->kind != KASH_LINE_FREE
                               ? comptoir_catalogue_dup_title (self->catalogue, resource, self->id)
                               : NULL;

  if (title != NULL && !g_str_equal (title, self->catalogue_title))
    {
      g_free (self->catalogue_title);
      self->catalogue_title = g_steal_pointer (&title);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOGUE_TITLE]);
    }
  update_total (self);
}

/**
 * comptoir_draft_line_get_variations:
 *
 * Returns: (transfer none) (array fixed-size=5): ids in the order they were chosen, 0 in unused
 *   places
 */
const gint64 *
comptoir_draft_line_get_variations (ComptoirDraftLine *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DRAFT_LINE (self), NULL);

  return self->variations;
}

/**
 * comptoir_draft_line_set_variation:
 * @id: a variation's id
 * @chosen: whether the line is to have it
 *
 * Returns: %FALSE where it can't be added because there are five already (kash-api.md §4)
 */
gboolean
comptoir_draft_line_set_variation (ComptoirDraftLine *self, gint64 id, gboolean chosen)
{
  guint n = 0;

  g_return_val_if_fail (COMPTOIR_IS_DRAFT_LINE (self), FALSE);
  g_return_val_if_fail (id > 0, FALSE);

  while (n < KASH_MAX_VARIATIONS && self->variations[n] != 0 && self->variations[n] != id)
    n++;
  if (chosen && n == KASH_MAX_VARIATIONS)
    return FALSE;
  if (n == KASH_MAX_VARIATIONS || (self->variations[n] == id) == chosen)
    return TRUE;

  if (chosen)
    self->variations[n] = id;
  for (; !chosen && n < KASH_MAX_VARIATIONS; n++)
    self->variations[n] = n + 1 < KASH_MAX_VARIATIONS ? self->variations[n + 1] : 0;
  change (self);
  return TRUE;
}

/**
 * comptoir_draft_line_get_total:
 * @total: (out): what the line comes to, rounded to the cent
 *
 * The line's own price or the catalogue's, with the differences of its variations, times the
 * quantity.
 *
 * Returns: %FALSE while something of it isn't known, or is no number
 */
gboolean
comptoir_draft_line_get_total (ComptoirDraftLine *self, ComptoirDecimal *total)
{
  ComptoirDecimal price, quantity;

  g_return_val_if_fail (COMPTOIR_IS_DRAFT_LINE (self), FALSE);
  g_return_val_if_fail (total != NULL, FALSE);

  return get_unit_price (self, &price) && add_variations (self, &price)
         && get_quantity (self, &quantity) && comptoir_decimal_multiply (price, quantity, total)
         && comptoir_decimal_round (*total, 2, total);
}
