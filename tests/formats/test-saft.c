/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-saft.h"

#include "comptoir-table-reader.h"
#include "demo-report.h"

#include <string.h>

#define PORTUGAL "<AuditFile xmlns=\"urn:OECD:StandardAuditFile-Tax:PT_1.04_01\">"

static char *
dump_values (GPtrArray *values)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const ComptoirSaftValue *value = g_ptr_array_index (values, i);

      g_string_append_printf (dump, "%s/%s=%s\n", value->section, value->name, value->value);
    }
  return g_string_free (dump, FALSE);
}

static void
test_variants (void)
{
  static const struct
  {
    const char *text;
    ComptoirSaftVariant variant;
    const char *start;
    const char *end;
    const char *header;
    const char *totals;
    guint n_elements;
  } cases[] = {
    { "<?xml version=\"1.0\" encoding=\"Windows-1252\"?>\n" PORTUGAL
      "<Header><CompanyName>Padaria Jo\343o &amp; Filhos \200</CompanyName>"
      "<CompanyAddress><City>Braga</City></CompanyAddress><StartDate>2025-03-15</StartDate>"
      "<EndDate>2025-03-16</EndDate><Website/></Header><MasterFiles/>"
      "<SourceDocuments><SalesInvoices><NumberOfEntries>2</NumberOfEntries>"
      "<TotalDebit>0.00</TotalDebit><TotalCredit>12.50</TotalCredit><Invoice><TotalDebit>9"
      "</TotalDebit></Invoice></SalesInvoices><Payments><NumberOfEntries>1</NumberOfEntries>"
      "</Payments></SourceDocuments></AuditFile>",
      COMPTOIR_SAFT_PORTUGAL, "2025-03-15", "2025-03-16",
      "Header/CompanyName=Padaria João & Filhos €\nCompanyAddress/City=Braga\n"
      "Header/StartDate=2025-03-15\nHeader/EndDate=2025-03-16\n",
      "SalesInvoices/NumberOfEntries=2\nSalesInvoices/TotalDebit=0.00\n"
      "SalesInvoices/TotalCredit=12.50\nPayments/NumberOfEntries=1\n",
      18 },
    { "<n1:auditfile xmlns:n1=\"urn:StandardAuditFile-Taxation-CashRegister:NO\"><n1:header>"
      "<n1:startDate>2025-03-15</n1:startDate><n1:endDate>2025-03-15</n1:endDate></n1:header>"
      "<n1:company><n1:companyIdent>983</n1:companyIdent><n1:location><n1:name>Oslo</n1:name>"
      "<n1:cashregister><n1:registerID>K1</n1:registerID><n1:event><n1:eventID>1</n1:eventID>"
      "<n1:eventReport><n1:reportID>7</n1:reportID><n1:reportTotalCashSales>"
      "<n1:totalCashSaleAmnt>99.00</n1:totalCashSaleAmnt></n1:reportTotalCashSales>"
      "<n1:reportGrandTotalSales>1234.00</n1:reportGrandTotalSales></n1:eventReport></n1:event>"
      "<n1:cashtransaction><n1:nr>1</n1:nr></n1:cashtransaction>"
      "</n1:cashregister></n1:location></n1:company></n1:auditfile>",
      COMPTOIR_SAFT_NORWAY, "2025-03-15", "2025-03-15",
      "header/startDate=2025-03-15\nheader/endDate=2025-03-15\ncompany/companyIdent=983\n"
      "location/name=Oslo\ncashregister/registerID=K1\n",
      "eventReport/reportID=7\nreportTotalCashSales/totalCashSaleAmnt=99.00\n"
      "eventReport/reportGrandTotalSales=1234.00\n",
      19 },
    { "<AuditFile xmlns=\"urn:OECD:StandardAuditFile-Taxation/2.00\"><Header><SelectionCriteria>"
      "<SelectionStartDate>2025-01-01</SelectionStartDate></SelectionCriteria></Header>"
      "<GeneralLedgerEntries><NumberOfEntries>3</NumberOfEntries><Journal><TotalDebit>1"
      "</TotalDebit></Journal></GeneralLedgerEntries></AuditFile>",
      COMPTOIR_SAFT_OECD, "2025-01-01", NULL, "SelectionCriteria/SelectionStartDate=2025-01-01\n",
      "GeneralLedgerEntries/NumberOfEntries=3\n", 8 },
    { "<AuditFile xmlns=\"urn:other\"><Header><a>1</a></Header></AuditFile>", COMPTOIR_SAFT_UNKNOWN,
      NULL, NULL, "", "", 3 },
    { "<a/>", COMPTOIR_SAFT_UNKNOWN, NULL, NULL, "", "", 1 },
    /* Windows-1252 that says it is UTF-8. */
    { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" PORTUGAL
      "<Header><CompanyName>Caf\351</CompanyName></Header></AuditFile>",
      COMPTOIR_SAFT_PORTUGAL, NULL, NULL, "Header/CompanyName=Café\n", "", 3 },
    /* In pieces. */
    { PORTUGAL "<Header><a>x<!-- -->y<![CDATA[<&>]]>&#233;</a></Header></AuditFile>",
      COMPTOIR_SAFT_PORTUGAL, NULL, NULL, "Header/a=xy<&>é\n", "", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (ComptoirSaft) saft = comptoir_saft_read (bytes, NULL, &error);
      g_autofree char *header = NULL;
      g_autofree char *totals = NULL;

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      header = dump_values (saft->header);
      totals = dump_values (saft->totals);
      g_assert_cmpint (saft->variant, ==, cases[i].variant);
      g_assert_cmpstr (saft->start_date, ==, cases[i].start);
      g_assert_cmpstr (saft->end_date, ==, cases[i].end);
      g_assert_cmpstr (header, ==, cases[i].header);
      g_assert_cmpstr (totals, ==, cases[i].totals);
      g_assert_cmpuint (saft->n_elements, ==, cases[i].n_elements);
    }
}

static void
test_refusals (void)
{
  g_autoptr (GString) opening = g_string_new (NULL);
  static const struct
  {
    const char *text;
    ComptoirFormatError code;
  } cases[] = {
    { "", COMPTOIR_FORMAT_ERROR_TRUNCATED },
    { "plain text", COMPTOIR_FORMAT_ERROR_TRUNCATED },
    { "<html><p>Erreur<br></html>", COMPTOIR_FORMAT_ERROR_MALFORMED },
    { PORTUGAL "<Header><CompanyName>Pada", COMPTOIR_FORMAT_ERROR_TRUNCATED },
    { PORTUGAL "<Header></Footer></AuditFile>", COMPTOIR_FORMAT_ERROR_MALFORMED },
    { PORTUGAL "&unknown;</AuditFile>", COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<!DOCTYPE AuditFile SYSTEM \"http://127.0.0.1:9/a.dtd\"><AuditFile/>",
      COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
      COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
      "<a b=\"&d;&d;&d;&d;&d;&d;&d;&d;\">&d;</a>",
      COMPTOIR_FORMAT_ERROR_MALFORMED },
    { NULL, COMPTOIR_FORMAT_ERROR_TOO_DEEP },
  };

  for (guint i = 0; i < 100000; i++)
    g_string_append (opening, "<a>");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].text != NULL ? cases[i].text : opening->str;
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (comptoir_saft_read (bytes, NULL, &error));
      g_assert_error (error, COMPTOIR_FORMAT_ERROR, (int) cases[i].code);
    }
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<a><b/></a>", 11);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (comptoir_saft_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Against the shop's books, which know nothing of XML. */
static void
test_demo_shop (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (5, 0, 0);
  g_autoptr (DemoDay) day = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ComptoirSaft) saft = NULL;
  g_autofree char *totals = NULL;
  g_autofree char *begin = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 15, G_DATE_MARCH, 2025);
  day = demo_day_new (catalogue, 5, &date, G_MAXINT64);
  bytes = demo_report_saft (catalogue, day, 1742068800);
  saft = comptoir_saft_read (bytes, NULL, NULL);
  g_assert_nonnull (saft);
  g_assert_cmpint (saft->variant, ==, COMPTOIR_SAFT_PORTUGAL);
  g_assert_cmpstr (saft->start_date, ==, "2025-03-15");
  g_assert_cmpstr (saft->end_date, ==, "2025-03-15");
  totals = dump_values (saft->totals);
  begin = g_strdup_printf ("SalesInvoices/NumberOfEntries=%u\nSalesInvoices/TotalDebit=",
                           day->sales->len);
  g_assert_true (g_str_has_prefix (totals, begin));
  g_assert_cmpuint (saft->totals->len, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/saft/variants", test_variants);
  g_test_add_func ("/formats/saft/refusals", test_refusals);
  g_test_add_func ("/formats/saft/cancel", test_cancel);
  g_test_add_func ("/formats/saft/demo-shop", test_demo_shop);
  return g_test_run ();
}
