/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-report-private.h"

static void
test_cells (void)
{
  const struct
  {
    DemoCellKind kind;
    gint64 number;
    const char *text;
  } cases[] = {
    { DEMO_CELL_MONEY, 0, "0,00\302\240€" },
    { DEMO_CELL_MONEY, 5, "0,05\302\240€" },
    { DEMO_CELL_MONEY, -5, "−0,05\302\240€" },
    { DEMO_CELL_MONEY, 99999, "999,99\302\240€" },
    { DEMO_CELL_MONEY, 123450, "1\302\240234,50\302\240€" },
    { DEMO_CELL_MONEY, -123456789, "−1\302\240234\302\240567,89\302\240€" },
    { DEMO_CELL_COUNT, 1000, "1\302\240000" },
    { DEMO_CELL_QUANTITY, 12000, "12" },
    { DEMO_CELL_QUANTITY, 333, "0,333" },
    { DEMO_CELL_QUANTITY, -1500, "−1,500" },
    { DEMO_CELL_SHARE, 1000, "100,0\302\240%" },
    { DEMO_CELL_SHARE, 5, "0,5\302\240%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DemoReportCell cell = { .kind = cases[i].kind, .number = cases[i].number };
      g_autofree char *text = demo_report_format_cell (&cell);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_decimals (void)
{
  const struct
  {
    gint64 number;
    guint n_decimals;
    char point;
    const char *text;
  } cases[] = {
    { 0, 0, ',', "0" },      { -7, 0, ',', "-7" },          { 5, 2, ',', "0,05" },
    { -5, 2, ',', "-0,05" }, { 123456, 2, '.', "1234.56" }, { 1, 6, '.', "0.000001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = demo_report_format_decimal (cases[i].number, cases[i].n_decimals, cases[i].point);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_days (void)
{
  const struct
  {
    int day, month, year;
    const char *text;
  } cases[] = {
    { 1, 3, 2025, "samedi 1er mars 2025" },
    { 29, 2, 2024, "jeudi 29 février 2024" },
    { 31, 12, 2025, "mercredi 31 décembre 2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;
      g_autofree char *text = NULL;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, cases[i].day, cases[i].month, cases[i].year);
      text = demo_report_format_day (&date);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The shop's clock is that of Paris, in winter and in summer. */
static void
test_times (void)
{
  g_autofree char *winter = demo_report_format_time (1735689600, "%d/%m/%Y %H:%M");
  g_autofree char *summer = demo_report_format_time (1751320800, "%d/%m/%Y %H:%M");

  g_assert_cmpstr (winter, ==, "01/01/2025 01:00");
  g_assert_cmpstr (summer, ==, "01/07/2025 00:00");
}

static void
test_xml (void)
{
  const struct
  {
    const char *text;
    const char *xml;
  } cases[] = {
    { NULL, "" },
    { "Pain & <vin> \"d'ici\"", "Pain &amp; &lt;vin&gt; &quot;d&apos;ici&quot;" },
    { "un\001deux\033trois", "undeuxtrois" },
    { "\001é😀", "é😀" },
    { "tab\tline\n", "tab\tline\n" },
    { "Caf\351", "Caf\357\277\275" },
    { "\357\277\277x", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) xml = g_string_new (NULL);

      demo_report_append_xml (xml, cases[i].text);
      g_assert_cmpstr (xml->str, ==, cases[i].xml);
    }
}

static void
test_fields (void)
{
  const struct
  {
    const char *text;
    const char *field;
  } cases[] = {
    { NULL, "" },         { "", "" },           { "Pain", "Pain" },     { "1,50", "1,50" },
    { "a;b", "\"a;b\"" }, { "\"", "\"\"\"\"" }, { "a\nb", "\"a\nb\"" }, { " a", "\" a\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);

      demo_report_append_field (csv, cases[i].text, ';');
      g_assert_cmpstr (csv->str, ==, cases[i].field);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/report/text/cells", test_cells);
  g_test_add_func ("/demo/report/text/decimals", test_decimals);
  g_test_add_func ("/demo/report/text/days", test_days);
  g_test_add_func ("/demo/report/text/times", test_times);
  g_test_add_func ("/demo/report/text/xml", test_xml);
  g_test_add_func ("/demo/report/text/fields", test_fields);

  return g_test_run ();
}
