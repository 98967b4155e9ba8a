/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The vendor's report as titled tables (kash-api.md §5), which the HTML, PDF and xlsx writers each
 * render: a figure is worked out once and can't differ between them. */

#include "demo-report-private.h"

typedef struct
{
  DemoReportGrouping by;
  const char *sheet;
  const char *title;
  const char *heading;
  DemoReportColumn counted;
} GroupedTable;

#define ORDERS                   \
  {                              \
    "Commandes", DEMO_CELL_COUNT \
  }
#define LINES                 \
  {                           \
    "Lignes", DEMO_CELL_COUNT \
  }
#define UNITS                      \
  {                                \
    "Quantité", DEMO_CELL_QUANTITY \
  }

/* clang-format off */
static const GroupedTable overview[] = {
  { DEMO_REPORT_BY_VAT, "Synthèse", "Ventes par taux de TVA", "Taux", LINES },
  { DEMO_REPORT_BY_DAY, "Synthèse", "Ventes journalières", "Jour", ORDERS },
  { DEMO_REPORT_BY_HOUR, "Synthèse", "Heures de pointe", "Tranche horaire", ORDERS },
};

static const GroupedTable details[] = {
  { DEMO_REPORT_BY_CASHBOX, "Caisses", "Ventes par caisse", "Caisse", ORDERS },
  { DEMO_REPORT_BY_PAYMENT, "Caisses", "Ventes par méthode de paiement", "Méthode de paiement",
    ORDERS },
  { DEMO_REPORT_BY_DELIVERY, "Caisses", "Ventes par méthode de livraison", "Méthode de livraison",
    ORDERS },
  { DEMO_REPORT_BY_USER, "Clients et utilisateurs", "Ventes par utilisateur", "Utilisateur",
    ORDERS },
  { DEMO_REPORT_BY_CLIENT, "Clients et utilisateurs", "Ventes par client", "Client", ORDERS },
  { DEMO_REPORT_BY_GROUP, "Articles", "Ventes par groupe de rayons", "Groupe de rayons", UNITS },
  { DEMO_REPORT_BY_DEPARTMENT, "Articles", "Ventes par rayon", "Rayon", UNITS },
  { DEMO_REPORT_BY_SUPPLIER, "Articles", "Ventes par fournisseur", "Fournisseur", UNITS },
  { DEMO_REPORT_BY_ITEM, "Articles", "Ventes par article", "Article", UNITS },
};
/* clang-format on */

static const DemoReportColumn summary_columns[]
    = { { "Indicateur", DEMO_CELL_TEXT }, { "Valeur", DEMO_CELL_MONEY } };

static const DemoReportColumn grouped_columns[] = {
  { "", DEMO_CELL_TEXT },      { "", DEMO_CELL_COUNT },    { "Réductions", DEMO_CELL_MONEY },
  { "HT", DEMO_CELL_MONEY },   { "TVA", DEMO_CELL_MONEY }, { "TTC", DEMO_CELL_MONEY },
  { "Part", DEMO_CELL_SHARE },
};

static const DemoReportColumn sale_columns[] = {
  { "Numéro", DEMO_CELL_TEXT },   { "Heure", DEMO_CELL_TEXT },
  { "Caisse", DEMO_CELL_TEXT },   { "Utilisateur", DEMO_CELL_TEXT },
  { "Client", DEMO_CELL_TEXT },   { "Livraison", DEMO_CELL_TEXT },
  { "Paiement", DEMO_CELL_TEXT }, { "Réduction", DEMO_CELL_MONEY },
  { "HT", DEMO_CELL_MONEY },      { "TVA", DEMO_CELL_MONEY },
  { "TTC", DEMO_CELL_MONEY },
};

static const DemoReportColumn closing_columns[] = {
  { "Caisse", DEMO_CELL_TEXT },      { "Méthode de paiement", DEMO_CELL_TEXT },
  { "Opérations", DEMO_CELL_COUNT }, { "Encaissé", DEMO_CELL_MONEY },
  { "Remboursé", DEMO_CELL_MONEY },  { "Solde", DEMO_CELL_MONEY },
};

static const DemoReportColumn discount_columns[] = {
  { "Réduction", DEMO_CELL_TEXT },
  { "Commandes", DEMO_CELL_COUNT },
  { "Montant HT", DEMO_CELL_MONEY },
  { "Montant TTC", DEMO_CELL_MONEY },
};

static void
cell_clear (gpointer cell)
{
  g_free (((DemoReportCell *) cell)->text);
}

static void
table_free (gpointer data)
{
  DemoReportTable *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self->columns);
  g_free (self);
}

static DemoReportTable *
table_add (GPtrArray *tables,
           const char *sheet,
           const char *title,
           const DemoReportColumn *columns,
           guint n_columns)
{
  DemoReportTable *self = g_new0 (DemoReportTable, 1);

  self->sheet = sheet;
  self->title = title;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (tables, self);

  return self;
}

static GArray *
table_add_row (DemoReportTable *self, char *text)
{
  GArray *row = g_array_new (FALSE, TRUE, sizeof (DemoReportCell));
  DemoReportCell cell = { .kind = DEMO_CELL_TEXT, .text = text };

  g_array_set_clear_func (row, cell_clear);
  g_array_append_val (row, cell);
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
row_add_text (GArray *row, char *text)
{
  DemoReportCell cell = { .kind = DEMO_CELL_TEXT, .text = text };

  g_array_append_val (row, cell);
}

static void
row_add (GArray *row, DemoCellKind kind, gint64 number)
{
  DemoReportCell cell = { .kind = kind, .number = number };

  g_array_append_val (row, cell);
}

static void
row_add_amounts (GArray *row, const DemoReportSum *sum)
{
  row_add (row, DEMO_CELL_MONEY, sum->discount);
  row_add (row, DEMO_CELL_MONEY, sum->excluding);
  row_add (row, DEMO_CELL_MONEY, sum->including - sum->excluding);
  row_add (row, DEMO_CELL_MONEY, sum->including);
}

static void
summary_add (DemoReportTable *table, const char *title, DemoCellKind kind, gint64 number)
{
  row_add (table_add_row (table, g_strdup (title)), kind, number);
}

static void
add_summary (GPtrArray *tables, const DemoDay *day, const DemoReportSum *total)
{
  DemoReportTable *table
      = table_add (tables, "Synthèse", "Synthèse", summary_columns, G_N_ELEMENTS (summary_columns));
  guint n_refunds = 0;
  gint64 n_settings = 0;

  for (guint i = 0; i < day->sales->len; i++)
    {
      const DemoSale *sale = g_ptr_array_index (day->sales, i);

      n_refunds += sale->refund ? 1 : 0;
      n_settings += MAX (sale->place_settings, 0);
    }
  summary_add (table, "Total TTC", DEMO_CELL_MONEY, total->including);
  summary_add (table, "Total HT", DEMO_CELL_MONEY, total->excluding);
  summary_add (table, "Total TVA", DEMO_CELL_MONEY, total->including - total->excluding);
  summary_add (table, "Commandes", DEMO_CELL_COUNT, total->count);
  summary_add (table, "Panier moyen TTC", DEMO_CELL_MONEY,
               demo_round_div (total->including, MAX (total->count, 1)));
  summary_add (table, "Couverts", DEMO_CELL_COUNT, n_settings);
  summary_add (table, "Ventes brutes TTC", DEMO_CELL_MONEY, total->including + total->discount);
  summary_add (table, "Réductions TTC", DEMO_CELL_MONEY, total->discount);
  summary_add (table, "Remboursements", DEMO_CELL_COUNT, n_refunds);
  summary_add (table, "Montant remboursé TTC", DEMO_CELL_MONEY, total->given_back);
}

static void
add_grouped_row (DemoReportTable *table,
                 const GroupedTable *grouped,
                 char *title,
                 const DemoReportSum *sum,
                 const DemoReportSum *total)
{
  GArray *row = table_add_row (table, title);
  gint64 whole = ABS (total->including);

  row_add (row, grouped->counted.kind,
           grouped->counted.kind == DEMO_CELL_QUANTITY ? sum->quantity : sum->count);
  row_add_amounts (row, sum);
  row_add (row, DEMO_CELL_SHARE, whole ? demo_round_div (sum->including * 1000, whole) : 0);
}

static void
add_grouped (GPtrArray *tables,
             const DemoCatalogue *catalogue,
             const DemoDay *day,
             const GroupedTable *grouped)
{
  DemoReportTable *table = table_add (tables, grouped->sheet, grouped->title, grouped_columns,
                                      G_N_ELEMENTS (grouped_columns));
  g_autoptr (GPtrArray) entries = demo_report_tally (catalogue, day, grouped->by);
  DemoReportSum total = { 0 };

  table->columns[0].title = grouped->heading;
  table->columns[1] = grouped->counted;
  for (guint i = 0; i < entries->len; i++)
    demo_report_sum_add (&total, &((DemoReportEntry *) g_ptr_array_index (entries, i))->sum);
  for (guint i = 0; i < entries->len; i++)
    {
      DemoReportEntry *entry = g_ptr_array_index (entries, i);

      add_grouped_row (table, grouped, g_steal_pointer (&entry->title), &entry->sum, &total);
    }
  add_grouped_row (table, grouped, g_strdup ("Total"), &total, &total);
  table->totals = TRUE;
}

static void
add_sales (GPtrArray *tables,
           const DemoCatalogue *catalogue,
           const DemoDay *day,
           const DemoReportSum *total)
{
  DemoReportTable *table = table_add (tables, "Commandes", "Tableau des ventes", sale_columns,
                                      G_N_ELEMENTS (sale_columns));
  GArray *row;

  for (guint i = 0; i < day->sales->len; i++)
    {
      const DemoSale *sale = g_ptr_array_index (day->sales, i);
      DemoReportSum sum = demo_report_sum_sale (catalogue, sale);

      row = table_add_row (table, g_strdup_printf ("%d", sale->number));
      row_add_text (row, demo_report_format_time (sale->time, "%H:%M"));
      row_add_text (row, demo_report_title_of_cashbox (catalogue, sale->cashbox));
      row_add_text (row, demo_report_title_of_user (catalogue, sale->user));
      row_add_text (row, demo_report_title_of_client (catalogue, sale->client));
      row_add_text (row, g_strdup (demo_delivery_method_get_title (sale->delivery_method)));
      row_add_text (row, demo_report_title_of_payment (catalogue, sale->payment));
      row_add_amounts (row, &sum);
    }
  row = table_add_row (table, g_strdup ("Total"));
  for (guint i = 1; sale_columns[i].kind == DEMO_CELL_TEXT; i++)
    row_add_text (row, NULL);
  row_add_amounts (row, total);
  table->totals = TRUE;
}

static void
add_closing_row (DemoReportTable *table, char *cashbox, char *payment, const DemoReportSum *sum)
{
  GArray *row = table_add_row (table, cashbox);

  row_add_text (row, payment);
  row_add (row, DEMO_CELL_COUNT, sum->count);
  row_add (row, DEMO_CELL_MONEY, sum->including - sum->given_back);
  row_add (row, DEMO_CELL_MONEY, sum->given_back);
  row_add (row, DEMO_CELL_MONEY, sum->including);
}

static void
add_closings (GPtrArray *tables,
              const DemoCatalogue *catalogue,
              const DemoDay *day,
              const DemoReportSum *total)
{
  DemoReportTable *table = table_add (tables, "Caisses", "Clôtures de caisse", closing_columns,
                                      G_N_ELEMENTS (closing_columns));
  g_autoptr (GPtrArray) entries = demo_report_tally (catalogue, day, DEMO_REPORT_BY_CLOSING);

  for (guint i = 0; i < entries->len; i++)
    {
      DemoReportEntry *entry = g_ptr_array_index (entries, i);

      add_closing_row (table, demo_report_title_of_cashbox (catalogue, entry->key >> 32),
                       g_steal_pointer (&entry->title), &entry->sum);
    }
  add_closing_row (table, g_strdup ("Total"), NULL, total);
  table->totals = TRUE;
}

static void
add_discount_row (DemoReportTable *table, char *title, const DemoReportSum *sum)
{
  GArray *row = table_add_row (table, title);

  row_add (row, DEMO_CELL_COUNT, sum->count);
  row_add (row, DEMO_CELL_MONEY, sum->discount_excluding);
  row_add (row, DEMO_CELL_MONEY, sum->discount);
}

static void
add_discounts (GPtrArray *tables, const DemoCatalogue *catalogue, const DemoDay *day)
{
  DemoReportTable *table = table_add (tables, "Réductions", "Réductions accordées",
                                      discount_columns, G_N_ELEMENTS (discount_columns));
  g_autoptr (GPtrArray) entries = demo_report_tally (catalogue, day, DEMO_REPORT_BY_DISCOUNT);
  DemoReportSum total = { 0 };

  for (guint i = 0; i < entries->len; i++)
    {
      DemoReportEntry *entry = g_ptr_array_index (entries, i);

      if (entry->key == DEMO_REPORT_NO_DISCOUNT)
        continue;
      demo_report_sum_add (&total, &entry->sum);
      add_discount_row (table, g_steal_pointer (&entry->title), &entry->sum);
    }
  add_discount_row (table, g_strdup ("Total"), &total);
  table->totals = TRUE;
}

/**
 * demo_report_tables_new:
 * @catalogue: the catalogue
 * @day: the sales
 *
 * Returns: (transfer full) (element-type DemoReportTable): every table of the day's report, those
 *   of one sheet one after the other. A day without sales has them too, with their totals only.
 */
GPtrArray *
demo_report_tables_new (const DemoCatalogue *catalogue, const DemoDay *day)
{
  GPtrArray *tables;
  DemoReportSum total = { 0 };

  g_return_val_if_fail (catalogue, NULL);
  g_return_val_if_fail (day, NULL);

  for (guint i = 0; i < day->sales->len; i++)
    {
      DemoReportSum sum = demo_report_sum_sale (catalogue, g_ptr_array_index (day->sales, i));

      demo_report_sum_add (&total, &sum);
    }
  tables = g_ptr_array_new_with_free_func (table_free);
  add_summary (tables, day, &total);
  for (guint i = 0; i < G_N_ELEMENTS (overview); i++)
    add_grouped (tables, catalogue, day, &overview[i]);
  add_closings (tables, catalogue, day, &total);
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    add_grouped (tables, catalogue, day, &details[i]);
  add_discounts (tables, catalogue, day);
  add_sales (tables, catalogue, day, &total);

  return tables;
}
