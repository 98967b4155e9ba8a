/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures, dates and names as the reports write them. The reports are the vendor's, in French
 * whatever the locale of whoever runs the demo shop. */

#include "demo-report-private.h"

#include <string.h>

#define NO_BREAK_SPACE "\302\240"
#define MINUS          "\342\210\222"

static const char *const months[]
    = { "janvier", "février", "mars",      "avril",   "mai",      "juin",
        "juillet", "août",    "septembre", "octobre", "novembre", "décembre" };

static const char *const weekdays[]
    = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };

/* 1234567 with 2 decimals → "12 345,67" */
static char *
format_french (gint64 number, guint n_decimals, const char *unit)
{
  g_autofree char *plain = demo_report_format_decimal (ABS (number), n_decimals, ',');
  gsize n_whole = strcspn (plain, ",");
  GString *text = g_string_new (number < 0 ? MINUS : NULL);

  for (gsize i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % 3 == 0)
        g_string_append (text, NO_BREAK_SPACE);
      g_string_append_c (text, plain[i]);
    }
  g_string_append (text, plain + n_whole);
  if (unit)
    g_string_append_printf (text, NO_BREAK_SPACE "%s", unit);

  return g_string_free (text, FALSE);
}

/* By weight with its three decimals, by the piece without. */
static char *
format_quantity (gint64 quantity)
{
  if (quantity % 1000 == 0)
    return format_french (quantity / 1000, 0, NULL);
  return format_french (quantity, 3, NULL);
}

static char *
title_in (const char *const *titles, guint n_titles, int id, const char *otherwise)
{
  if (id > 0 && (guint) id <= n_titles)
    return g_strdup (titles[id - 1]);
  return id > 0 ? g_strdup_printf ("%s %d", otherwise, id) : g_strdup ("");
}

static gboolean
is_xml_character (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n' || c == '\r';
  return c != 0x7f && c != 0xfffe && c != 0xffff;
}

/**
 * demo_report_title_of_client:
 * @catalogue: the catalogue
 * @id: a client's id, 0 for none
 *
 * Returns: (transfer full): first and last name, empty without a client
 */
char *
demo_report_title_of_client (const DemoCatalogue *catalogue, int id)
{
  const DemoClient *client = id > 0 ? demo_catalogue_get_client (catalogue, id) : NULL;
  g_autofree char *name = NULL;

  if (!client)
    return id > 0 ? g_strdup_printf ("Client %d", id) : g_strdup ("");
  name = g_strdup_printf ("%s %s", client->first_name ? client->first_name : "",
                          client->last_name ? client->last_name : "");

  return g_strdup (g_strstrip (name));
}

/**
 * demo_report_title_of_user:
 * @catalogue: the catalogue
 * @id: a user's id, 0 for none
 *
 * Returns: (transfer full): the user's name, empty without a user
 */
char *
demo_report_title_of_user (const DemoCatalogue *catalogue, int id)
{
  return title_in (catalogue->users, catalogue->n_users, id, "Utilisateur");
}

/**
 * demo_report_title_of_cashbox:
 * @catalogue: the catalogue
 * @id: a cashbox's id, 0 for none
 *
 * Returns: (transfer full): its title, empty without a cashbox
 */
char *
demo_report_title_of_cashbox (const DemoCatalogue *catalogue, int id)
{
  return title_in (catalogue->cashboxes, catalogue->n_cashboxes, id, "Caisse");
}

/**
 * demo_report_title_of_table:
 * @catalogue: the catalogue
 * @id: a table's id, 0 for none
 *
 * Returns: (transfer full): its title, empty without a table
 */
char *
demo_report_title_of_table (const DemoCatalogue *catalogue, int id)
{
  return title_in (catalogue->tables, catalogue->n_tables, id, "Table");
}

/**
 * demo_report_title_of_payment:
 * @catalogue: the catalogue
 * @id: a payment method's id
 *
 * Returns: (transfer full): its title
 */
char *
demo_report_title_of_payment (const DemoCatalogue *catalogue, int id)
{
  const DemoPayment *payment = id > 0 ? demo_catalogue_get_payment (catalogue, id) : NULL;

  return g_strdup (payment ? payment->title : "Non payé");
}

/**
 * demo_report_format_decimal:
 * @number: in the smallest unit: 123450 for 1234.50 with two decimals
 * @n_decimals: 0 to 6
 * @point: the decimal point
 *
 * Returns: (transfer full): digits without grouping, with a hyphen for a minus
 */
char *
demo_report_format_decimal (gint64 number, guint n_decimals, char point)
{
  gint64 unit = 1;

  g_return_val_if_fail (n_decimals <= 6, NULL);

  for (guint i = 0; i < n_decimals; i++)
    unit *= 10;
  if (n_decimals == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT "%c%0*d", number < 0 ? "-" : "",
                          ABS (number) / unit, point, (int) n_decimals,
                          (int) (ABS (number) % unit));
}

/**
 * demo_report_format_cell:
 * @cell: a cell
 *
 * Returns: (transfer full): as a person in France reads it: "1 234,50 €"
 */
char *
demo_report_format_cell (const DemoReportCell *cell)
{
  g_return_val_if_fail (cell, NULL);

  switch (cell->kind)
    {
    case DEMO_CELL_COUNT:
      return format_french (cell->number, 0, NULL);
    case DEMO_CELL_QUANTITY:
      return format_quantity (cell->number);
    case DEMO_CELL_MONEY:
      return format_french (cell->number, 2, "€");
    case DEMO_CELL_SHARE:
      return format_french (cell->number, 1, "%");
    case DEMO_CELL_TEXT:
    default:
      return g_strdup (cell->text ? cell->text : "");
    }
}

/**
 * demo_report_format_day:
 * @date: a day
 *
 * Returns: (transfer full): "samedi 1er mars 2025"
 */
char *
demo_report_format_day (const GDate *date)
{
  int day;

  g_return_val_if_fail (date && g_date_valid (date), NULL);

  day = g_date_get_day (date);
  return g_strdup_printf ("%s %d%s %s %d", weekdays[g_date_get_weekday (date) - 1], day,
                          day == 1 ? "er" : "", months[g_date_get_month (date) - 1],
                          g_date_get_year (date));
}

/**
 * demo_report_format_time:
 * @time: Unix seconds
 * @format: as for g_date_time_format(), figures only, so that no locale comes in
 *
 * Returns: (transfer full): the time in the shop
 */
char *
demo_report_format_time (gint64 time, const char *format)
{
  static GTimeZone *zone = NULL; /* reading it anew takes longer than all the rest of a report */
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (utc, NULL);

  if (g_once_init_enter (&zone))
    {
      GTimeZone *paris = g_time_zone_new_identifier ("Europe/Paris");

      g_once_init_leave (&zone, paris ? paris : g_time_zone_new_utc ());
    }
  local = g_date_time_to_timezone (utc, zone);
  return g_date_time_format (local, format);
}

/**
 * demo_report_append_xml:
 * @xml: what to append to
 * @text: (nullable): any text
 *
 * Appends @text as XML 1.0 and HTML may hold it, in an element or an attribute: escaped, made valid
 * UTF-8, and without the control characters that can't be written in XML at all.
 */
void
demo_report_append_xml (GString *xml, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  g_autoptr (GString) writable = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *c = valid; *c; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (is_xml_character (character))
        g_string_append_unichar (writable, character);
    }
  escaped = g_markup_escape_text (writable->str, writable->len);
  g_string_append (xml, escaped);
}

/**
 * demo_report_append_field:
 * @text: what to append to
 * @field: (nullable): any text
 * @separator: what stands between two fields
 *
 * Appends @field as a field of CSV, quoted when it holds the separator, a quote, a line break, or a
 * space at either end.
 */
void
demo_report_append_field (GString *text, const char *field, char separator)
{
  const char special[] = { separator, '"', '\n', '\r', '\0' };
  gsize length = field ? strlen (field) : 0;

  if (length == 0)
    return;
  if (!strpbrk (field, special) && field[0] != ' ' && field[length - 1] != ' ')
    {
      g_string_append (text, field);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *c = field; *c; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}
