/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-row-builder.h"

#include "table-dump.h"

static void
set (ComptoirRowBuilder *builder, const char *text)
{
  comptoir_row_builder_set (builder, COMPTOIR_CELL_TEXT, text, strlen (text));
}

static void
add (ComptoirRowBuilder *builder, const char *name, const char *text)
{
  comptoir_row_builder_enter_field (builder, name, strlen (name));
  set (builder, text);
}

/* The names that are matched are those of the row before, in its order. */
static void
test_match (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  g_autoptr (ComptoirRowBuilder) builder = comptoir_row_builder_new (table);
  static const char json[] = "\"ab\":1,\"c\":2";
  static const char escaped[] = "\"q\\\":";
  const char *end = json + strlen (json);
  g_autofree char *dump = NULL;

  comptoir_row_builder_begin (builder, FALSE);
  g_assert_null (comptoir_row_builder_match_field (builder, json, end));
  add (builder, "ab", "1");
  add (builder, "c", "2");
  add (builder, "q\\", "3");
  comptoir_row_builder_end (builder);

  comptoir_row_builder_begin (builder, FALSE);
  g_assert_null (comptoir_row_builder_match_field (builder, json + 7, end));
  for (gsize n = 1; n < 4; n++)
    g_assert_null (comptoir_row_builder_match_field (builder, json, json + n));
  g_assert_true (comptoir_row_builder_match_field (builder, json, json + 4) == json + 4);
  set (builder, "4");
  g_assert_true (comptoir_row_builder_match_field (builder, json + 7, end) == json + 10);
  set (builder, "5");
  /* The backslash of the name isn't the one that escapes a quote. */
  g_assert_null (comptoir_row_builder_match_field (builder, escaped, escaped + strlen (escaped)));
  comptoir_row_builder_end (builder);
  dump = dump_table (table);
  g_assert_cmpstr (dump, ==, "ab c q\\ | \"1\" \"2\" \"3\" | \"4\" \"5\" -");
}

static void
test_keys (void)
{
  static const char *const rows[][2] = { { "7", NULL }, { "8", "8" }, { "9", "x" }, { "", "" } };
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  g_autoptr (ComptoirRowBuilder) builder = comptoir_row_builder_new (table);
  g_autofree char *dump = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length;

      comptoir_row_builder_set_key (builder, rows[i][0], strlen (rows[i][0]));
      g_assert_cmpstr (comptoir_row_builder_get_key (builder, &length), ==, rows[i][0]);
      comptoir_row_builder_begin (builder, TRUE);
      if (rows[i][1] != NULL)
        add (builder, "id", rows[i][1]);
      comptoir_row_builder_end (builder);
    }
  dump = dump_table (table);
  g_assert_cmpstr (dump, ==, "id key | \"7\" - | \"8\" - | \"x\" \"9\" | \"\" \"\"");
}

static void
test_places (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  g_autoptr (ComptoirRowBuilder) builder = comptoir_row_builder_new (table);
  g_autofree char *dump = NULL;

  comptoir_row_builder_begin (builder, FALSE);
  comptoir_row_builder_enter_place (builder, 1);
  set (builder, "b");
  comptoir_row_builder_enter_place (builder, 0);
  set (builder, "a");
  comptoir_row_builder_end (builder);
  dump = dump_table (table);
  g_assert_cmpstr (dump, ==, "1 2 | \"a\" \"b\"");
}

/* A field the row has already goes beside it. */
static void
test_twice (void)
{
  g_autoptr (ComptoirTable) table = comptoir_table_new (NULL);
  g_autoptr (ComptoirRowBuilder) builder = comptoir_row_builder_new (table);
  g_autofree char *dump = NULL;

  for (guint i = 0; i < 2; i++)
    {
      comptoir_row_builder_begin (builder, FALSE);
      add (builder, "a", "1");
      add (builder, "a (2)", "2");
      add (builder, "a", "3");
      comptoir_row_builder_end (builder);
    }
  dump = dump_table (table);
  g_assert_cmpstr (dump, ==, "a a (2) a (3) | \"1\" \"2\" \"3\" | \"1\" \"2\" \"3\"");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-builder/match", test_match);
  g_test_add_func ("/row-builder/keys", test_keys);
  g_test_add_func ("/row-builder/places", test_places);
  g_test_add_func ("/row-builder/twice", test_twice);
  return g_test_run ();
}
