/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-form.h"

#include <string.h>

/* application/x-www-form-urlencoded as the URL Standard serializes it (§5.2), byte for byte what
 * JavaScript's URLSearchParams sends: GLib's and libsoup's encoders leave other characters as
 * they are. */
static void
append_encoded (GString *form, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isalnum (*c) || strchr ("*-._", *c) != NULL)
        g_string_append_c (form, *c);
      else if (*c == ' ')
        g_string_append_c (form, '+');
      else
        g_string_append_printf (form, "%%%02X", (guchar) *c);
    }
}

static char *
dup_decoded (const char *text, gsize length)
{
  g_autoptr (GString) decoded = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '%')
        {
          if (length - i < 3 || !g_ascii_isxdigit (text[i + 1]) || !g_ascii_isxdigit (text[i + 2]))
            return NULL;
          g_string_append_c (decoded, g_ascii_xdigit_value (text[i + 1]) * 16
                                          + g_ascii_xdigit_value (text[i + 2]));
          i += 2;
        }
      else
        g_string_append_c (decoded, text[i] == '+' ? ' ' : text[i]);
    }

  if (!g_utf8_validate (decoded->str, decoded->len, NULL))
    return NULL;
  return g_string_free (g_steal_pointer (&decoded), FALSE);
}

/**
 * kash_form_append:
 * @form: a form body so far
 * @name: a field's name
 * @value: its value, valid UTF-8
 *
 * Adds a field.
 */
void
kash_form_append (GString *form, const char *name, const char *value)
{
  if (form->len > 0)
    g_string_append_c (form, '&');
  append_encoded (form, name);
  g_string_append_c (form, '=');
  append_encoded (form, value);
}

/**
 * kash_form_next:
 * @form: (inout): the rest of a form body; afterwards, what follows this field
 * @name: (out) (transfer full) (nullable): the next field's name
 * @value: (out) (transfer full) (nullable): its value
 *
 * Reads a field; @name and @value are %NULL when it is not well encoded UTF-8.
 *
 * Returns: whether there was a field
 */
gboolean
kash_form_next (const char **form, char **name, char **value)
{
  const char *field = *form;
  gsize length = strcspn (field, "&");
  gsize name_length = MIN (strcspn (field, "="), length);

  *name = *value = NULL;
  if (*field == '\0')
    return FALSE;

  *form = field + length + (field[length] == '&' ? 1 : 0);
  if (name_length == length)
    return TRUE;

  *name = dup_decoded (field, name_length);
  *value = dup_decoded (field + name_length + 1, length - name_length - 1);
  if (*name == NULL || *value == NULL)
    {
      g_clear_pointer (name, g_free);
      g_clear_pointer (value, g_free);
    }
  return TRUE;
}
