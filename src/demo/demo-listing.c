/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-listing.h"

#define PIECE_SIZE (64 * 1024)

struct _DemoListing
{
  const DemoResource *resource;
  DemoBooks books;
  DemoFormat format;
  const DemoShape *shape;
  DemoRow *row;
  guint n_rows;
  guint next;
  gboolean begun;
  gboolean ended;
};

/* RFC 4180 with a semicolon, as French programs write it. */
static void
append_csv (GString *out, const char *text)
{
  if (strpbrk (text, ";\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static const char *
get_cell (DemoListing *self, guint column)
{
  const char *value = demo_row_get (self->row, self->resource->columns[column]);

  return value == NULL || strcmp (value, "null") == 0 ? "" : value;
}

static void
append_csv_row (DemoListing *self, gboolean header, GString *out)
{
  for (guint i = 0; self->resource->columns[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ';');
      append_csv (out, header ? self->resource->columns[i] : get_cell (self, i));
    }
  g_string_append (out, "\r\n");
}

static void
append_html_row (DemoListing *self, gboolean header, GString *out)
{
  g_string_append (out, "<tr>");
  for (guint i = 0; self->resource->columns[i] != NULL; i++)
    {
      const char *text = header ? self->resource->columns[i] : get_cell (self, i);

      g_string_append (out, header ? "<th>" : "<td>");
      demo_append_html (out, text, strlen (text));
      g_string_append (out, header ? "</th>" : "</td>");
    }
  g_string_append (out, "</tr>\n");
}

static void
begin (DemoListing *self, GString *out)
{
  g_string_append (out, demo_shape_get_prefix (self->shape));
  switch (self->format)
    {
    case DEMO_FORMAT_CSV:
      append_csv_row (self, TRUE, out);
      break;
    case DEMO_FORMAT_HTML:
      g_string_append_printf (out,
                              "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">"
                              "<title>%s</title></head>\n<body><h1>%s</h1>\n<table>\n<thead>",
                              self->resource->title, self->resource->title);
      append_html_row (self, TRUE, out);
      g_string_append (out, "</thead>\n<tbody>\n");
      break;
    case DEMO_FORMAT_JSON:
    default:
      demo_shape_begin (self->shape, out);
      break;
    }
  self->begun = TRUE;
}

static void
append_row (DemoListing *self, GString *out)
{
  demo_row_clear (self->row);
  self->resource->fill (&self->books, self->next, self->row);
  switch (self->format)
    {
    case DEMO_FORMAT_CSV:
      append_csv_row (self, FALSE, out);
      break;
    case DEMO_FORMAT_HTML:
      append_html_row (self, FALSE, out);
      break;
    case DEMO_FORMAT_JSON:
    default:
      demo_shape_add_row (self->shape, self->row, self->next, out);
      break;
    }
  self->next++;
}

static void
end (DemoListing *self, GString *out)
{
  if (self->format == DEMO_FORMAT_JSON)
    demo_shape_end (self->shape, out);
  else if (self->format == DEMO_FORMAT_HTML)
    g_string_append (out, "</tbody>\n</table>\n</body></html>\n");
  self->ended = TRUE;
}

static GBytes *
read_piece (DemoListing *self, gsize size)
{
  const char *whole = demo_shape_get_whole (self->shape, self->format);
  GString *out;

  if (self->ended)
    return NULL;
  out = g_string_sized_new (size == G_MAXSIZE ? 4096 : size + 4096);
  if (whole != NULL)
    {
      g_string_append (out, whole);
      self->ended = TRUE;
      return demo_shape_encode (self->shape, out);
    }
  if (!self->begun)
    begin (self, out);
  while (self->next < self->n_rows && out->len < size)
    append_row (self, out);
  if (self->next == self->n_rows)
    end (self, out);

  return demo_shape_encode (self->shape, out);
}

/**
 * demo_listing_new:
 * @resource: what is listed
 * @catalogue: the shop's catalogue, which must outlive the listing
 * @pending: (element-type DemoOrder): the orders not paid
 * @format: JSON, CSV or HTML
 * @shape: how it is written
 *
 * Returns: (transfer full): a reply about to be written
 */
DemoListing *
demo_listing_new (const DemoResource *resource,
                  const DemoCatalogue *catalogue,
                  GPtrArray *pending,
                  DemoFormat format,
                  const DemoShape *shape)
{
  DemoListing *self;

  g_return_val_if_fail (resource != NULL && catalogue != NULL && pending != NULL, NULL);
  g_return_val_if_fail (shape != NULL, NULL);

  self = g_new0 (DemoListing, 1);
  self->resource = resource;
  self->books.catalogue = catalogue;
  self->books.pending = g_ptr_array_ref (pending);
  self->format = format;
  self->shape = shape;
  self->row = demo_row_new ();
  self->n_rows = resource->count (&self->books);

  return self;
}

/**
 * demo_listing_free:
 * @self: (transfer full) (nullable): a listing
 */
void
demo_listing_free (DemoListing *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->books.pending);
  demo_row_free (self->row);
  g_free (self);
}

/**
 * demo_listing_get_n_rows:
 * @self: a listing
 *
 * Returns: how many rows it has
 */
guint
demo_listing_get_n_rows (const DemoListing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * demo_listing_read:
 * @self: a listing
 *
 * Returns: (transfer full) (nullable): the next piece of whole rows, about 64 KiB of them; %NULL
 *   after the last
 */
GBytes *
demo_listing_read (DemoListing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return read_piece (self, PIECE_SIZE);
}

/**
 * demo_listing_read_all:
 * @self: a listing nothing was read of yet
 *
 * Returns: (transfer full): all of it
 */
GBytes *
demo_listing_read_all (DemoListing *self)
{
  g_return_val_if_fail (self != NULL && !self->begun, NULL);

  return read_piece (self, G_MAXSIZE);
}
