/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-refusal-place.h"

#include <string.h>

#include "comptoir-fold.h"

/* What stands in quotation marks is looked for in the order before words are weighed. */
static const struct
{
  const char *open;
  const char *close;
} quotes[] = { { "«", "»" }, { "“", "”" }, { "\"", "\"" } };

/* Folded words, French and English, that name a field; the service answers in the shop's language.
 */
static const struct
{
  const char *word;
  ComptoirDraftPlace place;
  int field;
} words_of_places[] = {
  { "paiement", COMPTOIR_DRAFT_PLACE_PAYMENT, -1 },
  { "payment", COMPTOIR_DRAFT_PLACE_PAYMENT, -1 },
  { "livraison", COMPTOIR_DRAFT_PLACE_DELIVERY, -1 },
  { "delivery", COMPTOIR_DRAFT_PLACE_DELIVERY, -1 },
  { "e-mail", COMPTOIR_DRAFT_PLACE_CLIENT, KASH_CLIENT_EMAIL },
  { "email", COMPTOIR_DRAFT_PLACE_CLIENT, KASH_CLIENT_EMAIL },
  { "telephone", COMPTOIR_DRAFT_PLACE_CLIENT, KASH_CLIENT_TELEPHONE },
  { "phone", COMPTOIR_DRAFT_PLACE_CLIENT, KASH_CLIENT_TELEPHONE },
  { "latitude", COMPTOIR_DRAFT_PLACE_CLIENT, KASH_CLIENT_LAT },
  { "longitude", COMPTOIR_DRAFT_PLACE_CLIENT, KASH_CLIENT_LNG },
  { "client", COMPTOIR_DRAFT_PLACE_CLIENT, -1 },
  { "customer", COMPTOIR_DRAFT_PLACE_CLIENT, -1 },
  { "couvert", COMPTOIR_DRAFT_PLACE_OTHER, COMPTOIR_DRAFT_PLACE_SETTINGS },
  { "place setting", COMPTOIR_DRAFT_PLACE_OTHER, COMPTOIR_DRAFT_PLACE_SETTINGS },
  { "bipeur", COMPTOIR_DRAFT_PLACE_OTHER, COMPTOIR_DRAFT_PAGER },
  { "pager", COMPTOIR_DRAFT_PLACE_OTHER, COMPTOIR_DRAFT_PAGER },
  { "table", COMPTOIR_DRAFT_PLACE_OTHER, COMPTOIR_DRAFT_TABLE },
  { "caisse", COMPTOIR_DRAFT_PLACE_OTHER, COMPTOIR_DRAFT_CASHBOX },
  { "cash register", COMPTOIR_DRAFT_PLACE_OTHER, COMPTOIR_DRAFT_CASHBOX },
  { "utilisateur", COMPTOIR_DRAFT_PLACE_OTHER, COMPTOIR_DRAFT_USER },
  { "user", COMPTOIR_DRAFT_PLACE_OTHER, COMPTOIR_DRAFT_USER },
};

static gboolean
is_text (const char *text, const char *folded)
{
  g_autofree char *other = text != NULL ? g_strstrip (comptoir_fold (text)) : NULL;

  return other != NULL && *other != '\0' && g_str_equal (other, folded);
}

/* Whether a line has it as its title or id, or one of its variations. */
static gboolean
line_has (ComptoirOrderDraft *draft, ComptoirDraftLine *line, const char *folded, int *field)
{
  const gint64 *chosen = comptoir_draft_line_get_variations (line);
  g_autoptr (GPtrArray) offered = NULL;
  g_autofree char *title = NULL;
  g_autofree char *catalogue = NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, comptoir_draft_line_get_id (line));

  g_object_get (line, "title", &title, "catalogue-title", &catalogue, NULL);
  *field = COMPTOIR_LINE_WHAT;
  if (is_text (title, folded) || is_text (catalogue, folded) || is_text (id, folded))
    return TRUE;
  *field = COMPTOIR_LINE_VARIATIONS;
  offered = chosen[0] != 0 ? comptoir_order_draft_dup_variations (draft, line) : NULL;
  for (guint i = 0; i < KASH_MAX_VARIATIONS && chosen[i] != 0; i++)
    for (guint j = 0; j < offered->len; j++)
      {
        const ComptoirVariation *variation = g_ptr_array_index (offered, j);

        if (variation->id == chosen[i]
            && (is_text (variation->title, folded) || is_text (variation->set, folded)))
          return TRUE;
      }
  return FALSE;
}

static gboolean
find_value (ComptoirOrderDraft *draft, const char *folded, ComptoirRefusalPlace *place)
{
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (draft));

  for (int field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    if (is_text (comptoir_order_draft_get_client_field (draft, field), folded))
      {
        *place = (ComptoirRefusalPlace){ COMPTOIR_DRAFT_PLACE_CLIENT, 0, field };
        return TRUE;
      }
  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (ComptoirDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft), i);
      int field;

      if (line_has (draft, line, folded, &field))
        {
          *place = (ComptoirRefusalPlace){ COMPTOIR_DRAFT_PLACE_LINE, i, field };
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_quoted (ComptoirOrderDraft *draft, const char *words, ComptoirRefusalPlace *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    for (const char *open = strstr (words, quotes[i].open); open != NULL;)
      {
        const char *from = open + strlen (quotes[i].open);
        const char *close = strstr (from, quotes[i].close);
        g_autofree char *value = NULL;
        g_autofree char *folded = NULL;

        if (close == NULL)
          break;
        value = g_strndup (from, close - from);
        folded = g_strstrip (comptoir_fold (value));
        /* A number alone may be anything: the words around it say what. */
        if (strspn (folded, "0123456789") < strlen (folded) && find_value (draft, folded, place))
          return TRUE;
        open = strstr (close + strlen (quotes[i].close), quotes[i].open);
      }
  return FALSE;
}

/**
 * comptoir_refusal_find_place:
 * @draft: the order that was refused
 * @words: what the service said, in its language
 * @place: (out): the field that the words seem to be about
 *
 * A value of the order that the words quote tells best; else the first word that names a field.
 *
 * Returns: whether a field was found
 */
gboolean
comptoir_refusal_find_place (ComptoirOrderDraft *draft,
                             const char *words,
                             ComptoirRefusalPlace *place)
{
  g_autofree char *folded = NULL;
  const char *first = NULL;

  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (draft), FALSE);
  g_return_val_if_fail (words != NULL && place != NULL, FALSE);

  if (find_quoted (draft, words, place))
    return TRUE;
  folded = comptoir_fold (words);
  for (guint i = 0; i < G_N_ELEMENTS (words_of_places); i++)
    {
      const char *found = strstr (folded, words_of_places[i].word);

      if (found == NULL || (first != NULL && found >= first))
        continue;
      first = found;
      *place = (ComptoirRefusalPlace){ words_of_places[i].place, 0, words_of_places[i].field };
    }
  return first != NULL;
}
