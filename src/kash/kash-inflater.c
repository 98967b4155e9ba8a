/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-inflater.h"

#include "kash-error.h"

#define OUTPUT_SIZE (64 * 1024)

struct _KashInflater
{
  GConverter *decompressor;
  GByteArray *pending; /* input the decompressor hasn't taken yet */
  gboolean finished;
};

static gboolean
set_unreadable (GError **error, const char *detail)
{
  g_propagate_error (error, kash_error_new (KASH_ERROR_UNREADABLE, detail, NULL));
  return FALSE;
}

/**
 * kash_inflater_new:
 * @encoding: a reply's Content-Encoding
 * @error: return location
 *
 * Returns: (transfer full) (nullable): an inflater; %NULL with %KASH_ERROR_UNREADABLE for what
 *   wasn't asked for
 */
KashInflater *
kash_inflater_new (const char *encoding, GError **error)
{
  KashInflater *self;

  if (g_ascii_strcasecmp (encoding, "gzip") != 0 && g_ascii_strcasecmp (encoding, "x-gzip") != 0)
    {
      set_unreadable (error, "unknown Content-Encoding");
      return NULL;
    }

  self = g_new0 (KashInflater, 1);
  self->decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  self->pending = g_byte_array_new ();
  return self;
}

/**
 * kash_inflater_free:
 *
 * Frees an inflater.
 */
void
kash_inflater_free (KashInflater *self)
{
  g_object_unref (self->decompressor);
  g_byte_array_unref (self->pending);
  g_free (self);
}

/**
 * kash_inflater_push:
 * @self: an inflater
 * @bytes: what came in
 * @func: takes what it unpacks to, in pieces of at most 64 KiB
 * @user_data: for @func
 * @error: return location
 *
 * What follows the end of the compressed stream is passed over.
 *
 * Returns: whether it could be unpacked; %FALSE with %KASH_ERROR_UNREADABLE or the error of @func
 */
gboolean
kash_inflater_push (KashInflater *self,
                    GBytes *bytes,
                    KashInflatedFunc func,
                    gpointer user_data,
                    GError **error)
{
  gsize taken = 0;

  if (self->finished)
    return TRUE;

  g_byte_array_append (self->pending, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  while (!self->finished)
    {
      g_autofree guint8 *output = g_malloc (OUTPUT_SIZE);
      g_autoptr (GBytes) unpacked = NULL;
      g_autoptr (GError) converter_error = NULL;
      gsize n_read = 0;
      gsize n_written = 0;
      GConverterResult result = g_converter_convert (
          self->decompressor, self->pending->data + taken, self->pending->len - taken, output,
          OUTPUT_SIZE, G_CONVERTER_NO_FLAGS, &n_read, &n_written, &converter_error);

      if (g_error_matches (converter_error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
        break;
      if (result == G_CONVERTER_ERROR)
        return set_unreadable (error, converter_error->message);

      taken += n_read;
      self->finished = result == G_CONVERTER_FINISHED;
      unpacked = g_bytes_new_take (g_realloc (g_steal_pointer (&output), n_written), n_written);
      if (!func (unpacked, user_data, error))
        return FALSE;
    }

  g_byte_array_remove_range (self->pending, 0, taken);
  return TRUE;
}

/**
 * kash_inflater_end:
 * @self: an inflater
 * @error: return location
 *
 * Returns: whether the compressed stream was complete; %FALSE with %KASH_ERROR_UNREADABLE
 */
gboolean
kash_inflater_end (KashInflater *self, GError **error)
{
  return self->finished || set_unreadable (error, "the gzip stream breaks off");
}
