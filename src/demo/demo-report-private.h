/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-report.h"

G_BEGIN_DECLS

/* What one line, or any number of them, comes to. Amounts in cents. The lines of a sale are
 * rounded so that they add up to what demo_sale_sum_vat() says of it: whatever is summed, by
 * department, by client or by hour, ends in the same total. */
typedef struct
{
  guint count;     /* sales, or lines */
  gint64 quantity; /* thousandths */
  gint64 including;
  gint64 excluding;
  gint64 discount; /* including VAT */
  gint64 discount_excluding;
  gint64 given_back; /* including VAT, of refunds; ≤ 0 */
} DemoReportSum;

typedef enum
{
  DEMO_REPORT_BY_VAT,
  DEMO_REPORT_BY_DAY,
  DEMO_REPORT_BY_HOUR,
  DEMO_REPORT_BY_CASHBOX,
  DEMO_REPORT_BY_CLOSING, /* cashbox and payment method */
  DEMO_REPORT_BY_PAYMENT,
  DEMO_REPORT_BY_DELIVERY,
  DEMO_REPORT_BY_USER,
  DEMO_REPORT_BY_CLIENT,
  DEMO_REPORT_BY_GROUP,
  DEMO_REPORT_BY_DEPARTMENT,
  DEMO_REPORT_BY_SUPPLIER,
  DEMO_REPORT_BY_ITEM,
  DEMO_REPORT_BY_DISCOUNT,
} DemoReportGrouping;

/* The key of the sales that DEMO_REPORT_BY_DISCOUNT finds without any; 0 of those with a discount
 * on a line that isn't one of the catalogue's. */
#define DEMO_REPORT_NO_DISCOUNT -1

typedef struct
{
  gint64 key;
  char *title;
  DemoReportSum sum;
} DemoReportEntry;

typedef enum
{
  DEMO_CELL_TEXT,
  DEMO_CELL_COUNT,
  DEMO_CELL_QUANTITY, /* thousandths */
  DEMO_CELL_MONEY,    /* cents */
  DEMO_CELL_SHARE,    /* per mille */
} DemoCellKind;

typedef struct
{
  DemoCellKind kind;
  char *text;    /* (nullable): of a text */
  gint64 number; /* of anything else */
} DemoReportCell;

typedef struct
{
  const char *title;
  DemoCellKind kind;
} DemoReportColumn;

typedef struct
{
  const char *sheet; /* tables of one subject, "Caisses" */
  const char *title;
  DemoReportColumn *columns;
  guint n_columns;
  GPtrArray *rows; /* GArray of DemoReportCell, as many as there are columns */
  gboolean totals; /* the last row is the sum of the others */
} DemoReportTable;

GArray *demo_report_split_sale (const DemoCatalogue *catalogue, const DemoSale *sale);
void demo_report_sum_add (DemoReportSum *self, const DemoReportSum *other);
DemoReportSum demo_report_sum_sale (const DemoCatalogue *catalogue, const DemoSale *sale);

GPtrArray *
demo_report_tally (const DemoCatalogue *catalogue, const DemoDay *day, DemoReportGrouping by);
GPtrArray *demo_report_tables_new (const DemoCatalogue *catalogue, const DemoDay *day);
const char *demo_report_sheet_styles (void);
char *demo_report_sheet_write (GPtrArray *tables, const char *sheet);

char *demo_report_title_of_client (const DemoCatalogue *catalogue, int id);
char *demo_report_title_of_user (const DemoCatalogue *catalogue, int id);
char *demo_report_title_of_cashbox (const DemoCatalogue *catalogue, int id);
char *demo_report_title_of_table (const DemoCatalogue *catalogue, int id);
char *demo_report_title_of_payment (const DemoCatalogue *catalogue, int id);

char *demo_report_format_decimal (gint64 number, guint n_decimals, char point);
char *demo_report_format_cell (const DemoReportCell *cell);
char *demo_report_format_day (const GDate *date);
char *demo_report_format_time (gint64 time, const char *format);
void demo_report_append_xml (GString *xml, const char *text);
void demo_report_append_field (GString *text, const char *field, char separator);

G_END_DECLS
