/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the six reports of many days back and finds them agreeing, to the cent, with each other and
 * with sums taken here over the sales themselves. */

#include "demo-report.h"

#include "demo-report-readers.h"

#include <string.h>

#define N_DAYS 60
#define SEED   20251124

static const char *const by_amount_tables[] = { "Ventes par taux de TVA",
                                                "Ventes journalières",
                                                "Heures de pointe",
                                                "Ventes par caisse",
                                                "Ventes par méthode de paiement",
                                                "Ventes par méthode de livraison",
                                                "Ventes par utilisateur",
                                                "Ventes par client",
                                                "Ventes par groupe de rayons",
                                                "Ventes par rayon",
                                                "Ventes par fournisseur",
                                                "Ventes par article" };

/* Figures by name: "orders", "including", "excluding", "discount", "discount-excluding",
 * "base:TVA 10 %", "vat:TVA 10 %", "payment:Espèces". */
static GHashTable *
figures_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gint64
get (GHashTable *figures, const char *name)
{
  const gint64 *figure = g_hash_table_lookup (figures, name);

  return figure ? *figure : 0;
}

static void
add (GHashTable *figures, const char *kind, const char *of, gint64 amount)
{
  g_autofree char *name = g_strconcat (kind, of, NULL);
  gint64 sum = get (figures, name) + amount;

  g_hash_table_replace (figures, g_steal_pointer (&name), g_memdup2 (&sum, sizeof sum));
}

static gint64
round_excluding (gint64 including, int rate)
{
  gint64 divisor = 2 * (1000 + rate);
  gint64 doubled = 2 * 1000 * ABS (including) + (1000 + rate);

  return (including < 0 ? -1 : 1) * (doubled / divisor);
}

static void
add_sale (GHashTable *figures, const DemoCatalogue *catalogue, const DemoSale *sale)
{
  add (figures, "orders", "", 1);
  add (figures, "including", "", sale->total);
  add (figures, "payment:", demo_catalogue_get_payment (catalogue, sale->payment)->title,
       sale->total);
  for (guint i = 0; i < catalogue->n_vats; i++)
    {
      const DemoVat *vat = &catalogue->vats[i];
      gint64 including = 0, discount = 0, excluding;

      for (guint j = 0; j < sale->lines->len; j++)
        {
          const DemoLine *line = &g_array_index (sale->lines, DemoLine, j);

          including += line->vat == vat->id ? line->net : 0;
          discount += line->vat == vat->id ? line->discount : 0;
        }
      excluding = round_excluding (including, vat->rate);
      add (figures, "excluding", "", excluding);
      add (figures, "base:", vat->title, excluding);
      add (figures, "vat:", vat->title, including - excluding);
      add (figures, "discount", "", discount);
      add (figures, "discount-excluding", "", round_excluding (discount, vat->rate));
    }
}

static GHashTable *
sum_books (const DemoCatalogue *catalogue, const DemoDay *day)
{
  GHashTable *figures = figures_new ();

  for (guint i = 0; i < day->sales->len; i++)
    add_sale (figures, catalogue, g_ptr_array_index (day->sales, i));

  return figures;
}

/* The row of a table that begins with @label. */
static GStrv
find_row (GHashTable *tables, const char *title, const char *label)
{
  GPtrArray *rows = g_hash_table_lookup (tables, title);

  if (!rows)
    g_error ("No table “%s”", title);
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);

      if (row[0] && g_str_equal (row[0], label))
        return row;
    }
  g_error ("No row “%s” in “%s”", label, title);
}

static gboolean
is_amounts (GStrv row)
{
  return g_strv_length (row) == 7 && !g_str_equal (row[3], "HT");
}

/* Label, count, discounts, HT, TVA, TTC, share: every row above the last sums up to it. */
static void
check_adds_up (GHashTable *tables, const char *title)
{
  GPtrArray *rows = g_hash_table_lookup (tables, title);
  GStrv total = find_row (tables, title, "Total");

  for (guint column = 2; column <= 5; column++)
    {
      gint64 sum = 0;

      for (guint i = 0; i < rows->len && g_ptr_array_index (rows, i) != total; i++)
        {
          GStrv row = g_ptr_array_index (rows, i);

          sum += is_amounts (row) ? demo_readers_cents (row[column]) : 0;
        }
      g_assert_cmpint (sum, ==, demo_readers_cents (total[column]));
    }
}

static void
check_grouped_tables (GHashTable *tables)
{
  GStrv first = find_row (tables, by_amount_tables[0], "Total");

  for (guint i = 0; i < G_N_ELEMENTS (by_amount_tables); i++)
    {
      GStrv total = find_row (tables, by_amount_tables[i], "Total");

      check_adds_up (tables, by_amount_tables[i]);
      for (guint column = 2; column <= 5; column++)
        g_assert_cmpstr (total[column], ==, first[column]);
    }
}

/* The last four cells of a row: a PDF has no empty ones before. */
static void
check_sales_table (GHashTable *tables, GHashTable *figures)
{
  GPtrArray *rows = g_hash_table_lookup (tables, "Tableau des ventes");
  GStrv total = find_row (tables, "Tableau des ventes", "Total");
  guint n_orders = 0;
  gint64 sum = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);

      if (!row[0] || strspn (row[0], "0123456789") != strlen (row[0]))
        continue;
      n_orders++;
      sum += demo_readers_cents (row[g_strv_length (row) - 1]);
    }
  g_assert_cmpint (sum, ==, demo_readers_cents (total[g_strv_length (total) - 1]));
  g_assert_cmpint (sum, ==, get (figures, "including"));
  g_assert_cmpint (n_orders, ==, get (figures, "orders"));
}

static GHashTable *
sum_tables (GHashTable *tables)
{
  GHashTable *figures = figures_new ();
  GPtrArray *vats = g_hash_table_lookup (tables, by_amount_tables[0]);
  GPtrArray *payments = g_hash_table_lookup (tables, "Ventes par méthode de paiement");
  GStrv total = find_row (tables, "Ventes journalières", "Total");
  GStrv discounts = find_row (tables, "Réductions accordées", "Total");

  check_grouped_tables (tables);
  for (guint i = 0; i < vats->len; i++)
    {
      GStrv row = g_ptr_array_index (vats, i);

      if (!g_str_has_prefix (row[0], "TVA"))
        continue;
      add (figures, "base:", row[0], demo_readers_cents (row[3]));
      add (figures, "vat:", row[0], demo_readers_cents (row[4]));
    }
  for (guint i = 0; i < payments->len; i++)
    {
      GStrv row = g_ptr_array_index (payments, i);

      if (is_amounts (row) && !g_str_equal (row[0], "Total"))
        add (figures, "payment:", row[0], demo_readers_cents (row[5]));
    }
  add (figures, "orders", "", g_ascii_strtoll (total[1], NULL, 10));
  add (figures, "discount", "", demo_readers_cents (total[2]));
  add (figures, "excluding", "", demo_readers_cents (total[3]));
  add (figures, "including", "", demo_readers_cents (total[5]));
  add (figures, "discount-excluding", "", demo_readers_cents (discounts[2]));
  g_assert_cmpstr (discounts[3], ==, total[2]);
  check_sales_table (tables, figures);

  return figures;
}

static void
check_summary (GHashTable *tables, GHashTable *figures)
{
  g_assert_cmpint (demo_readers_cents (find_row (tables, "Synthèse", "Total TTC")[1]), ==,
                   get (figures, "including"));
  g_assert_cmpint (demo_readers_cents (find_row (tables, "Synthèse", "Total HT")[1]), ==,
                   get (figures, "excluding"));
  g_assert_cmpint (demo_readers_cents (find_row (tables, "Synthèse", "Réductions TTC")[1]), ==,
                   get (figures, "discount"));
}

static GHashTable *
sum_csv (GBytes *bytes)
{
  GHashTable *figures = figures_new ();
  g_autoptr (GPtrArray) rows = demo_readers_split (bytes, ';', TRUE);
  GStrv header = g_ptr_array_index (rows, 0);
  guint payment = demo_readers_column (rows, "Méthode de paiement");
  guint discount = demo_readers_column (rows, "Montant réduction TTC");
  guint excluding = demo_readers_column (rows, "HT");
  guint including = demo_readers_column (rows, "TTC");

  for (guint i = 1; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);

      g_assert_cmpuint (g_strv_length (row), ==, g_strv_length (header));
      add (figures, "orders", "", 1);
      add (figures, "discount", "", demo_readers_cents (row[discount]));
      add (figures, "excluding", "", demo_readers_cents (row[excluding]));
      add (figures, "including", "", demo_readers_cents (row[including]));
      add (figures, "payment:", row[payment], demo_readers_cents (row[including]));
      for (guint j = excluding + 1; j < including; j++)
        add (figures, "vat:", header[j], demo_readers_cents (row[j]));
    }

  return figures;
}

/* Credit less debit of a line, under what its account says it is. */
static void
add_fec_line (GHashTable *figures, const char *account, const char *purpose, gint64 credit)
{
  const char *vat = g_strrstr (purpose, "TVA");

  if (g_str_has_prefix (account, "4457"))
    add (figures, "vat:", vat, credit);
  else if (g_str_has_prefix (account, "70"))
    {
      add (figures, "excluding", "", credit);
      add (figures, "base:", vat, credit);
      if (g_str_has_prefix (account, "709"))
        add (figures, "discount-excluding", "", -credit);
    }
  else
    {
      g_assert_true (account[0] == '5' || g_str_has_prefix (account, "411"));
      add (figures, "including", "", -credit);
      add (figures, "payment:", purpose, -credit);
    }
}

static GHashTable *
sum_fec (GBytes *bytes)
{
  GHashTable *figures = figures_new ();
  g_autoptr (GPtrArray) rows = demo_readers_split (bytes, '\t', FALSE);
  guint number = demo_readers_column (rows, "EcritureNum");
  guint account = demo_readers_column (rows, "CompteNum");
  guint label = demo_readers_column (rows, "EcritureLib");
  guint debit = demo_readers_column (rows, "Debit");
  guint credit = demo_readers_column (rows, "Credit");
  const char *last = "";

  for (guint i = 1; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);
      const char *purpose = strstr (row[label], " – ") + strlen (" – ");

      add_fec_line (figures, row[account], purpose,
                    demo_readers_cents (row[credit]) - demo_readers_cents (row[debit]));
      if (!g_str_equal (row[number], last))
        add (figures, "orders", "", 1);
      last = row[number];
    }

  return figures;
}

static void
add_invoice (GHashTable *figures, xmlDoc *document, xmlNode *invoice)
{
  g_autofree char *type = demo_readers_find_text (document, invoice, "t:InvoiceType");
  g_autoptr (GPtrArray) lines = demo_readers_find (document, invoice, "t:Line");
  gint64 sign = g_str_equal (type, "NC") ? -1 : 1;
  gint64 net = demo_readers_find_cents (document, invoice, "t:DocumentTotals/t:NetTotal");
  gint64 tax = demo_readers_find_cents (document, invoice, "t:DocumentTotals/t:TaxPayable");
  gint64 gross = demo_readers_find_cents (document, invoice, "t:DocumentTotals/t:GrossTotal");
  gint64 sum = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      xmlNode *line = g_ptr_array_index (lines, i);
      g_autofree char *percent = demo_readers_find_text (document, line, "t:Tax/t:TaxPercentage");
      gint64 amount = demo_readers_find_cents (document, line, "t:CreditAmount")
                      - demo_readers_find_cents (document, line, "t:DebitAmount");

      add (figures, "percent:", percent, amount);
      add (figures, "discount-excluding", "",
           sign * demo_readers_find_cents (document, line, "t:SettlementAmount"));
      sum += amount;
    }
  g_assert_cmpint (sum, ==, sign * net);
  g_assert_cmpint (net + tax, ==, gross);
  add (figures, "orders", "", 1);
  add (figures, "including", "", sign * gross);
  add (figures, "excluding", "", sign * net);
}

static GHashTable *
sum_saft (GBytes *bytes)
{
  GHashTable *figures = figures_new ();
  g_autoptr (xmlDoc) document = demo_readers_parse_xml (bytes);
  g_autoptr (GPtrArray) invoices
      = demo_readers_find (document, NULL, "//t:SalesInvoices/t:Invoice");
  g_autofree char *count = demo_readers_find_text (document, NULL, "//t:NumberOfEntries");

  for (guint i = 0; i < invoices->len; i++)
    add_invoice (figures, document, g_ptr_array_index (invoices, i));
  add (figures, "base:", "TVA 5,5 %", get (figures, "percent:5.50"));
  add (figures, "base:", "TVA 10 %", get (figures, "percent:10.00"));
  add (figures, "base:", "TVA 20 %", get (figures, "percent:20.00"));
  g_assert_cmpint (g_ascii_strtoll (count, NULL, 10), ==, invoices->len);
  g_assert_cmpint (demo_readers_find_cents (document, NULL, "//t:TotalCredit"), ==,
                   demo_readers_find_cents (document, NULL, "//t:CreditAmount"));
  g_assert_cmpint (demo_readers_find_cents (document, NULL, "//t:TotalDebit"), ==,
                   demo_readers_find_cents (document, NULL, "//t:DebitAmount"));

  return figures;
}

/* @without: the kinds of figures that the report doesn't carry, between spaces. */
static void
compare (GHashTable *books, GHashTable *report, const char *name, const char *without)
{
  g_auto (GStrv) missing = g_strsplit (without, " ", -1);
  GHashTableIter iter;
  gpointer figure, value;

  g_hash_table_iter_init (&iter, books);
  while (g_hash_table_iter_next (&iter, &figure, &value))
    {
      gint64 expected = *(gint64 *) value;
      g_auto (GStrv) kind = g_strsplit (figure, ":", 2);

      if (!g_strv_contains ((const char *const *) missing, kind[0])
          && get (report, figure) != expected)
        g_error ("%s of %s: %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT, (char *) figure,
                 name, get (report, figure), expected);
    }
  g_hash_table_iter_init (&iter, report);
  while (g_hash_table_iter_next (&iter, &figure, &value))
    {
      if (!g_str_has_prefix (figure, "percent:") && !g_hash_table_contains (books, figure))
        g_error ("%s of %s isn’t in the books", (char *) figure, name);
    }
}

/* Returns how many of the sales were refunds. */
static guint
check_day (const DemoCatalogue *catalogue, const GDate *date)
{
  g_autoptr (DemoDay) day = demo_day_new (catalogue, SEED, date, G_MAXINT64);
  g_autoptr (GHashTable) books = sum_books (catalogue, day);
  gint64 edited = demo_day_get_start (date, 23);
  g_autoptr (GBytes) html = demo_report_html (catalogue, day, edited);
  g_autoptr (GBytes) pdf = demo_report_pdf (catalogue, day, edited);
  g_autoptr (GBytes) xlsx = demo_report_xlsx (catalogue, day, edited);
  g_autoptr (GBytes) csv = demo_report_csv (catalogue, day);
  g_autoptr (GBytes) fec = demo_report_fec (catalogue, day);
  g_autoptr (GBytes) saft = demo_report_saft (catalogue, day, edited);
  g_autoptr (GHashTable) html_tables = demo_readers_read_html (html);
  g_autoptr (GHashTable) pdf_tables = demo_readers_read_pdf (pdf);
  g_autoptr (GHashTable) xlsx_tables = demo_readers_read_xlsx (xlsx);
  g_autoptr (GHashTable) html_figures = sum_tables (html_tables);
  g_autoptr (GHashTable) pdf_figures = sum_tables (pdf_tables);
  g_autoptr (GHashTable) xlsx_figures = sum_tables (xlsx_tables);
  g_autoptr (GHashTable) csv_figures = sum_csv (csv);
  g_autoptr (GHashTable) fec_figures = sum_fec (fec);
  g_autoptr (GHashTable) saft_figures = sum_saft (saft);
  guint n_refunds = 0;

  for (guint i = 0; i < day->sales->len; i++)
    n_refunds += ((DemoSale *) g_ptr_array_index (day->sales, i))->refund ? 1 : 0;
  g_assert_cmpuint (day->sales->len, >, 0);
  g_assert_cmpint (get (books, "discount"), >, 0);
  check_summary (html_tables, books);
  check_summary (xlsx_tables, books);
  compare (books, html_figures, "HTML", "");
  compare (books, pdf_figures, "PDF", "");
  compare (books, xlsx_figures, "xlsx", "");
  compare (books, csv_figures, "CSV", "base discount-excluding");
  compare (books, fec_figures, "FEC", "discount");
  compare (books, saft_figures, "SAF-T", "vat payment discount");

  return n_refunds;
}

static void
test_agree (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (SEED, 0, 0);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_refunds = 0;

  for (guint i = 0; i < N_DAYS; i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 24, 11, 2025);
      g_date_subtract_days (&date, g_rand_int_range (random, 1, 730));
      g_test_message ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                      g_date_get_day (&date));
      n_refunds += check_day (catalogue, &date);
    }
  g_assert_cmpuint (n_refunds, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/report/agree", test_agree);

  return g_test_run ();
}
