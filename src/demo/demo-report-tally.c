/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sums of a day's sales by whatever a report groups them by. */

#include "demo-report-private.h"

typedef struct
{
  /* What a sale, or a line of it when lines are counted, is counted under. */
  gint64 (*key) (const DemoCatalogue *catalogue, const DemoSale *sale, int line);
  char *(*name) (const DemoCatalogue *catalogue, gint64 key);
  gboolean by_line;
  gboolean largest_first; /* else by key */
} Grouping;

static const DemoLine *
line_of (const DemoSale *sale, int line)
{
  return &g_array_index (sale->lines, DemoLine, line);
}

static gint64
key_of_vat (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  return line_of (sale, line)->vat;
}

static gint64
key_of_day (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  g_autofree char *day = demo_report_format_time (sale->time, "%Y%m%d");

  return g_ascii_strtoll (day, NULL, 10);
}

static gint64
key_of_hour (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  g_autofree char *hour = demo_report_format_time (sale->time, "%H");

  return g_ascii_strtoll (hour, NULL, 10);
}

static gint64
key_of_cashbox (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  return sale->cashbox;
}

static gint64
key_of_payment (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  return sale->payment;
}

static gint64
key_of_closing (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  return ((gint64) sale->cashbox << 32) | (guint32) sale->payment;
}

static gint64
key_of_delivery (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  return sale->delivery_method;
}

static gint64
key_of_client (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  return sale->client;
}

static gint64
key_of_user (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  return sale->user;
}

static gint64
key_of_department (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  return line_of (sale, line)->department;
}

static gint64
key_of_group (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  int id = line_of (sale, line)->department;
  const DemoDepartment *department = id > 0 ? demo_catalogue_get_department (catalogue, id) : NULL;

  return department ? department->group : 0;
}

static gint64
key_of_item (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  return line_of (sale, line)->item;
}

static gint64
key_of_supplier (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  int id = line_of (sale, line)->item;
  const DemoItem *item = id > 0 ? demo_catalogue_get_item (catalogue, id) : NULL;

  return item ? item->supplier : -1;
}

static gint64
key_of_discount (const DemoCatalogue *catalogue, const DemoSale *sale, int line)
{
  for (guint i = 0; i < sale->lines->len; i++)
    {
      if (line_of (sale, i)->discount != 0)
        return sale->discount;
    }
  return DEMO_REPORT_NO_DISCOUNT;
}

static char *
name_of_vat (const DemoCatalogue *catalogue, gint64 key)
{
  const DemoVat *vat = demo_catalogue_get_vat (catalogue, key);

  return g_strdup (vat ? vat->title : "Sans TVA");
}

static char *
name_of_day (const DemoCatalogue *catalogue, gint64 key)
{
  return g_strdup_printf ("%02d/%02d/%04d", (int) (key % 100), (int) (key / 100 % 100),
                          (int) (key / 10000));
}

static char *
name_of_hour (const DemoCatalogue *catalogue, gint64 key)
{
  return g_strdup_printf ("%02d:00 – %02d:00", (int) key, (int) key + 1);
}

static char *
name_of_cashbox (const DemoCatalogue *catalogue, gint64 key)
{
  return key > 0 ? demo_report_title_of_cashbox (catalogue, key) : g_strdup ("Sans caisse");
}

static char *
name_of_payment (const DemoCatalogue *catalogue, gint64 key)
{
  return demo_report_title_of_payment (catalogue, key);
}

static char *
name_of_closing (const DemoCatalogue *catalogue, gint64 key)
{
  return demo_report_title_of_payment (catalogue, (gint32) key);
}

static char *
name_of_delivery (const DemoCatalogue *catalogue, gint64 key)
{
  return g_strdup (demo_delivery_method_get_title (key));
}

static char *
name_of_client (const DemoCatalogue *catalogue, gint64 key)
{
  return key > 0 ? demo_report_title_of_client (catalogue, key) : g_strdup ("Sans client");
}

static char *
name_of_user (const DemoCatalogue *catalogue, gint64 key)
{
  return key > 0 ? demo_report_title_of_user (catalogue, key) : g_strdup ("Sans utilisateur");
}

static char *
name_of_department (const DemoCatalogue *catalogue, gint64 key)
{
  const DemoDepartment *department
      = key > 0 ? demo_catalogue_get_department (catalogue, key) : NULL;

  return g_strdup (department ? department->title : "Ventes libres");
}

static char *
name_of_group (const DemoCatalogue *catalogue, gint64 key)
{
  const DemoGroup *group = key > 0 ? demo_catalogue_get_group (catalogue, key) : NULL;

  return g_strdup (group ? group->title : "Ventes libres");
}

static char *
name_of_item (const DemoCatalogue *catalogue, gint64 key)
{
  const DemoItem *item = key > 0 ? demo_catalogue_get_item (catalogue, key) : NULL;

  return g_strdup (item ? item->title : "Ventes libres");
}

static char *
name_of_supplier (const DemoCatalogue *catalogue, gint64 key)
{
  if (key >= 0 && key < catalogue->n_suppliers)
    return g_strdup (catalogue->suppliers[key]);
  return g_strdup ("Sans fournisseur");
}

static char *
name_of_discount (const DemoCatalogue *catalogue, gint64 key)
{
  const DemoDiscount *discount = key > 0 ? demo_catalogue_get_discount (catalogue, key) : NULL;

  return g_strdup (discount ? discount->title : "Réduction sur article");
}

static const Grouping groupings[] = {
  [DEMO_REPORT_BY_VAT] = { key_of_vat, name_of_vat, TRUE, FALSE },
  [DEMO_REPORT_BY_DAY] = { key_of_day, name_of_day, FALSE, FALSE },
  [DEMO_REPORT_BY_HOUR] = { key_of_hour, name_of_hour, FALSE, FALSE },
  [DEMO_REPORT_BY_CASHBOX] = { key_of_cashbox, name_of_cashbox, FALSE, FALSE },
  [DEMO_REPORT_BY_CLOSING] = { key_of_closing, name_of_closing, FALSE, FALSE },
  [DEMO_REPORT_BY_PAYMENT] = { key_of_payment, name_of_payment, FALSE, FALSE },
  [DEMO_REPORT_BY_DELIVERY] = { key_of_delivery, name_of_delivery, FALSE, FALSE },
  [DEMO_REPORT_BY_USER] = { key_of_user, name_of_user, FALSE, FALSE },
  [DEMO_REPORT_BY_CLIENT] = { key_of_client, name_of_client, FALSE, TRUE },
  [DEMO_REPORT_BY_GROUP] = { key_of_group, name_of_group, TRUE, FALSE },
  [DEMO_REPORT_BY_DEPARTMENT] = { key_of_department, name_of_department, TRUE, FALSE },
  [DEMO_REPORT_BY_SUPPLIER] = { key_of_supplier, name_of_supplier, TRUE, FALSE },
  [DEMO_REPORT_BY_ITEM] = { key_of_item, name_of_item, TRUE, TRUE },
  [DEMO_REPORT_BY_DISCOUNT] = { key_of_discount, name_of_discount, FALSE, FALSE },
};

static void
entry_free (gpointer data)
{
  DemoReportEntry *self = data;

  g_free (self->title);
  g_free (self);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const DemoReportEntry *entry_a = *(const DemoReportEntry *const *) a;
  const DemoReportEntry *entry_b = *(const DemoReportEntry *const *) b;

  return (entry_a->key > entry_b->key) - (entry_a->key < entry_b->key);
}

static int
compare_amounts (gconstpointer a, gconstpointer b)
{
  const DemoReportEntry *entry_a = *(const DemoReportEntry *const *) a;
  const DemoReportEntry *entry_b = *(const DemoReportEntry *const *) b;

  if (entry_a->sum.including != entry_b->sum.including)
    return entry_a->sum.including < entry_b->sum.including ? 1 : -1;
  return compare_keys (a, b);
}

static DemoReportEntry *
find_entry (GHashTable *by_key, GPtrArray *entries, gint64 key)
{
  DemoReportEntry *entry = g_hash_table_lookup (by_key, &key);

  if (!entry)
    {
      entry = g_new0 (DemoReportEntry, 1);
      entry->key = key;
      g_ptr_array_add (entries, entry);
      g_hash_table_insert (by_key, &entry->key, entry);
    }

  return entry;
}

/**
 * demo_report_tally:
 * @catalogue: the catalogue
 * @day: the sales
 * @by: what to group them by
 *
 * Returns: (transfer full) (element-type DemoReportEntry): a sum for each key that occurs, in the
 *   order a report shows them
 */
GPtrArray *
demo_report_tally (const DemoCatalogue *catalogue, const DemoDay *day, DemoReportGrouping by)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  const Grouping *grouping = &groupings[by];
  GPtrArray *entries;

  g_return_val_if_fail (catalogue, NULL);
  g_return_val_if_fail (day, NULL);

  entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < day->sales->len; i++)
    {
      const DemoSale *sale = g_ptr_array_index (day->sales, i);
      g_autoptr (GArray) lines = demo_report_split_sale (catalogue, sale);
      DemoReportEntry *entry = NULL;

      for (guint j = 0; j < lines->len; j++)
        {
          if (!entry || grouping->by_line)
            entry = find_entry (by_key, entries, grouping->key (catalogue, sale, j));
          demo_report_sum_add (&entry->sum, &g_array_index (lines, DemoReportSum, j));
          if (!grouping->by_line && j > 0)
            entry->sum.count--;
        }
    }
  for (guint i = 0; i < entries->len; i++)
    {
      DemoReportEntry *entry = g_ptr_array_index (entries, i);

      entry->title = grouping->name (catalogue, entry->key);
    }
  g_ptr_array_sort (entries, grouping->largest_first ? compare_amounts : compare_keys);

  return entries;
}
