/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-resource.h"

#include <glib/gi18n-lib.h>

/* kash-api.md §3; the other endpoint is what a public client of the vendor calls the same thing. */
static const struct
{
  const char *name;
  const char *title;
  const char *endpoint;
  const char *other_endpoint;
} resources[KASH_N_RESOURCES] = {
  [KASH_RESOURCE_ITEMS] = { "items", N_ ("Items"), "getPlus.php" },
  [KASH_RESOURCE_DEPARTMENTS] = { "departments", N_ ("Departments"), "getDepartments.php" },
  [KASH_RESOURCE_DEPARTMENT_GROUPS] = { "department-groups", N_ ("Department Groups"),
                                        "getDepartmentGroups.php", "getDepartmentsGroups.php" },
  [KASH_RESOURCE_VARIATIONS] = { "variations", N_ ("Variations"), "getDeclinaisons.php" },
  [KASH_RESOURCE_CLIENTS] = { "clients", N_ ("Clients"), "getClients.php" },
  [KASH_RESOURCE_PENDING_ORDERS] = { "pending-orders", N_ ("Pending Orders"), "getPending.php" },
  [KASH_RESOURCE_DELIVERY_METHODS]
  = { "delivery-methods", N_ ("Delivery Methods"), "getLivraisons.php", "getLivreurs.php" },
  [KASH_RESOURCE_DELIVERY_ZONES]
  = { "delivery-zones", N_ ("Delivery Zones"), "getDeliveryZones.php" },
  [KASH_RESOURCE_RELAY_POINTS] = { "relay-points", N_ ("Relay Points"), "getRelayDeposit.php" },
  [KASH_RESOURCE_PAYMENT_METHODS]
  = { "payment-methods", N_ ("Payment Methods"), "getPaymentModes.php" },
  [KASH_RESOURCE_DISCOUNTS] = { "discounts", N_ ("Discounts"), "getDiscounts.php" },
  [KASH_RESOURCE_CASHBOXES] = { "cashboxes", N_ ("Cashboxes"), "getCashbox.php" },
  [KASH_RESOURCE_TABLES] = { "tables", N_ ("Tables"), "getTables.php" },
  [KASH_RESOURCE_USERS] = { "users", N_ ("Users"), "getUsers.php" },
};

static const char *const formats[] = {
  [KASH_FORMAT_JSON] = "json",
  [KASH_FORMAT_CSV] = "csv",
  [KASH_FORMAT_HTML] = "html",
};

/* kash-api.md §2. */
static const struct
{
  const char *name;
  const char *parameter;
  const char *title;
} reports[KASH_N_REPORTS] = {
  [KASH_REPORT_STD] = { "std", "Std", N_ ("Report") },
  [KASH_REPORT_PDF] = { "pdf", "PDF", N_ ("PDF") },
  [KASH_REPORT_XLS] = { "xls", "XLS", N_ ("Spreadsheet") },
  [KASH_REPORT_CSV] = { "csv", "CSV", N_ ("CSV Table") },
  [KASH_REPORT_FEC] = { "fec", "frafec", N_ ("Accounting Entries (FEC)") },
  [KASH_REPORT_SAFT] = { "saft", "saft", N_ ("Audit File (SAF-T)") },
};

/**
 * kash_resource_get_name:
 *
 * Returns: the name on the command line and in files, "pending-orders"
 */
const char *
kash_resource_get_name (KashResource resource)
{
  g_return_val_if_fail ((guint) resource < KASH_N_RESOURCES, NULL);

  return resources[resource].name;
}

/**
 * kash_resource_get_title:
 *
 * Returns: the translated title, a plural
 */
const char *
kash_resource_get_title (KashResource resource)
{
  g_return_val_if_fail ((guint) resource < KASH_N_RESOURCES, NULL);

  return _ (resources[resource].title);
}

/**
 * kash_resource_get_endpoint:
 *
 * Returns: the service's documented script, "getPlus.php"
 */
const char *
kash_resource_get_endpoint (KashResource resource)
{
  g_return_val_if_fail ((guint) resource < KASH_N_RESOURCES, NULL);

  return resources[resource].endpoint;
}

/**
 * kash_resource_get_other_endpoint:
 *
 * Returns: (nullable): what else the script is called, to be tried once after a 404
 */
const char *
kash_resource_get_other_endpoint (KashResource resource)
{
  g_return_val_if_fail ((guint) resource < KASH_N_RESOURCES, NULL);

  return resources[resource].other_endpoint;
}

/**
 * kash_resource_from_name:
 * @name: a name as kash_resource_get_name() gives it
 * @resource: (out) (optional): the resource
 *
 * Returns: whether there is such a resource
 */
gboolean
kash_resource_from_name (const char *name, KashResource *resource)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < KASH_N_RESOURCES; i++)
    {
      if (g_str_equal (resources[i].name, name))
        {
          if (resource != NULL)
            *resource = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * kash_format_get_name:
 *
 * Returns: the value of the service's parameter "format", also the file name extension
 */
const char *
kash_format_get_name (KashFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), NULL);

  return formats[format];
}

/**
 * kash_format_from_name:
 * @name: "json", "csv" or "html"
 * @format: (out) (optional): the format
 *
 * Returns: whether there is such a format
 */
gboolean
kash_format_from_name (const char *name, KashFormat *format)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i], name))
        {
          if (format != NULL)
            *format = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * kash_report_get_name:
 *
 * Returns: our name of the report, on the command line and in files
 */
const char *
kash_report_get_name (KashReport report)
{
  g_return_val_if_fail ((guint) report < KASH_N_REPORTS, NULL);

  return reports[report].name;
}

/**
 * kash_report_get_parameter:
 *
 * Returns: the value of the service's parameter "formatExport"
 */
const char *
kash_report_get_parameter (KashReport report)
{
  g_return_val_if_fail ((guint) report < KASH_N_REPORTS, NULL);

  return reports[report].parameter;
}

/**
 * kash_report_get_title:
 *
 * Returns: the translated title
 */
const char *
kash_report_get_title (KashReport report)
{
  g_return_val_if_fail ((guint) report < KASH_N_REPORTS, NULL);

  return _ (reports[report].title);
}

/**
 * kash_report_from_name:
 * @name: a name as kash_report_get_name() gives it
 * @report: (out) (optional): the report
 *
 * Returns: whether there is such a report
 */
gboolean
kash_report_from_name (const char *name, KashReport *report)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < KASH_N_REPORTS; i++)
    {
      if (g_str_equal (reports[i].name, name))
        {
          if (report != NULL)
            *report = i;
          return TRUE;
        }
    }
  return FALSE;
}
