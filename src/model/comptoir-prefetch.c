/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-prefetch.h"

struct _ComptoirPrefetch
{
  GObject parent_instance;

  ComptoirShop *shop;
  guint source;
  guint next; /* KashResource */
};

G_DEFINE_FINAL_TYPE (ComptoirPrefetch, comptoir_prefetch, G_TYPE_OBJECT)

static void go_on (ComptoirPrefetch *self);

/* Where one list fails like this, so will the next. */
static gboolean
is_hopeless (const GError *error)
{
  return error != NULL && error->domain == KASH_ERROR
         && (error->code == KASH_ERROR_NO_NETWORK || error->code == KASH_ERROR_NO_ANSWER
             || error->code == KASH_ERROR_NOT_SECURE || error->code == KASH_ERROR_REFUSED_KEY
             || error->code == KASH_ERROR_TOO_MANY);
}

static void
on_loading_changed (ComptoirPrefetch *self, GParamSpec *pspec, ComptoirDataset *dataset)
{
  if (comptoir_dataset_get_loading (dataset))
    return;
  g_signal_handlers_disconnect_by_func (dataset, on_loading_changed, self);
  if (!is_hopeless (comptoir_dataset_get_error (dataset)))
    go_on (self);
}

/* The small lists come first: items and clients may take their time. */
static KashResource
get_resource (guint position)
{
  static const KashResource large[] = { KASH_RESOURCE_ITEMS, KASH_RESOURCE_CLIENTS };
  guint n_small = KASH_N_RESOURCES - G_N_ELEMENTS (large);

  if (position >= n_small)
    return large[position - n_small];
  for (KashResource i = 0; i < KASH_N_RESOURCES; i++)
    if (i != large[0] && i != large[1] && position-- == 0)
      return i;
  g_return_val_if_reached (KASH_RESOURCE_ITEMS);
}

static void
go_on (ComptoirPrefetch *self)
{
  while (self->next < KASH_N_RESOURCES)
    {
      ComptoirDataset *dataset
          = comptoir_shop_get_dataset (self->shop, get_resource (self->next++));

      comptoir_dataset_load (dataset);
      if (comptoir_dataset_get_loading (dataset))
        {
          g_signal_connect_object (dataset, "notify::loading", G_CALLBACK (on_loading_changed),
                                   self, G_CONNECT_SWAPPED);
          return;
        }
    }
}

static void
on_delay_over (gpointer user_data)
{
  ComptoirPrefetch *self = user_data;

  self->source = 0;
  go_on (self);
}

static void
comptoir_prefetch_dispose (GObject *object)
{
  ComptoirPrefetch *self = COMPTOIR_PREFETCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (comptoir_prefetch_parent_class)->dispose (object);
}

static void
comptoir_prefetch_class_init (ComptoirPrefetchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comptoir_prefetch_dispose;
}

static void
comptoir_prefetch_init (ComptoirPrefetch *self)
{
}

/**
 * comptoir_prefetch_new:
 * @shop: a shop
 *
 * Returns: (transfer full): what loads its lists, once started
 */
ComptoirPrefetch *
comptoir_prefetch_new (ComptoirShop *shop)
{
  ComptoirPrefetch *self;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  self = g_object_new (COMPTOIR_TYPE_PREFETCH, NULL);
  self->shop = g_object_ref (shop);
  return self;
}

/**
 * comptoir_prefetch_start:
 * @self: a prefetch
 * @delay: milliseconds to wait first, so that what the person looks at comes before
 *
 * Begins to load the lists. Nothing happens when it has begun already.
 */
void
comptoir_prefetch_start (ComptoirPrefetch *self, guint delay)
{
  g_return_if_fail (COMPTOIR_IS_PREFETCH (self));

  if (self->source == 0 && self->next == 0)
    self->source = g_timeout_add_once (delay, on_delay_over, self);
}
