/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-refusal.h"

#include "kash-json.h"
#include "kash-text.h"

static gboolean
is_one_of (const char *text, const char *const *words)
{
  for (; text != NULL && *words != NULL; words++)
    {
      if (g_ascii_strcasecmp (text, *words) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What "success" says; PHP writes booleans as 0 and 1 too. */
static KashVerdict
judge_success (JsonObject *object)
{
  static const char *const yes[] = { "true", "1", NULL };
  static const char *const no[] = { "false", "0", NULL };
  JsonNode *node = json_object_get_member (object, "success");
  const char *text = kash_json_get_text (object, "success");

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node) ? KASH_VERDICT_YES : KASH_VERDICT_NO;
  if (is_one_of (text, yes))
    return KASH_VERDICT_YES;
  return is_one_of (text, no) ? KASH_VERDICT_NO : KASH_VERDICT_NONE;
}

static KashVerdict
judge_result (JsonObject *object)
{
  static const char *const yes[] = { "OK", "SUCCESS", NULL };
  static const char *const no[] = { "ERROR", "KO", "FAILED", "ERREUR", NULL };
  const char *text = kash_json_get_text (object, "result");

  if (is_one_of (text, yes))
    return KASH_VERDICT_YES;
  return is_one_of (text, no) ? KASH_VERDICT_NO : KASH_VERDICT_NONE;
}

/* Whether something hangs below @object that could be rows of a table. */
static gboolean
holds_rows (JsonObject *object)
{
  JsonObjectIter iter;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, NULL, &node))
    {
      if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
        return TRUE;
      if (JSON_NODE_HOLDS_OBJECT (node) && json_object_get_size (json_node_get_object (node)) > 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * kash_refusal_judge:
 * @object: a reply
 *
 * Reads the shapes of kash-api.md §1 and §4. A reply that contradicts itself says nothing.
 *
 * Returns: what @object clearly says
 */
KashVerdict
kash_refusal_judge (JsonObject *object)
{
  KashVerdict result = judge_result (object);
  KashVerdict success = judge_success (object);

  if (result != KASH_VERDICT_NONE && success != KASH_VERDICT_NONE && result != success)
    return KASH_VERDICT_NONE;
  if (result != KASH_VERDICT_NONE)
    return result;
  if (success == KASH_VERDICT_NO && holds_rows (object))
    return KASH_VERDICT_NONE;
  if (success != KASH_VERDICT_NONE)
    return success;

  if (!holds_rows (object)
      && (kash_json_get_text (object, "error") != NULL
          || kash_json_get_text (object, "errorMessage") != NULL))
    return KASH_VERDICT_NO;
  return KASH_VERDICT_NONE;
}

/**
 * kash_refusal_dup_words:
 * @object: a reply
 *
 * Returns: (transfer full) (nullable): the service's own words, as plain text
 */
char *
kash_refusal_dup_words (JsonObject *object)
{
  static const char *const members[] = { "errorMessage", "message", "error", "result", "msg" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = kash_json_get_text (object, members[i]);
      g_autofree char *words = NULL;

      /* "result" holds words in one of the shapes, a bare yes or no in the other. */
      if (text == NULL
          || (g_str_equal (members[i], "result") && judge_result (object) != KASH_VERDICT_NONE))
        continue;

      words = kash_text_plain (text);
      if (*words != '\0')
        return g_steal_pointer (&words);
    }
  return NULL;
}

/**
 * kash_refusal_is_of_key:
 * @words: the service's own words, French or English
 *
 * Returns: whether they are about the login or the key
 */
gboolean
kash_refusal_is_of_key (const char *words)
{
  return g_regex_match_simple (
      "\\b(api[ _]?keys?|keys?|clés?|cle|tokens?|jetons?|logins?|authenti\\w*|(un)?authori[sz]\\w*|"
      "non autoris\\w*|passwords?|mots? de passe|access denied|acc[èe]s (refusé|interdit)|"
      "idboutique|shop ?id)\\b",
      words, G_REGEX_CASELESS, 0);
}

/**
 * kash_refusal_find:
 * @body: a whole reply with a status of success
 * @length: its length
 * @words: (out) (nullable): the service's own words
 *
 * Returns: whether the reply is a refusal and nothing else. A list never is.
 */
gboolean
kash_refusal_find (const char *body, gsize length, char **words)
{
  g_autofree char *text = kash_text_decode (body, length);
  g_autoptr (JsonObject) object = kash_json_find_object (text);

  *words = NULL;
  if (object == NULL || kash_refusal_judge (object) != KASH_VERDICT_NO)
    return FALSE;

  *words = kash_refusal_dup_words (object);
  return TRUE;
}
