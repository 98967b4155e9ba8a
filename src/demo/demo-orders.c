/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>

#include "demo-orders.h"

struct _DemoOrders
{
  sqlite3 *database;
  DemoCatalogue *catalogue;
};

static const char schema[]
    = "CREATE TABLE IF NOT EXISTS orders ("
      "  id INTEGER PRIMARY KEY AUTOINCREMENT, posted INTEGER NOT NULL, time INTEGER NOT NULL,"
      "  user INTEGER, cashbox INTEGER, client INTEGER, seat INTEGER, delivery INTEGER,"
      "  place_settings INTEGER, payment INTEGER, refund INTEGER, pager INTEGER,"
      "  public_comment TEXT, private_comment TEXT, form TEXT NOT NULL);"
      "CREATE INDEX IF NOT EXISTS orders_by_time ON orders (time);"
      "CREATE TABLE IF NOT EXISTS lines ("
      "  order_id INTEGER NOT NULL REFERENCES orders (id), item INTEGER, department INTEGER,"
      "  title TEXT NOT NULL, quantity INTEGER, unit_price INTEGER, gross INTEGER, net INTEGER,"
      "  vat INTEGER, v1 INTEGER, v2 INTEGER, v3 INTEGER, v4 INTEGER, v5 INTEGER);"
      "CREATE INDEX IF NOT EXISTS lines_by_order ON lines (order_id);"
      "CREATE TABLE IF NOT EXISTS clients ("
      "  id INTEGER PRIMARY KEY, last_name TEXT, first_name TEXT, email TEXT, phone TEXT,"
      "  phone2 TEXT, address1 TEXT, address2 TEXT, address_comment TEXT, postcode TEXT,"
      "  city TEXT, country TEXT, vat_number TEXT, registration TEXT, barcode TEXT,"
      "  latitude REAL, longitude REAL);";

#define N_CLIENT_TEXTS 14

/* The texts of a client in the order of the table's columns. */
static void
list_client_texts (DemoClient *client, char **texts[N_CLIENT_TEXTS])
{
  char **list[N_CLIENT_TEXTS] = {
    &client->last_name,    &client->first_name, &client->email,    &client->phone,
    &client->phone2,       &client->address1,   &client->address2, &client->address_comment,
    &client->postcode,     &client->city,       &client->country,  &client->vat_number,
    &client->registration, &client->barcode,
  };

  for (guint i = 0; i < N_CLIENT_TEXTS; i++)
    texts[i] = list[i];
}

static gboolean
set_error (DemoOrders *self, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The orders’ database: %s",
               sqlite3_errmsg (self->database));
  return FALSE;
}

static sqlite3_stmt *
prepare (DemoOrders *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    g_warning ("The orders’ database: %s", sqlite3_errmsg (self->database));

  return statement;
}

static gboolean
finish (DemoOrders *self, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  sqlite3_finalize (statement);
  return result == SQLITE_DONE || set_error (self, error);
}

static void
bind_ints (sqlite3_stmt *statement, int from, const gint64 *values, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    sqlite3_bind_int64 (statement, from + i, values[i]);
}

static gboolean
insert_client (DemoOrders *self, int id, const DemoClient *client, GError **error)
{
  sqlite3_stmt *statement
      = prepare (self, "INSERT INTO clients VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  DemoClient copy = *client;
  char **texts[N_CLIENT_TEXTS];

  list_client_texts (&copy, texts);
  sqlite3_bind_int (statement, 1, id);
  for (guint i = 0; i < N_CLIENT_TEXTS; i++)
    sqlite3_bind_text (statement, 2 + i, *texts[i], -1, SQLITE_TRANSIENT);
  sqlite3_bind_double (statement, 2 + N_CLIENT_TEXTS, client->latitude);
  sqlite3_bind_double (statement, 3 + N_CLIENT_TEXTS, client->longitude);

  return finish (self, statement, error);
}

static gboolean
insert_order (DemoOrders *self, DemoOrder *order, GError **error)
{
  const DemoSale *sale = order->sale;
  sqlite3_stmt *statement
      = prepare (self, "INSERT INTO orders (posted, time, user, cashbox, client, seat, delivery,"
                       " place_settings, payment, refund, pager, public_comment, private_comment,"
                       " form) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  const gint64 values[] = { order->posted,         sale->time,           sale->user,
                            sale->cashbox,         sale->client,         sale->table,
                            sale->delivery_method, sale->place_settings, sale->payment,
                            sale->refund,          order->pager };

  bind_ints (statement, 1, values, G_N_ELEMENTS (values));
  sqlite3_bind_text (statement, 12, sale->public_comment, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 13, sale->private_comment, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 14, order->form != NULL ? order->form : "", -1, SQLITE_TRANSIENT);
  if (!finish (self, statement, error))
    return FALSE;
  order->id = sqlite3_last_insert_rowid (self->database);

  return TRUE;
}

static gboolean
insert_line (DemoOrders *self, int order, const DemoLine *line, GError **error)
{
  sqlite3_stmt *statement
      = prepare (self, "INSERT INTO lines VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  const gint64 before[] = { order, line->item, line->department };
  const gint64 after[]
      = { line->quantity,      line->unit_price,    line->gross,         line->net,
          line->vat,           line->variations[0], line->variations[1], line->variations[2],
          line->variations[3], line->variations[4] };

  bind_ints (statement, 1, before, G_N_ELEMENTS (before));
  sqlite3_bind_text (statement, 4, line->title, -1, SQLITE_TRANSIENT);
  bind_ints (statement, 5, after, G_N_ELEMENTS (after));

  return finish (self, statement, error);
}

static gboolean
execute (DemoOrders *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK
         || set_error (self, error);
}

/* Clients made by orders of an earlier start come back; their ids follow the catalogue's. */
static void
load_clients (DemoOrders *self)
{
  sqlite3_stmt *statement = prepare (self, "SELECT * FROM clients ORDER BY id");

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      DemoClient client = { 0 };
      char **texts[N_CLIENT_TEXTS];

      list_client_texts (&client, texts);
      for (guint i = 0; i < N_CLIENT_TEXTS; i++)
        *texts[i] = (char *) sqlite3_column_text (statement, 1 + i);
      client.latitude = sqlite3_column_double (statement, 1 + N_CLIENT_TEXTS);
      client.longitude = sqlite3_column_double (statement, 2 + N_CLIENT_TEXTS);
      demo_catalogue_add_client (self->catalogue, &client);
    }
  sqlite3_finalize (statement);
}

static void
load_webservice_user (DemoOrders *self)
{
  sqlite3_stmt *statement = prepare (self, "SELECT max(user) FROM orders");

  if (sqlite3_step (statement) == SQLITE_ROW
      && sqlite3_column_int (statement, 0) > (int) self->catalogue->n_users)
    demo_catalogue_ensure_webservice_user (self->catalogue);
  sqlite3_finalize (statement);
}

static void
load_lines (DemoOrders *self, DemoOrder *order)
{
  sqlite3_stmt *statement = prepare (self, "SELECT * FROM lines WHERE order_id = ? ORDER BY rowid");

  sqlite3_bind_int (statement, 1, order->id);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      DemoLine line = { .item = sqlite3_column_int (statement, 1),
                        .department = sqlite3_column_int (statement, 2),
                        .title = (char *) sqlite3_column_text (statement, 3),
                        .quantity = sqlite3_column_int64 (statement, 4),
                        .unit_price = sqlite3_column_int64 (statement, 5),
                        .gross = sqlite3_column_int64 (statement, 6),
                        .net = sqlite3_column_int64 (statement, 7),
                        .vat = sqlite3_column_int (statement, 8) };

      for (guint i = 0; i < G_N_ELEMENTS (line.variations); i++)
        line.variations[i] = sqlite3_column_int (statement, 9 + i);
      demo_sale_add_line (order->sale, &line);
    }
  sqlite3_finalize (statement);
}

static DemoOrder *
load_order (DemoOrders *self, sqlite3_stmt *statement)
{
  DemoOrder *order = demo_order_new ();
  DemoSale *sale = order->sale;

  order->id = sale->number = sqlite3_column_int (statement, 0);
  order->posted = sqlite3_column_int (statement, 1);
  sale->time = sqlite3_column_int64 (statement, 2);
  sale->user = sqlite3_column_int (statement, 3);
  sale->cashbox = sqlite3_column_int (statement, 4);
  sale->client = sqlite3_column_int (statement, 5);
  sale->table = sqlite3_column_int (statement, 6);
  sale->delivery_method = sqlite3_column_int (statement, 7);
  sale->place_settings = sqlite3_column_int (statement, 8);
  sale->payment = sqlite3_column_int (statement, 9);
  sale->refund = sqlite3_column_int (statement, 10);
  order->pager = sqlite3_column_int (statement, 11);
  sale->public_comment = g_strdup ((const char *) sqlite3_column_text (statement, 12));
  sale->private_comment = g_strdup ((const char *) sqlite3_column_text (statement, 13));
  order->form = g_strdup ((const char *) sqlite3_column_text (statement, 14));
  load_lines (self, order);

  return order;
}

/* @sql selects whole rows of orders; @statement is used up. */
static GPtrArray *
load_orders (DemoOrders *self, sqlite3_stmt *statement)
{
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_order_free);

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (orders, load_order (self, statement));
  sqlite3_finalize (statement);

  return orders;
}

/**
 * demo_order_new:
 *
 * Returns: (transfer full): an order with an empty sale
 */
DemoOrder *
demo_order_new (void)
{
  DemoOrder *self = g_new0 (DemoOrder, 1);

  self->pager = -1;
  self->sale = demo_sale_new ();

  return self;
}

/**
 * demo_order_free:
 * @self: (transfer full) (nullable): an order
 */
void
demo_order_free (DemoOrder *self)
{
  if (self == NULL)
    return;
  demo_sale_free (self->sale);
  g_free (self->form);
  g_free (self);
}

/**
 * demo_orders_new:
 * @path: (nullable): the SQLite file, %NULL to keep the orders in memory
 * @catalogue: the shop's catalogue, which gets the clients and the user earlier orders made; must
 *   outlive the orders
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the posted orders, %NULL with @error when the file can't be
 * used
 */
DemoOrders *
demo_orders_new (const char *path, DemoCatalogue *catalogue, GError **error)
{
  g_autoptr (DemoOrders) self = g_new0 (DemoOrders, 1);

  g_return_val_if_fail (catalogue != NULL, NULL);

  self->catalogue = catalogue;
  if (sqlite3_open (path != NULL ? path : ":memory:", &self->database) != SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->database, 2000);
  if (!execute (self, schema, error))
    return NULL;
  load_clients (self);
  load_webservice_user (self);

  return g_steal_pointer (&self);
}

/**
 * demo_orders_free:
 * @self: (transfer full) (nullable): the orders
 */
void
demo_orders_free (DemoOrders *self)
{
  if (self == NULL)
    return;
  sqlite3_close (self->database);
  g_free (self);
}

/**
 * demo_orders_add:
 * @self: the orders
 * @order: a checked order; gets its id, and its client's when there is a new one
 * @client: (nullable): a client to make for it
 * @error: return location for a %G_IO_ERROR
 *
 * Records the order, wholly or not at all, before it returns.
 *
 * Returns: whether it is recorded
 */
gboolean
demo_orders_add (DemoOrders *self, DemoOrder *order, const DemoClient *client, GError **error)
{
  gboolean done;

  g_return_val_if_fail (self != NULL && order != NULL, FALSE);

  if (!execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (client != NULL)
    order->sale->client = self->catalogue->clients->len + 1;
  done = (client == NULL || insert_client (self, order->sale->client, client, error))
         && insert_order (self, order, error);
  for (guint i = 0; done && i < order->sale->lines->len; i++)
    done = insert_line (self, order->id, &g_array_index (order->sale->lines, DemoLine, i), error);
  done = done && execute (self, "COMMIT", error);
  if (!done)
    {
      sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  if (client != NULL)
    demo_catalogue_add_client (self->catalogue, client);

  return TRUE;
}

/**
 * demo_orders_get:
 * @self: the orders
 * @id: an order's id
 *
 * Returns: (transfer full) (nullable): the order, %NULL when there is none
 */
DemoOrder *
demo_orders_get (DemoOrders *self, int id)
{
  sqlite3_stmt *statement = prepare (self, "SELECT * FROM orders WHERE id = ?");
  g_autoptr (GPtrArray) orders = NULL;

  sqlite3_bind_int (statement, 1, id);
  orders = load_orders (self, statement);

  return orders->len > 0 ? g_ptr_array_steal_index (orders, 0) : NULL;
}

/**
 * demo_orders_list_pending:
 * @self: the orders
 *
 * Returns: (transfer full) (element-type DemoOrder): those not paid, by id
 */
GPtrArray *
demo_orders_list_pending (DemoOrders *self)
{
  return load_orders (self, prepare (self, "SELECT * FROM orders WHERE payment < 0 ORDER BY id"));
}

/**
 * demo_orders_add_to_day:
 * @self: the orders
 * @day: a day
 *
 * Adds the sales of the orders paid on this day.
 */
void
demo_orders_add_to_day (DemoOrders *self, DemoDay *day)
{
  sqlite3_stmt *statement = prepare (
      self, "SELECT * FROM orders WHERE payment > 0 AND time >= ? AND time < ? ORDER BY time, id");
  g_autoptr (GPtrArray) orders = NULL;
  GDate next = day->date;

  g_date_add_days (&next, 1);
  sqlite3_bind_int64 (statement, 1, demo_day_get_start (&day->date, 0));
  sqlite3_bind_int64 (statement, 2, demo_day_get_start (&next, 0));
  orders = load_orders (self, statement);
  for (guint i = 0; i < orders->len; i++)
    {
      DemoOrder *order = g_ptr_array_index (orders, i);

      demo_day_add_sale (day, g_steal_pointer (&order->sale));
    }
}

/**
 * demo_orders_count:
 * @self: the orders
 * @only_posted: whether to leave out those the shop opens with
 *
 * Returns: how many are recorded
 */
guint
demo_orders_count (DemoOrders *self, gboolean only_posted)
{
  sqlite3_stmt *statement = prepare (self, "SELECT count(*) FROM orders WHERE posted >= ?");
  guint count;

  sqlite3_bind_int (statement, 1, only_posted ? 1 : 0);
  sqlite3_step (statement);
  count = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  return count;
}
