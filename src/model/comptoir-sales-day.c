/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-day.h"

#include <string.h>

/**
 * comptoir_sales_day_to_iso:
 * @day: a day
 *
 * Returns: (transfer full): "2026-11-23"
 */
char *
comptoir_sales_day_to_iso (const GDate *day)
{
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), (int) g_date_get_month (day),
                          g_date_get_day (day));
}

/**
 * comptoir_sales_day_from_iso:
 * @text: (nullable): exactly YYYY-MM-DD; what else could be meant by a date isn't guessed
 * @day: (out caller-allocates): the day
 *
 * Returns: whether @text is a day of the calendar
 */
gboolean
comptoir_sales_day_from_iso (const char *text, GDate *day)
{
  static const char pattern[] = "dddd-dd-dd";
  int year, month, number;

  g_return_val_if_fail (day != NULL, FALSE);

  if (text == NULL || strlen (text) != strlen (pattern))
    return FALSE;
  for (int i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  year = (int) g_ascii_strtoll (text, NULL, 10);
  month = (int) g_ascii_strtoll (text + 5, NULL, 10);
  number = (int) g_ascii_strtoll (text + 8, NULL, 10);
  g_date_clear (day, 1);
  if (!g_date_valid_dmy (number, month, year))
    return FALSE;
  g_date_set_dmy (day, number, month, year);
  return TRUE;
}

/**
 * comptoir_sales_day_get_today:
 * @zone: where the shop is
 * @today: (out caller-allocates): the day it is there
 */
void
comptoir_sales_day_get_today (GTimeZone *zone, GDate *today)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (zone != NULL && today != NULL);

  now = g_date_time_new_now (zone);
  g_date_clear (today, 1);
  g_date_set_dmy (today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
}

/**
 * comptoir_sales_day_is_over:
 * @day: a day
 * @zone: where the shop is
 * @moment: a moment
 *
 * Returns: whether @day was over at @moment where the shop is
 */
gboolean
comptoir_sales_day_is_over (const GDate *day, GTimeZone *zone, GDateTime *moment)
{
  g_autoptr (GDateTime) end = NULL;
  GDate next;

  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);
  g_return_val_if_fail (zone != NULL && moment != NULL, FALSE);

  next = *day;
  g_date_add_days (&next, 1);
  end = g_date_time_new (zone, g_date_get_year (&next), (int) g_date_get_month (&next),
                         g_date_get_day (&next), 0, 0, 0);
  return end != NULL && g_date_time_compare (moment, end) >= 0;
}
