/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-display.h"

#include <locale.h>

#include "model-test.h"

static ComptoirShop *
make_shop (const char *zone)
{
  g_autoptr (ComptoirAccountEntry) entry
      = comptoir_account_entry_new ("id", "http://127.0.0.1:9", "shop");
  g_autoptr (KashAccount) account = kash_account_new ("http://127.0.0.1:9", "shop", "key", NULL);

  g_object_set (entry, "currency", "EUR", "time-zone", zone, NULL);
  return comptoir_shop_new (entry, account, NULL);
}

static void
test_values (void)
{
  static const struct
  {
    ComptoirColumnType type;
    const char *text;
    const char *shown;
  } cases[] = {
    { COMPTOIR_COLUMN_TEXT, "00123", "00123" },
    { COMPTOIR_COLUMN_TEXT, "", "" },
    { COMPTOIR_COLUMN_DECIMAL, "0.10", "0.10" },
    { COMPTOIR_COLUMN_DECIMAL, "0,5", "0.5" },
    { COMPTOIR_COLUMN_DECIMAL, "1e400", "1e400" },
    { COMPTOIR_COLUMN_INTEGER, "12345678901234567890", "12345678901234567890" },
    { COMPTOIR_COLUMN_DATE, "2026-11-24", "24 Nov 2026" },
    { COMPTOIR_COLUMN_DATE, "1795504320", "24 Nov 2026, 08:12" },
    { COMPTOIR_COLUMN_DATE, "03/01/2026", "3 Jan 2026" },
    { COMPTOIR_COLUMN_DATE, "0000-00-00", "" },
    { COMPTOIR_COLUMN_DATE, "soon", "soon" },
    { COMPTOIR_COLUMN_BOOLEAN, "1", "Yes" },
    { COMPTOIR_COLUMN_BOOLEAN, "false", "No" },
    { COMPTOIR_COLUMN_REFERENCE, "12", "12" },
    { COMPTOIR_COLUMN_NESTED, "[]", "" },
    { COMPTOIR_COLUMN_NESTED, "[\"a\",2,true]", "a, 2, true" },
    { COMPTOIR_COLUMN_NESTED, "[1,2,3,4,5,6,7]", "7 entries" },
    { COMPTOIR_COLUMN_NESTED, "[{\"a\":1}]", "1 entry" },
    { COMPTOIR_COLUMN_NESTED, "{\"a\":1,\"b\":2,\"c\":null}", "3 entries" },
  };
  g_autoptr (ComptoirShop) shop = make_shop ("Europe/Paris");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = comptoir_display_value (shop, cases[i].type, NULL, cases[i].text);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* The shop's zone counts, not the computer's. */
static void
test_zone (void)
{
  g_autoptr (ComptoirShop) shop = make_shop ("America/Montreal");
  g_autofree char *shown = comptoir_display_value (shop, COMPTOIR_COLUMN_DATE, NULL, "1795504320");

  g_assert_cmpstr (shown, ==, "24 Nov 2026, 02:12");
}

static void
test_money (void)
{
  static const struct
  {
    const char *locale;
    const char *shown;
  } cases[] = {
    { "fr_FR.UTF-8", "1 234,50 €" },
    { "en_US.UTF-8", "€1,234.50" },
  };
  g_autoptr (ComptoirShop) shop = make_shop (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = NULL;

      if (setlocale (LC_ALL, cases[i].locale) == NULL)
        {
          g_test_skip (cases[i].locale);
          continue;
        }
      shown = comptoir_display_value (shop, COMPTOIR_COLUMN_MONEY, NULL, "1234.50");
      setlocale (LC_ALL, "C.UTF-8");
      /* Which of the narrow and no-break spaces is the locale's matter. */
      for (char *at = shown; (at = strstr (at, "\u202f")) != NULL;)
        memmove (g_stpcpy (at, " "), at + 3, strlen (at + 3) + 1);
      for (char *at = shown; (at = strstr (at, "\u00a0")) != NULL;)
        memmove (g_stpcpy (at, " "), at + 2, strlen (at + 2) + 1);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_cells (void)
{
  g_autoptr (ComptoirTable) table = model_test_table (
      "items", "[{'id':12345,'shopHide':true,'ref':35000,'tags':['bio','x'],'note':null}]");
  static const char *const shown[] = { "12345", "Yes", "35000", "bio, x", "" };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *cell = comptoir_display_cell (NULL, table, 0, i);

      g_assert_cmpstr (cell, ==, shown[i]);
    }
}

static void
test_age (void)
{
  static const struct
  {
    gint64 seconds;
    const char *age;
  } cases[] = {
    { 0, "just now" },
    { 50, "just now" },
    { -30, "just now" },
    { 70, "1 minute ago" },
    { 5 * 60 + 5, "5 minutes ago" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) old = g_date_time_new_local (2020, 3, 4, 8, 12, 0);
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (today, -1);
  g_autofree char *old_age = comptoir_display_age (old);
  g_autofree char *yesterday_age = comptoir_display_age (yesterday);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) then = g_date_time_add_seconds (now, (double) -cases[i].seconds);
      g_autofree char *age = comptoir_display_age (then);

      g_assert_cmpstr (age, ==, cases[i].age);
    }
  g_assert_cmpstr (old_age, ==, "on 4 Mar 2020 at 08:12");
  g_assert_true (g_str_has_prefix (yesterday_age, "yesterday at "));
}

static void
test_row_title (void)
{
  g_autoptr (ComptoirTable) table
      = model_test_table ("items", "[{'id':1,'title':'Pain'},{'id':2},{'price':'3'}]");
  g_autofree char *title = comptoir_display_row_title (NULL, table, 0);
  g_autofree char *id = comptoir_display_row_title (NULL, table, 1);
  g_autofree char *place = comptoir_display_row_title (NULL, table, 2);

  g_assert_cmpstr (title, ==, "Pain");
  g_assert_cmpstr (id, ==, "2");
  g_assert_cmpstr (place, ==, "Row 3");
}

static void
test_order_columns (void)
{
  g_autoptr (ComptoirTable) table
      = model_test_table ("items", "[{'zz':1,'price':'2','mystery':2,'title':'a','id':1}]");
  g_autoptr (GArray) columns = comptoir_display_order_columns (table);
  static const char *const names[] = { "id", "title", "price", "zz", "mystery" };

  g_assert_cmpuint (columns->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < columns->len; i++)
    g_assert_cmpstr (comptoir_table_get_column_name (table, g_array_index (columns, guint, i)), ==,
                     names[i]);
}

static void
test_numeric (void)
{
  g_assert_true (comptoir_display_is_numeric (COMPTOIR_COLUMN_MONEY));
  g_assert_true (comptoir_display_is_numeric (COMPTOIR_COLUMN_INTEGER));
  g_assert_false (comptoir_display_is_numeric (COMPTOIR_COLUMN_DATE));
  g_assert_false (comptoir_display_is_numeric (COMPTOIR_COLUMN_REFERENCE));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/values", test_values);
  g_test_add_func ("/display/zone", test_zone);
  g_test_add_func ("/display/money", test_money);
  g_test_add_func ("/display/cells", test_cells);
  g_test_add_func ("/display/age", test_age);
  g_test_add_func ("/display/row-title", test_row_title);
  g_test_add_func ("/display/order-columns", test_order_columns);
  g_test_add_func ("/display/numeric", test_numeric);
  return g_test_run ();
}
