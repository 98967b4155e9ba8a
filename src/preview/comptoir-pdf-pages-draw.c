/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "comptoir-pdf-pages-private.h"

/* How a page looks until it is there in its own size; also how wide it is drawn for that, in device
 * pixels. */
#define DRAFT_WIDTH 100

/* Pages around those that are seen, of which there is to be a draft or the page itself. */
#define DRAFTS_AROUND 6
#define PAGES_AROUND  1

/* A larger page than this is shown less sharp: 128 MB of pixels. */
#define MAX_PIXELS (32.0 * 1024 * 1024)

static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA edge = { 0, 0, 0, 0.2f };
static const GdkRGBA match = { 1, 0.85f, 0, 0.4f };
static const GdkRGBA current_match = { 1, 0.45f, 0, 0.5f };
static const GdkRGBA selected = { 0.21f, 0.52f, 0.89f, 0.3f };

static void
get_seen (ComptoirPdfPages *self, guint *first, guint *last)
{
  double top = comptoir_pdf_pages_get_offset (self, GTK_ORIENTATION_VERTICAL);
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  *first = comptoir_pdf_layout_find_page (self->layout, top);
  *last = comptoir_pdf_layout_find_page (self->layout, top + height);
}

/* In device pixels, so that a picture's pixels fall on those of the screen. */
static void
get_pixel_size (ComptoirPdfPages *self, guint page, guint *width, guint *height)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GdkRectangle area;
  double shrink;

  comptoir_pdf_layout_get_page (self->layout, page, &area);
  *width = (guint) (area.width * factor);
  *height = (guint) (area.height * factor);
  shrink = sqrt (MAX_PIXELS / ((double) *width * *height));
  if (shrink < 1)
    {
      *width = MAX (1, (guint) (*width * shrink));
      *height = MAX (1, (guint) (*height * shrink));
    }
}

static void
want_page (ComptoirPdfPages *self, GArray *wanted, guint page, ComptoirPdfPriority priority)
{
  ComptoirPdfWanted item = { .page = page, .priority = priority };

  get_pixel_size (self, page, &item.width, &item.height);
  g_array_append_val (wanted, item);
}

static void
want_draft (ComptoirPdfPages *self, GArray *wanted, guint page, ComptoirPdfPriority priority)
{
  ComptoirPdfWanted item = { .page = page, .width = DRAFT_WIDTH, .priority = priority };
  const graphene_size_t *size = comptoir_pdf_document_get_size (self->document, page);

  item.height = (guint) CLAMP (DRAFT_WIDTH * size->height / size->width, 1, 8 * DRAFT_WIDTH);
  g_array_append_val (wanted, item);
}

/* What is seen: at once as a draft, then as it is. After that what may be seen next. */
void
comptoir_pdf_pages_want (ComptoirPdfPages *self)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (ComptoirPdfWanted));
  guint first, last, n_pages;

  if (self->document == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  get_seen (self, &first, &last);
  n_pages = comptoir_pdf_document_get_n_pages (self->document);
  for (guint page = first > DRAFTS_AROUND ? first - DRAFTS_AROUND : 0;
       page < MIN (last + DRAFTS_AROUND + 1, n_pages); page++)
    {
      gboolean seen = page >= first && page <= last;

      if (comptoir_pdf_cache_get_any (self->cache, page) == NULL)
        want_draft (self, wanted, page,
                    seen ? COMPTOIR_PDF_PRIORITY_DRAFT : COMPTOIR_PDF_PRIORITY_NEAR);
      if (page + PAGES_AROUND >= first && page <= last + PAGES_AROUND)
        want_page (self, wanted, page,
                   seen ? COMPTOIR_PDF_PRIORITY_VISIBLE : COMPTOIR_PDF_PRIORITY_NEAR);
    }
  comptoir_pdf_cache_want (self->cache, (const ComptoirPdfWanted *) wanted->data, wanted->len);
}

static void
mark (GtkSnapshot *snapshot,
      const GdkRectangle *area,
      double scale,
      const graphene_rect_t *place,
      const GdkRGBA *color)
{
  graphene_rect_t marked;

  graphene_rect_init (&marked, (float) (area->x + place->origin.x * scale),
                      (float) (area->y + place->origin.y * scale),
                      (float) (place->size.width * scale), (float) (place->size.height * scale));
  gtk_snapshot_append_color (snapshot, color, &marked);
}

static void
draw_marks (ComptoirPdfPages *self, GtkSnapshot *snapshot, guint page, const GdkRectangle *area)
{
  double scale = comptoir_pdf_layout_get_zoom (self->layout);
  GArray *places = comptoir_pdf_find_get_places (self->find, page);
  guint current_page, current_index;
  gboolean has_current = comptoir_pdf_find_get_current (self->find, &current_page, &current_index);

  for (guint i = 0; places != NULL && i < places->len; i++)
    mark (snapshot, area, scale, &g_array_index (places, graphene_rect_t, i),
          has_current && page == current_page && i == current_index ? &current_match : &match);
  places = comptoir_pdf_selection_get_places (self->selection, page);
  for (guint i = 0; places != NULL && i < places->len; i++)
    mark (snapshot, area, scale, &g_array_index (places, graphene_rect_t, i), &selected);
}

static void
draw_page (ComptoirPdfPages *self, GtkSnapshot *snapshot, guint page)
{
  static const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA colors[] = { edge, edge, edge, edge };
  graphene_rect_t rect, around;
  GskRoundedRect border;
  GdkTexture *texture;
  GdkRectangle area;
  guint width, height;

  comptoir_pdf_layout_get_page (self->layout, page, &area);
  graphene_rect_init (&rect, (float) area.x, (float) area.y, (float) area.width,
                      (float) area.height);
  graphene_rect_inset_r (&rect, -1, -1, &around);
  gsk_rounded_rect_init_from_rect (&border, &around, 0);
  gtk_snapshot_append_border (snapshot, &border, widths, colors);
  get_pixel_size (self, page, &width, &height);
  texture = comptoir_pdf_cache_get (self->cache, page, width);
  if (texture == NULL)
    texture = comptoir_pdf_cache_get_any (self->cache, page);
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, &rect);
  else
    gtk_snapshot_append_color (snapshot, &white, &rect);
  draw_marks (self, snapshot, page, &area);
}

void
comptoir_pdf_pages_draw (ComptoirPdfPages *self, GtkSnapshot *snapshot)
{
  guint first, last;

  if (self->document == NULL)
    return;
  get_seen (self, &first, &last);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (
          (float) -round (comptoir_pdf_pages_get_offset (self, GTK_ORIENTATION_HORIZONTAL)),
          (float) -round (comptoir_pdf_pages_get_offset (self, GTK_ORIENTATION_VERTICAL))));
  for (guint page = first; page <= last; page++)
    draw_page (self, snapshot, page);
  gtk_snapshot_restore (snapshot);
}

/**
 * comptoir_pdf_pages_get_sharp:
 * @self: pages
 *
 * Returns: whether every page that is seen is drawn in its own size
 */
gboolean
comptoir_pdf_pages_get_sharp (ComptoirPdfPages *self)
{
  guint first, last, width, height;

  g_return_val_if_fail (COMPTOIR_IS_PDF_PAGES (self), FALSE);

  if (self->document == NULL)
    return FALSE;
  get_seen (self, &first, &last);
  for (guint page = first; page <= last; page++)
    {
      get_pixel_size (self, page, &width, &height);
      if (comptoir_pdf_cache_get (self->cache, page, width) == NULL)
        return FALSE;
    }

  return TRUE;
}
