/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-resource.h"

/* The table of the API page, in its order. */
static const struct
{
  const char *name;
  const char *endpoint;
  const char *other_endpoint;
} documented[] = {
  { "items", "getPlus.php" },
  { "departments", "getDepartments.php" },
  { "department-groups", "getDepartmentGroups.php", "getDepartmentsGroups.php" },
  { "clients", "getClients.php" },
  { "variations", "getDeclinaisons.php" },
  { "delivery-methods", "getLivraisons.php", "getLivreurs.php" },
  { "payment-methods", "getPaymentModes.php" },
  { "cashboxes", "getCashbox.php" },
  { "delivery-zones", "getDeliveryZones.php" },
  { "relay-points", "getRelayDeposit.php" },
  { "discounts", "getDiscounts.php" },
  { "users", "getUsers.php" },
  { "tables", "getTables.php" },
  { "pending-orders", "getPending.php" },
};

static void
test_resources (void)
{
  guint seen = 0;

  g_assert_cmpuint (G_N_ELEMENTS (documented), ==, KASH_N_RESOURCES);
  for (gsize i = 0; i < G_N_ELEMENTS (documented); i++)
    {
      KashResource resource;

      g_assert_true (kash_resource_from_name (documented[i].name, &resource));
      g_assert_cmpstr (kash_resource_get_name (resource), ==, documented[i].name);
      g_assert_cmpstr (kash_resource_get_endpoint (resource), ==, documented[i].endpoint);
      g_assert_cmpstr (kash_resource_get_other_endpoint (resource), ==,
                       documented[i].other_endpoint);
      g_assert_cmpstr (kash_resource_get_title (resource), !=, "");
      seen |= 1u << resource;
    }
  g_assert_cmphex (seen, ==, (1u << KASH_N_RESOURCES) - 1);

  g_assert_false (kash_resource_from_name ("Items", NULL));
  g_assert_false (kash_resource_from_name ("", NULL));
}

static void
test_formats (void)
{
  static const char *const names[] = { "json", "csv", "html" };
  KashFormat format;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (kash_format_from_name (names[i], &format));
      g_assert_cmpstr (kash_format_get_name (format), ==, names[i]);
    }
  g_assert_false (kash_format_from_name ("xml", &format));
}

static void
test_reports (void)
{
  static const struct
  {
    const char *name;
    const char *parameter;
  } expected[] = {
    { "std", "Std" }, { "pdf", "PDF" },    { "xls", "XLS" },
    { "csv", "CSV" }, { "fec", "frafec" }, { "saft", "saft" },
  };

  g_assert_cmpuint (G_N_ELEMENTS (expected), ==, KASH_N_REPORTS);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      KashReport report;

      g_assert_true (kash_report_from_name (expected[i].name, &report));
      g_assert_cmpstr (kash_report_get_name (report), ==, expected[i].name);
      g_assert_cmpstr (kash_report_get_parameter (report), ==, expected[i].parameter);
      g_assert_cmpstr (kash_report_get_title (report), !=, "");
    }
  g_assert_false (kash_report_from_name ("frafec", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/resource/resources", test_resources);
  g_test_add_func ("/kash/resource/formats", test_formats);
  g_test_add_func ("/kash/resource/reports", test_reports);
  return g_test_run ();
}
