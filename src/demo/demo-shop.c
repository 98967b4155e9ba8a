/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <libsoup/soup.h>

#include "demo-api.h"
#include "demo-controls.h"
#include "demo-door.h"
#include "demo-sender.h"
#include "demo-shop.h"

struct _DemoShop
{
  GObject parent_instance;

  DemoControls *controls;
  DemoApi *api; /* the server's thread's alone, once it runs */
  SoupServer *server;
  DemoDoor *door;
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  GCancellable *cancellable;
  guint n_running;
  char *base_url;
  guint16 port;
  guint latency;
  GHashTable *waiting; /* set of Exchange */
};

G_DEFINE_FINAL_TYPE (DemoShop, demo_shop, G_TYPE_OBJECT)

/* A request that waits for its answer. */
typedef struct
{
  DemoShop *shop;
  SoupServerMessage *message;
  char *endpoint;
  GSource *timer;
} Exchange;

static void
exchange_free (gpointer data)
{
  Exchange *self = data;

  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_object_unref (self->message);
  g_free (self->endpoint);
  g_free (self);
}

static char *
get_body_text (SoupServerMessage *message)
{
  g_autoptr (GBytes) body
      = soup_message_body_flatten (soup_server_message_get_request_body (message));
  gsize size;
  const char *data = g_bytes_get_data (body, &size);

  return g_strndup (data != NULL ? data : "", size);
}

static DemoReply *
handle (DemoShop *self, Exchange *exchange)
{
  g_autofree char *body = get_body_text (exchange->message);
  DemoRequest request
      = { .method = soup_server_message_get_method (exchange->message),
          .endpoint = exchange->endpoint,
          .query = g_uri_get_query (soup_server_message_get_uri (exchange->message)),
          .body = body,
          .key = demo_controls_get_key (self->controls),
          .shape = demo_controls_get_shape (self->controls) };
  DemoReply *reply = demo_api_handle (self->api, &request);

  demo_controls_set_n_orders (self->controls, demo_api_get_n_orders (self->api));

  return reply;
}

static void
answer (DemoShop *self, Exchange *exchange)
{
  GUri *uri = soup_server_message_get_uri (exchange->message);
  const DemoFaultKind *fault
      = demo_controls_take_fault (self->controls, exchange->endpoint, g_uri_get_host (uri));
  g_autoptr (DemoReply) reply = NULL;
  DemoWirePlan *plan = NULL;

  if (fault == NULL || demo_fault_kind_is_carried_out (fault))
    reply = handle (self, exchange);
  else
    reply = demo_reply_new_text (200, "application/json; charset=utf-8", "");
  if (fault != NULL)
    {
      const char *query = g_uri_get_query (uri);
      g_autofree char *target
          = g_strconcat (g_uri_get_path (uri), query != NULL ? "?" : NULL, query, NULL);

      plan = demo_fault_kind_apply (fault, reply, self->port, target);
    }
  if (plan != NULL)
    demo_sender_follow (exchange->message, demo_door_find_socket (self->door, exchange->message),
                        plan, self->cancellable, &self->n_running);
  else
    demo_sender_send (exchange->message, reply);
}

static gboolean
on_latency_over (gpointer data)
{
  Exchange *exchange = data;
  DemoShop *self = exchange->shop;

  g_hash_table_steal (self->waiting, exchange);
  answer (self, exchange);
  exchange_free (exchange);

  return G_SOURCE_REMOVE;
}

static char *
get_endpoint (const char *path)
{
  if (g_str_has_prefix (path, "/workers/"))
    return g_strdup (path + strlen ("/workers/"));
  if (strcmp (path, "/documents") == 0)
    return g_strdup ("documents");

  return g_strdup ("");
}

/* Answers are given from a timer of their own even without latency: a connection can be taken out
 * of the server's hands there, which it doesn't expect within this call. */
static void
on_request (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  DemoShop *self = data;
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->shop = self;
  exchange->message = g_object_ref (message);
  exchange->endpoint = get_endpoint (path);
  exchange->timer = g_timeout_source_new (self->latency);
  demo_controls_count_request (self->controls, exchange->endpoint);
  soup_server_message_pause (message);
  g_hash_table_add (self->waiting, exchange);
  g_source_set_callback (exchange->timer, on_latency_over, exchange, NULL);
  g_source_attach (exchange->timer, self->context);
}

static gpointer
run (gpointer data)
{
  DemoShop *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);

  g_hash_table_remove_all (self->waiting);
  g_cancellable_cancel (self->cancellable);
  while (self->n_running > 0)
    g_main_context_iteration (self->context, TRUE);
  g_clear_pointer (&self->door, demo_door_free);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static gboolean
on_quit (gpointer data)
{
  DemoShop *self = data;

  g_main_loop_quit (self->loop);

  return G_SOURCE_REMOVE;
}

static gboolean
listen (DemoShop *self, GError **error)
{
  self->server = soup_server_new ("server-header", "Apache", NULL);
  soup_server_add_handler (self->server, NULL, on_request, self, NULL);
  self->door = demo_door_new (self->server, self->port, error);
  if (self->door == NULL)
    return FALSE;
  self->port = demo_door_get_port (self->door);
  g_free (self->base_url);
  self->base_url = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  demo_api_set_base_url (self->api, self->base_url);

  return TRUE;
}

static void
demo_shop_finalize (GObject *object)
{
  DemoShop *self = DEMO_SHOP (object);

  demo_shop_stop (self);
  g_clear_pointer (&self->api, demo_api_free);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
  g_clear_pointer (&self->controls, demo_controls_free);
  g_clear_pointer (&self->base_url, g_free);

  G_OBJECT_CLASS (demo_shop_parent_class)->finalize (object);
}

static void
demo_shop_class_init (DemoShopClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = demo_shop_finalize;
}

static void
demo_shop_init (DemoShop *self)
{
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->waiting = g_hash_table_new_full (NULL, NULL, exchange_free, NULL);
  self->controls = demo_controls_new ();
}

/**
 * demo_shop_new:
 * @options: (nullable): what shop it is, %NULL for the usual one
 * @error: return location for a %G_IO_ERROR: no such shape or fault, a database that can't be used
 *
 * Returns: (transfer full) (nullable): a shop that is still closed
 */
DemoShop *
demo_shop_new (const DemoShopOptions *options, GError **error)
{
  static const DemoShopOptions usual = { 0 };
  g_autoptr (DemoShop) self = g_object_new (DEMO_TYPE_SHOP, NULL);

  if (options == NULL)
    options = &usual;
  self->port = options->port;
  self->latency = options->latency;
  if (!demo_controls_set_shape (self->controls, options->shape, error)
      || !demo_controls_set_faults (self->controls, options->faults, error))
    return NULL;
  self->api = demo_api_new (options->seed, options->n_items, options->n_clients, options->today,
                            options->database, error);
  if (self->api == NULL)
    return NULL;
  demo_controls_set_n_orders (self->controls, demo_api_get_n_orders (self->api));

  return g_steal_pointer (&self);
}

/**
 * demo_shop_start:
 * @self: a shop that is closed
 * @error: return location for a #GError: the port is taken
 *
 * Opens the shop: it is served on loopback from a thread of its own until demo_shop_stop().
 *
 * Returns: whether it is open
 */
gboolean
demo_shop_start (DemoShop *self, GError **error)
{
  gboolean listening;

  g_return_val_if_fail (DEMO_IS_SHOP (self), FALSE);
  g_return_val_if_fail (self->thread == NULL, FALSE);

  /* The server belongs to the context it was made under. */
  g_main_context_push_thread_default (self->context);
  listening = listen (self, error);
  g_main_context_pop_thread_default (self->context);
  if (!listening)
    {
      g_clear_object (&self->server);
      return FALSE;
    }
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->thread = g_thread_new ("demo-shop", run, self);

  return TRUE;
}

/**
 * demo_shop_stop:
 * @self: a shop
 *
 * Closes the shop, if it is open, and every connection to it. It can be opened again, on the same
 * port.
 */
void
demo_shop_stop (DemoShop *self)
{
  g_autoptr (GSource) source = NULL;

  g_return_if_fail (DEMO_IS_SHOP (self));

  if (self->thread == NULL)
    return;
  source = g_idle_source_new ();
  g_source_set_callback (source, on_quit, self, NULL);
  g_source_attach (source, self->context);
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * demo_shop_get_base_url:
 * @self: a shop
 *
 * Returns: (transfer none) (nullable): "http://127.0.0.1:PORT", %NULL before it was first open
 */
const char *
demo_shop_get_base_url (DemoShop *self)
{
  g_return_val_if_fail (DEMO_IS_SHOP (self), NULL);

  return self->base_url;
}

/**
 * demo_shop_get_key:
 * @self: a shop
 *
 * Returns: (transfer none): the key that is right now; stays valid as long as @self
 */
const char *
demo_shop_get_key (DemoShop *self)
{
  g_return_val_if_fail (DEMO_IS_SHOP (self), NULL);

  return demo_controls_get_key (self->controls);
}

/**
 * demo_shop_set_fault:
 * @self: a shop
 * @fault: (nullable): see demo-fault.h; %NULL for none
 * @error: return location for %G_IO_ERROR_INVALID_ARGUMENT
 *
 * Takes the place of all faults there were, for requests not yet answered.
 *
 * Returns: whether there is such a fault
 */
gboolean
demo_shop_set_fault (DemoShop *self, const char *fault, GError **error)
{
  const char *const faults[] = { fault, NULL };

  g_return_val_if_fail (DEMO_IS_SHOP (self), FALSE);

  return demo_controls_set_faults (self->controls, faults, error);
}

/**
 * demo_shop_set_shape:
 * @self: a shop
 * @shape: (nullable): see demo-shape.h; %NULL for the usual one
 * @error: return location for %G_IO_ERROR_INVALID_ARGUMENT
 *
 * Returns: whether there is such a shape
 */
gboolean
demo_shop_set_shape (DemoShop *self, const char *shape, GError **error)
{
  g_return_val_if_fail (DEMO_IS_SHOP (self), FALSE);

  return demo_controls_set_shape (self->controls, shape, error);
}

/**
 * demo_shop_change_key:
 * @self: a shop
 *
 * Gives the shop another key; the old one is refused from now on.
 */
void
demo_shop_change_key (DemoShop *self)
{
  g_return_if_fail (DEMO_IS_SHOP (self));

  demo_controls_change_key (self->controls);
}

/**
 * demo_shop_get_n_requests:
 * @self: a shop
 * @endpoint: (nullable): "getPlus.php", %NULL for all
 *
 * Returns: how many requests came, answered or not
 */
guint
demo_shop_get_n_requests (DemoShop *self, const char *endpoint)
{
  g_return_val_if_fail (DEMO_IS_SHOP (self), 0);

  return demo_controls_get_n_requests (self->controls, endpoint);
}

/**
 * demo_shop_get_n_orders:
 * @self: a shop
 *
 * Returns: how many orders were posted and recorded, in the database's whole life
 */
guint
demo_shop_get_n_orders (DemoShop *self)
{
  g_return_val_if_fail (DEMO_IS_SHOP (self), 0);

  return demo_controls_get_n_orders (self->controls);
}
