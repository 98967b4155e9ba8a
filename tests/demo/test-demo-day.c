/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-books.h"

static DemoDay *
make_day (const DemoCatalogue *catalogue, guint year, guint month, guint day_of_month)
{
  GDate date;

  g_date_set_dmy (&date, day_of_month, month, year);
  return demo_day_new (catalogue, 1, &date, G_MAXINT64);
}

static const DemoSale *
get_sale (const DemoDay *day, guint i)
{
  return g_ptr_array_index (day->sales, i);
}

static void
check_line (const DemoCatalogue *catalogue, const DemoSale *sale, const DemoLine *line)
{
  g_assert_cmpint (line->gross, ==, demo_round_div (line->quantity * line->unit_price, 1000));
  g_assert_cmpint (line->net, ==, line->gross - line->discount);
  g_assert_nonnull (demo_catalogue_get_vat (catalogue, line->vat));
  g_assert_nonnull (line->title);
  if (sale->refund)
    g_assert_true (line->quantity < 0 && line->discount <= 0 && line->net <= 0);
  else
    g_assert_true (line->quantity > 0 && line->discount >= 0 && line->net >= 0);
  if (line->item != 0)
    {
      const DemoItem *item = demo_catalogue_get_item (catalogue, line->item);
      gint64 price = item->price;

      for (guint i = 0; i < 5 && line->variations[i] != 0; i++)
        price += demo_catalogue_get_variation (catalogue, line->variations[i])->delta;
      g_assert_cmpint (line->unit_price, ==, price);
      g_assert_true (item->by_weight || line->quantity % 1000 == 0);
      g_assert_cmpint (line->department, ==, item->department);
    }
}

static void
check_sale (const DemoCatalogue *catalogue, const DemoSale *sale)
{
  g_autoptr (GArray) sums = demo_sale_sum_vat (sale, catalogue);
  const DemoPayment *payment = demo_catalogue_get_payment (catalogue, sale->payment);
  gint64 total = 0, including = 0;

  g_assert_cmpuint (sale->lines->len, >=, 1);
  g_assert_cmpuint (sale->lines->len, <=, 6);
  for (guint i = 0; i < sale->lines->len; i++)
    {
      const DemoLine *line = &g_array_index (sale->lines, DemoLine, i);

      check_line (catalogue, sale, line);
      total += line->net;
    }
  g_assert_cmpint (sale->total, ==, total);
  for (guint i = 0; i < sums->len; i++)
    including += g_array_index (sums, DemoVatSum, i).including;
  g_assert_cmpint (including, ==, total);
  g_assert_nonnull (payment);
  g_assert_cmpint (payment->refund, ==, sale->refund);
  g_assert_true (sale->client != 0 || sale->payment != 6);
  g_assert_true (sale->client == 0 || demo_catalogue_get_client (catalogue, sale->client) != NULL);
  g_assert_nonnull (demo_delivery_method_get_title (sale->delivery_method));
  g_assert_cmpint (sale->user, >=, 1);
  g_assert_cmpint (sale->user, <=, catalogue->n_users);
  g_assert_cmpint (sale->table, <=, catalogue->n_tables);
}

/* Two years, each day checked and the whole of it looked at for what a shop's books hold. */
static void
test_two_years (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  guint n_open = 0, n_with_refund = 0, n_discounts = 0, n_on_account = 0, n_weighed = 0;
  guint n_by_vat[4] = { 0 };
  GDate date;

  g_date_set_dmy (&date, 1, 3, 2024);
  for (guint i = 0; i < 730; i++, g_date_add_days (&date, 1))
    {
      g_autoptr (DemoDay) day = demo_day_new (catalogue, 1, &date, G_MAXINT64);
      gint64 last = demo_day_get_start (&date, 7);
      guint n_refunds = 0;

      if (day->sales->len == 0)
        continue;
      n_open++;
      g_assert_cmpuint (day->sales->len, >=, 80);
      g_assert_cmpuint (day->sales->len, <=, 200);
      for (guint j = 0; j < day->sales->len; j++)
        {
          const DemoSale *sale = get_sale (day, j);

          check_sale (catalogue, sale);
          g_assert_cmpint (sale->time, >=, last);
          g_assert_cmpint (sale->number, ==, demo_day_get_first_number (&date) + j);
          last = sale->time;
          n_refunds += sale->refund;
          n_discounts += sale->discount != 0;
          n_on_account += sale->payment == 6;
          for (guint k = 0; k < sale->lines->len; k++)
            {
              n_weighed += g_array_index (sale->lines, DemoLine, k).quantity % 1000 != 0;
              n_by_vat[g_array_index (sale->lines, DemoLine, k).vat]++;
            }
        }
      g_assert_cmpint (last, <, demo_day_get_start (&date, 20));
      n_with_refund += n_refunds > 0;
    }
  g_assert_cmpuint (n_open, >=, 720);
  g_assert_cmpuint (n_open, <, 730);
  g_assert_cmpuint (n_with_refund, >, n_open / 2);
  g_assert_cmpuint (n_with_refund, <, n_open);
  g_assert_cmpuint (n_discounts, >, n_open);
  g_assert_cmpuint (n_on_account, >, n_open);
  g_assert_cmpuint (n_weighed, >, n_open);
  for (guint i = 1; i <= 3; i++)
    g_assert_cmpuint (n_by_vat[i], >, n_open);
}

static void
test_closed (void)
{
  static const guint closed[][3]
      = { { 2025, 12, 25 }, { 2026, 1, 1 }, { 2025, 5, 1 }, { 2025, 4, 21 }, { 2026, 4, 6 } };
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    {
      g_autoptr (DemoDay) day = make_day (catalogue, closed[i][0], closed[i][1], closed[i][2]);

      g_assert_cmpuint (day->sales->len, ==, 0);
    }
}

static void
test_rush_hours (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoDay) saturday = make_day (catalogue, 2025, 6, 14);
  g_autoptr (DemoDay) sunday = make_day (catalogue, 2025, 6, 15);
  g_autoptr (DemoDay) monday = make_day (catalogue, 2025, 6, 16);
  guint by_hour[24] = { 0 };

  g_assert_cmpuint (saturday->sales->len, >, monday->sales->len);
  for (guint i = 0; i < saturday->sales->len; i++)
    by_hour[(get_sale (saturday, i)->time - demo_day_get_start (&saturday->date, 0)) / 3600]++;
  g_assert_cmpuint (by_hour[12], >, by_hour[14]);
  g_assert_cmpuint (by_hour[8], >, by_hour[15]);
  g_assert_cmpint (get_sale (sunday, sunday->sales->len - 1)->time, <,
                   demo_day_get_start (&sunday->date, 14));
}

static void
test_same_again (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoDay) first = make_day (catalogue, 2025, 3, 30);
  g_autoptr (DemoDay) other = make_day (catalogue, 2025, 3, 31);
  g_autoptr (DemoDay) again = make_day (catalogue, 2025, 3, 30);

  g_assert_cmpuint (first->sales->len, ==, again->sales->len);
  g_assert_cmpuint (first->sales->len, !=, other->sales->len);
  for (guint i = 0; i < first->sales->len; i++)
    {
      g_assert_cmpint (get_sale (first, i)->total, ==, get_sale (again, i)->total);
      g_assert_cmpint (get_sale (first, i)->time, ==, get_sale (again, i)->time);
    }
}

static void
test_until (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoDay) whole = make_day (catalogue, 2025, 6, 14);
  gint64 noon = demo_day_get_start (&whole->date, 12);
  g_autoptr (DemoDay) half = demo_day_new (catalogue, 1, &whole->date, noon);
  g_autoptr (DemoDay) none = demo_day_new (catalogue, 1, &whole->date, noon - 12 * 3600);

  g_assert_cmpuint (half->sales->len, >, 0);
  g_assert_cmpuint (half->sales->len, <, whole->sales->len);
  g_assert_cmpuint (none->sales->len, ==, 0);
  for (guint i = 0; i < half->sales->len; i++)
    {
      g_assert_cmpint (get_sale (half, i)->time, <=, noon);
      g_assert_cmpint (get_sale (half, i)->total, ==, get_sale (whole, i)->total);
    }
}

static void
test_add_sale (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autoptr (DemoDay) day = make_day (catalogue, 2025, 6, 14);
  guint before = day->sales->len;
  DemoSale *sale = demo_sale_new ();

  sale->time = demo_day_get_start (&day->date, 12);
  demo_day_add_sale (day, sale);
  g_assert_cmpuint (day->sales->len, ==, before + 1);
  for (guint i = 0; i < day->sales->len; i++)
    {
      g_assert_cmpint (get_sale (day, i)->number, ==, demo_day_get_first_number (&day->date) + i);
      if (i > 0)
        g_assert_cmpint (get_sale (day, i)->time, >=, get_sale (day, i - 1)->time);
    }
}

static void
test_tiny_catalogue (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 1, 1);
  g_autoptr (DemoDay) day = make_day (catalogue, 2025, 6, 14);

  for (guint i = 0; i < day->sales->len; i++)
    check_sale (catalogue, get_sale (day, i));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/day/two-years", test_two_years);
  g_test_add_func ("/demo/day/closed", test_closed);
  g_test_add_func ("/demo/day/rush-hours", test_rush_hours);
  g_test_add_func ("/demo/day/same-again", test_same_again);
  g_test_add_func ("/demo/day/until", test_until);
  g_test_add_func ("/demo/day/add-sale", test_add_sale);
  g_test_add_func ("/demo/day/tiny-catalogue", test_tiny_catalogue);
  return g_test_run ();
}
