/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-order-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kash-error.h"

#define FREE_PREFIX "Free_"
#define MAX_DIGITS  12
#define MAX_PLACES  6

/* The separator cannot be escaped (kash-api.md §4), and a line break has no place in a title. */
static char *
normalize_title (const char *title)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *c = title != NULL ? title : ""; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (clean,
                               character == '_' || g_unichar_iscntrl (character) ? ' ' : character);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&clean), FALSE));
}

static gboolean
parse_id (const char *text, gint64 *id)
{
  return g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, id, NULL) && g_ascii_isdigit (*text);
}

static char *
dup_unless_empty (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

static void
append_variations (GString *encoded, const KashOrderLine *self)
{
  int last = KASH_MAX_VARIATIONS - 1;

  while (last >= 0 && self->variations[last] == 0)
    last--;
  for (int i = 0; i <= last; i++)
    {
      g_string_append_c (encoded, '_');
      if (self->variations[i] != 0)
        g_string_append_printf (encoded, "%" G_GINT64_FORMAT, self->variations[i]);
    }
}

static gboolean
has_variations (const KashOrderLine *self)
{
  for (int i = 0; i < KASH_MAX_VARIATIONS; i++)
    {
      if (self->variations[i] != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
set_invalid (GError **error, guint number, const char *sentence)
{
  g_autofree char *detail = g_strdup_printf ("line %u of the order", number);

  g_propagate_error (error, kash_error_new (KASH_ERROR_INVALID, detail, sentence));
  return FALSE;
}

static gboolean
validate_item (const KashOrderLine *self, guint number, GError **error)
{
  g_autofree char *sentence = NULL;

  if (self->id <= 0)
    sentence = g_strdup_printf (_ ("Line %u has no item. Choose one."), number);
  else if (self->quantity != NULL
           && (!kash_decimal_is_valid (self->quantity, FALSE)
               || kash_decimal_is_zero (self->quantity)))
    sentence = g_strdup_printf (_ ("The quantity of line %u isn’t a number above 0. Correct it."),
                                number);
  else if (self->price != NULL && !kash_decimal_is_valid (self->price, TRUE))
    sentence = g_strdup_printf (_ ("The price of line %u isn’t a number. Correct it."), number);

  for (int i = 0; sentence == NULL && i < KASH_MAX_VARIATIONS; i++)
    {
      if (self->variations[i] < 0)
        sentence
            = g_strdup_printf (_ ("A variation of line %u doesn’t exist. Choose another."), number);
    }
  return sentence == NULL || set_invalid (error, number, sentence);
}

static gboolean
validate_free (const KashOrderLine *self, guint number, GError **error)
{
  g_autofree char *title = normalize_title (self->title);
  g_autofree char *sentence = NULL;

  if (self->kind == KASH_LINE_DEPARTMENT && self->id <= 0)
    sentence = g_strdup_printf (_ ("Line %u has no department. Choose one."), number);
  else if (self->kind == KASH_LINE_FREE && self->id != 0)
    sentence
        = g_strdup_printf (_ ("Line %u is free and belongs to no item or department."), number);
  else if (self->quantity != NULL || has_variations (self))
    sentence = g_strdup_printf (_ ("Line %u is free: it has a title and a price, "
                                   "but no quantity and no variations."),
                                number);
  else if (self->price == NULL || !kash_decimal_is_valid (self->price, TRUE))
    sentence = g_strdup_printf (_ ("Line %u needs a price. Enter one."), number);
  else if (*title == '\0')
    sentence = g_strdup_printf (_ ("Line %u needs a title. Enter one."), number);

  return sentence == NULL || set_invalid (error, number, sentence);
}

static char *
encode_item (const KashOrderLine *self)
{
  g_autofree char *title = normalize_title (self->title);
  g_autoptr (GString) encoded = g_string_new (NULL);
  gboolean is_own = *title != '\0' || self->price != NULL || has_variations (self);

  g_string_append_printf (encoded, "%" G_GINT64_FORMAT, self->id);
  if (self->quantity != NULL || is_own)
    g_string_append_printf (encoded, "_%s", self->quantity != NULL ? self->quantity : "1");
  if (is_own)
    {
      g_string_append_printf (encoded, "_%s_%s", title, self->price != NULL ? self->price : "");
      append_variations (encoded, self);
    }
  return g_string_free (g_steal_pointer (&encoded), FALSE);
}

static KashOrderLine *
decode_item (const char *text)
{
  g_auto (GStrv) fields = g_strsplit (text, "_", -1);
  guint n_fields = g_strv_length (fields);
  g_autoptr (KashOrderLine) self = kash_order_line_new (KASH_LINE_ITEM, 0);

  if (n_fields == 0 || n_fields > 4 + KASH_MAX_VARIATIONS || !parse_id (fields[0], &self->id))
    return NULL;

  if (n_fields > 1)
    self->quantity = dup_unless_empty (fields[1]);
  if (n_fields > 2)
    self->title = dup_unless_empty (fields[2]);
  if (n_fields > 3)
    self->price = dup_unless_empty (fields[3]);
  for (guint i = 4; i < n_fields; i++)
    {
      if (*fields[i] != '\0' && !parse_id (fields[i], &self->variations[i - 4]))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/* @text is PRICE_TITLE. */
static KashOrderLine *
decode_free (KashLineKind kind, gint64 id, const char *text)
{
  g_auto (GStrv) fields = g_strsplit (text, "_", -1);
  KashOrderLine *self;

  if (g_strv_length (fields) != 2)
    return NULL;

  self = kash_order_line_new (kind, id);
  self->price = dup_unless_empty (fields[0]);
  self->title = dup_unless_empty (fields[1]);
  return self;
}

/**
 * kash_decimal_is_valid:
 * @text: what may be a quantity or a price
 * @negative: whether it may be below 0
 *
 * Returns: whether @text is a decimal number with a point that every reader takes for the same:
 *   digits before and behind the point, at most 12 and 6
 */
gboolean
kash_decimal_is_valid (const char *text, gboolean negative)
{
  gsize digits;

  if (negative && *text == '-')
    text++;
  digits = strspn (text, "0123456789");
  if (digits == 0 || digits > MAX_DIGITS)
    return FALSE;
  text += digits;
  if (*text == '\0')
    return TRUE;

  digits = *text == '.' ? strspn (text + 1, "0123456789") : 0;
  return digits > 0 && digits <= MAX_PLACES && text[1 + digits] == '\0';
}

/**
 * kash_decimal_is_zero:
 * @text: a valid decimal
 *
 * Returns: whether it is 0, however written
 */
gboolean
kash_decimal_is_zero (const char *text)
{
  return strpbrk (text, "123456789") == NULL;
}

/**
 * kash_order_line_new:
 * @kind: which of the forms of itemsList[]
 * @id: the item's or the department's id; 0 for a free line
 *
 * Returns: (transfer full): a line with nothing else set
 */
KashOrderLine *
kash_order_line_new (KashLineKind kind, gint64 id)
{
  KashOrderLine *self = g_new0 (KashOrderLine, 1);

  self->kind = kind;
  self->id = id;
  return self;
}

/**
 * kash_order_line_copy:
 *
 * Returns: (transfer full): a deep copy
 */
KashOrderLine *
kash_order_line_copy (const KashOrderLine *self)
{
  KashOrderLine *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->quantity = g_strdup (self->quantity);
  copy->title = g_strdup (self->title);
  copy->price = g_strdup (self->price);
  return copy;
}

/**
 * kash_order_line_free:
 *
 * Frees a line.
 */
void
kash_order_line_free (KashOrderLine *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->quantity);
  g_free (self->title);
  g_free (self->price);
  g_free (self);
}

/**
 * kash_order_line_validate:
 * @self: a line
 * @number: its place in the order, from 1
 * @error: return location
 *
 * Returns: whether the line can be sent; %FALSE with a %KASH_ERROR_INVALID that names the line
 */
gboolean
kash_order_line_validate (const KashOrderLine *self, guint number, GError **error)
{
  if (self->title != NULL && !g_utf8_validate (self->title, -1, NULL))
    {
      g_autofree char *sentence = g_strdup_printf (
          _ ("The title of line %u holds unreadable characters. Enter it again."), number);

      return set_invalid (error, number, sentence);
    }

  return self->kind == KASH_LINE_ITEM ? validate_item (self, number, error)
                                      : validate_free (self, number, error);
}

/**
 * kash_order_line_encode:
 * @self: a valid line
 *
 * Writes the line as the service wants it (kash-api.md §4). In a title, `_` and line breaks become
 * blanks; where a title, a price or a variation needs the field before it, one of the item is "1".
 *
 * Returns: (transfer full): a value of itemsList[], not yet form-encoded
 */
char *
kash_order_line_encode (const KashOrderLine *self)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == KASH_LINE_ITEM)
    return encode_item (self);

  title = normalize_title (self->title);
  if (self->kind == KASH_LINE_FREE)
    return g_strdup_printf (FREE_PREFIX "%s_%s", self->price, title);
  return g_strdup_printf ("-%" G_GINT64_FORMAT "_%s_%s", self->id, self->price, title);
}

/**
 * kash_order_line_decode:
 * @text: a value of itemsList[]
 *
 * Returns: (transfer full) (nullable): the line, or %NULL where it is in none of the forms
 */
KashOrderLine *
kash_order_line_decode (const char *text)
{
  if (g_str_has_prefix (text, FREE_PREFIX))
    return decode_free (KASH_LINE_FREE, 0, text + strlen (FREE_PREFIX));

  if (text[0] == '-')
    {
      const char *separator = strchr (text, '_');
      g_autofree char *department = NULL;
      gint64 id;

      if (separator == NULL)
        return NULL;
      department = g_strndup (text + 1, separator - text - 1);
      return parse_id (department, &id) ? decode_free (KASH_LINE_DEPARTMENT, id, separator + 1)
                                        : NULL;
    }

  return decode_item (text);
}
