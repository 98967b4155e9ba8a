/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-draft-private.h"

#include <glib/gi18n-lib.h>

/* What a draft is told by needs no more of its lines. */
#define N_TITLE_LINES 3

gboolean
comptoir_order_draft_has_new_client (ComptoirOrderDraft *self)
{
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    if (*self->client_fields[i] != '\0')
      return TRUE;
  return FALSE;
}

/**
 * comptoir_order_draft_is_empty:
 *
 * Returns: whether nothing was typed that would be missed
 */
gboolean
comptoir_order_draft_is_empty (ComptoirOrderDraft *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), TRUE);

  for (guint i = 0; i < COMPTOIR_N_DRAFT_FIELDS; i++)
    if (*self->fields[i] != '\0')
      return FALSE;
  return self->lines->len == 0 && self->client == 0 && !comptoir_order_draft_has_new_client (self);
}

static char *
dup_client_title (ComptoirOrderDraft *self)
{
  g_autofree char *title = NULL;

  if (self->client != 0)
    title = comptoir_catalogue_dup_title (self->catalogue, KASH_RESOURCE_CLIENTS, self->client);
  if (title == NULL && self->client != 0)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->client);

      /* Translators: a client by number, as long as the name isn't known. */
      title = g_strdup_printf (_ ("Client %s"), number);
    }
  if (title == NULL)
    title = g_strstrip (g_strjoin (" ", self->client_fields[KASH_CLIENT_PRENOM],
                                   self->client_fields[KASH_CLIENT_NOM], NULL));
  return *title != '\0' ? g_steal_pointer (&title) : NULL;
}

static char *
dup_lines_title (ComptoirOrderDraft *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->lines->len, N_TITLE_LINES); i++)
    {
      ComptoirDraftLine *line = g_ptr_array_index (self->lines, i);
      const char *title = comptoir_draft_line_get_title (line);

      if (*title == '\0')
        title = comptoir_draft_line_get_catalogue_title (line);
      if (*title != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", title);
    }
  if (self->lines->len > N_TITLE_LINES)
    g_string_append (text, "…");
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * comptoir_order_draft_dup_title:
 *
 * Returns: (transfer full): a line to tell the order by: whom it is for, and what it begins with
 */
char *
comptoir_order_draft_dup_title (ComptoirOrderDraft *self)
{
  g_autofree char *client = NULL;
  g_autofree char *lines = NULL;

  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);

  client = dup_client_title (self);
  lines = dup_lines_title (self);
  if (client != NULL && lines != NULL)
    /* Translators: a client's name and the first items of the order. */
    return g_strdup_printf (_ ("%s: %s"), client, lines);
  if (client != NULL || lines != NULL)
    return g_strdup (client != NULL ? client : lines);
  return g_strdup (_ ("Empty order"));
}
