/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-cache.h"

typedef struct
{
  guint page;
  guint width;
  GdkTexture *texture; /* (nullable): while it is on its way, and when it can't be drawn */
  gsize bytes;
  GCancellable *cancellable; /* (nullable): only while it is on its way */
  gboolean wanted;
} Picture;

struct _ComptoirPdfCache
{
  GObject parent_instance;

  ComptoirPdfDocument *document;
  gsize max_bytes;
  gsize bytes;
  GQueue pictures; /* Picture, the one used last first; a few hundred at most */
};

G_DEFINE_FINAL_TYPE (ComptoirPdfCache, comptoir_pdf_cache, G_TYPE_OBJECT)

static guint changed_signal;

typedef struct
{
  ComptoirPdfCache *cache;
  guint page;
  guint width;
  guint height;
  GCancellable *cancellable;
} Drawing;

static void
drawing_free (Drawing *drawing)
{
  g_object_unref (drawing->cache);
  g_object_unref (drawing->cancellable);
  g_free (drawing);
}

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_cancellable_cancel (picture->cancellable);
  g_clear_object (&picture->cancellable);
  g_clear_object (&picture->texture);
  g_free (picture);
}

static GList *
find_link (ComptoirPdfCache *self, guint page, guint width)
{
  for (GList *l = self->pictures.head; l != NULL; l = l->next)
    {
      Picture *picture = l->data;

      if (picture->page == page && picture->width == width)
        return l;
    }

  return NULL;
}

static void
drop (ComptoirPdfCache *self, GList *link)
{
  Picture *picture = link->data;

  self->bytes -= picture->bytes;
  picture_free (picture);
  g_queue_delete_link (&self->pictures, link);
}

/* What is wanted now stays, even where that is more than there should be. */
static void
drop_oldest (ComptoirPdfCache *self)
{
  GList *link = self->pictures.tail;

  while (link != NULL && self->bytes > self->max_bytes)
    {
      GList *previous = link->prev;

      if (!((Picture *) link->data)->wanted)
        drop (self, link);
      link = previous;
    }
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drawing *drawing = user_data;
  ComptoirPdfCache *self = drawing->cache;
  g_autoptr (GBytes) pixels = NULL;
  GList *link = find_link (self, drawing->page, drawing->width);
  Picture *picture = link != NULL ? link->data : NULL;

  pixels = comptoir_pdf_document_render_finish (COMPTOIR_PDF_DOCUMENT (source), result, NULL);
  /* It may have been given up and asked for again meanwhile. */
  if (picture == NULL || picture->cancellable != drawing->cancellable)
    {
      drawing_free (drawing);
      return;
    }
  /* A page that can't be drawn is left white and not asked for again. */
  g_clear_object (&picture->cancellable);
  if (pixels != NULL)
    {
      picture->bytes = g_bytes_get_size (pixels);
      self->bytes += picture->bytes;
      picture->texture
          = gdk_memory_texture_new ((int) drawing->width, (int) drawing->height, GDK_MEMORY_DEFAULT,
                                    pixels, (gsize) drawing->width * 4);
      drop_oldest (self);
    }
  g_signal_emit (self, changed_signal, 0, drawing->page);
  drawing_free (drawing);
}

static void
draw (ComptoirPdfCache *self, const ComptoirPdfWanted *wanted)
{
  Picture *picture = g_new0 (Picture, 1);
  Drawing *drawing = g_new0 (Drawing, 1);

  picture->page = wanted->page;
  picture->width = wanted->width;
  picture->wanted = TRUE;
  picture->cancellable = g_cancellable_new ();
  g_queue_push_head (&self->pictures, picture);
  drawing->cache = g_object_ref (self);
  drawing->page = wanted->page;
  drawing->width = wanted->width;
  drawing->height = wanted->height;
  drawing->cancellable = g_object_ref (picture->cancellable);
  comptoir_pdf_document_render_async (self->document, wanted->page, wanted->width, wanted->height,
                                      FALSE, wanted->priority, picture->cancellable, on_drawn,
                                      drawing);
}

static void
comptoir_pdf_cache_dispose (GObject *object)
{
  ComptoirPdfCache *self = COMPTOIR_PDF_CACHE (object);

  g_queue_clear_full (&self->pictures, picture_free);
  self->bytes = 0;
  g_clear_object (&self->document);

  G_OBJECT_CLASS (comptoir_pdf_cache_parent_class)->dispose (object);
}

static void
comptoir_pdf_cache_class_init (ComptoirPdfCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comptoir_pdf_cache_dispose;

  changed_signal = g_signal_new ("changed", COMPTOIR_TYPE_PDF_CACHE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
comptoir_pdf_cache_init (ComptoirPdfCache *self)
{
  g_queue_init (&self->pictures);
}

/**
 * comptoir_pdf_cache_new:
 * @document: a document
 * @max_bytes: of the pictures to keep; those wanted now are kept in any case
 *
 * Returns: (transfer full): a cache without pictures
 */
ComptoirPdfCache *
comptoir_pdf_cache_new (ComptoirPdfDocument *document, gsize max_bytes)
{
  ComptoirPdfCache *self;

  g_return_val_if_fail (COMPTOIR_IS_PDF_DOCUMENT (document), NULL);

  self = g_object_new (COMPTOIR_TYPE_PDF_CACHE, NULL);
  self->document = g_object_ref (document);
  self->max_bytes = max_bytes;

  return self;
}

/**
 * comptoir_pdf_cache_want:
 * @self: a cache
 * @wanted: (array length=n_wanted): pictures
 * @n_wanted: how many
 *
 * Says which pictures are needed from now on. Those that aren't there are asked for; those that
 * were asked for and aren't needed any more are given up.
 */
void
comptoir_pdf_cache_want (ComptoirPdfCache *self, const ComptoirPdfWanted *wanted, guint n_wanted)
{
  GList *link;

  g_return_if_fail (COMPTOIR_IS_PDF_CACHE (self));

  for (link = self->pictures.head; link != NULL; link = link->next)
    ((Picture *) link->data)->wanted = FALSE;
  for (guint i = 0; i < n_wanted; i++)
    {
      link = find_link (self, wanted[i].page, wanted[i].width);
      if (link == NULL)
        draw (self, &wanted[i]);
      else
        {
          ((Picture *) link->data)->wanted = TRUE;
          g_queue_unlink (&self->pictures, link);
          g_queue_push_head_link (&self->pictures, link);
        }
    }
  link = self->pictures.head;
  while (link != NULL)
    {
      GList *next = link->next;
      Picture *picture = link->data;

      if (!picture->wanted && picture->cancellable != NULL)
        drop (self, link);
      link = next;
    }
  drop_oldest (self);
}

/**
 * comptoir_pdf_cache_get:
 * @self: a cache
 * @page: from 0
 * @width: in device pixels
 *
 * Returns: (transfer none) (nullable): the picture of the page in this very size
 */
GdkTexture *
comptoir_pdf_cache_get (ComptoirPdfCache *self, guint page, guint width)
{
  GList *link;

  g_return_val_if_fail (COMPTOIR_IS_PDF_CACHE (self), NULL);

  link = find_link (self, page, width);

  return link != NULL ? ((Picture *) link->data)->texture : NULL;
}

/**
 * comptoir_pdf_cache_get_any:
 * @self: a cache
 * @page: from 0
 *
 * Returns: (transfer none) (nullable): the largest picture of the page that is there
 */
GdkTexture *
comptoir_pdf_cache_get_any (ComptoirPdfCache *self, guint page)
{
  Picture *best = NULL;

  g_return_val_if_fail (COMPTOIR_IS_PDF_CACHE (self), NULL);

  for (GList *l = self->pictures.head; l != NULL; l = l->next)
    {
      Picture *picture = l->data;

      if (picture->page == page && picture->texture != NULL
          && (best == NULL || picture->width > best->width))
        best = picture;
    }

  return best != NULL ? best->texture : NULL;
}

/**
 * comptoir_pdf_cache_get_bytes:
 * @self: a cache
 *
 * Returns: how much memory its pictures take
 */
gsize
comptoir_pdf_cache_get_bytes (ComptoirPdfCache *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_CACHE (self), 0);

  return self->bytes;
}

/**
 * comptoir_pdf_cache_get_busy:
 * @self: a cache
 *
 * Returns: whether a picture is on its way
 */
gboolean
comptoir_pdf_cache_get_busy (ComptoirPdfCache *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_CACHE (self), FALSE);

  for (GList *l = self->pictures.head; l != NULL; l = l->next)
    if (((Picture *) l->data)->cancellable != NULL)
      return TRUE;

  return FALSE;
}
