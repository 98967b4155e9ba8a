/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-moment.h"

#include <string.h>

#define SECONDS_PER_DAY (24 * 60 * 60)
#define LAST_SECOND     G_GINT64_CONSTANT (253402300799) /* the end of the year 9999 */

typedef struct
{
  const char *at;
  const char *end;
} Cursor;

/* Days since 1970-01-01 of a date of the Gregorian calendar; GDate counts from 0001-01-01 = 1. */
static gint64
days_of_date (int day, int month, int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint64) g_date_get_julian (&date) - 719163;
}

static gboolean
read_digits (Cursor *cursor, int n_least, int n_most, int *value)
{
  int n = 0;

  *value = 0;
  while (n < n_most && cursor->at < cursor->end && g_ascii_isdigit (*cursor->at))
    {
      *value = *value * 10 + (*cursor->at - '0');
      cursor->at++;
      n++;
    }
  return n >= n_least;
}

static gboolean
read_char (Cursor *cursor, const char *any_of)
{
  if (cursor->at >= cursor->end || *cursor->at == '\0' || strchr (any_of, *cursor->at) == NULL)
    return FALSE;
  cursor->at++;
  return TRUE;
}

static gint64
floor_day (gint64 seconds)
{
  return seconds >= 0 ? seconds / SECONDS_PER_DAY
                      : -((-seconds + SECONDS_PER_DAY - 1) / SECONDS_PER_DAY);
}

static void
set_universal (ComptoirMoment *moment, gint64 seconds, GTimeZone *zone)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);

  moment->time = seconds;
  moment->day = floor_day (seconds + (interval >= 0 ? g_time_zone_get_offset (zone, interval) : 0));
  moment->has_time = TRUE;
}

static void
set_local (ComptoirMoment *moment, gint64 day, int second, gboolean has_time, GTimeZone *zone)
{
  gint64 seconds = day * SECONDS_PER_DAY + second;
  int interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &seconds);

  moment->time = seconds - g_time_zone_get_offset (zone, interval);
  moment->day = day;
  moment->has_time = has_time;
}

/* "1795560000", "-86400000", "1795560000000", "1795560000.25"; eight digits are a date. */
static gboolean
parse_digits (const char *text, gsize length, GTimeZone *zone, ComptoirMoment *moment)
{
  Cursor cursor = { text, text + length };
  gint64 seconds = 0;
  gsize n_digits = 0;
  gboolean negative = read_char (&cursor, "-");
  int year, month, day;

  while (cursor.at < cursor.end && g_ascii_isdigit (*cursor.at) && n_digits < 14)
    {
      seconds = seconds * 10 + (*cursor.at++ - '0');
      n_digits++;
    }
  if (cursor.at < cursor.end)
    {
      if (*cursor.at++ != '.' || cursor.at == cursor.end)
        return FALSE;
      for (; cursor.at < cursor.end; cursor.at++)
        if (!g_ascii_isdigit (*cursor.at))
          return FALSE;
    }
  else if (n_digits == 8 && !negative)
    {
      year = (int) (seconds / 10000);
      month = (int) (seconds / 100 % 100);
      day = (int) (seconds % 100);
      if (year < 1800 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        return FALSE;
      set_local (moment, days_of_date (day, month, year), 0, FALSE, zone);
      return TRUE;
    }

  if (n_digits >= 12)
    seconds /= 1000;
  if (n_digits < 8 || seconds > LAST_SECOND)
    return FALSE;
  set_universal (moment, negative ? -seconds : seconds, zone);
  return TRUE;
}

static gboolean
read_date (Cursor *cursor, gint64 *days)
{
  const char *start = cursor->at;
  int year, month, day;

  if (read_digits (cursor, 4, 4, &year) && read_char (cursor, "-/."))
    {
      if (!read_digits (cursor, 1, 2, &month) || !read_char (cursor, "-/.")
          || !read_digits (cursor, 1, 2, &day))
        return FALSE;
    }
  else
    {
      cursor->at = start;
      if (!read_digits (cursor, 1, 2, &day) || !read_char (cursor, "/.-")
          || !read_digits (cursor, 1, 2, &month) || !read_char (cursor, "/.-")
          || !read_digits (cursor, 4, 4, &year))
        return FALSE;
    }
  if (year < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  *days = days_of_date (day, month, year);
  return TRUE;
}

/* "08:12", "08:12:30", "08:12:30.250", the fraction dropped. */
static gboolean
read_time (Cursor *cursor, int *seconds)
{
  int hour, minute, second = 0, ignored;

  if (!read_digits (cursor, 1, 2, &hour) || !read_char (cursor, ":h")
      || !read_digits (cursor, 2, 2, &minute))
    return FALSE;
  if (read_char (cursor, ":") && !read_digits (cursor, 2, 2, &second))
    return FALSE;
  if (read_char (cursor, ".,") && !read_digits (cursor, 1, 9, &ignored))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 60)
    return FALSE;
  *seconds = (hour * 60 + minute) * 60 + second;
  return TRUE;
}

/* "Z", "+01:00", "+0100", "+01". */
static gboolean
read_offset (Cursor *cursor, int *offset)
{
  int hours, minutes = 0;
  gboolean negative;

  *offset = 0;
  if (read_char (cursor, "Zz"))
    return TRUE;
  negative = cursor->at < cursor->end && *cursor->at == '-';
  if (!read_char (cursor, "+-") || !read_digits (cursor, 2, 2, &hours))
    return FALSE;
  read_char (cursor, ":");
  if (cursor->at < cursor->end && !read_digits (cursor, 2, 2, &minutes))
    return FALSE;
  *offset = (hours * 60 + minutes) * 60 * (negative ? -1 : 1);
  return TRUE;
}

/**
 * comptoir_moment_parse:
 * @text: need not end in NUL
 * @length: in bytes
 * @zone: the zone of what doesn't name its own
 * @moment: (out): set when the text is a date of the years 1 to 9999
 *
 * From any thread.
 */
gboolean
comptoir_moment_parse (const char *text, gsize length, GTimeZone *zone, ComptoirMoment *moment)
{
  Cursor cursor;
  gint64 days;
  int seconds = 0, offset;

  g_return_val_if_fail (zone != NULL && moment != NULL, FALSE);

  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;

  cursor = (Cursor){ text, text + length };
  if (length == 0)
    return FALSE;
  if (!read_date (&cursor, &days))
    return parse_digits (text, length, zone, moment);
  if (cursor.at == cursor.end)
    {
      set_local (moment, days, 0, FALSE, zone);
      return TRUE;
    }

  if (!read_char (&cursor, "Tt "))
    return FALSE;
  while (read_char (&cursor, " "))
    ;
  if (!read_time (&cursor, &seconds))
    return FALSE;
  while (read_char (&cursor, " "))
    ;
  if (cursor.at == cursor.end)
    {
      set_local (moment, days, seconds, TRUE, zone);
      return TRUE;
    }
  if (!read_offset (&cursor, &offset) || cursor.at != cursor.end)
    return FALSE;
  set_universal (moment, days * SECONDS_PER_DAY + seconds - offset, zone);
  return TRUE;
}

/**
 * comptoir_moment_is_none:
 *
 * Whether @text is a database's way to say that there is no date: "0", "0000-00-00 00:00:00".
 */
gboolean
comptoir_moment_is_none (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0' || strchr ("0-/.: T", text[i]) == NULL)
      return FALSE;
  return length > 0 && memchr (text, '0', length) != NULL;
}

/**
 * comptoir_moment_dup_day:
 *
 * Returns: (transfer full): the day as ISO 8601 text
 */
char *
comptoir_moment_dup_day (const ComptoirMoment *moment)
{
  GDate date;

  g_return_val_if_fail (moment != NULL, NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (moment->day + 719163));
  return g_strdup_printf ("%04d-%02d-%02d", (int) g_date_get_year (&date),
                          (int) g_date_get_month (&date), (int) g_date_get_day (&date));
}
