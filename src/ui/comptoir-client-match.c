/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-client-match.h"

#include "comptoir-display.h"
#include "comptoir-lookup.h"

/* What tells two clients of one name apart. */
static const char *const telling_columns[] = { "phone", "email", "addressline1", "city" };

static gint64
get_id (ComptoirTable *clients, guint row)
{
  const char *text = NULL;
  gsize length = 0;
  g_autofree char *number = NULL;
  guint column;

  if (comptoir_lookup_find_id_column (clients, &column))
    comptoir_table_get_cell (clients, row, column, &text, &length);
  number = g_strndup (text != NULL ? text : "", length);
  return g_ascii_strtoll (number, NULL, 10);
}

/**
 * comptoir_client_match_new:
 * @shop: whose clients they are
 * @clients: the clients
 * @row: one of them
 *
 * Returns: (transfer full): the client to choose by its id
 */
ComptoirMatch *
comptoir_client_match_new (ComptoirShop *shop, ComptoirTable *clients, guint row)
{
  g_autofree char *title = comptoir_display_row_title (shop, clients, row);
  ComptoirMatch *match = comptoir_match_new (get_id (clients, row), title);

  match->detail = comptoir_client_match_dup_detail (shop, clients, row);
  return match;
}

/**
 * comptoir_client_match_dup_detail:
 * @shop: whose clients they are
 * @clients: the clients
 * @row: one of them
 *
 * Returns: (transfer full): what tells the client from another of the same name
 */
char *
comptoir_client_match_dup_detail (ComptoirShop *shop, ComptoirTable *clients, guint row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (telling_columns); i++)
    {
      g_autofree char *cell = NULL;
      guint column;

      if (!comptoir_table_find_column (clients, telling_columns[i], &column))
        continue;
      cell = comptoir_display_cell (shop, clients, row, column);
      if (cell != NULL && *cell != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", cell);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
