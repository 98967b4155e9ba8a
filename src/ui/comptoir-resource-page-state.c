/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-resource-page-private.h"

#define STATE_GROUP "page"
#define MAX_WIDTH   4000

/**
 * comptoir_resource_page_dup_state:
 *
 * Returns: (transfer full): sort, filters, columns, widths and the detail pane, as text to keep
 */
char *
comptoir_resource_page_dup_state (ComptoirResourcePage *self)
{
  g_autoptr (GKeyFile) state = NULL;
  g_autofree char *filters = NULL;
  g_autoptr (GVariant) details = NULL;
  const char *sort;
  gboolean descending;

  g_return_val_if_fail (COMPTOIR_IS_RESOURCE_PAGE (self), NULL);

  state = g_key_file_new ();
  sort = comptoir_table_model_get_sort (self->model, &descending);
  if (sort != NULL)
    {
      g_key_file_set_string (state, STATE_GROUP, "sort", sort);
      g_key_file_set_boolean (state, STATE_GROUP, "descending", descending);
    }
  if (comptoir_table_model_get_filters (self->model)->len > 0)
    {
      filters = comptoir_filters_to_string (comptoir_table_model_get_filters (self->model));
      g_key_file_set_string (state, STATE_GROUP, "filters", filters);
    }
  details = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "details");
  g_key_file_set_boolean (state, STATE_GROUP, "details", g_variant_get_boolean (details));
  g_key_file_set_integer (state, STATE_GROUP, "details-width", self->details_width);
  comptoir_table_layout_save (comptoir_table_view_get_layout (self->table), state);
  return g_key_file_to_data (state, NULL, NULL);
}

/**
 * comptoir_resource_page_set_state:
 * @state: what comptoir_resource_page_dup_state() gave; what can't be read is ignored
 */
void
comptoir_resource_page_set_state (ComptoirResourcePage *self, const char *state)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *sort = NULL;
  g_autofree char *filters = NULL;
  g_autoptr (GPtrArray) read = NULL;
  int width;

  g_return_if_fail (COMPTOIR_IS_RESOURCE_PAGE (self));
  g_return_if_fail (state != NULL);

  file = g_key_file_new ();
  if (!g_key_file_load_from_data (file, state, -1, G_KEY_FILE_NONE, NULL))
    return;
  self->restoring = TRUE;
  comptoir_table_layout_restore (comptoir_table_view_get_layout (self->table), file);
  sort = g_key_file_get_string (file, STATE_GROUP, "sort", NULL);
  comptoir_table_view_set_sort (self->table, sort,
                                g_key_file_get_boolean (file, STATE_GROUP, "descending", NULL));
  filters = g_key_file_get_string (file, STATE_GROUP, "filters", NULL);
  read = filters != NULL ? comptoir_filters_from_string (filters) : NULL;
  comptoir_resource_page_set_filters (self, read);
  width = g_key_file_get_integer (file, STATE_GROUP, "details-width", NULL);
  if (width > 0)
    self->details_width = MIN (width, MAX_WIDTH);
  g_action_group_change_action_state (
      G_ACTION_GROUP (self->actions), "details",
      g_variant_new_boolean (g_key_file_get_boolean (file, STATE_GROUP, "details", NULL)));
  self->restoring = FALSE;
}
