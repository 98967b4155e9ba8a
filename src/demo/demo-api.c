/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-api-private.h"
#include "demo-document.h"
#include "demo-order-form.h"
#include "demo-shop.h"

#define JSON_TYPE "application/json; charset=utf-8"

/* How many orders are pending when the shop first opens. */
#define N_FIRST_ORDERS 7

static DemoReply *
handle_sign_in (const DemoRequest *request, const DemoForm *form)
{
  g_autofree char *json = NULL;

  if (strcmp (request->method, "POST") != 0)
    return demo_api_refuse (405, "Méthode non autorisée.");
  if (g_strcmp0 (demo_form_get (form, "login"), DEMO_LOGIN) != 0
      || g_strcmp0 (demo_form_get (form, "password"), DEMO_PASSWORD) != 0)
    return demo_api_refuse (200, "Identifiant ou mot de passe incorrect.");
  json = g_strdup_printf ("{\"result\":\"OK\",\"APIKEY\":\"%s\",\"SHOPID\":\"" DEMO_SHOP_ID "\"}",
                          request->key);

  return demo_reply_new_text (200, JSON_TYPE, json);
}

/* Newer pages of the vendor name the shop parameter shopID (kash-api.md §5). */
static DemoReply *
check_key (const DemoRequest *request, const DemoForm *form)
{
  const char *shop = demo_form_get (form, "idboutique");
  const char *key = demo_form_get (form, "key");

  if (shop == NULL)
    shop = demo_form_get (form, "shopID");
  if (shop == NULL || key == NULL || *key == '\0')
    return demo_api_refuse (401, "Les paramètres idboutique et key sont obligatoires.");
  if (strcmp (shop, DEMO_SHOP_ID) != 0)
    return demo_api_refuse (403, "Boutique inconnue.");
  if (strcmp (key, request->key) != 0)
    return demo_api_refuse (401, "Clé d’accès refusée.");

  return NULL;
}

static DemoReply *
handle_resource (DemoApi *self,
                 const DemoRequest *request,
                 const DemoForm *form,
                 const DemoResource *resource)
{
  static const char *const formats[] = { "json", "csv", "html" };
  g_autoptr (GPtrArray) pending = NULL;
  const char *name = demo_form_get (form, "format");
  DemoReply *reply;
  guint format = 0;

  if (strcmp (request->method, "GET") != 0)
    return demo_api_refuse (405, "Méthode non autorisée.");
  if (name != NULL)
    while (format < G_N_ELEMENTS (formats) && strcmp (name, formats[format]) != 0)
      format++;
  if (format == G_N_ELEMENTS (formats))
    return demo_api_refuse (400, "Le format doit être json, csv ou html.");
  pending = demo_orders_list_pending (self->orders);
  reply = demo_reply_new (200, demo_shape_get_content_type (request->shape, format), NULL);
  reply->listing = demo_listing_new (resource, self->catalogue, pending, format, request->shape);

  return reply;
}

static DemoReply *
accept_order (DemoApi *self, const DemoRequest *request, const DemoOrder *order)
{
  g_autoptr (GString) json = g_string_new (NULL);

  g_string_append_printf (json, "{\"result\":\"OK\",\"orderID\":%d", order->id);
  if (order->sale->payment != -1)
    {
      g_autofree char *address
          = demo_document_get_address (self->base_url, request->key, order->id);

      g_string_append_printf (json, ",\"%s\":", order->sale->payment > 0 ? "invoice" : "quote");
      demo_append_json_string (json, address, strlen (address), FALSE);
    }
  g_string_append_c (json, '}');

  return demo_reply_new_text (200, JSON_TYPE, json->str);
}

/* The form is kept as it came, but for the key. */
static char *
forget_key (const char *body)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  g_auto (GStrv) fields = g_strsplit (body, "&", -1);

  for (guint i = 0; fields[i] != NULL; i++)
    if (!g_str_has_prefix (fields[i], "key="))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "&" : "", fields[i]);

  return g_strdup (kept->str);
}

static DemoReply *
handle_order (DemoApi *self, const DemoRequest *request, const DemoForm *form)
{
  g_autoptr (DemoOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  DemoClient client;
  gboolean has_client = FALSE;
  GDate today;

  if (strcmp (request->method, "POST") != 0)
    return demo_api_refuse (405, "Méthode non autorisée.");
  order = demo_order_form_read (self->catalogue, form, demo_api_get_now (self, &today), &client,
                                &has_client, &message);
  if (order == NULL)
    return demo_reply_new_error (200, "errorMessage", message);
  order->form = forget_key (request->body);
  if (!demo_orders_add (self->orders, order, has_client ? &client : NULL, &error))
    {
      g_warning ("%s", error->message);
      return demo_reply_new_error (500, "errorMessage", "La commande n’a pas pu être enregistrée.");
    }

  return accept_order (self, request, order);
}

static DemoReply *
handle_document (DemoApi *self, const DemoRequest *request, const DemoForm *form)
{
  g_autoptr (DemoOrder) order = NULL;
  g_autofree char *html = NULL;
  int id = 0;

  if (demo_form_get_int (form, "order", &id)
      && demo_document_check (request->key, id, demo_form_get (form, "token")))
    order = demo_orders_get (self->orders, id);
  if (order == NULL)
    return demo_reply_new_text (404, "text/plain; charset=utf-8", "Document inconnu.\n");
  html = demo_document_write (self->catalogue, order);

  return demo_reply_new_text (200, "text/html; charset=utf-8", html);
}

/* The shop doesn't open on an empty list of pending orders: some of the day's are still to be paid.
 */
static gboolean
add_first_orders (DemoApi *self, GError **error)
{
  g_autoptr (DemoDay) day = NULL;
  GDate today;
  gint64 now = demo_api_get_now (self, &today);
  guint n_added = 0;

  if (demo_orders_count (self->orders, FALSE) > 0)
    return TRUE;
  /* A day the shop is open, whichever it was. */
  for (guint i = 0; i < 3 && (day == NULL || day->sales->len == 0); i++)
    {
      g_date_subtract_days (&today, 1);
      g_clear_pointer (&day, demo_day_free);
      day = demo_day_new (self->catalogue, self->seed, &today, G_MAXINT64);
    }
  for (guint i = 0; i < day->sales->len && n_added < N_FIRST_ORDERS; i++)
    {
      const DemoSale *drawn = g_ptr_array_index (day->sales, i);
      g_autoptr (DemoOrder) order = NULL;

      if (drawn->refund || drawn->discount != 0)
        continue;
      order = demo_order_new ();
      demo_sale_free (order->sale);
      order->sale = g_ptr_array_steal_index (day->sales, i);
      order->sale->payment = n_added % 3 == 2 ? -2 : -1;
      order->sale->time = now - (N_FIRST_ORDERS - n_added) * 540;
      order->pager = n_added % 4 == 1 ? (int) n_added + 10 : -1;
      if (!demo_orders_add (self->orders, order, NULL, error))
        return FALSE;
      n_added++;
    }

  return TRUE;
}

/**
 * demo_api_new:
 * @seed: the same seed gives the same shop
 * @n_items: how many items, 0 for the usual ones
 * @n_clients: how many clients, 0 for the usual ones
 * @today: (nullable): the last day there are sales of, %NULL for the day it is in Paris
 * @database: (nullable): SQLite file of the posted orders, %NULL to keep them in memory
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a shop without a server, %NULL with @error when @database
 *   can't be used
 */
DemoApi *
demo_api_new (guint32 seed,
              guint n_items,
              guint n_clients,
              const GDate *today,
              const char *database,
              GError **error)
{
  g_autoptr (DemoApi) self = g_new0 (DemoApi, 1);

  self->seed = seed;
  self->base_url = g_strdup ("");
  if (today != NULL)
    self->today = *today;
  self->catalogue = demo_catalogue_new (seed, n_items, n_clients);
  self->orders = demo_orders_new (database, self->catalogue, error);
  if (self->orders == NULL || !add_first_orders (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * demo_api_free:
 * @self: (transfer full) (nullable): a shop
 */
void
demo_api_free (DemoApi *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->orders, demo_orders_free);
  demo_catalogue_free (self->catalogue);
  g_free (self->base_url);
  g_free (self);
}

/**
 * demo_api_set_base_url:
 * @self: a shop
 * @base_url: where it is served, for the links it gives out
 */
void
demo_api_set_base_url (DemoApi *self, const char *base_url)
{
  g_return_if_fail (self != NULL && base_url != NULL);

  g_free (self->base_url);
  self->base_url = g_strdup (base_url);
}

/**
 * demo_api_get_now:
 * @self: a shop
 * @today: (out caller-allocates): the shop's day
 *
 * Returns: the shop's time in Unix seconds: the time of day it is in Paris, on its day
 */
gint64
demo_api_get_now (const DemoApi *self, GDate *today)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GDateTime) now = NULL;

  now = zone != NULL ? g_date_time_new_now (zone) : g_date_time_new_now_local ();
  if (g_date_valid (&self->today))
    *today = self->today;
  else
    g_date_set_dmy (today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                    g_date_time_get_year (now));

  return demo_day_get_start (today, g_date_time_get_hour (now)) + g_date_time_get_minute (now) * 60
         + g_date_time_get_second (now);
}

/**
 * demo_api_get_n_orders:
 * @self: a shop
 *
 * Returns: how many orders were posted and recorded
 */
guint
demo_api_get_n_orders (DemoApi *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return demo_orders_count (self->orders, TRUE);
}

/**
 * demo_api_handle:
 * @self: a shop
 * @request: what is asked of it
 *
 * Returns: (transfer full): its answer
 */
DemoReply *
demo_api_handle (DemoApi *self, const DemoRequest *request)
{
  gboolean posted;
  g_autoptr (DemoForm) form = NULL;
  const DemoResource *resource;
  DemoReply *refusal;

  g_return_val_if_fail (self != NULL && request != NULL, NULL);

  posted = strcmp (request->method, "POST") == 0;
  form = demo_form_parse (posted ? request->body : request->query);
  resource = demo_resource_find (request->endpoint);
  if (form == NULL)
    return demo_api_refuse (400, "Les textes doivent être en UTF-8.");
  if (strcmp (request->endpoint, "getAuthToken.php") == 0)
    return handle_sign_in (request, form);
  if (strcmp (request->endpoint, "documents") == 0)
    return handle_document (self, request, form);
  refusal = check_key (request, form);
  if (refusal != NULL)
    return refusal;
  if (resource != NULL)
    return handle_resource (self, request, form, resource);
  if (strcmp (request->endpoint, "getSales.php") == 0)
    return demo_api_report (self, request, form);
  if (strcmp (request->endpoint, "webapp.php") == 0)
    return handle_order (self, request, form);

  return demo_reply_new_text (404, "text/html; charset=utf-8",
                              "<html><body><h1>404 Not Found</h1></body></html>\n");
}
