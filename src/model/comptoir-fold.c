/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fold.h"

#include <string.h>

/* Latin letters are folded from a table: what shops write is ASCII and these. */
#define N_KNOWN 0x250

typedef struct
{
  guint8 length;
  char text[7];
} Folded;

/* Letters that Unicode doesn't take apart. */
static const struct
{
  gunichar letter;
  const char *folded;
} letters[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x0153, "oe" }, { 0x00f8, "o" },
  { 0x0111, "d" },  { 0x0142, "l" },  { 0x0131, "i" },  { 0x2019, "'" },
};

static void
append_letter (GString *folded, gunichar letter)
{
  letter = g_unichar_tolower (letter);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      {
        g_string_append (folded, letters[i].folded);
        return;
      }
  g_string_append_unichar (folded, letter);
}

static void
append_decomposed (GString *folded, gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (letter, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < MIN (n_parts, G_N_ELEMENTS (parts)); i++)
    if (!g_unichar_ismark (parts[i]))
      append_letter (folded, parts[i]);
}

static const Folded *
get_known (void)
{
  static gsize made;
  static Folded known[N_KNOWN];

  if (g_once_init_enter (&made))
    {
      g_autoptr (GString) folded = g_string_new (NULL);

      for (gunichar letter = 0x80; letter < N_KNOWN; letter++)
        {
          g_string_truncate (folded, 0);
          append_decomposed (folded, letter);
          g_assert (folded->len <= sizeof known[letter].text);
          memcpy (known[letter].text, folded->str, folded->len);
          known[letter].length = (guint8) folded->len;
        }
      g_once_init_leave (&made, 1);
    }
  return known;
}

/* Written so that the compiler makes vector code of it. */
static void
copy_lower (char *to, const char *from, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 letter = (guint8) from[i];

      to[i] = (char) (letter + ((guint8) (letter - 'A') < 26 ? 'a' - 'A' : 0));
    }
}

static gsize
count_ascii (const char *text, gsize length)
{
  gsize n = 0;

  while (length - n >= sizeof (guint64))
    {
      guint64 part;

      memcpy (&part, text + n, sizeof part);
      if ((part & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
      n += sizeof part;
    }
  while (n < length && (guint8) text[n] < 0x80)
    n++;
  return n;
}

/* Returns: the bytes taken */
static gsize
append_one (GString *folded, const char *text, gsize length)
{
  gunichar letter = g_utf8_get_char_validated (text, (gssize) MIN (length, 6));

  if ((gint32) letter < 0) /* not UTF-8: the byte stands for itself */
    {
      g_string_append_c (folded, text[0]);
      return 1;
    }
  if (letter < N_KNOWN)
    {
      const Folded *known = &get_known ()[letter];

      g_string_append_len (folded, known->text, known->length);
    }
  else
    append_decomposed (folded, letter);
  return (gsize) g_unichar_to_utf8 (letter, NULL);
}

/**
 * comptoir_fold_append:
 * @folded: what to append to
 * @text: UTF-8, need not end in NUL
 * @length: in bytes
 */
void
comptoir_fold_append (GString *folded, const char *text, gsize length)
{
  g_return_if_fail (folded != NULL);

  while (length > 0)
    {
      gsize n_ascii = count_ascii (text, length);
      gsize old = folded->len;

      if (n_ascii > 0)
        {
          g_string_set_size (folded, old + n_ascii);
          copy_lower (folded->str + old, text, n_ascii);
        }
      else
        n_ascii = append_one (folded, text, length);
      text += n_ascii;
      length -= n_ascii;
    }
}

/**
 * comptoir_fold:
 *
 * Returns: (transfer full): @text folded
 */
char *
comptoir_fold (const char *text)
{
  g_autoptr (GString) folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_new (NULL);
  comptoir_fold_append (folded, text, strlen (text));
  return g_string_free (g_steal_pointer (&folded), FALSE);
}
