/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-shop.h"

#include <string.h>

#include "comptoir-lookup.h"

/* What is known of one resource that others refer to. */
typedef struct
{
  gboolean wanted;        /* somebody asked for a title of it */
  GHashTable *titles;     /* id → title, or %NULL where a row has none */
  ComptoirLookup *lookup; /* (nullable): of the table they are from */
  ComptoirTable *table;   /* (nullable): the rows last told of */
  guint n_rows;
} References;

struct _ComptoirShop
{
  GObject parent_instance;

  ComptoirAccountEntry *entry;
  KashClient *client;
  ComptoirStore *store; /* (nullable) */
  ComptoirDataset *datasets[KASH_N_RESOURCES];
  References references[KASH_N_RESOURCES];
  gboolean key_refused;
};

G_DEFINE_FINAL_TYPE (ComptoirShop, comptoir_shop, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ENTRY,
  PROP_CLIENT,
  PROP_STORE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  KEY_REFUSED,
  REFERENCES_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
has_refused_key (ComptoirDataset *dataset)
{
  return g_error_matches (comptoir_dataset_get_error (dataset), KASH_ERROR, KASH_ERROR_REFUSED_KEY);
}

static void
on_error (ComptoirDataset *dataset, GParamSpec *pspec, ComptoirShop *self)
{
  if (has_refused_key (dataset))
    comptoir_shop_tell_key_refused (self);
}

/* The dataset that references by this name point to, loaded when first asked for. */
static ComptoirDataset *
get_referenced (ComptoirShop *self, const char *resource)
{
  KashResource number;
  ComptoirDataset *dataset;

  if (!kash_resource_from_name (resource, &number))
    return NULL;
  dataset = comptoir_shop_get_dataset (self, number);
  if (!self->references[number].wanted)
    {
      self->references[number].wanted = TRUE;
      comptoir_dataset_load (dataset);
    }
  return dataset;
}

/* With a lookup of the table there is now, or NULL while there is none. */
static References *
get_references (ComptoirShop *self, const char *resource)
{
  ComptoirDataset *dataset = get_referenced (self, resource);
  ComptoirTable *table = dataset != NULL ? comptoir_dataset_get_table (dataset) : NULL;
  References *references;

  if (table == NULL)
    return NULL;
  references = &self->references[comptoir_dataset_get_resource (dataset)];
  if (references->lookup != NULL && comptoir_lookup_get_table (references->lookup) == table)
    return references;
  g_clear_pointer (&references->lookup, comptoir_lookup_free);
  references->lookup = comptoir_lookup_new_for_references (table);
  g_hash_table_remove_all (references->titles);
  return references;
}

static void
tell_of_rows (ComptoirShop *self, ComptoirDataset *dataset)
{
  References *references = &self->references[comptoir_dataset_get_resource (dataset)];
  ComptoirTable *table = comptoir_dataset_get_table (dataset);
  guint n_rows = comptoir_dataset_get_n_rows (dataset);

  if (references->table == table && references->n_rows == n_rows)
    return;
  g_set_object (&references->table, table);
  references->n_rows = n_rows;
  if (references->wanted)
    g_signal_emit (self, signals[REFERENCES_CHANGED], 0);
}

/* A table is whole: while one streams in, titles aren't asked for again at every row. */
static void
on_fetched_at (ComptoirDataset *dataset, GParamSpec *pspec, ComptoirShop *self)
{
  tell_of_rows (self, dataset);
}

static void
on_loading (ComptoirDataset *dataset, GParamSpec *pspec, ComptoirShop *self)
{
  if (!comptoir_dataset_get_loading (dataset))
    tell_of_rows (self, dataset);
}

static void
comptoir_shop_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  ComptoirShop *self = COMPTOIR_SHOP (object);

  switch (property_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_CLIENT:
      g_value_set_object (value, self->client);
      break;
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
comptoir_shop_dispose (GObject *object)
{
  ComptoirShop *self = COMPTOIR_SHOP (object);

  for (guint i = 0; i < KASH_N_RESOURCES; i++)
    if (self->datasets[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->datasets[i], self);
        comptoir_dataset_cancel (self->datasets[i]);
        g_clear_object (&self->datasets[i]);
      }

  G_OBJECT_CLASS (comptoir_shop_parent_class)->dispose (object);
}

static void
comptoir_shop_finalize (GObject *object)
{
  ComptoirShop *self = COMPTOIR_SHOP (object);

  for (guint i = 0; i < KASH_N_RESOURCES; i++)
    {
      g_clear_pointer (&self->references[i].titles, g_hash_table_unref);
      g_clear_pointer (&self->references[i].lookup, comptoir_lookup_free);
      g_clear_object (&self->references[i].table);
    }
  g_clear_object (&self->entry);
  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (comptoir_shop_parent_class)->finalize (object);
}

static void
comptoir_shop_class_init (ComptoirShopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = comptoir_shop_get_property;
  object_class->dispose = comptoir_shop_dispose;
  object_class->finalize = comptoir_shop_finalize;

  properties[PROP_ENTRY]
      = g_param_spec_object ("entry", NULL, NULL, COMPTOIR_TYPE_ACCOUNT_ENTRY, flags);
  properties[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, KASH_TYPE_CLIENT, flags);
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, COMPTOIR_TYPE_STORE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ComptoirShop::key-refused:
   *
   * The service refused the key. Once, however many datasets failed for it, until
   * comptoir_shop_set_account() gives another.
   */
  signals[KEY_REFUSED] = g_signal_new ("key-refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ComptoirShop::references-changed:
   *
   * A title that comptoir_shop_get_reference_title() gave, or couldn't give, may be another now.
   */
  signals[REFERENCES_CHANGED]
      = g_signal_new ("references-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
}

static void
comptoir_shop_init (ComptoirShop *self)
{
  for (guint i = 0; i < KASH_N_RESOURCES; i++)
    self->references[i].titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * comptoir_shop_new:
 * @entry: what is known of the account but its key
 * @account: the account with its key
 * @store: (nullable): where to keep replies; %NULL keeps nothing
 *
 * Returns: (transfer full): a shop that has asked for nothing yet
 */
ComptoirShop *
comptoir_shop_new (ComptoirAccountEntry *entry, KashAccount *account, ComptoirStore *store)
{
  ComptoirShop *self;

  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (entry), NULL);
  g_return_val_if_fail (KASH_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (store == NULL || COMPTOIR_IS_STORE (store), NULL);

  self = g_object_new (COMPTOIR_TYPE_SHOP, NULL);
  self->entry = g_object_ref (entry);
  self->client = kash_client_new (account);
  self->store = store != NULL ? g_object_ref (store) : NULL;
  return self;
}

/**
 * comptoir_shop_get_entry:
 *
 * Returns: (transfer none): the account's entry
 */
ComptoirAccountEntry *
comptoir_shop_get_entry (ComptoirShop *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SHOP (self), NULL);

  return self->entry;
}

/**
 * comptoir_shop_get_client:
 *
 * Returns: (transfer none): the client, the same for the life of the shop
 */
KashClient *
comptoir_shop_get_client (ComptoirShop *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SHOP (self), NULL);

  return self->client;
}

/**
 * comptoir_shop_get_store:
 *
 * Returns: (transfer none) (nullable): where replies are kept
 */
ComptoirStore *
comptoir_shop_get_store (ComptoirShop *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SHOP (self), NULL);

  return self->store;
}

/**
 * comptoir_shop_get_journal:
 * @self: a shop with a store
 *
 * Returns: (transfer none) (nullable): the drafts and the sent orders of its store; %NULL for a
 *   shop of which nothing is kept
 */
ComptoirOrderJournal *
comptoir_shop_get_journal (ComptoirShop *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SHOP (self), NULL);

  return self->store != NULL ? comptoir_store_get_journal (self->store) : NULL;
}

/**
 * comptoir_shop_set_account:
 * @account: the same account with another key
 *
 * Goes on with a new key: the datasets that failed because of the old one try again.
 */
void
comptoir_shop_set_account (ComptoirShop *self, KashAccount *account)
{
  g_return_if_fail (COMPTOIR_IS_SHOP (self));
  g_return_if_fail (KASH_IS_ACCOUNT (account));

  kash_client_set_account (self->client, account);
  self->key_refused = FALSE;
  for (guint i = 0; i < KASH_N_RESOURCES; i++)
    if (self->datasets[i] != NULL && has_refused_key (self->datasets[i]))
      comptoir_dataset_refresh (self->datasets[i]);
}

/**
 * comptoir_shop_tell_key_refused:
 *
 * Something else than a dataset found its key refused. Tells of it as for a dataset; what failed is
 * tried again by whoever asked, when the client's #KashClient:account has changed.
 */
void
comptoir_shop_tell_key_refused (ComptoirShop *self)
{
  g_return_if_fail (COMPTOIR_IS_SHOP (self));

  if (self->key_refused)
    return;
  self->key_refused = TRUE;
  g_signal_emit (self, signals[KEY_REFUSED], 0);
}

/**
 * comptoir_shop_get_dataset:
 *
 * Returns: (transfer none): the dataset of @resource, the same each time; it loads nothing until
 *   comptoir_dataset_load()
 */
ComptoirDataset *
comptoir_shop_get_dataset (ComptoirShop *self, KashResource resource)
{
  ComptoirDataset *dataset;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (self), NULL);
  g_return_val_if_fail ((guint) resource < KASH_N_RESOURCES, NULL);

  if (self->datasets[resource] != NULL)
    return self->datasets[resource];

  dataset = comptoir_dataset_new (self->client, self->store,
                                  comptoir_account_entry_get_id (self->entry), resource);
  g_signal_connect (dataset, "notify::error", G_CALLBACK (on_error), self);
  g_signal_connect (dataset, "notify::fetched-at", G_CALLBACK (on_fetched_at), self);
  g_signal_connect (dataset, "notify::loading", G_CALLBACK (on_loading), self);
  self->datasets[resource] = dataset;
  return dataset;
}

/**
 * comptoir_shop_get_reference_title:
 * @resource: a resource's name, "departments"; one that isn't served has no titles
 * @id: a row's id
 *
 * Returns: (transfer none) (nullable): the row's title, good until the main loop runs again;
 *   %NULL while it isn't known
 */
const char *
comptoir_shop_get_reference_title (ComptoirShop *self, const char *resource, const char *id)
{
  References *references;
  gpointer title;
  guint row;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (self), NULL);
  g_return_val_if_fail (resource != NULL && id != NULL, NULL);

  references = get_references (self, resource);
  if (references == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (references->titles, id, NULL, &title))
    return title;
  title = comptoir_lookup_dup_title_of (references->lookup, id, strlen (id));
  /* Of a row that isn't there yet the title may still come. */
  if (title == NULL && !comptoir_lookup_find (references->lookup, id, strlen (id), &row))
    return NULL;
  g_hash_table_insert (references->titles, g_strdup (id), title);
  return title;
}

/**
 * comptoir_shop_find_reference_row:
 * @resource: a resource's name
 * @id: what a reference to it names
 * @row: (out): the row's number in its table
 *
 * Returns: whether there is such a row, the first of several
 */
gboolean
comptoir_shop_find_reference_row (ComptoirShop *self,
                                  const char *resource,
                                  const char *id,
                                  guint *row)
{
  References *references;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (self), FALSE);
  g_return_val_if_fail (resource != NULL && id != NULL && row != NULL, FALSE);

  references = get_references (self, resource);
  return references != NULL && comptoir_lookup_find (references->lookup, id, strlen (id), row)
         && *row < comptoir_dataset_get_n_rows (get_referenced (self, resource));
}

/**
 * comptoir_shop_get_reference_table:
 * @resource: a resource's name
 *
 * Returns: (transfer none) (nullable): the table of @resource, for going through many references
 *   on another thread
 */
ComptoirTable *
comptoir_shop_get_reference_table (ComptoirShop *self, const char *resource)
{
  ComptoirDataset *dataset;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (self), NULL);
  g_return_val_if_fail (resource != NULL, NULL);

  dataset = get_referenced (self, resource);
  return dataset != NULL ? comptoir_dataset_get_table (dataset) : NULL;
}
