/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-api-private.h"
#include "demo-report.h"

/* The history there is, in years before today. */
#define N_YEARS 2

/* A report of a day that is over is made in the night that follows. */
#define REPORT_HOUR 3

typedef enum
{
  REPORT_STD,
  REPORT_PDF,
  REPORT_XLS,
  REPORT_CSV,
  REPORT_FEC,
  REPORT_SAFT,
} ReportFormat;

/* XLS is what the service calls it; what it sends is a workbook of today's kind. */
static const struct
{
  const char *name;
  const char *content_type;
  const char *extension;
} report_formats[] = {
  [REPORT_STD] = { "Std", "text/html; charset=utf-8", "html" },
  [REPORT_PDF] = { "PDF", "application/pdf", "pdf" },
  [REPORT_XLS] = { "XLS", "application/vnd.ms-excel", "xls" },
  [REPORT_CSV] = { "CSV", "text/csv; charset=utf-8", "csv" },
  [REPORT_FEC] = { "frafec", "text/plain; charset=utf-8", "txt" },
  [REPORT_SAFT] = { "saft", "application/xml", "xml" },
};

/* Without a day the day before is meant (kash-api.md §2), whatever month and year say. */
static gboolean
read_date (const DemoForm *form, const GDate *today, GDate *date)
{
  int day = 0, month = g_date_get_month (today), year = g_date_get_year (today);

  if (!demo_form_get_int (form, "d", &day) || !demo_form_get_int (form, "m", &month)
      || !demo_form_get_int (form, "y", &year))
    return FALSE;
  *date = *today;
  if (demo_form_get (form, "d") == NULL)
    g_date_subtract_days (date, 1);
  else if (year >= 1900 && year <= 9999 && day >= 1 && month >= 1
           && g_date_valid_dmy (day, month, year))
    g_date_set_dmy (date, day, month, year);
  else
    return FALSE;

  return TRUE;
}

static DemoDay *
make_day (DemoApi *self, const GDate *date, const GDate *today, gint64 now)
{
  GDate first = *today;
  DemoDay *day;

  g_date_subtract_years (&first, N_YEARS);
  day = demo_day_new (self->catalogue, self->seed, date,
                      g_date_compare (date, &first) < 0 ? 0 : now);
  demo_orders_add_to_day (self->orders, day);

  return day;
}

static GBytes *
write_report (DemoApi *self, const DemoDay *day, ReportFormat format, gint64 edited)
{
  switch (format)
    {
    case REPORT_PDF:
      return demo_report_pdf (self->catalogue, day, edited);
    case REPORT_XLS:
      return demo_report_xlsx (self->catalogue, day, edited);
    case REPORT_CSV:
      return demo_report_csv (self->catalogue, day);
    case REPORT_FEC:
      return demo_report_fec (self->catalogue, day);
    case REPORT_SAFT:
      return demo_report_saft (self->catalogue, day, edited);
    case REPORT_STD:
    default:
      return demo_report_html (self->catalogue, day, edited);
    }
}

static char *
make_report_name (const GDate *date, ReportFormat format)
{
  char text[16];

  if (format == REPORT_FEC)
    {
      g_autofree char *name = demo_report_fec_file_name (date);

      return g_str_has_suffix (name, ".txt") ? g_steal_pointer (&name)
                                             : g_strconcat (name, ".txt", NULL);
    }
  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);

  return g_strdup_printf ("ventes-%s.%s", text, report_formats[format].extension);
}

/**
 * demo_api_report:
 * @self: a shop
 * @request: a request for a report
 * @form: its query
 *
 * Returns: (transfer full): the report of a day, or why there is none
 */
DemoReply *
demo_api_report (DemoApi *self, const DemoRequest *request, const DemoForm *form)
{
  const char *name = demo_form_get (form, "formatExport");
  g_autoptr (DemoDay) day = NULL;
  ReportFormat format = 0;
  DemoReply *reply;
  GDate today, date, next;
  gint64 now = demo_api_get_now (self, &today);

  if (strcmp (request->method, "GET") != 0)
    return demo_api_refuse (405, "Méthode non autorisée.");
  while (format < G_N_ELEMENTS (report_formats)
         && g_strcmp0 (name, report_formats[format].name) != 0)
    format++;
  if (format == G_N_ELEMENTS (report_formats))
    return demo_api_refuse (200, "Le format d’export est inconnu.");
  if (!read_date (form, &today, &date))
    return demo_api_refuse (200, "La date est incorrecte.");
  if (format == REPORT_FEC && g_date_compare (&date, &today) > 0)
    return demo_api_refuse (200, "Le fichier des écritures n’existe pas encore pour cette date.");

  day = make_day (self, &date, &today, now);
  next = date;
  g_date_add_days (&next, 1);
  reply = demo_reply_new (
      200, report_formats[format].content_type,
      write_report (self, day, format, MIN (now, demo_day_get_start (&next, REPORT_HOUR))));
  reply->file_name = make_report_name (&date, format);

  return reply;
}
