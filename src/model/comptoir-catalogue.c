/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-catalogue.h"

#include <string.h>

#include "comptoir-cell.h"
#include "comptoir-fold.h"
#include "comptoir-item-index.h"
#include "comptoir-lookup.h"

/* Rows folded between two looks at what else there is to do: far less than a frame's worth. */
#define STRIDE 4096

struct _ComptoirCatalogue
{
  GObject parent_instance;

  ComptoirShop *shop;
  guint indexing; /* source */
};

G_DEFINE_FINAL_TYPE (ComptoirCatalogue, comptoir_catalogue, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const KashResource sold[]
    = { KASH_RESOURCE_ITEMS, KASH_RESOURCE_DEPARTMENTS, KASH_RESOURCE_VARIATIONS };

static ComptoirCellKind
get_cell (ComptoirTable *table, guint row, const char *field, const char **text, gsize *length)
{
  guint column;

  *text = NULL;
  *length = 0;
  if (!comptoir_table_find_column (table, field, &column))
    return COMPTOIR_CELL_ABSENT;
  return comptoir_table_get_cell (table, row, column, text, length);
}

static gboolean
find_row (ComptoirCatalogue *self,
          KashResource resource,
          gint64 id,
          ComptoirTable **table,
          guint *row)
{
  ComptoirDataset *dataset = comptoir_catalogue_get_dataset (self, resource);
  char text[24];

  *table = comptoir_dataset_get_table (dataset);
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, id);
  return *table != NULL && comptoir_dataset_find_row (dataset, text, row);
}

static gboolean
extend_index (gpointer data)
{
  ComptoirCatalogue *self = data;
  ComptoirDataset *items = comptoir_catalogue_get_dataset (self, KASH_RESOURCE_ITEMS);
  ComptoirTable *table = comptoir_dataset_get_table (items);

  if (table != NULL
      && !comptoir_item_index_extend (comptoir_item_index_get (table),
                                      comptoir_dataset_get_n_rows (items), STRIDE))
    return G_SOURCE_CONTINUE;
  self->indexing = 0;
  return G_SOURCE_REMOVE;
}

static void
on_n_rows (ComptoirDataset *dataset, GParamSpec *pspec, ComptoirCatalogue *self)
{
  if (self->indexing == 0)
    self->indexing = g_idle_add_full (G_PRIORITY_LOW, extend_index, self, NULL);
}

/* A list is whole, or its coming failed: while it streams in, prices aren't looked for at each of
 * its rows. */
static void
on_arrived (ComptoirDataset *dataset, GParamSpec *pspec, ComptoirCatalogue *self)
{
  if (!comptoir_dataset_get_loading (dataset))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
comptoir_catalogue_dispose (GObject *object)
{
  ComptoirCatalogue *self = COMPTOIR_CATALOGUE (object);

  g_clear_handle_id (&self->indexing, g_source_remove);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (comptoir_catalogue_parent_class)->dispose (object);
}

static void
comptoir_catalogue_class_init (ComptoirCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comptoir_catalogue_dispose;

  /**
   * ComptoirCatalogue::changed:
   *
   * Items, departments or variations are others than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
comptoir_catalogue_init (ComptoirCatalogue *self)
{
}

/**
 * comptoir_catalogue_new:
 * @shop: the shop, whose items, departments and variations are loaded if they weren't yet
 *
 * Returns: (transfer full): a catalogue
 */
ComptoirCatalogue *
comptoir_catalogue_new (ComptoirShop *shop)
{
  ComptoirCatalogue *self;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  self = g_object_new (COMPTOIR_TYPE_CATALOGUE, NULL);
  self->shop = g_object_ref (shop);
  for (guint i = 0; i < G_N_ELEMENTS (sold); i++)
    {
      ComptoirDataset *dataset = comptoir_shop_get_dataset (shop, sold[i]);

      g_signal_connect_object (dataset, "notify::table", G_CALLBACK (on_arrived), self, 0);
      g_signal_connect_object (dataset, "notify::loading", G_CALLBACK (on_arrived), self, 0);
      if (sold[i] == KASH_RESOURCE_ITEMS)
        {
          g_signal_connect_object (dataset, "notify::table", G_CALLBACK (on_n_rows), self, 0);
          g_signal_connect_object (dataset, "notify::n-rows", G_CALLBACK (on_n_rows), self, 0);
          on_n_rows (dataset, NULL, self);
        }
      comptoir_dataset_load (dataset);
    }
  return self;
}

/**
 * comptoir_catalogue_get_dataset:
 *
 * Returns: (transfer none): the list of @resource
 */
ComptoirDataset *
comptoir_catalogue_get_dataset (ComptoirCatalogue *self, KashResource resource)
{
  g_return_val_if_fail (COMPTOIR_IS_CATALOGUE (self), NULL);

  return comptoir_shop_get_dataset (self->shop, resource);
}

/**
 * comptoir_catalogue_knows:
 *
 * Returns: whether the shop has a row of @id. An empty list says nothing: a service may not tell of
 *   what it has.
 */
ComptoirKnown
comptoir_catalogue_knows (ComptoirCatalogue *self, KashResource resource, gint64 id)
{
  ComptoirDataset *dataset;
  ComptoirTable *table;
  guint row;

  g_return_val_if_fail (COMPTOIR_IS_CATALOGUE (self), COMPTOIR_KNOWN_NOT_YET);

  dataset = comptoir_catalogue_get_dataset (self, resource);
  if (find_row (self, resource, id, &table, &row))
    return COMPTOIR_KNOWN_YES;
  if (table == NULL || comptoir_table_get_n_rows (table) == 0
      || comptoir_dataset_get_loading (dataset) || comptoir_dataset_get_error (dataset) != NULL)
    return COMPTOIR_KNOWN_NOT_YET;
  return COMPTOIR_KNOWN_NO;
}

/**
 * comptoir_catalogue_dup_title:
 *
 * Returns: (transfer full) (nullable): what the row of @id is called
 */
char *
comptoir_catalogue_dup_title (ComptoirCatalogue *self, KashResource resource, gint64 id)
{
  ComptoirTable *table;
  guint row;

  g_return_val_if_fail (COMPTOIR_IS_CATALOGUE (self), NULL);

  return find_row (self, resource, id, &table, &row) ? comptoir_lookup_dup_title (table, row)
                                                     : NULL;
}

/**
 * comptoir_catalogue_dup_text:
 *
 * Returns: (transfer full) (nullable): a field of the row of @id
 */
char *
comptoir_catalogue_dup_text (ComptoirCatalogue *self,
                             KashResource resource,
                             gint64 id,
                             const char *field)
{
  ComptoirTable *table;
  guint row;

  g_return_val_if_fail (COMPTOIR_IS_CATALOGUE (self), NULL);

  return find_row (self, resource, id, &table, &row)
             ? comptoir_catalogue_read_text (table, row, field)
             : NULL;
}

/**
 * comptoir_catalogue_get_price:
 * @price: (out): the item's price including VAT
 *
 * Returns: %FALSE while it isn't known
 */
gboolean
comptoir_catalogue_get_price (ComptoirCatalogue *self, gint64 item, ComptoirDecimal *price)
{
  ComptoirTable *table;
  guint row;

  g_return_val_if_fail (COMPTOIR_IS_CATALOGUE (self), FALSE);

  return find_row (self, KASH_RESOURCE_ITEMS, item, &table, &row)
         && comptoir_catalogue_read_decimal (table, row, "price", price);
}

gboolean
comptoir_catalogue_read_integer (ComptoirTable *table, guint row, const char *field, gint64 *value)
{
  const char *text;
  gsize length;
  ComptoirCellKind kind = get_cell (table, row, field, &text, &length);
  g_autofree char *copy = NULL;

  if (kind != COMPTOIR_CELL_TEXT && kind != COMPTOIR_CELL_NUMBER)
    return FALSE;
  copy = g_strstrip (g_strndup (text, length));
  return g_ascii_string_to_signed (copy, 10, G_MININT64, G_MAXINT64, value, NULL);
}

gboolean
comptoir_catalogue_read_decimal (ComptoirTable *table,
                                 guint row,
                                 const char *field,
                                 ComptoirDecimal *value)
{
  const char *text;
  gsize length;
  char buffer[COMPTOIR_CELL_BUFFER];
  ComptoirCellKind kind = get_cell (table, row, field, &text, &length);

  return (kind == COMPTOIR_CELL_TEXT || kind == COMPTOIR_CELL_NUMBER)
         && comptoir_cell_read_number (&text, &length, buffer)
         && comptoir_decimal_parse (text, (gssize) length, value);
}

char *
comptoir_catalogue_read_text (ComptoirTable *table, guint row, const char *field)
{
  const char *text;
  gsize length;
  ComptoirCellKind kind = get_cell (table, row, field, &text, &length);

  return kind == COMPTOIR_CELL_TEXT || kind == COMPTOIR_CELL_NUMBER
             ? g_utf8_make_valid (text, (gssize) length)
             : NULL;
}

gboolean
comptoir_catalogue_read_boolean (ComptoirTable *table, guint row, const char *field)
{
  const char *text;
  gsize length;
  ComptoirCellKind kind = get_cell (table, row, field, &text, &length);
  gboolean value;

  return comptoir_cell_read_boolean (kind, text, length, &value) && value;
}
