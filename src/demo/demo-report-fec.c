/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fichier des écritures comptables: art. A47 A-1 of the Livre des procédures fiscales. */

#include "demo-report-private.h"

#define SALES_JOURNAL       "VT"
#define SALES_JOURNAL_TITLE "Journal des ventes"
#define CLIENTS             "411"
#define CLIENTS_TITLE       "Clients"
#define DISCOUNTS           "7096"
#define DISCOUNTS_TITLE     "Remises accordées"
#define FREE_SALES          "70790"
#define FREE_SALES_TITLE    "Ventes libres"

static const char header[]
    = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\t"
      "CompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\t"
      "EcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n";

/* One line of an écriture. The account and what it is for make it one. */
typedef struct
{
  char *account;
  const char *account_title;
  char *purpose;
  int client;    /* of an account of clients, else 0 */
  gint64 credit; /* below 0 a debit */
} Posting;

static void
posting_free (gpointer data)
{
  Posting *self = data;

  g_free (self->account);
  g_free (self->purpose);
  g_free (self);
}

static Posting *
post (GPtrArray *postings,
      const char *account,
      const char *account_title,
      const char *purpose,
      gint64 credit)
{
  Posting *posting;

  for (guint i = 0; i < postings->len; i++)
    {
      posting = g_ptr_array_index (postings, i);
      if (g_str_equal (posting->account, account) && g_str_equal (posting->purpose, purpose))
        {
          posting->credit += credit;
          return posting;
        }
    }
  posting = g_new0 (Posting, 1);
  posting->account = g_strdup (account);
  posting->account_title = account_title;
  posting->purpose = g_strdup (purpose);
  posting->credit = credit;
  g_ptr_array_add (postings, posting);

  return posting;
}

/* The account of a payment method goes by the name of the first that uses it: an account has one
 * name in the whole file. */
static const char *
title_of_payments (const DemoCatalogue *catalogue, const char *account)
{
  for (guint i = 0; i < catalogue->n_payments; i++)
    {
      if (g_str_equal (catalogue->payments[i].account, account))
        return catalogue->payments[i].title;
    }

  return CLIENTS_TITLE;
}

static void
post_sales (GPtrArray *postings,
            const DemoCatalogue *catalogue,
            const DemoLine *line,
            const DemoReportSum *sum)
{
  const DemoVat *vat = demo_catalogue_get_vat (catalogue, line->vat);
  const DemoDepartment *department
      = line->department > 0 ? demo_catalogue_get_department (catalogue, line->department) : NULL;
  const DemoGroup *group
      = department ? demo_catalogue_get_group (catalogue, department->group) : NULL;
  const char *title = department ? department->title : FREE_SALES_TITLE;
  g_autofree char *account
      = group ? g_strconcat (group->account, department->account, NULL) : g_strdup (FREE_SALES);
  g_autofree char *purpose = g_strdup_printf ("%s, %s", title, vat ? vat->title : "sans TVA");

  post (postings, account, title, purpose, sum->excluding + sum->discount_excluding);
}

static void
post_vat (GPtrArray *postings, const DemoCatalogue *catalogue, const DemoVatSum *sum)
{
  const DemoVat *vat = demo_catalogue_get_vat (catalogue, sum->vat);

  if (vat)
    post (postings, vat->account, vat->title, vat->title, sum->vat_amount);
}

static void
post_discount (GPtrArray *postings,
               const DemoCatalogue *catalogue,
               const DemoSale *sale,
               const DemoLine *line,
               const DemoReportSum *sum)
{
  const DemoDiscount *discount
      = sale->discount > 0 ? demo_catalogue_get_discount (catalogue, sale->discount) : NULL;
  const DemoVat *vat = demo_catalogue_get_vat (catalogue, line->vat);
  g_autofree char *purpose
      = g_strdup_printf ("%s, %s", discount ? discount->title : "Réduction sur article",
                         vat ? vat->title : "sans TVA");

  post (postings, DISCOUNTS, DISCOUNTS_TITLE, purpose, -sum->discount_excluding);
}

static void
post_payment (GPtrArray *postings, const DemoCatalogue *catalogue, const DemoSale *sale)
{
  const DemoPayment *payment
      = sale->payment > 0 ? demo_catalogue_get_payment (catalogue, sale->payment) : NULL;
  const char *account = payment ? payment->account : CLIENTS;
  const char *title = title_of_payments (catalogue, account);
  Posting *posting;

  posting = post (postings, account, title, payment ? payment->title : title, -sale->total);
  if (g_str_has_prefix (account, CLIENTS))
    posting->client = sale->client;
}

/* Sales stand gross, with the discounts against them, so that both can be read from the accounts.
 */
static GPtrArray *
post_sale (const DemoCatalogue *catalogue, const DemoSale *sale)
{
  GPtrArray *postings = g_ptr_array_new_with_free_func (posting_free);
  g_autoptr (GArray) sums = demo_report_split_sale (catalogue, sale);
  g_autoptr (GArray) vats = demo_sale_sum_vat (sale, catalogue);

  post_payment (postings, catalogue, sale);
  for (guint i = 0; i < sums->len; i++)
    post_discount (postings, catalogue, sale, &g_array_index (sale->lines, DemoLine, i),
                   &g_array_index (sums, DemoReportSum, i));
  for (guint i = 0; i < sums->len; i++)
    post_sales (postings, catalogue, &g_array_index (sale->lines, DemoLine, i),
                &g_array_index (sums, DemoReportSum, i));
  for (guint i = 0; i < vats->len; i++)
    post_vat (postings, catalogue, &g_array_index (vats, DemoVatSum, i));
  for (guint i = postings->len; i > 0; i--)
    {
      if (((Posting *) g_ptr_array_index (postings, i - 1))->credit == 0)
        g_ptr_array_remove_index (postings, i - 1);
    }

  return postings;
}

static void
add_field (GString *fec, const char *text)
{
  g_autofree char *field = g_strdup (text ? text : "");

  /* There is no way to quote: what would end the field or the line can't stand in it. */
  g_strdelimit (field, "\t\r\n", ' ');
  g_string_append (fec, field);
  g_string_append_c (fec, '\t');
}

static void
take_field (GString *fec, char *field)
{
  add_field (fec, field);
  g_free (field);
}

static void
append_posting (GString *fec,
                const DemoCatalogue *catalogue,
                const DemoSale *sale,
                const Posting *posting,
                const char *date,
                const char *number)
{
  const char *document = sale->refund ? "Remboursement" : "Ticket";

  add_field (fec, SALES_JOURNAL);
  add_field (fec, SALES_JOURNAL_TITLE);
  add_field (fec, number);
  add_field (fec, date);
  add_field (fec, posting->account);
  add_field (fec, posting->account_title);
  take_field (fec, posting->client > 0 ? g_strdup_printf ("C%05d", posting->client) : NULL);
  take_field (fec, demo_report_title_of_client (catalogue, posting->client));
  take_field (fec, g_strdup_printf ("%d", sale->number));
  add_field (fec, date);
  take_field (fec, g_strdup_printf ("%s %d – %s", document, sale->number, posting->purpose));
  take_field (fec, demo_report_format_decimal (MAX (-posting->credit, 0), 2, ','));
  take_field (fec, demo_report_format_decimal (MAX (posting->credit, 0), 2, ','));
  add_field (fec, NULL);
  add_field (fec, NULL);
  add_field (fec, date);
  g_string_append (fec, "\t\r\n");
}

/**
 * demo_report_fec:
 * @catalogue: the catalogue
 * @day: the sales
 *
 * The day as accounting entries, one écriture per order: payments and discounts on the debit side,
 * sales excluding VAT and the VAT on the credit side, the other way round for a refund. They are
 * numbered through the day (YYYYMMDD and a count), so that the days of a year can be joined. In
 * UTF-8, without a byte order mark.
 *
 * Returns: (transfer full): the file; its header only for a day without sales
 */
GBytes *
demo_report_fec (const DemoCatalogue *catalogue, const DemoDay *day)
{
  GString *fec;
  char date[16];
  guint n_entries = 0;

  g_return_val_if_fail (catalogue, NULL);
  g_return_val_if_fail (day, NULL);

  g_date_strftime (date, sizeof date, "%Y%m%d", &day->date);
  fec = g_string_new (header);
  for (guint i = 0; i < day->sales->len; i++)
    {
      const DemoSale *sale = g_ptr_array_index (day->sales, i);
      g_autoptr (GPtrArray) postings = post_sale (catalogue, sale);
      g_autofree char *number = NULL;

      if (postings->len == 0)
        continue;
      number = g_strdup_printf ("%s%04u", date, ++n_entries);
      for (guint j = 0; j < postings->len; j++)
        append_posting (fec, catalogue, sale, g_ptr_array_index (postings, j), date, number);
    }

  return g_string_free_to_bytes (fec);
}

/**
 * demo_report_fec_file_name:
 * @date: the day
 *
 * Returns: (transfer full): SIREN + FEC + YYYYMMDD, as art. A47 A-1 LPF has it
 */
char *
demo_report_fec_file_name (const GDate *date)
{
  g_return_val_if_fail (date && g_date_valid (date), NULL);

  return g_strdup_printf (DEMO_SHOP_SIREN "FEC%04d%02d%02d", g_date_get_year (date),
                          g_date_get_month (date), g_date_get_day (date));
}
