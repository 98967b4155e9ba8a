/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The 14 resources of kash-api.md §3, in the order they are shown. */
typedef enum
{
  KASH_RESOURCE_ITEMS,
  KASH_RESOURCE_DEPARTMENTS,
  KASH_RESOURCE_DEPARTMENT_GROUPS,
  KASH_RESOURCE_VARIATIONS,
  KASH_RESOURCE_CLIENTS,
  KASH_RESOURCE_PENDING_ORDERS,
  KASH_RESOURCE_DELIVERY_METHODS,
  KASH_RESOURCE_DELIVERY_ZONES,
  KASH_RESOURCE_RELAY_POINTS,
  KASH_RESOURCE_PAYMENT_METHODS,
  KASH_RESOURCE_DISCOUNTS,
  KASH_RESOURCE_CASHBOXES,
  KASH_RESOURCE_TABLES,
  KASH_RESOURCE_USERS,
} KashResource;

#define KASH_N_RESOURCES (KASH_RESOURCE_USERS + 1)

/* The forms a resource comes in. */
typedef enum
{
  KASH_FORMAT_JSON,
  KASH_FORMAT_CSV,
  KASH_FORMAT_HTML,
} KashFormat;

/* The forms a day's sales report comes in (kash-api.md §2). */
typedef enum
{
  KASH_REPORT_STD,
  KASH_REPORT_PDF,
  KASH_REPORT_XLS,
  KASH_REPORT_CSV,
  KASH_REPORT_FEC,
  KASH_REPORT_SAFT,
} KashReport;

#define KASH_N_REPORTS (KASH_REPORT_SAFT + 1)

const char *kash_resource_get_name (KashResource resource);     /* "items", "pending-orders", … */
const char *kash_resource_get_title (KashResource resource);    /* translated, plural */
const char *kash_resource_get_endpoint (KashResource resource); /* "getPlus.php" */
const char *kash_resource_get_other_endpoint (KashResource resource); /* nullable */
gboolean kash_resource_from_name (const char *name, KashResource *resource);

const char *kash_format_get_name (KashFormat format); /* "json" */
gboolean kash_format_from_name (const char *name, KashFormat *format);

const char *
kash_report_get_name (KashReport report); /* ours: "std" "pdf" "xls" "csv" "fec" "saft" */
const char *
kash_report_get_parameter (KashReport report); /* the service's formatExport: "Std" … "frafec" */
const char *kash_report_get_title (KashReport report); /* translated */
gboolean kash_report_from_name (const char *name, KashReport *report);

G_END_DECLS
