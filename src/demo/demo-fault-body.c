/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-fault-body.h"

static void
append_repeated (GString *text, char character, gsize count)
{
  gsize start = text->len;

  g_string_set_size (text, start + count);
  memset (text->str + start, character, count);
}

/**
 * demo_fault_body_deep:
 * @depth: how deep
 *
 * Returns: (transfer full): a list of a row with a value nested @depth arrays deep
 */
GBytes *
demo_fault_body_deep (guint depth)
{
  GString *text = g_string_new ("[{\"id\":\"1\",\"title\":\"Baguette\",\"nested\":");

  append_repeated (text, '[', depth);
  append_repeated (text, ']', depth);
  g_string_append (text, "}]");

  return g_string_free_to_bytes (text);
}

/**
 * demo_fault_body_big_cell:
 * @size: of the cell, in bytes
 *
 * Returns: (transfer full): a list of two rows, the first of which has a text of that size
 */
GBytes *
demo_fault_body_big_cell (gsize size)
{
  GString *text = g_string_new ("[{\"id\":\"1\",\"title\":\"");

  append_repeated (text, 'x', size);
  g_string_append (text, "\"},{\"id\":\"2\",\"title\":\"Croissant\"}]");

  return g_string_free_to_bytes (text);
}

/**
 * demo_fault_body_bad_utf8:
 *
 * Returns: (transfer full): a list whose text is neither UTF-8 nor all Windows-1252
 */
GBytes *
demo_fault_body_bad_utf8 (void)
{
  static const char text[]
      = "[{\"id\":\"1\",\"title\":\"P\xc3\xa2t\xe9 \xff\xfe\x81 \xed\xa0\x80\"},"
        "{\"id\":\"2\",\"title\":\"Caf\xc3\xa9\"}]";

  return g_bytes_new_static (text, sizeof text - 1);
}

/**
 * demo_fault_body_nul:
 *
 * Returns: (transfer full): a list with a NUL byte and an escaped one in its texts
 */
GBytes *
demo_fault_body_nul (void)
{
  static const char text[] = "[{\"id\":\"1\",\"title\":\"Pain\0complet\"},"
                             "{\"id\":\"2\",\"title\":\"Pain\\u0000de mie\"}]";

  return g_bytes_new_static (text, sizeof text - 1);
}

/**
 * demo_fault_body_duplicate_keys:
 *
 * Returns: (transfer full): a list of an object that has a key twice
 */
GBytes *
demo_fault_body_duplicate_keys (void)
{
  static const char text[] = "[{\"id\":\"1\",\"title\":\"Baguette\",\"title\":\"Tradition\"},"
                             "{\"id\":\"2\",\"title\":\"Croissant\"}]";

  return g_bytes_new_static (text, sizeof text - 1);
}

/**
 * demo_fault_body_gzip_head:
 *
 * Returns: (transfer full): the header a gzip file begins with (RFC 1952, 2.3)
 */
GBytes *
demo_fault_body_gzip_head (void)
{
  static const guint8 head[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3 };

  return g_bytes_new_static (head, sizeof head);
}

/**
 * demo_fault_body_gzip_mebibyte:
 *
 * A deflate block that ends on a byte and looks back no further than into blanks, so that it can
 * follow itself as often as one likes (RFC 1951).
 *
 * Returns: (transfer full): a kilobyte or so that unpacks to a mebibyte of blanks
 */
GBytes *
demo_fault_body_gzip_mebibyte (void)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  gsize size = 1024 * 1024, n_read = 0, n_written = 0;
  g_autofree char *blanks = g_malloc (size);
  char *packed = g_malloc (64 * 1024);

  memset (blanks, ' ', size);
  g_converter_convert (G_CONVERTER (compressor), blanks, size, packed, 64 * 1024, G_CONVERTER_FLUSH,
                       &n_read, &n_written, NULL);

  return g_bytes_new_take (packed, n_written);
}

/**
 * demo_fault_body_bad_gzip:
 *
 * Returns: (transfer full): a gzip file whose second block is of a kind there is not
 */
GBytes *
demo_fault_body_bad_gzip (void)
{
  static const guint8 garbage[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  g_autoptr (GBytes) head = demo_fault_body_gzip_head ();
  g_autoptr (GBytes) block = demo_fault_body_gzip_mebibyte ();
  GByteArray *body = g_byte_array_new ();

  g_byte_array_append (body, g_bytes_get_data (head, NULL), g_bytes_get_size (head));
  g_byte_array_append (body, g_bytes_get_data (block, NULL), g_bytes_get_size (block));
  g_byte_array_append (body, garbage, sizeof garbage);

  return g_byte_array_free_to_bytes (body);
}

/**
 * demo_fault_body_rows:
 *
 * Returns: (transfer full): a thousand rows, each with the comma that lets another follow
 */
GBytes *
demo_fault_body_rows (void)
{
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (rows, "{\"id\":\"1\",\"title\":\"Baguette\"},\n");

  return g_string_free_to_bytes (rows);
}

/**
 * demo_fault_body_prefixed:
 * @prefix: text
 * @body: a body
 *
 * Returns: (transfer full): the text, then the body
 */
GBytes *
demo_fault_body_prefixed (const char *prefix, GBytes *body)
{
  gsize size, prefix_size = strlen (prefix);
  const char *data = g_bytes_get_data (body, &size);
  char *joined = g_malloc (prefix_size + size + 1);

  memcpy (joined, prefix, prefix_size);
  if (size > 0)
    memcpy (joined + prefix_size, data, size);

  return g_bytes_new_take (joined, prefix_size + size);
}
