/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-saft-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "comptoir-decimal.h"
#include "comptoir-sales-day.h"
#include "comptoir-sales-text.h"

/* The elements of a header and of the totals that a shop's file has (SAF-T PT 1.04_01, Portaria
 * 302/2016; SAF-T Cash Register NO 1.00), and the sections they stand in. */
/* clang-format off */
static const struct
{
  const char *name;
  const char *title;
} names[] = {
  { "AddressDetail",             NC_("audit file", "Address") },
  { "AuditFileVersion",          NC_("audit file", "Version of the file") },
  { "City",                      NC_("audit file", "City") },
  { "CompanyAddress",            NC_("audit file", "Company address") },
  { "CompanyID",                 NC_("audit file", "Company number") },
  { "CompanyName",               NC_("audit file", "Company") },
  { "Country",                   NC_("audit file", "Country") },
  { "CurrencyCode",              NC_("audit file", "Currency") },
  { "DateCreated",               NC_("audit file", "Made on") },
  { "Email",                     NC_("audit file", "Email") },
  { "EndDate",                   NC_("audit file", "Until") },
  { "FiscalYear",                NC_("audit file", "Fiscal year") },
  { "Header",                    NC_("audit file", "Header") },
  { "NumberOfEntries",           NC_("audit file", "Documents") },
  { "NumberOfMovementLines",     NC_("audit file", "Lines") },
  { "Payments",                  NC_("audit file", "Payments") },
  { "PostalCode",                NC_("audit file", "Postcode") },
  { "ProductCompanyTaxID",       NC_("audit file", "Tax number of the program’s maker") },
  { "ProductID",                 NC_("audit file", "Program") },
  { "ProductVersion",            NC_("audit file", "Version of the program") },
  { "SalesInvoices",             NC_("audit file", "Sales") },
  { "SoftwareCertificateNumber", NC_("audit file", "Certificate of the program") },
  { "StartDate",                 NC_("audit file", "From") },
  { "TaxAccountingBasis",        NC_("audit file", "Kind of accounting") },
  { "TaxEntity",                 NC_("audit file", "Site") },
  { "TaxRegistrationNumber",     NC_("audit file", "Tax number") },
  { "Telephone",                 NC_("audit file", "Phone") },
  { "TotalCredit",               NC_("audit file", "Total credit") },
  { "TotalDebit",                NC_("audit file", "Total debit") },
  { "TotalQuantityIssued",       NC_("audit file", "Quantity issued") },
  { "Website",                   NC_("audit file", "Website") },
  { "WorkingDocuments",          NC_("audit file", "Working documents") },
  { "cashregister",              NC_("audit file", "Cash register") },
  { "companyIdent",              NC_("audit file", "Company number") },
  { "companyName",               NC_("audit file", "Company") },
  { "curCode",                   NC_("audit file", "Currency") },
  { "dateCreated",               NC_("audit file", "Made on") },
  { "endDate",                   NC_("audit file", "Until") },
  { "eventReport",               NC_("audit file", "Report") },
  { "fiscalYear",                NC_("audit file", "Fiscal year") },
  { "header",                    NC_("audit file", "Header") },
  { "location",                  NC_("audit file", "Site") },
  { "startDate",                 NC_("audit file", "From") },
  { "totalCashSaleAmnt",         NC_("audit file", "Cash sales") },
};
/* clang-format on */

/**
 * comptoir_saft_text_get_name:
 * @name: an element's name
 *
 * Returns: (transfer none): its title, or @name itself where none is known
 */
const char *
comptoir_saft_text_get_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "audit file", names[i].title);
  return name;
}

/**
 * comptoir_saft_text_dup_value:
 * @value: what stands in an element
 *
 * Returns: (transfer full): a day and an amount as the locale writes them, else @value; a number
 *   without a point is left as it is, since it may name something
 */
char *
comptoir_saft_text_dup_value (const char *value)
{
  ComptoirDecimal decimal;
  GDate day;

  g_return_val_if_fail (value != NULL, NULL);

  if (comptoir_sales_day_from_iso (value, &day))
    return comptoir_sales_text_day (&day);
  if (strpbrk (value, ".") != NULL && strchr (value, '_') == NULL
      && comptoir_decimal_parse (value, -1, &decimal) && decimal.scale == 2)
    return comptoir_decimal_format (decimal);
  return g_strdup (value);
}
