/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The books of the demo shop: its catalogue and a day's sales, from which every reply and report
 * is written. Money is in cents including VAT, quantities in thousandths. Plain data, owned by the
 * DemoCatalogue and the DemoDay; strings are UTF-8. */

typedef struct
{
  int id;
  const char *title;
  int rate;            /* per mille: 55, 100, 200 */
  const char *account; /* "44571", … : 4457 + code */
} DemoVat;

typedef struct
{
  int id;
  const char *title;
  int position;
  const char *account; /* group code of the sales account: "707" */
} DemoGroup;

typedef struct
{
  int id;
  const char *title;
  const char *short_title;
  int group;           /* DemoGroup id */
  int vat;             /* DemoVat id, take away */
  int vat_eat_in;      /* DemoVat id, on site */
  const char *account; /* item/department code of the sales account */
  int position;
  const char *color; /* "#c08040" */
} DemoDepartment;

typedef struct
{
  int id;
  int set; /* idVariation: the set it belongs to */
  const char *set_title;
  const char *title;
  gint64 delta; /* cents, may be negative */
  gboolean unavailable;
} DemoVariation;

typedef struct
{
  int id;
  char *title;
  char *short_title;
  char *description;
  gint64 price; /* cents per unit, or per kilogram */
  gint64 buying_price;
  int department;
  gboolean by_weight;
  int sets[5]; /* variation sets, 0 where none */
  char *barcode;
  int stock; /* -1 = not counted */
  int stock_alert;
  int supplier;   /* index into the catalogue's suppliers */
  int popularity; /* weight in the draw of sales */
} DemoItem;

typedef struct
{
  int id;
  char *first_name, *last_name, *email, *phone, *phone2;
  char *address1, *address2, *address_comment, *postcode, *city, *country;
  char *vat_number, *registration, *barcode, *comment;
  double latitude, longitude;
  char *birth_date; /* "1984-03-21" or NULL */
  gboolean blacklist;
} DemoClient;

typedef struct
{
  int id;
  const char *title;
  const char *account; /* "530", "511100", … */
  gboolean refund;     /* gives money back */
} DemoPayment;

typedef struct
{
  int id;
  const char *title;
  gint64 amount; /* cents, or per mille when percent */
  gboolean percent;
} DemoDiscount;

typedef struct
{
  int item;       /* item id, 0 for a free line */
  int department; /* department id, 0 for a free line without one */
  char *title;
  gint64 quantity;   /* thousandths; negative on a refund */
  gint64 unit_price; /* cents including VAT and variations, before discount */
  gint64 gross;      /* quantity × unit_price, rounded to the cent */
  gint64 discount;   /* cents off this line including VAT, ≥ 0 (≤ 0 on a refund) */
  gint64 net;        /* gross − discount: what is paid for it */
  int vat;           /* DemoVat id that applied */
  int variations[5]; /* DemoVariation ids, 0 where none */
} DemoLine;

typedef struct
{
  int number;  /* counts up over the life of the shop, without gaps within a day */
  gint64 time; /* Unix seconds */
  int user;
  int cashbox;
  int client;          /* 0 = none */
  int table;           /* 0 = none */
  int delivery_method; /* 0…6 */
  int place_settings;  /* -1 = none */
  int payment;         /* DemoPayment id; -1, -2 while not paid */
  int discount;        /* DemoDiscount id, 0 = none */
  gboolean refund;
  char *public_comment, *private_comment;
  GArray *lines; /* DemoLine */
  gint64 total;  /* sum of the lines' net */
} DemoSale;

typedef struct
{
  GDate date;
  GPtrArray *sales; /* DemoSale, by time; all paid */
} DemoDay;

/* What a set of lines comes to, by VAT rate. Excluding VAT is rounded once per sale and rate, so
 * that every report adds up the same cents. */
typedef struct
{
  int vat; /* DemoVat id */
  gint64 including;
  gint64 excluding;
  gint64 vat_amount; /* including − excluding */
} DemoVatSum;

typedef struct _DemoCatalogue DemoCatalogue;

struct _DemoCatalogue
{
  const DemoVat *vats;
  guint n_vats;
  const DemoGroup *groups;
  guint n_groups;
  const DemoDepartment *departments;
  guint n_departments;
  const DemoVariation *variations;
  guint n_variations;
  const DemoPayment *payments;
  guint n_payments;
  const DemoDiscount *discounts;
  guint n_discounts;
  const char *const *suppliers;
  guint n_suppliers;
  const char *const *users;
  guint n_users; /* ids from 1 */
  const char *const *cashboxes;
  guint n_cashboxes; /* ids from 1 */
  const char *const *tables;
  guint n_tables;  /* ids from 1 */
  GArray *items;   /* DemoItem, ids from 1 */
  GArray *clients; /* DemoClient, ids from 1 */
};

#define DEMO_SHOP_TITLE   "Le Fournil de la Place"
#define DEMO_SHOP_ADDRESS "4 place du Marché"
#define DEMO_SHOP_CITY    "35000 Rennes"
#define DEMO_SHOP_SIREN   "732829320" /* passes the Luhn check of a SIREN */
#define DEMO_SHOP_VAT     "FR44732829320"

DemoCatalogue *demo_catalogue_new (guint32 seed, guint n_items, guint n_clients);
void demo_catalogue_free (DemoCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoCatalogue, demo_catalogue_free)

int demo_catalogue_add_client (DemoCatalogue *self, const DemoClient *client);
int demo_catalogue_ensure_webservice_user (DemoCatalogue *self);

const DemoVat *demo_catalogue_get_vat (const DemoCatalogue *self, int id);
const DemoGroup *demo_catalogue_get_group (const DemoCatalogue *self, int id);
const DemoDepartment *demo_catalogue_get_department (const DemoCatalogue *self, int id);
const DemoVariation *demo_catalogue_get_variation (const DemoCatalogue *self, int id);
const DemoItem *demo_catalogue_get_item (const DemoCatalogue *self, int id);
const DemoClient *demo_catalogue_get_client (const DemoCatalogue *self, int id);
const DemoPayment *demo_catalogue_get_payment (const DemoCatalogue *self, int id);
const DemoDiscount *demo_catalogue_get_discount (const DemoCatalogue *self, int id);
const char *demo_delivery_method_get_title (int method); /* French, 0…6 */

/* The sales of one day, the same for the same seed and date, whatever was asked before. @until:
 * Unix seconds, sales after it haven't happened yet; G_MAXINT64 for a whole day. */
DemoDay *
demo_day_new (const DemoCatalogue *catalogue, guint32 seed, const GDate *date, gint64 until);
gint64 demo_day_get_start (const GDate *date, int hour);
int demo_day_get_first_number (const GDate *date);
void demo_day_add_sale (DemoDay *self, DemoSale *sale); /* (transfer full), kept in order of time */
void demo_day_free (DemoDay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoDay, demo_day_free)

DemoSale *demo_sale_new (void);
void demo_sale_add_line (DemoSale *self, const DemoLine *line); /* copies; adds to the total */
void demo_sale_free (DemoSale *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoSale, demo_sale_free)

gint64 demo_round_div (gint64 value, gint64 by);
GArray *demo_sale_sum_vat (const DemoSale *self,
                           const DemoCatalogue *catalogue); /* DemoVatSum, by vat id */

G_END_DECLS
