/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "comptoir-dataset-private.h"

G_DEFINE_FINAL_TYPE (ComptoirDataset, comptoir_dataset, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RESOURCE,
  PROP_TABLE,
  PROP_N_ROWS,
  PROP_LOADING,
  PROP_RECEIVED,
  PROP_EXPECTED,
  PROP_FETCHED_AT,
  PROP_ERROR,
  PROP_UNREADABLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
comptoir_dataset_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  ComptoirDataset *self = COMPTOIR_DATASET (object);

  switch (property_id)
    {
    case PROP_RESOURCE:
      g_value_set_int (value, (int) self->resource);
      break;
    case PROP_TABLE:
      g_value_set_object (value, self->table);
      break;
    case PROP_N_ROWS:
      g_value_set_uint (value, self->n_rows);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->exchange != NULL);
      break;
    case PROP_RECEIVED:
      g_value_set_uint64 (value, self->received);
      break;
    case PROP_EXPECTED:
      g_value_set_int64 (value, self->expected);
      break;
    case PROP_FETCHED_AT:
      g_value_set_boxed (value, self->fetched_at);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_UNREADABLE:
      g_value_set_boxed (value, self->unreadable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
comptoir_dataset_dispose (GObject *object)
{
  ComptoirDataset *self = COMPTOIR_DATASET (object);

  if (self->exchange != NULL)
    comptoir_dataset_give_up (self);

  G_OBJECT_CLASS (comptoir_dataset_parent_class)->dispose (object);
}

static void
comptoir_dataset_finalize (GObject *object)
{
  ComptoirDataset *self = COMPTOIR_DATASET (object);

  g_clear_pointer (&self->lookup, comptoir_lookup_free);
  g_clear_object (&self->table);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->kept_name, g_free);
  g_clear_pointer (&self->fetched_at, g_date_time_unref);
  g_clear_pointer (&self->unreadable, g_bytes_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (comptoir_dataset_parent_class)->finalize (object);
}

static void
comptoir_dataset_class_init (ComptoirDatasetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = comptoir_dataset_get_property;
  object_class->dispose = comptoir_dataset_dispose;
  object_class->finalize = comptoir_dataset_finalize;

  properties[PROP_RESOURCE]
      = g_param_spec_int ("resource", NULL, NULL, 0, KASH_N_RESOURCES - 1, 0, flags);
  properties[PROP_TABLE] = g_param_spec_object ("table", NULL, NULL, COMPTOIR_TYPE_TABLE, flags);
  properties[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_RECEIVED]
      = g_param_spec_uint64 ("received", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_EXPECTED]
      = g_param_spec_int64 ("expected", NULL, NULL, -1, G_MAXINT64, -1, flags);
  properties[PROP_FETCHED_AT]
      = g_param_spec_boxed ("fetched-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_UNREADABLE] = g_param_spec_boxed ("unreadable", NULL, NULL, G_TYPE_BYTES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comptoir_dataset_init (ComptoirDataset *self)
{
  self->expected = -1;
}

/**
 * comptoir_dataset_new:
 * @store: (nullable): where replies are kept; %NULL keeps nothing
 * @account: the account's id in @store
 *
 * Returns: (transfer full): a dataset that has asked for nothing yet
 */
ComptoirDataset *
comptoir_dataset_new (KashClient *client,
                      ComptoirStore *store,
                      const char *account,
                      KashResource resource)
{
  ComptoirDataset *self;

  g_return_val_if_fail (KASH_IS_CLIENT (client), NULL);
  g_return_val_if_fail (store == NULL || COMPTOIR_IS_STORE (store), NULL);
  g_return_val_if_fail (account != NULL, NULL);
  g_return_val_if_fail ((guint) resource < KASH_N_RESOURCES, NULL);

  self = g_object_new (COMPTOIR_TYPE_DATASET, NULL);
  self->client = g_object_ref (client);
  self->store = store != NULL ? g_object_ref (store) : NULL;
  self->account = g_strdup (account);
  self->resource = resource;
  self->kept_name = g_strconcat (kash_resource_get_name (resource), ".json", NULL);
  return self;
}

KashResource
comptoir_dataset_get_resource (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), KASH_RESOURCE_ITEMS);

  return self->resource;
}

/**
 * comptoir_dataset_get_table:
 *
 * Returns: (transfer none) (nullable): the rows to show, %NULL while there are none
 */
ComptoirTable *
comptoir_dataset_get_table (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), NULL);

  return self->table;
}

/**
 * comptoir_dataset_get_n_rows:
 *
 * Returns: how many rows of the table to show; it may hold more already
 */
guint
comptoir_dataset_get_n_rows (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), 0);

  return self->n_rows;
}

gboolean
comptoir_dataset_get_loading (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), FALSE);

  return self->exchange != NULL;
}

/**
 * comptoir_dataset_get_received:
 *
 * Returns: bytes of the reply that is coming in, or of the last
 */
guint64
comptoir_dataset_get_received (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), 0);

  return self->received;
}

/**
 * comptoir_dataset_get_expected:
 *
 * Returns: bytes that the reply is to have, or -1 where the service didn't say
 */
gint64
comptoir_dataset_get_expected (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), -1);

  return self->expected;
}

/**
 * comptoir_dataset_get_fetched_at:
 *
 * Returns: (transfer none) (nullable): when the shown rows left the service, in UTC; %NULL while
 *   there are none, or only the first of a reply
 */
GDateTime *
comptoir_dataset_get_fetched_at (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), NULL);

  return self->fetched_at;
}

/**
 * comptoir_dataset_get_error:
 *
 * Returns: (transfer none) (nullable): why the last try failed, of %KASH_ERROR or
 *   %COMPTOIR_FORMAT_ERROR, with a sentence to show
 */
const GError *
comptoir_dataset_get_error (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), NULL);

  return self->error;
}

/**
 * comptoir_dataset_get_unreadable:
 *
 * Returns: (transfer none) (nullable): the reply that could not be read, its first mebibyte
 */
GBytes *
comptoir_dataset_get_unreadable (ComptoirDataset *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), NULL);

  return self->unreadable;
}

/**
 * comptoir_dataset_load:
 *
 * Shows the kept copy and asks the service for a newer one, the first time; afterwards, nothing,
 * unless it was cancelled before there was anything to show.
 */
void
comptoir_dataset_load (ComptoirDataset *self)
{
  g_return_if_fail (COMPTOIR_IS_DATASET (self));

  if (self->exchange == NULL && self->table == NULL && self->error == NULL)
    comptoir_dataset_refresh (self);
}

/**
 * comptoir_dataset_refresh:
 *
 * Asks the service for the rows as they are now; nothing while that is under way. The first time
 * the kept copy is shown before.
 */
void
comptoir_dataset_refresh (ComptoirDataset *self)
{
  g_return_if_fail (COMPTOIR_IS_DATASET (self));

  if (self->client == NULL || self->exchange != NULL)
    return;
  if (self->store != NULL && !self->tried_kept)
    comptoir_dataset_ask_store (self);
  else
    comptoir_dataset_ask_service (self);
  self->tried_kept = TRUE;
}

/**
 * comptoir_dataset_cancel:
 *
 * Gives up the try under way: what was shown before it stays, and there is no error.
 */
void
comptoir_dataset_cancel (ComptoirDataset *self)
{
  g_return_if_fail (COMPTOIR_IS_DATASET (self));

  if (self->exchange != NULL)
    comptoir_dataset_give_up (self);
}

/**
 * comptoir_dataset_find_row:
 * @id: the id as text
 * @row: (out): the row's number in the table
 *
 * Returns: whether a row that is shown has that id
 */
gboolean
comptoir_dataset_find_row (ComptoirDataset *self, const char *id, guint *row)
{
  g_return_val_if_fail (COMPTOIR_IS_DATASET (self), FALSE);
  g_return_val_if_fail (id != NULL && row != NULL, FALSE);

  if (self->table == NULL)
    return FALSE;
  if (self->lookup == NULL)
    self->lookup = comptoir_lookup_new (self->table);
  return comptoir_lookup_find (self->lookup, id, strlen (id), row) && *row < self->n_rows;
}
