/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-catalogue-data.h"
#include "demo-random.h"

#define STREAM_DAY 3

/* One in how many of the bakery's own items may be drawn: sales keep to the first round of items.
 */
#define MAX_DRAWN_ITEMS 512

typedef struct
{
  const DemoCatalogue *catalogue;
  DemoRandom random;
  guint n_items;
  guint8 weights[MAX_DRAWN_ITEMS];
  int weights_hour; /* the hour @weights are for */
} Draw;

/* Orders on an ordinary day, by GDateWeekday. */
static const guint8 weekday_orders[] = { 0, 92, 104, 112, 108, 128, 164, 138 };

/* Per cent of an ordinary month: empty in August, full in December. */
static const guint8 month_percent[] = { 0, 96, 97, 99, 102, 104, 103, 98, 88, 101, 101, 100, 114 };

/* How the orders fall on the hours from 7 to 19. */
static const guint8 hour_weights[] = { 8, 15, 10, 7, 9, 19, 12, 4, 4, 8, 10, 10, 4 };

#define OPENING_HOUR 7

/* How much each department is asked for in the morning, at noon, in the afternoon and in the
 * evening, out of ten. */
static const guint8 department_appetite[][4] = {
  [DEMO_DEPT_BREAD] = { 6, 6, 6, 9 },     [DEMO_DEPT_PASTRY] = { 9, 2, 6, 2 },
  [DEMO_DEPT_CAKE] = { 2, 6, 9, 5 },      [DEMO_DEPT_SWEETS] = { 2, 3, 6, 4 },
  [DEMO_DEPT_SANDWICH] = { 0, 9, 1, 3 },  [DEMO_DEPT_KITCHEN] = { 0, 9, 1, 3 },
  [DEMO_DEPT_HOT_DRINK] = { 9, 5, 7, 2 }, [DEMO_DEPT_COLD_DRINK] = { 2, 7, 5, 3 },
  [DEMO_DEPT_ALCOHOL] = { 0, 4, 2, 5 },
};

static guint
part_of_day (int hour)
{
  if (hour < 11)
    return 0;
  if (hour < 14)
    return 1;
  return hour < 18 ? 2 : 3;
}

static gboolean
is_easter_monday (const GDate *date)
{
  /* Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8). */
  guint year = g_date_get_year (date);
  guint a = year % 19, b = year / 100, c = year % 100;
  guint h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  guint l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  guint m = (a + 11 * h + 22 * l) / 451;
  guint n = h + l - 7 * m + 114;
  GDate easter;

  g_date_set_dmy (&easter, n % 31 + 1, n / 31, year);
  return g_date_days_between (&easter, date) == 1;
}

static gboolean
is_closed (const GDate *date)
{
  guint month_day = g_date_get_month (date) * 100 + g_date_get_day (date);

  return month_day == 101 || month_day == 501 || month_day == 1225 || is_easter_monday (date);
}

static guint
count_orders (const GDate *date, DemoRandom *random)
{
  guint count = weekday_orders[g_date_get_weekday (date)] * month_percent[g_date_get_month (date)];

  count = count * demo_random_range (random, 88, 113) / 10000;
  return CLAMP (count, 80, 200);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* On Sundays the shop closes at two in the afternoon. */
static GArray *
draw_times (const GDate *date, guint count, DemoRandom *random)
{
  GArray *times = g_array_sized_new (FALSE, FALSE, sizeof (gint64), count);
  gboolean sunday = g_date_get_weekday (date) == G_DATE_SUNDAY;
  /* The clock changes at night, before the shop opens. */
  gint64 opening = demo_day_get_start (date, OPENING_HOUR);

  for (guint i = 0; i < count; i++)
    {
      guint hour
          = demo_random_weighted (random, hour_weights, sunday ? 7 : G_N_ELEMENTS (hour_weights));
      gint64 time = opening + hour * 3600 + demo_random_range (random, 0, 3599);

      g_array_append_val (times, time);
    }
  g_array_sort (times, compare_times);

  return times;
}

static const DemoItem *
draw_item (Draw *draw, int hour)
{
  const DemoItem *items = (const DemoItem *) (gpointer) draw->catalogue->items->data;
  guint part = part_of_day (hour);

  if (draw->weights_hour != hour)
    for (guint i = 0; i < draw->n_items; i++)
      draw->weights[i]
          = MAX (1, items[i].popularity * department_appetite[items[i].department][part] / 9);
  draw->weights_hour = hour;

  return &items[demo_random_weighted (&draw->random, draw->weights, draw->n_items)];
}

static gint64
draw_quantity (Draw *draw, const DemoItem *item)
{
  static const guint8 counts[] = { 78, 14, 4, 2, 1, 1 };

  if (item->by_weight)
    return demo_random_range (&draw->random, 90, 1250);
  if (item->department == DEMO_DEPT_BREAD || item->department == DEMO_DEPT_PASTRY)
    return 1000 * (1 + demo_random_weighted (&draw->random, counts, G_N_ELEMENTS (counts)));
  return demo_random_percent (&draw->random, 12) ? 2000 : 1000;
}

static void
draw_variations (Draw *draw, const DemoItem *item, DemoLine *line)
{
  const DemoCatalogue *catalogue = draw->catalogue;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (item->sets); i++)
    {
      guint first = 0, count = 0;
      const DemoVariation *variation;

      if (item->sets[i] == 0 || !demo_random_percent (&draw->random, 55))
        continue;
      for (guint j = 0; j < catalogue->n_variations; j++)
        if (catalogue->variations[j].set == item->sets[i])
          {
            first = count == 0 ? j : first;
            count++;
          }
      variation = &catalogue->variations[first + demo_random_range (&draw->random, 0, count - 1)];
      if (variation->unavailable || line->unit_price + variation->delta <= 0)
        continue;
      line->variations[n++] = variation->id;
      line->unit_price += variation->delta;
    }
}

static void
add_item_line (Draw *draw, DemoSale *sale, int hour)
{
  const DemoItem *item = draw_item (draw, hour);
  const DemoDepartment *department
      = demo_catalogue_get_department (draw->catalogue, item->department);
  DemoLine line = { .item = item->id, .department = item->department, .title = item->title };

  line.unit_price = item->price;
  draw_variations (draw, item, &line);
  line.quantity = draw_quantity (draw, item);
  line.vat = sale->delivery_method == 2 ? department->vat_eat_in : department->vat;
  line.gross = demo_round_div (line.quantity * line.unit_price, 1000);
  line.net = line.gross;
  demo_sale_add_line (sale, &line);
}

/* Keyed in without an item: most in a department, some in none. */
static void
add_free_line (Draw *draw, DemoSale *sale)
{
  static const char *const titles[] = { "Commande spéciale", "Vente libre", "Plateau traiteur" };
  DemoLine line = { .quantity = 1000, .vat = 3 };

  line.title = (char *) titles[demo_random_range (&draw->random, 0, G_N_ELEMENTS (titles) - 1)];
  if (demo_random_percent (&draw->random, 70))
    {
      line.department = demo_random_range (&draw->random, DEMO_DEPT_BREAD, DEMO_DEPT_KITCHEN);
      line.vat = demo_catalogue_get_department (draw->catalogue, line.department)->vat;
    }
  line.unit_price = demo_random_range (&draw->random, 20, 900) * 5;
  line.gross = line.net = line.unit_price;
  demo_sale_add_line (sale, &line);
}

/* A discount in per cent is taken off each line, one in euros off the first lines there are. */
static void
apply_discount (DemoSale *sale, const DemoDiscount *discount)
{
  gint64 left = discount->amount;

  sale->discount = discount->id;
  sale->total = 0;
  for (guint i = 0; i < sale->lines->len; i++)
    {
      DemoLine *line = &g_array_index (sale->lines, DemoLine, i);

      if (discount->percent)
        line->discount = demo_round_div (line->gross * discount->amount, 1000);
      else
        line->discount = MIN (left, line->gross);
      left -= line->discount;
      line->net = line->gross - line->discount;
      sale->total += line->net;
    }
}

static void
draw_place (Draw *draw, DemoSale *sale, int hour)
{
  /* take away, delivered, on site, drive, counter, relay, shipped */
  static const guint8 methods[] = { 60, 3, 22, 3, 10, 1, 1 };

  sale->delivery_method = demo_random_weighted (&draw->random, methods, G_N_ELEMENTS (methods));
  sale->cashbox = sale->delivery_method == 2 ? 2 : 1;
  sale->user = 1 + (hour < 13 ? 0 : 2) + demo_random_range (&draw->random, 0, 2);
  if (sale->delivery_method == 2)
    {
      sale->table = demo_random_range (&draw->random, 1, draw->catalogue->n_tables);
      sale->place_settings = demo_random_range (&draw->random, 1, 4);
    }
}

static void
draw_client_and_payment (Draw *draw, DemoSale *sale, int hour)
{
  /* cash, card, restaurant ticket, cheque, transfer, on account */
  static const guint8 walk_in[] = { 30, 62, 0, 2, 0, 0 };
  static const guint8 lunch[] = { 22, 50, 25, 1, 0, 0 };
  static const guint8 known[] = { 12, 48, 4, 8, 6, 18 };
  gboolean delivered = sale->delivery_method == 1 || sale->delivery_method >= 5;
  const guint8 *weights = part_of_day (hour) == 1 ? lunch : walk_in;

  if ((delivered || demo_random_percent (&draw->random, 14)) && draw->catalogue->clients->len > 0)
    {
      /* Regulars come more often than the others. */
      guint n = draw->catalogue->clients->len;
      guint last = demo_random_percent (&draw->random, 60) ? MIN (n, 60) : MIN (n, 400);

      sale->client = demo_random_range (&draw->random, 1, last);
      weights = known;
    }
  sale->payment = 1 + demo_random_weighted (&draw->random, weights, G_N_ELEMENTS (known));
}

static DemoSale *
draw_sale (Draw *draw, gint64 time, int hour)
{
  static const guint8 line_counts[] = { 34, 28, 18, 11, 6, 3 };
  static const char *const comments[]
      = { "À retirer à 18 h", "Emballage cadeau", "Sans couverts", "Allergie : noix" };
  DemoSale *sale = demo_sale_new ();
  guint n_lines = 1 + demo_random_weighted (&draw->random, line_counts, G_N_ELEMENTS (line_counts));

  sale->time = time;
  draw_place (draw, sale, hour);
  draw_client_and_payment (draw, sale, hour);
  for (guint i = 0; i < n_lines; i++)
    {
      if (demo_random_percent (&draw->random, 1))
        add_free_line (draw, sale);
      else
        add_item_line (draw, sale, hour);
    }
  if (demo_random_percent (&draw->random, 8) && sale->total > 300)
    apply_discount (sale, &draw->catalogue->discounts[demo_random_range (
                              &draw->random, 0, draw->catalogue->n_discounts - 1)]);
  if (demo_random_percent (&draw->random, 3))
    sale->public_comment
        = g_strdup (comments[demo_random_range (&draw->random, 0, G_N_ELEMENTS (comments) - 1)]);

  return sale;
}

/* One line of an earlier sale is brought back: the same figures, with the other sign. */
static DemoSale *
draw_refund (Draw *draw, const DemoSale *earlier, gint64 time)
{
  DemoSale *sale = demo_sale_new ();
  DemoLine line = g_array_index (earlier->lines, DemoLine,
                                 demo_random_range (&draw->random, 0, earlier->lines->len - 1));

  sale->time = time;
  sale->refund = TRUE;
  sale->user = earlier->user;
  sale->cashbox = earlier->cashbox;
  sale->client = earlier->client;
  sale->delivery_method = earlier->delivery_method;
  sale->discount = earlier->discount;
  sale->payment = earlier->client != 0 ? 8 : 7;
  sale->private_comment = g_strdup_printf ("Remboursement du ticket %d", earlier->number);
  line.quantity = -line.quantity;
  line.gross = -line.gross;
  line.discount = -line.discount;
  line.net = -line.net;
  demo_sale_add_line (sale, &line);

  return sale;
}

static void
draw_day (DemoDay *self, Draw *draw)
{
  guint count = count_orders (&self->date, &draw->random);
  guint n_refunds
      = demo_random_percent (&draw->random, 88) ? demo_random_range (&draw->random, 1, 2) : 0;
  g_autoptr (GArray) times = draw_times (&self->date, count, &draw->random);
  gint64 midnight = demo_day_get_start (&self->date, OPENING_HOUR) - OPENING_HOUR * 3600;
  int first_number = demo_day_get_first_number (&self->date);

  for (guint i = 0; i < count; i++)
    {
      gint64 time = g_array_index (times, gint64, i);
      DemoSale *sale;

      if (i >= 20 && i % (count / 3) == count / 4 && n_refunds > 0)
        {
          guint at = demo_random_range (&draw->random, 0, i - 1);
          const DemoSale *earlier = g_ptr_array_index (self->sales, at);

          /* Refunds don't stand side by side, nor first. */
          if (earlier->refund)
            earlier = g_ptr_array_index (self->sales, at - 1);
          sale = draw_refund (draw, earlier, time);
          n_refunds--;
        }
      else
        {
          sale = draw_sale (draw, time, (time - midnight) / 3600);
        }
      sale->number = first_number + i;
      g_ptr_array_add (self->sales, sale);
    }
}

/**
 * demo_day_get_start:
 * @date: a day
 * @hour: 0…23
 *
 * Returns: when this hour begins on that day in Paris, in Unix seconds
 */
gint64
demo_day_get_start (const GDate *date, int hour)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (GDateTime) start = NULL;

  g_return_val_if_fail (date != NULL && g_date_valid (date), 0);

  if (zone == NULL)
    zone = g_time_zone_new_offset (3600);
  start = g_date_time_new (zone, g_date_get_year (date), g_date_get_month (date),
                           g_date_get_day (date), hour, 0, 0);

  return start != NULL ? g_date_time_to_unix (start) : 0;
}

/**
 * demo_day_get_first_number:
 * @date: a day
 *
 * Returns: the number of the day's first sale; a thousand are kept for each day since 2000
 */
int
demo_day_get_first_number (const GDate *date)
{
  GDate epoch;

  g_return_val_if_fail (date != NULL && g_date_valid (date), 0);

  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 2000);
  return g_date_days_between (&epoch, date) * 1000 + 1;
}

/**
 * demo_day_new:
 * @catalogue: the shop's catalogue, which must outlive the day
 * @seed: the shop's seed
 * @date: which day, in Paris
 * @until: Unix seconds; sales after it haven't happened yet. %G_MAXINT64 for the whole day
 *
 * Returns: (transfer full): the day's sales, none when the shop was closed
 */
DemoDay *
demo_day_new (const DemoCatalogue *catalogue, guint32 seed, const GDate *date, gint64 until)
{
  g_autofree Draw *draw = g_new0 (Draw, 1);
  DemoDay *self;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  self = g_new0 (DemoDay, 1);
  self->date = *date;
  self->sales = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_sale_free);
  draw->catalogue = catalogue;
  draw->random = demo_random_init (seed, STREAM_DAY, g_date_get_julian (date));
  draw->n_items = MIN (catalogue->items->len, MIN (demo_n_item_seeds, MAX_DRAWN_ITEMS));
  draw->weights_hour = -1;
  if (draw->n_items > 0 && !is_closed (date))
    draw_day (self, draw);

  /* Drawn whole and then cut, so that the sales there already are don't change during the day. */
  while (self->sales->len > 0
         && ((DemoSale *) g_ptr_array_index (self->sales, self->sales->len - 1))->time > until)
    g_ptr_array_remove_index (self->sales, self->sales->len - 1);

  return self;
}

/**
 * demo_day_add_sale:
 * @self: a day
 * @sale: (transfer full): a sale of that day
 *
 * Puts the sale where its time says, and gives numbers anew from there, so that none is missing and
 * none double.
 */
void
demo_day_add_sale (DemoDay *self, DemoSale *sale)
{
  guint at;
  int first_number;

  g_return_if_fail (self != NULL && sale != NULL);

  for (at = self->sales->len; at > 0; at--)
    if (((DemoSale *) g_ptr_array_index (self->sales, at - 1))->time <= sale->time)
      break;
  g_ptr_array_insert (self->sales, at, sale);
  first_number = demo_day_get_first_number (&self->date);
  for (guint i = at; i < self->sales->len; i++)
    ((DemoSale *) g_ptr_array_index (self->sales, i))->number = first_number + i;
}

/**
 * demo_day_free:
 * @self: (transfer full) (nullable): a day
 */
void
demo_day_free (DemoDay *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sales);
  g_free (self);
}
