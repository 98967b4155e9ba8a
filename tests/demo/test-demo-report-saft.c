/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-books.h"
#include "demo-report-readers.h"
#include "demo-report.h"

static xmlDoc *
write_day (gboolean empty)
{
  g_autoptr (DemoCatalogue) catalogue = books_catalogue_new ();
  g_autoptr (DemoDay) day = empty ? books_empty_day_new (catalogue) : books_day_new (catalogue);
  g_autoptr (GBytes) bytes = demo_report_saft (catalogue, day, BOOKS_EDITED);

  return demo_readers_parse_xml (bytes);
}

static void
test_values (void)
{
  const struct
  {
    const char *path;
    const char *value;
  } cases[] = {
    { "/t:AuditFile/t:Header/t:AuditFileVersion", "1.04_01" },
    { "/t:AuditFile/t:Header/t:CompanyName", DEMO_SHOP_TITLE },
    { "/t:AuditFile/t:Header/t:StartDate", "2025-03-15" },
    { "/t:AuditFile/t:Header/t:EndDate", "2025-03-15" },
    { "/t:AuditFile/t:Header/t:DateCreated", "2025-03-15" },
    { "//t:SalesInvoices/t:NumberOfEntries", "5" },
    { "//t:SalesInvoices/t:TotalDebit", "1.09" },
    { "//t:SalesInvoices/t:TotalCredit", "22.84" },
    { "//t:Customer[t:CustomerID=1]/t:CompanyName", BOOKS_CLIENT },
    { "//t:Customer[t:CustomerID=0]/t:CompanyName", "Consommateur final" },
    { "//t:Product[t:ProductCode=1]/t:ProductDescription", BOOKS_ITEM },
    { "//t:Product[t:ProductCode='LIBRE-0']/t:ProductDescription", "Vente libre" },
    { "//t:TaxTableEntry[t:TaxCode='RED']/t:TaxPercentage", "5.50" },
    { "//t:TaxTableEntry[t:TaxCode='INT']/t:TaxPercentage", "10.00" },
    { "//t:TaxTableEntry[t:TaxCode='NOR']/t:TaxPercentage", "20.00" },
    { "//t:Invoice[1]/t:InvoiceType", "FS" },
    { "//t:Invoice[1]/t:SystemEntryDate", "2025-03-15T08:00:00" },
    { "//t:Invoice[1]/t:Line[1]/t:CreditAmount", "1.96" },
    { "//t:Invoice[1]/t:Line[1]/t:UnitPrice", "0.980000" },
    { "//t:Invoice[1]/t:Line[1]/t:SettlementAmount", "0.22" },
    { "//t:Invoice[1]/t:DocumentTotals/t:TaxPayable", "1.88" },
    { "//t:Invoice[1]/t:DocumentTotals/t:NetTotal", "12.18" },
    { "//t:Invoice[1]/t:DocumentTotals/t:GrossTotal", "14.06" },
    { "//t:Invoice[1]//t:PaymentMechanism", "CC" },
    { "//t:Invoice[2]/t:InvoiceType", "NC" },
    { "//t:Invoice[2]/t:Line/t:DebitAmount", "1.09" },
    { "//t:Invoice[2]/t:Line/t:Quantity", "1.000" },
    { "//t:Invoice[2]/t:DocumentTotals/t:GrossTotal", "1.15" },
    { "//t:Invoice[2]//t:PaymentMechanism", "NU" },
    { "//t:Invoice[3]//t:PaymentMechanism", "OU" },
    { "//t:Invoice[4]/t:DocumentTotals/t:GrossTotal", "0.00" },
    { "//t:Invoice[4]/t:Line/t:SettlementAmount", "1.80" },
    { "//t:Invoice[5]/t:Line[2]/t:Quantity", "0.333" },
  };
  g_autoptr (xmlDoc) document = write_day (FALSE);
  xmlNode *root = xmlDocGetRootElement (document);

  g_assert_cmpstr ((const char *) root->ns->href, ==, "urn:OECD:StandardAuditFile-Tax:PT_1.04_01");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = demo_readers_find_text (document, NULL, cases[i].path);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

/* Whoever and whatever an invoice speaks of is among the master files, once. */
static void
check_references (xmlDoc *document, const char *from, const char *to)
{
  g_autoptr (GPtrArray) references = demo_readers_find (document, NULL, from);

  g_assert_cmpuint (references->len, >, 0);
  for (guint i = 0; i < references->len; i++)
    {
      g_autofree char *id
          = demo_readers_find_text (document, g_ptr_array_index (references, i), ".");
      g_autofree char *path = g_strdup_printf ("%s[.='%s']", to, id);
      g_autoptr (GPtrArray) found = demo_readers_find (document, NULL, path);

      g_assert_cmpuint (found->len, ==, 1);
    }
}

static void
test_references (void)
{
  g_autoptr (xmlDoc) document = write_day (FALSE);

  check_references (document, "//t:Invoice/t:CustomerID", "//t:Customer/t:CustomerID");
  check_references (document, "//t:Line/t:ProductCode", "//t:Product/t:ProductCode");
  check_references (document, "//t:Line/t:Tax/t:TaxCode", "//t:TaxTableEntry/t:TaxCode");
}

static void
test_empty_day (void)
{
  g_autoptr (xmlDoc) document = write_day (TRUE);
  g_autofree char *count = demo_readers_find_text (document, NULL, "//t:NumberOfEntries");
  g_autofree char *credit = demo_readers_find_text (document, NULL, "//t:TotalCredit");
  g_autoptr (GPtrArray) invoices = demo_readers_find (document, NULL, "//t:Invoice");

  g_assert_cmpstr (count, ==, "0");
  g_assert_cmpstr (credit, ==, "0.00");
  g_assert_cmpuint (invoices->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/report/saft/values", test_values);
  g_test_add_func ("/demo/report/saft/references", test_references);
  g_test_add_func ("/demo/report/saft/empty-day", test_empty_day);

  return g_test_run ();
}
