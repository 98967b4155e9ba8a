/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-json-target.h"

#include "comptoir-row-builder.h"
#include "comptoir-text.h"

#include <string.h>

/* Buffers that grew beyond this are given back once their text is in the table. */
#define KEPT_BUFFER (1 << 20)

/* What an open object or array is to the table. */
typedef enum
{
  ROLE_ROOT, /* outside of all */
  ROLE_WRAPPER,
  ROLE_ROWS_ARRAY,
  ROLE_ROWS_OBJECT,
  ROLE_ROW_ARRAY,
  ROLE_ROW_OBJECT,
  ROLE_NESTED_ARRAY,
  ROLE_NESTED_OBJECT,
  ROLE_SKIPPED_ARRAY,
  ROLE_SKIPPED_OBJECT,
} Role;

struct _ComptoirJsonTarget
{
  ComptoirTable *table;
  ComptoirJsonShape shape;
  guint depth;
  guint8 roles[COMPTOIR_JSON_MAX_DEPTH + 1];
  ComptoirRowBuilder *builder;
  guint place; /* in a row array */
  GString *scratch;
  GString *nested;
};

static inline gboolean
is_object (Role role)
{
  return role == ROLE_WRAPPER || role == ROLE_ROWS_OBJECT || role == ROLE_ROW_OBJECT
         || role == ROLE_NESTED_OBJECT || role == ROLE_SKIPPED_OBJECT;
}

static inline gboolean
is_nested (Role role)
{
  return role == ROLE_NESTED_ARRAY || role == ROLE_NESTED_OBJECT;
}

static inline Role
get_role (ComptoirJsonTarget *self)
{
  return self->roles[self->depth];
}

static void
empty_buffer (GString **buffer)
{
  if ((*buffer)->allocated_len > KEPT_BUFFER)
    {
      g_string_free (*buffer, TRUE);
      *buffer = g_string_new (NULL);
    }
  else
    g_string_truncate (*buffer, 0);
}

static void
begin_row (ComptoirJsonTarget *self)
{
  comptoir_row_builder_begin (self->builder, get_role (self) == ROLE_ROWS_OBJECT);
  self->place = 0;
}

static void
set_row_cell (ComptoirJsonTarget *self, ComptoirCellKind kind, const char *text, gsize length)
{
  if (get_role (self) == ROLE_ROW_ARRAY)
    comptoir_row_builder_enter_place (self->builder, self->place);
  comptoir_row_builder_set (self->builder, kind, text, length);
}

/* A value in the place of a row. */
static void
add_value_row (ComptoirJsonTarget *self, ComptoirCellKind kind, const char *text, gsize length)
{
  begin_row (self);
  comptoir_row_builder_enter_field (self->builder, "value", strlen ("value"));
  comptoir_row_builder_set (self->builder, kind, text, length);
  comptoir_row_builder_end (self->builder);
}

/* What stands among keyed rows and is no row: "count":2. */
static gboolean
is_envelope_member (ComptoirJsonTarget *self)
{
  gsize length;
  const char *key = comptoir_row_builder_get_key (self->builder, &length);

  return comptoir_json_is_envelope_name (key, length);
}

static inline void
put_value (ComptoirJsonTarget *self, ComptoirCellKind kind, const char *text, gsize length)
{
  switch (get_role (self))
    {
    case ROLE_ROW_OBJECT:
    case ROLE_ROW_ARRAY:
      set_row_cell (self, kind, text, length);
      break;
    case ROLE_ROOT:
      if (kind != COMPTOIR_CELL_NULL)
        add_value_row (self, kind, text, length);
      break;
    case ROLE_ROWS_ARRAY:
      add_value_row (self, kind, text, length);
      break;
    case ROLE_ROWS_OBJECT:
      if (!is_envelope_member (self))
        add_value_row (self, kind, text, length);
      break;
    case ROLE_WRAPPER:
    case ROLE_SKIPPED_ARRAY:
    case ROLE_SKIPPED_OBJECT:
    case ROLE_NESTED_ARRAY:
    case ROLE_NESTED_OBJECT:
    default:
      break;
    }
}

/* What an object or array is that begins outside of any row. */
static Role
get_outer_role (ComptoirJsonTarget *self, gboolean object)
{
  if (!object)
    return ROLE_ROWS_ARRAY;
  if (self->depth < self->shape.n_wrappers)
    return ROLE_WRAPPER;
  if (self->shape.rows == COMPTOIR_JSON_ROWS_IN_OBJECT)
    return ROLE_ROWS_OBJECT;
  return self->shape.rows == COMPTOIR_JSON_ROW_IS_OBJECT ? ROLE_ROW_OBJECT : ROLE_SKIPPED_OBJECT;
}

/* The text a string stands for; %FALSE when it has an unknown escape. */
static inline gboolean
decode (ComptoirJsonTarget *self, const char **text, gsize *length, ComptoirJsonTextFlags flags)
{
  if ((flags & (COMPTOIR_JSON_TEXT_ESCAPES | COMPTOIR_JSON_TEXT_NOT_ASCII)) == 0)
    return TRUE;
  if ((flags & COMPTOIR_JSON_TEXT_ESCAPES) == 0 && comptoir_text_is_utf8 (*text, *length))
    return TRUE;
  if (!comptoir_json_text_decode (self->scratch, *text, *length))
    return FALSE;
  *text = self->scratch->str;
  *length = self->scratch->len;
  return TRUE;
}

/**
 * comptoir_json_target_new:
 * @table: the table to fill
 * @shape: where the rows are
 *
 * Returns: (transfer full): a target; free it with comptoir_json_target_free()
 */
ComptoirJsonTarget *
comptoir_json_target_new (ComptoirTable *table, const ComptoirJsonShape *shape)
{
  ComptoirJsonTarget *self;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (table), NULL);

  self = g_new0 (ComptoirJsonTarget, 1);
  self->table = g_object_ref (table);
  self->shape = *shape;
  self->builder = comptoir_row_builder_new (table);
  self->scratch = g_string_new (NULL);
  self->nested = g_string_new (NULL);
  return self;
}

/**
 * comptoir_json_target_get_depth:
 * @self: a target
 *
 * Returns: how many objects and arrays are open
 */
guint
comptoir_json_target_get_depth (ComptoirJsonTarget *self)
{
  return self->depth;
}

/**
 * comptoir_json_target_is_in_object:
 * @self: a target
 *
 * Returns: whether what was opened last is an object
 */
gboolean
comptoir_json_target_is_in_object (ComptoirJsonTarget *self)
{
  return is_object (get_role (self));
}

/**
 * comptoir_json_target_open:
 * @self: a target with less than %COMPTOIR_JSON_MAX_DEPTH objects and arrays open
 * @object: whether an object or an array begins
 */
void
comptoir_json_target_open (ComptoirJsonTarget *self, gboolean object)
{
  Role role;

  g_return_if_fail (self->depth < COMPTOIR_JSON_MAX_DEPTH);

  switch (get_role (self))
    {
    case ROLE_ROOT:
    case ROLE_WRAPPER:
      role = get_outer_role (self, object);
      if (role == ROLE_ROW_OBJECT)
        begin_row (self);
      break;
    case ROLE_ROWS_ARRAY:
    case ROLE_ROWS_OBJECT:
      role = object ? ROLE_ROW_OBJECT : ROLE_ROW_ARRAY;
      begin_row (self);
      break;
    case ROLE_ROW_ARRAY:
    case ROLE_ROW_OBJECT:
    case ROLE_NESTED_ARRAY:
    case ROLE_NESTED_OBJECT:
      role = object ? ROLE_NESTED_OBJECT : ROLE_NESTED_ARRAY;
      g_string_append_c (self->nested, object ? '{' : '[');
      break;
    case ROLE_SKIPPED_ARRAY:
    case ROLE_SKIPPED_OBJECT:
    default:
      role = object ? ROLE_SKIPPED_OBJECT : ROLE_SKIPPED_ARRAY;
      break;
    }
  self->roles[++self->depth] = role;
}

/**
 * comptoir_json_target_close:
 * @self: a target
 *
 * What was opened last ends.
 */
void
comptoir_json_target_close (ComptoirJsonTarget *self)
{
  Role role = get_role (self), holder;

  g_return_if_fail (self->depth > 0);

  self->depth--;
  holder = get_role (self);
  if (role == ROLE_ROW_ARRAY || role == ROLE_ROW_OBJECT)
    {
      /* An empty object that is all there is stands for no rows. */
      if (holder != ROLE_ROOT || comptoir_table_get_n_columns (self->table) > 0)
        comptoir_row_builder_end (self->builder);
    }
  else if (is_nested (role))
    {
      g_string_append_c (self->nested, is_object (role) ? '}' : ']');
      if (!is_nested (holder))
        {
          set_row_cell (self, COMPTOIR_CELL_NESTED, self->nested->str, self->nested->len);
          empty_buffer (&self->nested);
        }
    }
}

/**
 * comptoir_json_target_match_name:
 * @self: a target
 * @json: the quote before a member's name
 * @end: where the bytes end
 *
 * Takes the name if it is the one to be expected, which is most of the time.
 *
 * Returns: (nullable): what follows the name's closing quote; %NULL when the name is to be read
 */
const char *
comptoir_json_target_match_name (ComptoirJsonTarget *self, const char *json, const char *end)
{
  if (get_role (self) != ROLE_ROW_OBJECT)
    return NULL;
  return comptoir_row_builder_match_field (self->builder, json, end);
}

/**
 * comptoir_json_target_name:
 * @self: a target
 * @text: a member's name, as it stands between the quotes
 * @length: its length
 * @flags: what it contains
 *
 * Returns: %FALSE when it has an escape that JSON doesn't know
 */
gboolean
comptoir_json_target_name (ComptoirJsonTarget *self,
                           const char *text,
                           gsize length,
                           ComptoirJsonTextFlags flags)
{
  Role role = get_role (self);

  if (is_nested (role))
    comptoir_json_text_append_raw (self->nested, text, length, flags);
  if (!decode (self, &text, &length, flags))
    return FALSE;
  if (role == ROLE_ROW_OBJECT)
    comptoir_row_builder_enter_field (self->builder, text, length);
  else if (role == ROLE_ROWS_OBJECT)
    comptoir_row_builder_set_key (self->builder, text, length);
  return TRUE;
}

/**
 * comptoir_json_target_text:
 * @self: a target
 * @text: a string value, as it stands between the quotes
 * @length: its length
 * @flags: what it contains
 *
 * Returns: %FALSE when it has an escape that JSON doesn't know
 */
gboolean
comptoir_json_target_text (ComptoirJsonTarget *self,
                           const char *text,
                           gsize length,
                           ComptoirJsonTextFlags flags)
{
  if (is_nested (get_role (self)))
    comptoir_json_text_append_raw (self->nested, text, length, flags);
  if (!decode (self, &text, &length, flags))
    return FALSE;
  put_value (self, COMPTOIR_CELL_TEXT, text, length);
  if (self->scratch->allocated_len > KEPT_BUFFER)
    empty_buffer (&self->scratch);
  return TRUE;
}

/**
 * comptoir_json_target_word:
 * @self: a target
 * @kind: a number, true, false or null
 * @word: as it came
 * @length: its length
 */
void
comptoir_json_target_word (ComptoirJsonTarget *self,
                           ComptoirCellKind kind,
                           const char *word,
                           gsize length)
{
  if (is_nested (get_role (self)))
    g_string_append_len (self->nested, word, length);
  else if (kind == COMPTOIR_CELL_NUMBER)
    put_value (self, kind, word, length);
  else
    put_value (self, kind, NULL, 0);
}

/**
 * comptoir_json_target_colon:
 * @self: a target
 *
 * After a name.
 */
void
comptoir_json_target_colon (ComptoirJsonTarget *self)
{
  if (is_nested (get_role (self)))
    g_string_append_c (self->nested, ':');
}

/**
 * comptoir_json_target_comma:
 * @self: a target
 *
 * Between two values.
 */
void
comptoir_json_target_comma (ComptoirJsonTarget *self)
{
  Role role = get_role (self);

  if (is_nested (role))
    g_string_append_c (self->nested, ',');
  else if (role == ROLE_ROW_ARRAY)
    self->place++;
}

/**
 * comptoir_json_target_free:
 * @self: (transfer full): a target
 */
void
comptoir_json_target_free (ComptoirJsonTarget *self)
{
  g_object_unref (self->table);
  comptoir_row_builder_free (self->builder);
  g_string_free (self->scratch, TRUE);
  g_string_free (self->nested, TRUE);
  g_free (self);
}
