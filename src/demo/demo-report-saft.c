/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SAF-T as Portugal has it, version 1.04_01 (Portaria 302/2016): the elements in the order of its
 * schema, amounts with two decimals and a point. */

#include "demo-report-private.h"

#define NAMESPACE "urn:OECD:StandardAuditFile-Tax:PT_1.04_01"

static void
open_element (GString *xml, const char *name)
{
  g_string_append_printf (xml, "<%s>\n", name);
}

static void
close_element (GString *xml, const char *name)
{
  g_string_append_printf (xml, "</%s>\n", name);
}

static void
add (GString *xml, const char *name, const char *text)
{
  g_string_append_printf (xml, "<%s>", name);
  demo_report_append_xml (xml, text);
  g_string_append_printf (xml, "</%s>\n", name);
}

static void
take (GString *xml, const char *name, char *text)
{
  add (xml, name, text);
  g_free (text);
}

static void
add_number (GString *xml, const char *name, gint64 number)
{
  take (xml, name, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

static void
add_amount (GString *xml, const char *name, gint64 cents)
{
  take (xml, name, demo_report_format_decimal (cents, 2, '.'));
}

static char *
iso_date (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/* Reduced, intermediate, normal. */
static const char *
tax_code (int rate)
{
  if (rate < 100)
    return "RED";
  return rate < 200 ? "INT" : "NOR";
}

static const char *
payment_mechanism (const DemoPayment *payment)
{
  if (!payment || g_str_has_prefix (payment->account, "411"))
    return "OU";
  if (g_str_has_prefix (payment->account, "53"))
    return "NU";
  if (g_str_has_prefix (payment->account, "5112"))
    return "CC";
  if (g_str_has_prefix (payment->account, "5111"))
    return "CH";
  return g_str_has_prefix (payment->account, "512") ? "TB" : "OU";
}

static char *
product_code (const DemoLine *line)
{
  return line->item > 0 ? g_strdup_printf ("%d", line->item)
                        : g_strdup_printf ("LIBRE-%d", line->department);
}

static void
add_address (GString *xml,
             const char *name,
             const char *street,
             const char *city,
             const char *postcode)
{
  open_element (xml, name);
  add (xml, "AddressDetail", street && *street ? street : "Desconhecido");
  add (xml, "City", city && *city ? city : "Desconhecido");
  add (xml, "PostalCode", postcode && *postcode ? postcode : "Desconhecido");
  add (xml, "Country", "FR");
  close_element (xml, name);
}

static void
append_header (GString *xml, const DemoDay *day, gint64 edited)
{
  g_autofree char *date = iso_date (&day->date);
  g_auto (GStrv) city = g_strsplit (DEMO_SHOP_CITY, " ", 2);

  open_element (xml, "Header");
  add (xml, "AuditFileVersion", "1.04_01");
  add (xml, "CompanyID", DEMO_SHOP_SIREN);
  add (xml, "TaxRegistrationNumber", DEMO_SHOP_SIREN);
  add (xml, "TaxAccountingBasis", "F");
  add (xml, "CompanyName", DEMO_SHOP_TITLE);
  add_address (xml, "CompanyAddress", DEMO_SHOP_ADDRESS, city[1], city[0]);
  add_number (xml, "FiscalYear", g_date_get_year (&day->date));
  add (xml, "StartDate", date);
  add (xml, "EndDate", date);
  add (xml, "CurrencyCode", "EUR");
  take (xml, "DateCreated", demo_report_format_time (edited, "%Y-%m-%d"));
  add (xml, "TaxEntity", "Global");
  add (xml, "ProductCompanyTaxID", DEMO_SHOP_SIREN);
  add (xml, "SoftwareCertificateNumber", "0");
  add (xml, "ProductID", "Comptoir/Boutique de démonstration");
  add (xml, "ProductVersion", COMPTOIR_VERSION);
  close_element (xml, "Header");
}

static void
append_customer (GString *xml, const DemoCatalogue *catalogue, int id)
{
  const DemoClient *client = id > 0 ? demo_catalogue_get_client (catalogue, id) : NULL;

  open_element (xml, "Customer");
  add_number (xml, "CustomerID", id);
  add (xml, "AccountID", "411");
  add (xml, "CustomerTaxID", client && client->vat_number ? client->vat_number : "999999990");
  take (xml, "CompanyName",
        id > 0 ? demo_report_title_of_client (catalogue, id) : g_strdup ("Consommateur final"));
  add_address (xml, "BillingAddress", client ? client->address1 : NULL,
               client ? client->city : NULL, client ? client->postcode : NULL);
  add (xml, "SelfBillingIndicator", "0");
  close_element (xml, "Customer");
}

static void
append_product (GString *xml, const DemoCatalogue *catalogue, const DemoLine *line)
{
  const DemoItem *item = line->item > 0 ? demo_catalogue_get_item (catalogue, line->item) : NULL;
  const DemoDepartment *department
      = line->department > 0 ? demo_catalogue_get_department (catalogue, line->department) : NULL;
  g_autofree char *code = product_code (line);

  open_element (xml, "Product");
  add (xml, "ProductType", "P");
  add (xml, "ProductCode", code);
  if (department)
    add (xml, "ProductGroup", department->title);
  add (xml, "ProductDescription", item ? item->title : "Vente libre");
  add (xml, "ProductNumberCode", item && item->barcode && *item->barcode ? item->barcode : code);
  close_element (xml, "Product");
}

static void
append_tax_table (GString *xml, const DemoCatalogue *catalogue)
{
  open_element (xml, "TaxTable");
  for (guint i = 0; i < catalogue->n_vats; i++)
    {
      open_element (xml, "TaxTableEntry");
      add (xml, "TaxType", "IVA");
      add (xml, "TaxCountryRegion", "FR");
      add (xml, "TaxCode", tax_code (catalogue->vats[i].rate));
      add (xml, "Description", catalogue->vats[i].title);
      take (xml, "TaxPercentage",
            demo_report_format_decimal (catalogue->vats[i].rate * 10, 2, '.'));
      close_element (xml, "TaxTableEntry");
    }
  close_element (xml, "TaxTable");
}

/* Only the clients and items that the day's sales speak of. */
static void
append_master_files (GString *xml, const DemoCatalogue *catalogue, const DemoDay *day)
{
  g_autoptr (GHashTable) clients = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  open_element (xml, "MasterFiles");
  for (guint i = 0; i < day->sales->len; i++)
    {
      const DemoSale *sale = g_ptr_array_index (day->sales, i);

      if (g_hash_table_add (clients, GINT_TO_POINTER (sale->client)))
        append_customer (xml, catalogue, sale->client);
    }
  for (guint i = 0; i < day->sales->len; i++)
    {
      const DemoSale *sale = g_ptr_array_index (day->sales, i);

      for (guint j = 0; j < sale->lines->len; j++)
        {
          const DemoLine *line = &g_array_index (sale->lines, DemoLine, j);

          if (g_hash_table_add (products, product_code (line)))
            append_product (xml, catalogue, line);
        }
    }
  append_tax_table (xml, catalogue);
  close_element (xml, "MasterFiles");
}

static char *
invoice_number (const DemoDay *day, const DemoSale *sale)
{
  return g_strdup_printf ("%s %04d/%d", sale->refund ? "NC" : "FS", g_date_get_year (&day->date),
                          sale->number);
}

/* Excluding VAT and discounts, in millionths, as the amount of the line comes from it. */
static void
add_unit_price (GString *xml, const DemoLine *line, const DemoReportSum *sum)
{
  gint64 price
      = line->quantity ? demo_round_div (ABS (sum->excluding) * 10000000, ABS (line->quantity)) : 0;

  take (xml, "UnitPrice", demo_report_format_decimal (price, 6, '.'));
}

static void
append_line (GString *xml,
             const DemoCatalogue *catalogue,
             const DemoSale *sale,
             guint index,
             const DemoReportSum *sum,
             const char *date)
{
  const DemoLine *line = &g_array_index (sale->lines, DemoLine, index);
  const DemoItem *item = line->item > 0 ? demo_catalogue_get_item (catalogue, line->item) : NULL;
  const DemoVat *vat = demo_catalogue_get_vat (catalogue, line->vat);
  gboolean debit = sum->excluding < 0 || (sale->refund && sum->excluding == 0);
  const char *title = line->title && *line->title ? line->title
                      : item                      ? item->title
                                                  : "Vente libre";

  open_element (xml, "Line");
  add_number (xml, "LineNumber", index + 1);
  take (xml, "ProductCode", product_code (line));
  add (xml, "ProductDescription", title);
  take (xml, "Quantity", demo_report_format_decimal (ABS (line->quantity), 3, '.'));
  add (xml, "UnitOfMeasure", item && item->by_weight ? "kg" : "UN");
  add_unit_price (xml, line, sum);
  add (xml, "TaxPointDate", date);
  add (xml, "Description", title);
  add_amount (xml, debit ? "DebitAmount" : "CreditAmount", ABS (sum->excluding));
  open_element (xml, "Tax");
  add (xml, "TaxType", "IVA");
  add (xml, "TaxCountryRegion", "FR");
  add (xml, "TaxCode", tax_code (vat ? vat->rate : 0));
  take (xml, "TaxPercentage", demo_report_format_decimal (vat ? vat->rate * 10 : 0, 2, '.'));
  close_element (xml, "Tax");
  if (sum->discount_excluding != 0)
    add_amount (xml, "SettlementAmount", ABS (sum->discount_excluding));
  close_element (xml, "Line");
}

static void
append_totals (GString *xml,
               const DemoCatalogue *catalogue,
               const DemoSale *sale,
               const DemoReportSum *sum,
               const char *date)
{
  const DemoPayment *payment
      = sale->payment > 0 ? demo_catalogue_get_payment (catalogue, sale->payment) : NULL;
  gint64 sign = sale->refund ? -1 : 1; /* the type of document says which way the money went */

  open_element (xml, "DocumentTotals");
  add_amount (xml, "TaxPayable", sign * (sum->including - sum->excluding));
  add_amount (xml, "NetTotal", sign * sum->excluding);
  add_amount (xml, "GrossTotal", sign * sum->including);
  open_element (xml, "Payment");
  add (xml, "PaymentMechanism", payment_mechanism (payment));
  add_amount (xml, "PaymentAmount", sign * sum->including);
  add (xml, "PaymentDate", date);
  close_element (xml, "Payment");
  close_element (xml, "DocumentTotals");
}

static void
append_invoice (GString *xml,
                const DemoCatalogue *catalogue,
                const DemoDay *day,
                const DemoSale *sale)
{
  g_autofree char *date = iso_date (&day->date);
  g_autofree char *time = demo_report_format_time (sale->time, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *user = demo_report_title_of_user (catalogue, sale->user);
  g_autoptr (GArray) sums = demo_report_split_sale (catalogue, sale);
  DemoReportSum total = demo_report_sum_sale (catalogue, sale);

  open_element (xml, "Invoice");
  take (xml, "InvoiceNo", invoice_number (day, sale));
  add (xml, "ATCUD", "0");
  open_element (xml, "DocumentStatus");
  add (xml, "InvoiceStatus", "N");
  add (xml, "InvoiceStatusDate", time);
  add (xml, "SourceID", user);
  add (xml, "SourceBilling", "P");
  close_element (xml, "DocumentStatus");
  add (xml, "Hash", "0");
  add (xml, "HashControl", "0");
  add_number (xml, "Period", g_date_get_month (&day->date));
  add (xml, "InvoiceDate", date);
  add (xml, "InvoiceType", sale->refund ? "NC" : "FS");
  open_element (xml, "SpecialRegimes");
  add (xml, "SelfBillingIndicator", "0");
  add (xml, "CashVATSchemeIndicator", "0");
  add (xml, "ThirdPartiesBillingIndicator", "0");
  close_element (xml, "SpecialRegimes");
  add (xml, "SourceID", user);
  add (xml, "SystemEntryDate", time);
  add_number (xml, "CustomerID", sale->client);
  for (guint i = 0; i < sums->len; i++)
    append_line (xml, catalogue, sale, i, &g_array_index (sums, DemoReportSum, i), date);
  append_totals (xml, catalogue, sale, &total, date);
  close_element (xml, "Invoice");
}

static void
append_invoices (GString *xml, const DemoCatalogue *catalogue, const DemoDay *day)
{
  gint64 debit = 0;
  gint64 credit = 0;

  for (guint i = 0; i < day->sales->len; i++)
    {
      g_autoptr (GArray) sums
          = demo_report_split_sale (catalogue, g_ptr_array_index (day->sales, i));

      for (guint j = 0; j < sums->len; j++)
        {
          gint64 excluding = g_array_index (sums, DemoReportSum, j).excluding;

          debit += MAX (-excluding, 0);
          credit += MAX (excluding, 0);
        }
    }
  open_element (xml, "SourceDocuments");
  open_element (xml, "SalesInvoices");
  add_number (xml, "NumberOfEntries", day->sales->len);
  add_amount (xml, "TotalDebit", debit);
  add_amount (xml, "TotalCredit", credit);
  for (guint i = 0; i < day->sales->len; i++)
    append_invoice (xml, catalogue, day, g_ptr_array_index (day->sales, i));
  close_element (xml, "SalesInvoices");
  close_element (xml, "SourceDocuments");
}

/**
 * demo_report_saft:
 * @catalogue: the catalogue
 * @day: the sales
 * @edited: when the report is made, Unix seconds
 *
 * The day as a Portuguese SAF-T with its invoices, and the clients and items they speak of. It is
 * unsigned: its hashes are "0".
 *
 * Returns: (transfer full): the file, in UTF-8
 */
GBytes *
demo_report_saft (const DemoCatalogue *catalogue, const DemoDay *day, gint64 edited)
{
  GString *xml;

  g_return_val_if_fail (catalogue, NULL);
  g_return_val_if_fail (day, NULL);

  xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<AuditFile xmlns=\"" NAMESPACE
                      "\">\n");
  append_header (xml, day, edited);
  append_master_files (xml, catalogue, day);
  append_invoices (xml, catalogue, day);
  close_element (xml, "AuditFile");

  return g_string_free_to_bytes (xml);
}
