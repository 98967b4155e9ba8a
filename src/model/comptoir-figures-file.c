/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-figures-file.h"

#include "comptoir-sales-day.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define EDITED  "edited"
#define COLUMN  "column"
#define FIGURES "figures"

/**
 * comptoir_day_figures_free:
 * @self: (transfer full): what is known of a day
 */
void
comptoir_day_figures_free (ComptoirDayFigures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->summary, comptoir_sales_summary_free);
  g_clear_pointer (&self->edited, g_date_time_unref);
  g_free (self->column);
  g_free (self);
}

static void
write_day (JsonBuilder *builder, const ComptoirDayFigures *figures)
{
  g_autofree char *iso = comptoir_sales_day_to_iso (&figures->day);
  g_autofree char *edited = g_date_time_format_iso8601 (figures->edited);
  g_autofree char *summary = comptoir_sales_summary_to_json (figures->summary);

  json_builder_set_member_name (builder, iso);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, EDITED);
  json_builder_add_string_value (builder, edited);
  if (figures->column != NULL)
    {
      json_builder_set_member_name (builder, COLUMN);
      json_builder_add_string_value (builder, figures->column);
    }
  json_builder_set_member_name (builder, FIGURES);
  json_builder_add_value (builder, json_from_string (summary, NULL));
  json_builder_end_object (builder);
}

/**
 * comptoir_figures_file_write:
 * @days: (element-type ComptoirDayFigures): days of a month; those that aren't final are left out
 *
 * Returns: (transfer full): a JSON object that holds, by day, when the reports were made and the
 *   figures as comptoir_sales_summary_to_json() writes them
 */
GBytes *
comptoir_figures_file_write (GPtrArray *days)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  char *json;

  g_return_val_if_fail (days != NULL, NULL);

  json_builder_begin_object (builder);
  for (guint i = 0; i < days->len; i++)
    {
      const ComptoirDayFigures *figures = g_ptr_array_index (days, i);

      if (figures->final)
        write_day (builder, figures);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);
  return g_bytes_new_take (json, strlen (json));
}

static ComptoirDayFigures *
read_day (const char *iso, JsonNode *node)
{
  g_autoptr (ComptoirDayFigures) figures = g_new0 (ComptoirDayFigures, 1);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *json = NULL;
  const char *edited;
  JsonObject *object;

  if (!comptoir_sales_day_from_iso (iso, &figures->day) || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  edited = json_object_get_string_member_with_default (object, EDITED, NULL);
  if (edited == NULL || !json_object_has_member (object, FIGURES))
    return NULL;
  figures->column = g_strdup (json_object_get_string_member_with_default (object, COLUMN, NULL));
  figures->edited = g_date_time_new_from_iso8601 (edited, utc);
  json = json_to_string (json_object_get_member (object, FIGURES), FALSE);
  figures->summary = comptoir_sales_summary_from_json (json, NULL);
  figures->final = TRUE;
  if (figures->edited == NULL || figures->summary == NULL)
    return NULL;
  return g_steal_pointer (&figures);
}

/**
 * comptoir_figures_file_read:
 * @bytes: a file that comptoir_figures_file_write() wrote, or the ruin of one
 *
 * May be called on any thread.
 *
 * Returns: (transfer full) (element-type ComptoirDayFigures): the days that can be read; the others
 *   can be had from their reports again
 */
GPtrArray *
comptoir_figures_file_read (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  GPtrArray *days = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_day_figures_free);
  JsonObjectIter iter;
  JsonNode *root, *node;
  const char *name, *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, days);

  data = g_bytes_get_data (bytes, &length);
  if (length == 0 || !json_parser_load_from_data (parser, data, length, NULL))
    return days;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return days;
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &node))
    {
      ComptoirDayFigures *figures = read_day (name, node);

      if (figures != NULL)
        g_ptr_array_add (days, figures);
    }
  return days;
}
