/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-moment.h"

#include <string.h>

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    gint64 time;
    const char *day;
    gboolean has_time;
  } cases[] = {
    { "2026-11-24", 1795474800, "2026-11-24", FALSE },
    { "2026/11/24", 1795474800, "2026-11-24", FALSE },
    { "24/11/2026", 1795474800, "2026-11-24", FALSE },
    { " 24.11.2026 ", 1795474800, "2026-11-24", FALSE },
    { "20261124", 1795474800, "2026-11-24", FALSE },
    { "2026-11-24 08:12", 1795504320, "2026-11-24", TRUE },
    { "2026-11-24T08:12:30", 1795504350, "2026-11-24", TRUE },
    { "2026-11-24T08:12:30.250Z", 1795507950, "2026-11-24", TRUE },
    { "2026-11-24T23:30:00Z", 1795563000, "2026-11-25", TRUE },
    { "2026-11-24T08:12:30+0200", 1795500750, "2026-11-24", TRUE },
    { "2026-07-14T12:00:00-05", 1784048400, "2026-07-14", TRUE },
    { "24/11/2026 08:12", 1795504320, "2026-11-24", TRUE },
    { "1795504320", 1795504320, "2026-11-24", TRUE },
    { "1795504320000", 1795504320, "2026-11-24", TRUE },
    { "1795504320.75", 1795504320, "2026-11-24", TRUE },
    { "-86400000", -86400000, "1967-04-07", TRUE },
    { "2026-07-14", 1783980000, "2026-07-14", FALSE },
    { "1899-12-31", -2209075761, "1899-12-31", FALSE },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirMoment moment;
      g_autofree char *day = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (comptoir_moment_parse (cases[i].text, strlen (cases[i].text), zone, &moment));
      day = comptoir_moment_dup_day (&moment);
      g_assert_cmpstr (day, ==, cases[i].day);
      g_assert_cmpint (moment.time, ==, cases[i].time);
      g_assert_cmpint (moment.has_time, ==, cases[i].has_time);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "",
    "0",
    "hello",
    "2026-13-01",
    "2026-02-30",
    "31/02/2026",
    "0000-00-00",
    "2026-11",
    "12:30",
    "2026-11-24x",
    "2026-11-24 25:00",
    "1.5",
    "12345",
    "1795504320x",
    "99999999999999999999",
    "2026-11-24T",
    "--5",
    "20261399",
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirMoment moment;

      g_test_message ("%s", cases[i]);
      g_assert_false (comptoir_moment_parse (cases[i], strlen (cases[i]), zone, &moment));
    }
}

static void
test_none (void)
{
  g_assert_true (comptoir_moment_is_none ("0", 1));
  g_assert_true (comptoir_moment_is_none ("0000-00-00 00:00:00", 19));
  g_assert_true (comptoir_moment_is_none ("00/00/0000", 10));
  g_assert_false (comptoir_moment_is_none ("", 0));
  g_assert_false (comptoir_moment_is_none ("-", 1));
  g_assert_false (comptoir_moment_is_none ("2000-01-01", 10));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moment/read", test_read);
  g_test_add_func ("/moment/refused", test_refused);
  g_test_add_func ("/moment/none", test_none);
  return g_test_run ();
}
