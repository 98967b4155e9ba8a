/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-summary.h"

#include "comptoir-table-reader.h"
#include "demo-report.h"

#include <string.h>

#define N_DAYS 60
#define HEADER                                                                                 \
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|" \
  "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|"   \
  "Idevise\n"
#define LINE(number, account, title, label, debit, credit)                                       \
  "VT|Ventes|" number "|20250315|" account "|" title "|||P|20250315|" label "|" debit "|" credit \
  "|||20250315||\n"

static ComptoirFec *
read_fec (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  ComptoirFec *fec = comptoir_fec_read (bytes, NULL, NULL);

  g_assert_nonnull (fec);
  return fec;
}

static ComptoirTable *
read_csv (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  ComptoirTable *table
      = comptoir_table_read (NULL, text, length, COMPTOIR_TABLE_FORMAT_CSV, &error);

  g_assert_no_error (error);
  return table;
}

static void
append_amount (GString *dump, const char *name, gboolean known, ComptoirDecimal amount)
{
  g_autofree char *text = comptoir_decimal_to_string (amount);

  g_string_append_printf (dump, "%s %s\n", name, known ? text : "?");
}

static void
append_lines (GString *dump, GPtrArray *lines, gboolean vat)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (lines, i);
      g_autofree char *name = g_strdup_printf ("%s (%s)", line->title, line->code);

      append_amount (dump, name, TRUE, line->amount);
      if (vat)
        append_amount (dump, "  on", line->has_base, line->base);
    }
}

static char *
dump_summary (const ComptoirSalesSummary *summary)
{
  GString *dump = g_string_new (NULL);

  append_amount (dump, "incl", TRUE, summary->sales_incl_vat);
  append_amount (dump, "excl", summary->has_sales_excl_vat, summary->sales_excl_vat);
  append_lines (dump, summary->vat, TRUE);
  append_lines (dump, summary->payments, FALSE);
  append_amount (dump, "discounts", summary->has_discounts, summary->discounts);
  append_amount (dump, "refunds", TRUE, summary->refunds);
  g_string_append_printf (dump, "orders %d\n%s\n", summary->n_orders,
                          summary->balanced ? "balanced" : "not balanced");
  for (guint i = 0; i < summary->problems->len; i++)
    g_string_append_printf (dump, "! %s\n", (char *) g_ptr_array_index (summary->problems, i));
  return g_string_free (dump, FALSE);
}

static void
assert_summary (const ComptoirSalesSummary *summary, const char *expected)
{
  g_autofree char *dump = dump_summary (summary);

  g_assert_cmpstr (dump, ==, expected);
}

static gint64
get_cents (ComptoirDecimal amount)
{
  g_assert_cmpuint (amount.scale, ==, 2);
  return amount.value;
}

/* What the shop's books say of a day, reckoned from the sales without any report. */
typedef struct
{
  gint64 including;
  gint64 excluding;
  gint64 discounts;
  gint64 refunds;
  gint64 vat[10];      /* by DemoVat id */
  gint64 base[10];     /* the same */
  gint64 payments[10]; /* by DemoPayment id */
} Books;

static void
add_sale (Books *books, const DemoCatalogue *catalogue, const DemoSale *sale)
{
  g_autoptr (GArray) sums = demo_sale_sum_vat (sale, catalogue);

  books->including += sale->total;
  books->payments[sale->payment] += sale->total;
  if (sale->refund)
    books->refunds -= sale->total;
  for (guint i = 0; i < sums->len; i++)
    {
      const DemoVatSum *sum = &g_array_index (sums, DemoVatSum, i);
      gint64 discount = 0;

      books->excluding += sum->excluding;
      books->vat[sum->vat] += sum->vat_amount;
      books->base[sum->vat] += sum->excluding;
      for (guint j = 0; j < sale->lines->len; j++)
        if (g_array_index (sale->lines, DemoLine, j).vat == sum->vat)
          discount += g_array_index (sale->lines, DemoLine, j).discount;
      books->discounts += demo_round_div (
          discount * 1000, 1000 + demo_catalogue_get_vat (catalogue, sum->vat)->rate);
    }
}

static void
check_vat (const ComptoirSalesSummary *summary, const DemoCatalogue *catalogue, const Books *books)
{
  gint64 sum = 0;

  for (guint i = 0; i < summary->vat->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (summary->vat, i);
      const DemoVat *vat = NULL;

      for (guint j = 0; j < catalogue->n_vats; j++)
        if (comptoir_decimal_compare (line->rate, (ComptoirDecimal){ catalogue->vats[j].rate, 1 })
            == 0)
          vat = &catalogue->vats[j];
      g_assert_nonnull (vat);
      g_assert_true (line->has_rate && line->has_base);
      g_assert_cmpstr (line->code, ==, vat->account);
      g_assert_cmpint (get_cents (line->amount), ==, books->vat[vat->id]);
      g_assert_cmpint (get_cents (line->base), ==, books->base[vat->id]);
      sum += line->amount.value;
    }
  g_assert_cmpint (sum, ==, books->including - books->excluding);
}

static void
check_payments (const ComptoirSalesSummary *summary,
                const DemoCatalogue *catalogue,
                const Books *books)
{
  gint64 sum = 0;

  for (guint i = 0; i < summary->payments->len; i++)
    {
      const ComptoirSummaryLine *line = g_ptr_array_index (summary->payments, i);
      const DemoPayment *payment = NULL;

      for (guint j = 0; j < catalogue->n_payments; j++)
        if (strcmp (catalogue->payments[j].account, line->code) == 0
            && (strcmp (catalogue->payments[j].title, line->title) == 0
                || g_str_has_prefix (line->code, "411")))
          payment = &catalogue->payments[j];
      g_assert_nonnull (payment);
      g_assert_cmpint (get_cents (line->amount), ==, books->payments[payment->id]);
      sum += line->amount.value;
    }
  g_assert_cmpint (sum, ==, books->including);
}

static void
test_demo_shop (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (7, 0, 0);
  guint n_methods = 0;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 3, G_DATE_FEBRUARY, 2025);
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autoptr (DemoDay) day = demo_day_new (catalogue, 7, &date, G_MAXINT64);
      g_autoptr (GBytes) fec_bytes = demo_report_fec (catalogue, day);
      g_autoptr (GBytes) csv_bytes = demo_report_csv (catalogue, day);
      g_autoptr (ComptoirFec) fec = comptoir_fec_read (fec_bytes, NULL, NULL);
      g_autoptr (ComptoirTable) csv
          = read_csv (g_bytes_get_data (csv_bytes, NULL), g_bytes_get_size (csv_bytes));
      g_autoptr (ComptoirSalesSummary) summary = comptoir_sales_summary_from_fec (fec);
      g_autoptr (ComptoirSalesSummary) by_csv = comptoir_sales_summary_from_csv (csv, NULL, NULL);
      Books books = { 0 };

      for (guint j = 0; j < day->sales->len; j++)
        add_sale (&books, catalogue, g_ptr_array_index (day->sales, j));
      comptoir_sales_summary_add_csv (summary, csv);
      g_assert_cmpint (get_cents (summary->sales_incl_vat), ==, books.including);
      g_assert_cmpint (get_cents (summary->sales_excl_vat), ==, books.excluding);
      g_assert_cmpint (get_cents (summary->discounts), ==, books.discounts);
      g_assert_cmpint (get_cents (summary->refunds), ==, books.refunds);
      g_assert_cmpint (summary->n_orders, ==, day->sales->len);
      g_assert_true (summary->balanced);
      g_assert_cmpuint (summary->problems->len, ==, 0);
      check_vat (summary, catalogue, &books);
      check_payments (summary, catalogue, &books);
      n_methods = MAX (n_methods, summary->payments->len);

      g_assert_nonnull (by_csv);
      g_assert_cmpint (get_cents (by_csv->sales_incl_vat), ==, books.including);
      g_assert_cmpint (get_cents (by_csv->sales_excl_vat), ==, books.excluding);
      g_assert_cmpint (get_cents (by_csv->refunds), ==, books.refunds);
      g_assert_cmpint (by_csv->n_orders, ==, day->sales->len);
      g_assert_cmpuint (by_csv->vat->len, ==, catalogue->n_vats);
      g_assert_true (by_csv->balanced);
      g_date_add_days (&date, 5);
    }
  /* Cash and cash given back stand on one account. */
  g_assert_cmpuint (n_methods, >=, 6);
}

static void
test_empty_day (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (7, 0, 0);
  g_autoptr (DemoDay) day = NULL;
  g_autoptr (GBytes) fec_bytes = NULL;
  g_autoptr (GBytes) csv_bytes = NULL;
  g_autoptr (ComptoirFec) fec = NULL;
  g_autoptr (ComptoirTable) csv = NULL;
  g_autoptr (ComptoirSalesSummary) summary = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 3, G_DATE_FEBRUARY, 2025);
  day = demo_day_new (catalogue, 7, &date, 0);
  g_assert_cmpuint (day->sales->len, ==, 0);
  fec_bytes = demo_report_fec (catalogue, day);
  csv_bytes = demo_report_csv (catalogue, day);
  fec = comptoir_fec_read (fec_bytes, NULL, NULL);
  csv = read_csv (g_bytes_get_data (csv_bytes, NULL), g_bytes_get_size (csv_bytes));
  summary = comptoir_sales_summary_from_fec (fec);
  comptoir_sales_summary_add_csv (summary, csv);
  assert_summary (summary,
                  "incl 0.00\nexcl 0.00\ndiscounts 0.00\nrefunds 0.00\norders 0\nbalanced\n");
}

static void
test_fec (void)
{
  static const struct
  {
    const char *text;
    const char *summary;
  } cases[] = {
    /* A day without sales. */
    { HEADER, "incl 0.00\nexcl 0.00\ndiscounts 0.00\nrefunds 0.00\norders -1\nbalanced\n" },
    /* A whole day in one entry, rates told by the accounts alone: no base can be told. */
    { HEADER LINE ("1", "53", "Caisse", "Journée", "150,00", "")
          LINE ("1", "5112", "Cartes", "Journée", "76,10", "")
              LINE ("1", "707", "Ventes", "Journée", "", "205,00")
                  LINE ("1", "44571200", "TVA collectée", "Journée", "", "20,00")
                      LINE ("1", "44571055", "TVA collectée", "Journée", "", "1,10"),
      "incl 226.10\nexcl 205.00\n20\302\240% (44571200) 20.00\n  on ?\n5.5\302\240% (44571055) "
      "1.10\n  on ?\nCaisse (53) 150.00\nCartes (5112) 76.10\ndiscounts 0.00\nrefunds 0.00\n"
      "orders -1\nbalanced\n" },
    /* Entries with one rate each tell its base; a refund; a discount; signed amounts. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "12,00", "0")
          LINE ("1", "7071", "Ventes", "T1", "0", "11,00")
              LINE ("1", "7097", "Remises", "T1", "1,00", "0")
                  LINE ("1", "4457120", "TVA", "T1", "0", "2,00")
                      LINE ("2", "53", "Caisse", "T2", "-2,40", "0")
                          LINE ("2", "7071", "Ventes", "T2", "2,00", "0")
                              LINE ("2", "4457120", "TVA", "T2", "0,40", "0"),
      "incl 9.60\nexcl 8.00\n20\302\240% (4457120) 1.60\n  on 8.00\nCaisse (53) 9.60\n"
      "discounts 1.00\nrefunds 2.40\norders -1\nbalanced\n" },
    /* Sales without VAT in the entry: its base can't be all of them. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "22,00", "0") LINE (
          "1", "707", "Ventes", "T1", "0", "10,00") LINE ("1", "708", "Ports", "T1", "0", "10,00")
          LINE ("1", "4457120", "TVA", "T1", "0", "2,00"),
      "incl 22.00\nexcl 20.00\n20\302\240% (4457120) 2.00\n  on ?\nCaisse (53) 22.00\n"
      "discounts 0.00\nrefunds 0.00\norders -1\nbalanced\n" },
    /* Labels tell; a discount's own percentage doesn't mislead; a cent of VAT has a base too. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "20,79", "0")
          LINE ("1", "707", "Ventes", "Pains, TVA 5,5 %", "0", "10,00")
              LINE ("1", "7096", "Remises", "Remise 10 %, TVA 5,5 %", "1,00", "0")
                  LINE ("1", "707", "Ventes 10%", "Plats", "0", "10,00")
                      LINE ("1", "70785", "Sans TVA", "Divers", "0", "0,29")
                          LINE ("1", "445713", "TVA 5,50 %", "T1", "0", "0,50")
                              LINE ("1", "445712", "TVA 10 %", "T1", "0", "1,00"),
      "incl 20.79\nexcl 19.29\n10\302\240% (445712) 1.00\n  on 10.00\n5.5\302\240% (445713) 0.50\n"
      "  on 9.00\nCaisse (53) 20.79\ndiscounts 1.00\nrefunds 0.00\norders -1\nbalanced\n" },
    /* Two accounts of one rate are one line; an account that tells nothing stands by its name. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "12,00", "0")
          LINE ("1", "707", "Ventes", "T1", "0", "10,00")
              LINE ("1", "4457111", "TVA 20%", "T1", "0", "2,00")
                  LINE ("2", "53", "Caisse", "T2", "12,00", "0")
                      LINE ("2", "707", "Ventes", "T2", "0", "10,00")
                          LINE ("2", "4457112", "TVA 20%", "T2", "0", "2,00")
                              LINE ("3", "53", "Caisse", "T3", "11,00", "0")
                                  LINE ("3", "707", "Ventes", "T3", "0", "10,00")
                                      LINE ("3", "445710", "TVA collectée", "T3", "0", "1,00"),
      "incl 35.00\nexcl 30.00\n20\302\240% (4457111) 4.00\n  on 20.00\nTVA collectée (445710) "
      "1.00\n"
      "  on ?\nCaisse (53) 35.00\ndiscounts 0.00\nrefunds 0.00\norders -1\nbalanced\n" },
    /* Methods on one account: where labels name them, and where they name clients. */
    { HEADER LINE ("1", "5112", "Carte", "Ticket 1 – Carte", "5,00", "0")
          LINE ("1", "5112", "Carte", "Ticket 1 – Carte sans contact", "7,00", "0")
              LINE ("1", "512", "Virement", "Ticket 1 – Dupont", "3,00", "0")
                  LINE ("1", "512", "Virement", "Ticket 1 – Durand", "3,00", "0")
                      LINE ("1", "530", "", "", "1,00", "0")
                          LINE ("1", "411A", "Client A", "Client A", "2,00", "0")
                              LINE ("1", "411B", "Client B", "Client B", "2,00", "0")
                                  LINE ("1", "707", "Ventes", "T", "0", "23,00"),
      "incl 23.00\nexcl 23.00\nCarte sans contact (5112) 7.00\nVirement (512) 6.00\n"
      "Carte (5112) 5.00\n530 (530) 1.00\nClients on account (411A) 4.00\ndiscounts 0.00\n"
      "refunds 0.00\norders -1\nbalanced\n! Line 6: “CompteLib” is empty.\n"
      "! Line 6: “EcritureLib” is empty.\n" },
    /* Every sale goes through the client's account and leaves it again. */
    { HEADER LINE ("1", "411", "Clients", "T1", "12,00", "0") LINE (
          "1", "707", "Ventes", "T1", "0", "10,00") LINE ("1", "445720", "TVA", "T1", "0", "2,00")
          LINE ("2", "53", "Caisse", "R1", "12,00", "0")
              LINE ("2", "411", "Clients", "R1", "0", "12,00"),
      "incl 12.00\nexcl 10.00\n20\302\240% (445720) 2.00\n  on 10.00\nCaisse (53) 12.00\n"
      "discounts 0.00\nrefunds 0.00\norders -1\nbalanced\n" },
    /* It doesn't add up, and says where to look. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "10,00", "0")
          LINE ("1", "4191", "Acomptes", "T1", "2,00", "0")
              LINE ("1", "707", "Ventes", "T1", "0", "10,00")
                  LINE ("1", "445720", "TVA", "T1", "0", "2,00"),
      "incl 12.00\nexcl 10.00\n20\302\240% (445720) 2.00\n  on 10.00\nCaisse (53) 10.00\n"
      "discounts 0.00\nrefunds 0.00\norders -1\nnot balanced\n"
      "! Payments come to 10.00, sales and VAT to 12.00: 2.00 apart.\n"
      "! -2.00 stand on account 4191, which is neither sales, VAT nor a payment.\n" },
    /* Thousandths count, and sums that don't fit are said not to. */
    { HEADER LINE ("1", "53", "Caisse", "T1", "10,005", "0")
          LINE ("1", "707", "Ventes", "T1", "0", "10,005"),
      "incl 10.005\nexcl 10.005\nCaisse (53) 10.005\ndiscounts 0.00\nrefunds 0.00\norders -1\n"
      "balanced\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirFec) fec = read_fec (cases[i].text);
      g_autoptr (ComptoirSalesSummary) summary = comptoir_sales_summary_from_fec (fec);

      g_test_message ("case %u", i);
      assert_summary (summary, cases[i].summary);
    }
}

static void
test_overflow (void)
{
  g_autoptr (ComptoirFec) fec
      = read_fec (HEADER LINE ("1", "53", "Caisse", "T", "9000000000000000000", "0")
                      LINE ("1", "53", "Caisse", "T", "9000000000000000000", "0")
                          LINE ("1", "707", "Ventes", "T", "-9223372036854775808", "5"));
  g_autoptr (ComptoirSalesSummary) summary = comptoir_sales_summary_from_fec (fec);
  gboolean said = FALSE;

  g_assert_false (summary->balanced);
  for (guint i = 0; i < summary->problems->len; i++)
    said |= strcmp (g_ptr_array_index (summary->problems, i),
                    "The amounts are too large to be added up.")
            == 0;
  g_assert_true (said);
}

static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (ComptoirFec) fec = NULL;
  g_autoptr (ComptoirSalesSummary) summary = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, LINE ("1", "53", "", "T", "0", "0"));
  fec = read_fec (text->str);
  summary = comptoir_sales_summary_from_fec (fec);
  g_assert_cmpuint (summary->problems->len, ==, 101);
}

static void
test_csv (void)
{
  static const struct
  {
    const char *text;
    const char *column;
    const char *summary; /* NULL: no such column */
  } cases[] = {
    { "Numéro;Montant réduction TTC;HT;TVA 20 %;TTC;Mode de paiement\n"
      "1;0,00;10,00;2,00;12,00;CB\n2;1,00;5,00;1,00;6,00;Espèces\n3;0,00;-1,00;-0,20;-1,20;CB\n",
      NULL,
      "incl 16.80\nexcl 14.00\n20\302\240% () 2.80\n  on ?\nCB () 10.80\nEspèces () 6.00\n"
      "discounts ?\nrefunds 1.20\norders 3\nbalanced\n" },
    { "Order,Total\n1,2.50\n2,3.50\n", NULL,
      "incl 6.00\nexcl ?\ndiscounts ?\nrefunds 0.00\norders 2\nbalanced\n" },
    /* Amounts as people write them, blank lines, a line of sums. */
    { "Ticket;Montant;Règlement\n1;1 234,50 €;CB\n\n2;0,50;\nTotal;1 235,00;\n", NULL,
      "incl 1235.00\nexcl ?\nCB () 1234.50\nNot told () 0.50\ndiscounts ?\nrefunds 0.00\norders 2\n"
      "balanced\n" },
    /* A line per article: orders by their numbers. */
    { "Commande;Article;Total TTC\n7;Pain;1,00\n7;Café;2,00\n8;Thé;3,00\n", NULL,
      "incl 6.00\nexcl ?\ndiscounts ?\nrefunds 0.00\norders 2\nbalanced\n" },
    /* Said by the person, whatever it is called; what can't be read is said. */
    { "a;b\nx;1,00\ny;?\nz;2,00\n", "b",
      "incl 3.00\nexcl ?\ndiscounts ?\nrefunds 0.00\norders 3\nbalanced\n"
      "! 1 order has no amount in “b”.\n" },
    { "Numéro;HT;TVA;TTC\n1;10,00;2,00;12,50\n", NULL,
      "incl 12.50\nexcl 10.00\nTVA () 2.00\n  on ?\ndiscounts ?\nrefunds 0.00\norders 1\n"
      "not balanced\n! The totals of the orders come to 12.50, sales and VAT to 12.00: 0.50 "
      "apart.\n" },
    { "Numéro;Total TTC\n", NULL,
      "incl 0.00\nexcl ?\ndiscounts ?\nrefunds 0.00\norders 0\nbalanced\n" },
    { "Numéro;TTC;Caisse\n", "TTC",
      "incl 0.00\nexcl ?\ndiscounts ?\nrefunds 0.00\norders 0\nbalanced\n" },
    { "a;b\n1;2\n", NULL, NULL },
    { "1;2\n", NULL, NULL },
    { "Numéro;Total HT;Total TVA\n1;2,00;0,40\n", NULL, NULL },
    { "Numéro;Total\n1;2,00\n", "TTC", NULL },
    { "Total;Nom\npetit;x\n", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirTable) csv = read_csv (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (ComptoirSalesSummary) summary
          = comptoir_sales_summary_from_csv (csv, cases[i].column, &error);

      g_test_message ("case %u", i);
      if (cases[i].summary == NULL)
        {
          g_assert_null (summary);
          g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA);
          continue;
        }
      g_assert_no_error (error);
      assert_summary (summary, cases[i].summary);
    }
}

static void
test_add_csv (void)
{
  static const char text[] = "Numéro;TTC\n1;12,00\n2;6,00\n3;4,00\n";
  g_autoptr (ComptoirTable) csv = read_csv (text, strlen (text));
  g_autoptr (ComptoirFec) fec = read_fec (HEADER LINE ("1", "53", "Caisse", "T", "20,00", "0")
                                              LINE ("1", "707", "Ventes", "T", "0", "20,00"));
  g_autoptr (ComptoirSalesSummary) summary = comptoir_sales_summary_from_fec (fec);

  comptoir_sales_summary_add_csv (summary, csv);
  g_assert_cmpint (summary->n_orders, ==, 3);
  g_assert_true (summary->balanced);
  g_assert_cmpuint (summary->problems->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (summary->problems, 0), ==,
                   "The orders come to 22.00, the accounting entries to 20.00: 2.00 apart.");
}

static void
test_average (void)
{
  static const struct
  {
    ComptoirDecimal total;
    int n_orders;
    gint64 average; /* cents */
  } cases[] = {
    { { 1000, 2 }, 3, 333 }, { { 2000, 2 }, 3, 667 },   { { 5, 2 }, 2, 3 },
    { { 7, 2 }, 2, 4 },      { { -5, 2 }, 2, -3 },      { { 0, 2 }, 4, 0 },
    { { 11, 0 }, 2, 550 },   { { 10004, 3 }, 1, 1000 }, { { 1, 2 }, 3, 0 },
  };
  ComptoirDecimal average;
  ComptoirSalesSummary none = { .sales_incl_vat = { 100, 2 }, .n_orders = -1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirSalesSummary summary
          = { .sales_incl_vat = cases[i].total, .n_orders = cases[i].n_orders };

      g_assert_true (comptoir_sales_summary_get_average (&summary, &average));
      g_assert_cmpint (get_cents (average), ==, cases[i].average);
    }
  g_assert_false (comptoir_sales_summary_get_average (&none, &average));
  none.n_orders = 0;
  g_assert_false (comptoir_sales_summary_get_average (&none, &average));
}

static void
assert_round_trip (const ComptoirSalesSummary *summary)
{
  g_autofree char *json = comptoir_sales_summary_to_json (summary);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirSalesSummary) read = comptoir_sales_summary_from_json (json, &error);
  g_autoptr (ComptoirSalesSummary) copy = comptoir_sales_summary_copy (summary);
  g_autofree char *expected = dump_summary (summary);

  g_assert_no_error (error);
  g_assert_cmpint (read->source, ==, summary->source);
  assert_summary (read, expected);
  assert_summary (copy, expected);
}

static void
test_json (void)
{
  static const char csv_text[] = "Numéro;Total\n1;2,00\n";
  g_autoptr (ComptoirTable) csv = read_csv (csv_text, strlen (csv_text));
  g_autoptr (ComptoirFec) fec
      = read_fec (HEADER LINE ("1", "53", "Caisse \"1\"", "T1", "12,00", "0")
                      LINE ("1", "707", "Ventes", "T1", "0", "10,00")
                          LINE ("1", "445720", "TVA", "T1", "0", "2,00")
                              LINE ("1", "4191", "Acomptes", "", "0", "0"));
  g_autoptr (ComptoirSalesSummary) by_fec = comptoir_sales_summary_from_fec (fec);
  g_autoptr (ComptoirSalesSummary) by_csv = comptoir_sales_summary_from_csv (csv, NULL, NULL);
  g_autofree char *json = NULL;

  assert_round_trip (by_fec);
  assert_round_trip (by_csv);
  g_ptr_array_set_size (by_fec->problems, 0);
  by_fec->n_orders = 5;
  json = comptoir_sales_summary_to_json (by_fec);
  g_assert_cmpstr (json, ==,
                   "{\n  \"source\" : \"fec\",\n  \"sales_incl_vat\" : \"12.00\",\n"
                   "  \"sales_excl_vat\" : \"10.00\",\n  \"vat\" : [\n    {\n"
                   "      \"title\" : \"20\302\240%\",\n      \"account\" : \"445720\",\n"
                   "      \"rate\" : \"20\",\n      \"amount\" : \"2.00\",\n"
                   "      \"base\" : \"10.00\"\n    }\n  ],\n  \"payments\" : [\n    {\n"
                   "      \"title\" : \"Caisse \\\"1\\\"\",\n      \"account\" : \"53\",\n"
                   "      \"amount\" : \"12.00\"\n    }\n  ],\n  \"discounts\" : \"0.00\",\n"
                   "  \"refunds\" : \"0.00\",\n  \"orders\" : 5,\n  \"average\" : \"2.40\",\n"
                   "  \"balanced\" : true,\n  \"problems\" : []\n}");
}

static void
test_damaged_json (void)
{
  static const char *const texts[] = {
    "",
    "null",
    "[]",
    "{}",
    "{\"source\":1}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":12,\"refunds\":\"0\",\"vat\":[],"
    "\"payments\":[],\"problems\":[]}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":\"x\",\"refunds\":\"0\",\"vat\":[],"
    "\"payments\":[],\"problems\":[]}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":\"1\",\"refunds\":\"0\",\"vat\":[1],"
    "\"payments\":[],\"problems\":[]}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":\"1\",\"refunds\":\"0\",\"vat\":[],"
    "\"payments\":[{\"title\":\"x\",\"account\":null}],\"problems\":[]}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":\"1\",\"refunds\":\"0\",\"vat\":[],"
    "\"payments\":[],\"problems\":[{}]}",
    "{\"source\":\"fec\",\"balanced\":true,\"sales_incl_vat\":\"1\",\"refunds\":\"0\",\"vat\":{},"
    "\"payments\":[],\"problems\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (comptoir_sales_summary_from_json (texts[i], &error));
      g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_MALFORMED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sales-summary/demo-shop", test_demo_shop);
  g_test_add_func ("/model/sales-summary/empty-day", test_empty_day);
  g_test_add_func ("/model/sales-summary/fec", test_fec);
  g_test_add_func ("/model/sales-summary/overflow", test_overflow);
  g_test_add_func ("/model/sales-summary/many-problems", test_many_problems);
  g_test_add_func ("/model/sales-summary/csv", test_csv);
  g_test_add_func ("/model/sales-summary/add-csv", test_add_csv);
  g_test_add_func ("/model/sales-summary/average", test_average);
  g_test_add_func ("/model/sales-summary/json", test_json);
  g_test_add_func ("/model/sales-summary/damaged-json", test_damaged_json);
  return g_test_run ();
}
