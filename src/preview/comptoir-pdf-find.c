/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-find.h"

struct _ComptoirPdfFind
{
  GObject parent_instance;

  ComptoirPdfDocument *document;
  char *text; /* (nullable) */
  GCancellable *cancellable;
  GArray **pages; /* (element-type graphene_rect_t): of each page, %NULL where not looked yet */
  guint n_pages;
  guint first; /* the page where it began */
  guint n_done;
  guint n_matches;
  gboolean has_current;
  guint current_page;
  guint current_index;
};

G_DEFINE_FINAL_TYPE (ComptoirPdfFind, comptoir_pdf_find, G_TYPE_OBJECT)

enum
{
  CHANGED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void look_on (ComptoirPdfFind *self);

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirPdfFind) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places
      = comptoir_pdf_document_find_finish (COMPTOIR_PDF_DOCUMENT (source), result, &error);
  guint page;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_ENDED)
      || g_error_matches (error, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_HANGING))
    return;
  page = (self->first + self->n_done) % self->n_pages;
  self->n_done++;
  /* A page that can't be read has nothing to find. */
  if (places == NULL)
    places = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  self->n_matches += places->len;
  self->pages[page] = g_array_ref (places);
  g_signal_emit (self, signals[CHANGED], 0);
  if (!self->has_current && places->len > 0)
    {
      self->has_current = TRUE;
      self->current_page = page;
      self->current_index = 0;
      g_signal_emit (self, signals[MOVED], 0);
    }
  look_on (self);
}

static void
look_on (ComptoirPdfFind *self)
{
  if (self->text == NULL || self->n_done == self->n_pages)
    return;
  comptoir_pdf_document_find_async (self->document, (self->first + self->n_done) % self->n_pages,
                                    self->text, self->cancellable, on_found, g_object_ref (self));
}

static void
forget (ComptoirPdfFind *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < self->n_pages; i++)
    g_clear_pointer (&self->pages[i], g_array_unref);
  g_clear_pointer (&self->text, g_free);
  self->n_done = 0;
  self->n_matches = 0;
  self->has_current = FALSE;
}

static void
comptoir_pdf_find_dispose (GObject *object)
{
  ComptoirPdfFind *self = COMPTOIR_PDF_FIND (object);

  forget (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (comptoir_pdf_find_parent_class)->dispose (object);
}

static void
comptoir_pdf_find_finalize (GObject *object)
{
  ComptoirPdfFind *self = COMPTOIR_PDF_FIND (object);

  g_free (self->pages);

  G_OBJECT_CLASS (comptoir_pdf_find_parent_class)->finalize (object);
}

static void
comptoir_pdf_find_class_init (ComptoirPdfFindClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comptoir_pdf_find_dispose;
  object_class->finalize = comptoir_pdf_find_finalize;

  signals[CHANGED] = g_signal_new ("changed", COMPTOIR_TYPE_PDF_FIND, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", COMPTOIR_TYPE_PDF_FIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
comptoir_pdf_find_init (ComptoirPdfFind *self)
{
}

/**
 * comptoir_pdf_find_new:
 * @document: a document
 *
 * Returns: (transfer full): a search for nothing yet
 */
ComptoirPdfFind *
comptoir_pdf_find_new (ComptoirPdfDocument *document)
{
  ComptoirPdfFind *self;

  g_return_val_if_fail (COMPTOIR_IS_PDF_DOCUMENT (document), NULL);

  self = g_object_new (COMPTOIR_TYPE_PDF_FIND, NULL);
  self->document = g_object_ref (document);
  self->n_pages = comptoir_pdf_document_get_n_pages (document);
  self->pages = g_new0 (GArray *, self->n_pages);

  return self;
}

/**
 * comptoir_pdf_find_set_text:
 * @self: a search
 * @text: (nullable): what to find, whatever its case; %NULL or "" ends the search
 * @page: where to begin, from 0
 *
 * Looks through all pages from @page on and round again. The first match becomes the current one.
 */
void
comptoir_pdf_find_set_text (ComptoirPdfFind *self, const char *text, guint page)
{
  g_return_if_fail (COMPTOIR_IS_PDF_FIND (self));
  g_return_if_fail (page < self->n_pages);

  forget (self);
  if (text != NULL && *text != '\0')
    self->text = g_strdup (text);
  self->first = page;
  self->cancellable = g_cancellable_new ();
  g_signal_emit (self, signals[CHANGED], 0);
  look_on (self);
}

/**
 * comptoir_pdf_find_step:
 * @self: a search
 * @step: 1 for the next match, -1 for the one before
 *
 * Makes another match the current one, round the ends of the document. Pages not looked at yet are
 * passed over.
 */
void
comptoir_pdf_find_step (ComptoirPdfFind *self, int step)
{
  g_return_if_fail (COMPTOIR_IS_PDF_FIND (self));
  g_return_if_fail (step == 1 || step == -1);

  if (!self->has_current)
    return;
  if (step == 1 && self->current_index + 1 < self->pages[self->current_page]->len)
    self->current_index++;
  else if (step == -1 && self->current_index > 0)
    self->current_index--;
  else
    {
      do
        self->current_page = (self->current_page + self->n_pages + (guint) step) % self->n_pages;
      while (self->pages[self->current_page] == NULL || self->pages[self->current_page]->len == 0);
      self->current_index = step == 1 ? 0 : self->pages[self->current_page]->len - 1;
    }
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * comptoir_pdf_find_get_n_matches:
 * @self: a search
 *
 * Returns: how many matches there are so far
 */
guint
comptoir_pdf_find_get_n_matches (ComptoirPdfFind *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_FIND (self), 0);

  return self->n_matches;
}

/**
 * comptoir_pdf_find_get_position:
 * @self: a search
 *
 * Returns: which of the matches is the current one, from 1 in the order of the document; 0 when
 *   there is none
 */
guint
comptoir_pdf_find_get_position (ComptoirPdfFind *self)
{
  guint position;

  g_return_val_if_fail (COMPTOIR_IS_PDF_FIND (self), 0);

  if (!self->has_current)
    return 0;
  position = self->current_index + 1;
  for (guint i = 0; i < self->current_page; i++)
    position += self->pages[i] != NULL ? self->pages[i]->len : 0;

  return position;
}

/**
 * comptoir_pdf_find_get_busy:
 * @self: a search
 *
 * Returns: whether there are pages to look at yet
 */
gboolean
comptoir_pdf_find_get_busy (ComptoirPdfFind *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_FIND (self), FALSE);

  return self->text != NULL && self->n_done < self->n_pages;
}

/**
 * comptoir_pdf_find_get_places:
 * @self: a search
 * @page: from 0
 *
 * Returns: (transfer none) (nullable) (element-type graphene_rect_t): the matches on a page
 */
GArray *
comptoir_pdf_find_get_places (ComptoirPdfFind *self, guint page)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_FIND (self), NULL);
  g_return_val_if_fail (page < self->n_pages, NULL);

  return self->pages[page];
}

/**
 * comptoir_pdf_find_get_current:
 * @self: a search
 * @page: (out): its page, from 0
 * @index: (out): which of that page's matches, from 0
 *
 * Returns: whether there is a current match
 */
gboolean
comptoir_pdf_find_get_current (ComptoirPdfFind *self, guint *page, guint *index)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_FIND (self), FALSE);
  g_return_val_if_fail (page != NULL && index != NULL, FALSE);

  *page = self->current_page;
  *index = self->current_index;

  return self->has_current;
}
