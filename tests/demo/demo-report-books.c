/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-books.h"

enum
{
  CASH = 1,
  CARD = 2,
  ON_ACCOUNT = 6,
  CASH_BACK = 7,
};

static DemoSale *
sale_new (const DemoDay *day, int minutes, int payment)
{
  DemoSale *sale = demo_sale_new ();

  sale->time = demo_day_get_start (&day->date, 8) + minutes * 60;
  sale->user = 1;
  sale->cashbox = 1;
  sale->payment = payment;

  return sale;
}

/* One line: thousandths, cents a unit, cents off, VAT id. */
static void
add_line (DemoSale *sale,
          int item,
          int department,
          gint64 quantity,
          gint64 price,
          gint64 discount,
          int vat)
{
  DemoLine line = {
    .item = item,
    .department = department,
    .title = (char *) (item == 1 ? BOOKS_ITEM : "Vente & <libre>"),
    .quantity = quantity,
    .unit_price = price,
    .gross = demo_round_div (quantity * price, 1000),
    .discount = discount,
    .net = demo_round_div (quantity * price, 1000) - discount,
    .vat = vat,
  };

  demo_sale_add_line (sale, &line);
}

/**
 * books_catalogue_new:
 *
 * Returns: (transfer full): the demo shop's catalogue, with a terrible first item and first client
 */
DemoCatalogue *
books_catalogue_new (void)
{
  DemoCatalogue *catalogue = demo_catalogue_new (1, 0, 0);
  DemoItem *item = &g_array_index (catalogue->items, DemoItem, 0);
  DemoClient *client = &g_array_index (catalogue->clients, DemoClient, 0);

  item->title = (char *) BOOKS_ITEM;
  client->first_name = (char *) BOOKS_CLIENT_FIRST;
  client->last_name = (char *) BOOKS_CLIENT_LAST;

  return catalogue;
}

/**
 * books_day_new:
 * @catalogue: the catalogue
 *
 * Returns: (transfer full): the day by hand
 */
DemoDay *
books_day_new (const DemoCatalogue *catalogue)
{
  DemoDay *day = books_empty_day_new (catalogue);
  DemoSale *sale;

  sale = sale_new (day, 0, CARD);
  sale->client = 1;
  sale->discount = 2;
  sale->table = 3;
  sale->place_settings = 2;
  sale->delivery_method = 2;
  sale->public_comment = g_strdup (BOOKS_COMMENT);
  add_line (sale, 1, 1, 2000, 115, 23, 1);
  add_line (sale, 2, 1, 1000, 333, 33, 2);
  add_line (sale, 3, 9, 1000, 999, 100, 3);
  demo_day_add_sale (day, sale);

  sale = sale_new (day, 30, CASH_BACK);
  sale->refund = TRUE;
  add_line (sale, 1, 1, -1000, 115, 0, 1);
  demo_day_add_sale (day, sale);

  sale = sale_new (day, 60, ON_ACCOUNT);
  sale->client = 1;
  add_line (sale, 1, 1, 3000, 95, 0, 1);
  demo_day_add_sale (day, sale);

  sale = sale_new (day, 90, CASH);
  sale->cashbox = 2;
  add_line (sale, 1, 1, 1000, 190, 190, 1);
  demo_day_add_sale (day, sale);

  sale = sale_new (day, 120, CASH);
  sale->cashbox = 2;
  add_line (sale, 0, 0, 1000, 500, 0, 3);
  add_line (sale, 4, 1, 333, 1200, 0, 1);
  demo_day_add_sale (day, sale);

  return day;
}

/**
 * books_empty_day_new:
 * @catalogue: the catalogue
 *
 * Returns: (transfer full): Saturday 15 March 2025, without sales
 */
DemoDay *
books_empty_day_new (const DemoCatalogue *catalogue)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 15, G_DATE_MARCH, 2025);
  return demo_day_new (catalogue, 1, &date, 0);
}
