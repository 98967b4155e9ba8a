/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-form.h"

static char *
decode (const char *text, gsize length)
{
  g_autofree char *spaced = g_strndup (text, length);
  char *decoded;

  g_strdelimit (spaced, "+", ' ');
  decoded = g_uri_unescape_string (spaced, NULL);

  /* A stray % or %00 is not worth a refusal: it stays as it came. */
  return decoded != NULL ? decoded : g_steal_pointer (&spaced);
}

/**
 * demo_form_parse:
 * @text: (nullable): application/x-www-form-urlencoded, the body of a form or the query of an
 * address
 *
 * Returns: (transfer full) (nullable): its fields, %NULL when one isn't UTF-8
 */
DemoForm *
demo_form_parse (const char *text)
{
  g_autoptr (DemoForm) self = g_new0 (DemoForm, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
  while (text != NULL && *text != '\0')
    {
      gsize length = strcspn (text, "&");
      const char *equals = memchr (text, '=', length);
      gsize name_length = equals != NULL ? (gsize) (equals - text) : length;
      char *name = decode (text, name_length);
      char *value = equals != NULL ? decode (equals + 1, length - name_length - 1) : g_strdup ("");

      g_ptr_array_add (self->names, name);
      g_ptr_array_add (self->values, value);
      if (!g_utf8_validate (name, -1, NULL) || !g_utf8_validate (value, -1, NULL))
        return NULL;
      text += length;
      text += *text == '&';
    }

  return g_steal_pointer (&self);
}

/**
 * demo_form_free:
 * @self: (transfer full) (nullable): a form
 */
void
demo_form_free (DemoForm *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self);
}

/**
 * demo_form_get:
 * @self: a form
 * @name: a field's name
 *
 * Returns: (nullable): the value of the last field of this name, as PHP has it; %NULL for none
 */
const char *
demo_form_get (const DemoForm *self, const char *name)
{
  for (guint i = self->names->len; i > 0; i--)
    if (strcmp (g_ptr_array_index (self->names, i - 1), name) == 0)
      return g_ptr_array_index (self->values, i - 1);

  return NULL;
}

/**
 * demo_form_get_int:
 * @self: a form
 * @name: a field's name
 * @value: (inout): set when the field is there and not empty
 *
 * Returns: %FALSE when the field holds anything but a whole number
 */
gboolean
demo_form_get_int (const DemoForm *self, const char *name, int *value)
{
  const char *text = demo_form_get (self, name);
  gint64 number;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &number, NULL))
    return FALSE;
  *value = number;

  return TRUE;
}

/**
 * demo_parse_decimal:
 * @text: a number with a decimal point
 * @decimals: how many decimals it may have
 * @value: (out): the number × 10^@decimals
 *
 * Returns: whether @text is such a number, of up to nine digits before the point
 */
gboolean
demo_parse_decimal (const char *text, guint decimals, gint64 *value)
{
  gboolean negative = *text == '-';
  guint n_whole = 0, n_decimals = 0;
  gint64 number = 0;

  text += negative;
  for (; g_ascii_isdigit (*text) && n_whole < 10; text++, n_whole++)
    number = number * 10 + (*text - '0');
  if (*text == '.')
    for (text++; g_ascii_isdigit (*text) && n_decimals < decimals + 1; text++, n_decimals++)
      number = number * 10 + (*text - '0');
  if (*text != '\0' || n_whole == 0 || n_whole > 9 || n_decimals > decimals || text[-1] == '.')
    return FALSE;
  for (; n_decimals < decimals; n_decimals++)
    number *= 10;
  *value = negative ? -number : number;

  return TRUE;
}
