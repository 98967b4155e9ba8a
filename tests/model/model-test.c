/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-test.h"

static const char *const random_titles[] = {
  "Baguette",
  "baguette tradition",
  "Éclair au café",
  "Crème brûlée",
  "Pain aux raisins",
  "œuf mollet",
  "ŒUF dur",
  "Mille-feuille",
  "Tarte au citron",
  "Jus d’orange",
  "",
  "Thé glacé",
  "ZZ top",
  "éclair",
  "Eclair",
  "pain \\\"bio\\\"",
};

static const char *const random_stocks[] = {
  "0",
  "12",
  "3.5",
  "3.50",
  "-7",
  "1e400",
  "12345678901234567890",
  "12345678901234567891",
  "0.1",
  "0.10",
  "1e-5",
  "null",
  "-0.25",
  "1000",
  "99999.999",
};

ComptoirTable *
model_test_table (const char *resource, const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GError) error = NULL;
  ComptoirTable *table
      = comptoir_table_read (resource, text, strlen (text), COMPTOIR_TABLE_FORMAT_JSON, &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

char *
model_test_random_json (guint32 seed, guint n_rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *json = g_string_new ("[");

  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append_printf (json, "%s{\"id\":%u", i > 0 ? ",\n" : "", i + 1);
      if (g_rand_int_range (rand, 0, 8) > 0)
        g_string_append_printf (
            json, ",\"title\":\"%s\"",
            random_titles[g_rand_int_range (rand, 0, G_N_ELEMENTS (random_titles))]);
      g_string_append_printf (json, ",\"price\":\"%d.%02d\"", g_rand_int_range (rand, 0, 30),
                              g_rand_int_range (rand, 0, 100));
      g_string_append_printf (
          json, ",\"stock\":%s",
          random_stocks[g_rand_int_range (rand, 0, G_N_ELEMENTS (random_stocks))]);
      g_string_append_printf (json, ",\"deptID\":%d", g_rand_int_range (rand, 1, 6));
      g_string_append_printf (json, ",\"createdDate\":\"20%02d-%02d-%02d\"",
                              g_rand_int_range (rand, 10, 27), g_rand_int_range (rand, 1, 13),
                              g_rand_int_range (rand, 1, 29));
      g_string_append_printf (json, ",\"shopHide\":%s", g_rand_boolean (rand) ? "true" : "false");
      g_string_append_printf (json, ",\"tags\":[\"n%d\"]}", g_rand_int_range (rand, 0, 4));
    }
  g_string_append (json, "]");
  return g_string_free (json, FALSE);
}

void
model_test_iterate (void)
{
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (1000);
}

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint n_removed,
                  guint n_added,
                  ModelTestMirror *self)
{
  g_assert_cmpuint (position + n_removed, <=, self->items->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->items, (int) (position + i),
                        g_list_model_get_item (model, position + i));
  self->n_changes++;
  model_test_mirror_check (self);
}

ModelTestMirror *
model_test_mirror_new (GListModel *model)
{
  ModelTestMirror *self = g_new0 (ModelTestMirror, 1);

  self->model = g_object_ref (model);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), self);
  return self;
}

void
model_test_mirror_check (ModelTestMirror *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (self->model), ==, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_assert_true (item == g_ptr_array_index (self->items, i));
    }
}

void
model_test_mirror_free (ModelTestMirror *self)
{
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_object_unref (self->model);
  g_ptr_array_unref (self->items);
  g_free (self);
}
