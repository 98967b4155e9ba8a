/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-demo.h"

struct _ComptoirDemo
{
  GObject parent_instance;

  DemoShop *shop;
};

G_DEFINE_FINAL_TYPE (ComptoirDemo, comptoir_demo, G_TYPE_OBJECT)

typedef struct
{
  guint32 seed;
  GDate today;
} Wish;

static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  DemoShopOptions options
      = { .seed = wish->seed, .today = g_date_valid (&wish->today) ? &wish->today : NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DemoShop) shop = demo_shop_new (&options, &error);

  if (shop == NULL || !demo_shop_start (shop, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&shop), g_object_unref);
}

static void
comptoir_demo_dispose (GObject *object)
{
  ComptoirDemo *self = COMPTOIR_DEMO (object);

  if (self->shop != NULL)
    demo_shop_stop (self->shop);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (comptoir_demo_parent_class)->dispose (object);
}

static void
comptoir_demo_class_init (ComptoirDemoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comptoir_demo_dispose;
}

static void
comptoir_demo_init (ComptoirDemo *self)
{
}

/**
 * comptoir_demo_new_async:
 * @seed: the same seed gives the same shop
 * @today: (nullable): the day it is there, %NULL for the real one
 * @cancellable: (nullable): a cancellable
 * @callback: called when the shop serves
 * @user_data: for @callback
 *
 * Makes the demo shop and starts it on loopback. That takes a while, and happens on a thread.
 */
void
comptoir_demo_new_async (guint32 seed,
                         const GDate *today,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Wish *wish = g_new0 (Wish, 1);

  wish->seed = seed;
  if (today != NULL)
    wish->today = *today;
  g_task_set_source_tag (task, comptoir_demo_new_async);
  g_task_set_task_data (task, wish, g_free);
  g_task_run_in_thread (task, make);
}

/**
 * comptoir_demo_new_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the demo shop, serving
 */
ComptoirDemo *
comptoir_demo_new_finish (GAsyncResult *result, GError **error)
{
  ComptoirDemo *self;
  DemoShop *shop;

  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_demo_new_async), NULL);

  shop = g_task_propagate_pointer (G_TASK (result), error);
  if (shop == NULL)
    return NULL;
  self = g_object_new (COMPTOIR_TYPE_DEMO, NULL);
  self->shop = shop;
  return self;
}

/**
 * comptoir_demo_get_shop:
 * @self: a demo
 *
 * Returns: (transfer none): the shop that serves
 */
DemoShop *
comptoir_demo_get_shop (ComptoirDemo *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DEMO (self), NULL);

  return self->shop;
}

/**
 * comptoir_demo_dup_account:
 * @self: a demo
 *
 * Returns: (transfer full): the account to use it with
 */
KashAccount *
comptoir_demo_dup_account (ComptoirDemo *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DEMO (self), NULL);

  return kash_account_new (demo_shop_get_base_url (self->shop), DEMO_SHOP_ID,
                           demo_shop_get_key (self->shop), NULL);
}
