/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-day.h"

static void
test_iso (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "2026-11-23", TRUE },  { "2024-02-29", TRUE },   { "0001-01-01", TRUE },
    { "2026-02-29", FALSE }, { "2026-13-01", FALSE },  { "0000-01-01", FALSE },
    { "2026-11-0", FALSE },  { "2026-11-233", FALSE }, { "26-11-23", FALSE },
    { "2026/11/23", FALSE }, { " 2026-11-2", FALSE },  { "2026-1a-23", FALSE },
    { "", FALSE },           { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      GDate day;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (comptoir_sales_day_from_iso (cases[i].text, &day), ==, cases[i].valid);
      if (!cases[i].valid)
        continue;
      text = comptoir_sales_day_to_iso (&day);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_over (void)
{
  static const struct
  {
    const char *zone;
    const char *day;
    const char *moment;
    gboolean over;
  } cases[] = {
    { "Europe/Paris", "2026-11-23", "2026-11-23T22:59:59Z", FALSE },
    { "Europe/Paris", "2026-11-23", "2026-11-23T23:00:00Z", TRUE },
    { "Europe/Paris", "2026-07-14", "2026-07-14T21:59:59Z", FALSE },
    { "Europe/Paris", "2026-07-14", "2026-07-14T22:00:00Z", TRUE },
    /* The night the clocks are put back, and the one they are put forward. */
    { "Europe/Paris", "2026-10-25", "2026-10-25T22:59:59Z", FALSE },
    { "Europe/Paris", "2026-10-25", "2026-10-25T23:00:00Z", TRUE },
    { "Europe/Paris", "2026-03-29", "2026-03-29T22:00:00Z", TRUE },
    /* Réunion is ahead, Martinique behind. */
    { "Indian/Reunion", "2026-11-23", "2026-11-23T20:00:00Z", TRUE },
    { "America/Martinique", "2026-11-23", "2026-11-24T03:59:59Z", FALSE },
    { "America/Martinique", "2026-11-23", "2026-11-24T04:00:00Z", TRUE },
    { "UTC", "2026-12-31", "2026-12-31T23:59:59Z", FALSE },
    { "UTC", "2026-12-31", "2027-01-01T00:00:00Z", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (cases[i].moment, NULL);
      GDate day;

      g_test_message ("%s, %s at %s", cases[i].day, cases[i].zone, cases[i].moment);
      g_assert_nonnull (zone);
      g_assert_true (comptoir_sales_day_from_iso (cases[i].day, &day));
      g_assert_cmpint (comptoir_sales_day_is_over (&day, zone, moment), ==, cases[i].over);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sales-day/iso", test_iso);
  g_test_add_func ("/sales-day/over", test_over);

  return g_test_run ();
}
