/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-json.h"

#include <string.h>

/* JsonParser goes down one stack frame a level; what we read has three or four. */
#define MAX_DEPTH 64

/* How many opening braces behind a PHP warning are tried. */
#define MAX_TRIES 8

static const char *
skip_blanks (const char *c)
{
  return c + strspn (c, " \t\r\n");
}

/* The length of the number at @c by RFC 8259 §6, or 0. */
static gsize
measure_number (const char *c)
{
  const char *start = c;
  gsize digits;

  if (*c == '-')
    c++;
  digits = strspn (c, "0123456789");
  if (digits == 0 || (digits > 1 && *c == '0'))
    return 0;
  c += digits;

  if (*c == '.')
    {
      digits = strspn (++c, "0123456789");
      if (digits == 0)
        return 0;
      c += digits;
    }
  if (*c == 'e' || *c == 'E')
    {
      c++;
      if (*c == '+' || *c == '-')
        c++;
      digits = strspn (c, "0123456789");
      if (digits == 0)
        return 0;
      c += digits;
    }
  return c - start;
}

/* The length of the string at @c with its quotes, or 0 where it has no end. */
static gsize
measure_string (const char *c)
{
  const char *start = c;

  for (c++; *c != '"'; c++)
    {
      if (*c == '\\')
        c++;
      if ((guchar) *c < 0x20)
        return 0;
    }
  return c + 1 - start;
}

/* JsonParser turns numbers into doubles and forgets how they were written, so every number is made
 * a string before it gets to see them. Returns NULL for what isn't one JSON value, well bracketed
 * and not too deep. */
static char *
quote_numbers (const char *text)
{
  g_autoptr (GString) quoted = g_string_sized_new (strlen (text) + 64);
  const char *c = skip_blanks (text);
  int depth = 0;

  do
    {
      gsize length = 1;

      if (*c == '"')
        length = measure_string (c);
      else if (*c == '-' || g_ascii_isdigit (*c))
        length = measure_number (c);
      else if (g_ascii_isalpha (*c))
        length = strspn (c, "abcdefghijklmnopqrstuvwxyz");
      else if (*c == '{' || *c == '[')
        depth++;
      else if (*c == '}' || *c == ']')
        depth--;
      else if (*c != ',' && *c != ':')
        return NULL;

      if (length == 0 || depth < 0 || depth > MAX_DEPTH)
        return NULL;

      if (*c == '-' || g_ascii_isdigit (*c))
        g_string_append_printf (quoted, "\"%.*s\"", (int) length, c);
      else
        g_string_append_len (quoted, c, length);
      c = skip_blanks (c + length);
    }
  while (depth > 0);

  return *c == '\0' ? g_string_free (g_steal_pointer (&quoted), FALSE) : NULL;
}

/* PHP writes its warnings before whatever the script puts out. */
static gboolean
is_noise (const char *text, gsize length)
{
  static const char *const marks[]
      = { "Warning", "Notice", "Deprecated", "Fatal error", "Strict Standards", "Parse error" };

  /* A byte order mark comes from an included file that begins with one. */
  if (strspn (text, " \t\r\n\xEF\xBB\xBF") >= length)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_strstr_len (text, length, marks[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * kash_json_parse:
 * @text: valid UTF-8
 * @error: return location
 *
 * Parses something small. Every number comes out as a string that holds it as it was written.
 *
 * Returns: (transfer full): the root; %NULL with a %JSON_PARSER_ERROR
 */
JsonNode *
kash_json_parse (const char *text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *quoted = NULL;
  JsonNode *root;

  g_return_val_if_fail (text != NULL, NULL);

  quoted = quote_numbers (text);
  if (quoted == NULL)
    {
      g_set_error_literal (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_PARSE, "not one JSON value");
      return NULL;
    }
  if (!json_parser_load_from_data (parser, quoted, -1, error))
    return NULL;

  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error_literal (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_PARSE, "no JSON value");
  return root;
}

/**
 * kash_json_find_object:
 * @text: a whole reply, valid UTF-8
 *
 * Returns: (transfer full) (nullable): the JSON object that @text is, be it behind blank lines or
 *   PHP warnings (kash-api.md §3)
 */
JsonObject *
kash_json_find_object (const char *text)
{
  const char *brace = strchr (text, '{');

  for (guint i = 0; i < MAX_TRIES && brace != NULL; i++, brace = strchr (brace + 1, '{'))
    {
      g_autoptr (JsonNode) root = NULL;

      if (!is_noise (text, brace - text))
        return NULL;
      root = kash_json_parse (brace, NULL);
      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        return json_node_dup_object (root);
    }
  return NULL;
}

/**
 * kash_json_get_text:
 * @object: an object from this file's functions
 * @member: a member's name
 *
 * Returns: (nullable): the member's text or number; %NULL where it is absent, empty or neither
 */
const char *
kash_json_get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  return text != NULL && *text != '\0' ? text : NULL;
}
