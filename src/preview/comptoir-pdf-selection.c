/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-selection-private.h"

/* What is marked on a page. */
typedef struct
{
  GArray *places; /* (nullable): graphene_rect_t; of an earlier extent until the new ones come */
  guint extent;   /* that was asked for last */
  GCancellable *cancellable;
} Part;

G_DEFINE_FINAL_TYPE (ComptoirPdfSelection, comptoir_pdf_selection, G_TYPE_OBJECT)

static guint changed_signal;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_cancellable_cancel (part->cancellable);
  g_clear_object (&part->cancellable);
  g_clear_pointer (&part->places, g_array_unref);
  g_free (part);
}

static gboolean
is_before (const ComptoirPdfPlace *a, const ComptoirPdfPlace *b)
{
  if (a->page != b->page)
    return a->page < b->page;

  return a->point.y < b->point.y || (a->point.y == b->point.y && a->point.x < b->point.x);
}

void
comptoir_pdf_selection_get_range (ComptoirPdfSelection *self,
                                  ComptoirPdfPlace *first,
                                  ComptoirPdfPlace *last)
{
  gboolean forward = !is_before (&self->end, &self->start);

  *first = forward ? self->start : self->end;
  *last = forward ? self->end : self->start;
}

/* From where to where on one page; %FALSE where it has no part in it. */
gboolean
comptoir_pdf_selection_get_part (ComptoirPdfSelection *self,
                                 guint page,
                                 graphene_point_t *from,
                                 graphene_point_t *to)
{
  const graphene_size_t *size = comptoir_pdf_document_get_size (self->document, page);
  ComptoirPdfPlace first, last;

  comptoir_pdf_selection_get_range (self, &first, &last);
  if (comptoir_pdf_selection_get_empty (self) || page < first.page || page > last.page)
    return FALSE;
  *from = page == first.page ? first.point : GRAPHENE_POINT_INIT (0, 0);
  *to = page == last.page ? last.point : GRAPHENE_POINT_INIT (size->width, size->height);

  return TRUE;
}

static void
on_places (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirPdfSelection *self = g_task_get_source_object (task);
  g_autoptr (GArray) places
      = comptoir_pdf_document_select_finish (COMPTOIR_PDF_DOCUMENT (source), result, NULL, NULL);
  Part *part = g_hash_table_lookup (self->parts, g_task_get_task_data (task));

  if (part == NULL || part->cancellable != g_task_get_cancellable (task))
    return;
  g_clear_object (&part->cancellable);
  g_clear_pointer (&part->places, g_array_unref);
  part->places = g_steal_pointer (&places);
  g_signal_emit (self, changed_signal, 0);
}

static void
ask_for_places (ComptoirPdfSelection *self, Part *part, guint page)
{
  graphene_point_t from, to;
  GTask *task;

  g_cancellable_cancel (part->cancellable);
  g_clear_object (&part->cancellable);
  part->extent = self->extent;
  if (!comptoir_pdf_selection_get_part (self, page, &from, &to))
    {
      g_clear_pointer (&part->places, g_array_unref);
      return;
    }
  part->cancellable = g_cancellable_new ();
  task = g_task_new (self, part->cancellable, NULL, NULL);
  g_task_set_source_tag (task, ask_for_places);
  g_task_set_task_data (task, GUINT_TO_POINTER (page), NULL);
  comptoir_pdf_document_select_async (self->document, page, &from, &to, self->style,
                                      part->cancellable, on_places, task);
}

static void
set_changed (ComptoirPdfSelection *self)
{
  self->extent++;
  g_signal_emit (self, changed_signal, 0);
}

static void
comptoir_pdf_selection_dispose (GObject *object)
{
  ComptoirPdfSelection *self = COMPTOIR_PDF_SELECTION (object);

  g_hash_table_remove_all (self->parts);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (comptoir_pdf_selection_parent_class)->dispose (object);
}

static void
comptoir_pdf_selection_finalize (GObject *object)
{
  ComptoirPdfSelection *self = COMPTOIR_PDF_SELECTION (object);

  g_hash_table_unref (self->parts);

  G_OBJECT_CLASS (comptoir_pdf_selection_parent_class)->finalize (object);
}

static void
comptoir_pdf_selection_class_init (ComptoirPdfSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comptoir_pdf_selection_dispose;
  object_class->finalize = comptoir_pdf_selection_finalize;

  changed_signal = g_signal_new ("changed", COMPTOIR_TYPE_PDF_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
comptoir_pdf_selection_init (ComptoirPdfSelection *self)
{
  self->parts = g_hash_table_new_full (NULL, NULL, NULL, part_free);
}

/**
 * comptoir_pdf_selection_new:
 * @document: a document
 *
 * Returns: (transfer full): a selection of nothing
 */
ComptoirPdfSelection *
comptoir_pdf_selection_new (ComptoirPdfDocument *document)
{
  ComptoirPdfSelection *self;

  g_return_val_if_fail (COMPTOIR_IS_PDF_DOCUMENT (document), NULL);

  self = g_object_new (COMPTOIR_TYPE_PDF_SELECTION, NULL);
  self->document = g_object_ref (document);

  return self;
}

/**
 * comptoir_pdf_selection_begin:
 * @self: a selection
 * @page: from 0
 * @point: of the page, in points
 * @style: whether words and lines are taken whole
 *
 * Starts again at a point.
 */
void
comptoir_pdf_selection_begin (ComptoirPdfSelection *self,
                              guint page,
                              const graphene_point_t *point,
                              ComptoirPdfStyle style)
{
  g_return_if_fail (COMPTOIR_IS_PDF_SELECTION (self));
  g_return_if_fail (page < comptoir_pdf_document_get_n_pages (self->document));

  g_hash_table_remove_all (self->parts);
  self->start = (ComptoirPdfPlace){ page, *point };
  self->end = self->start;
  self->style = style;
  self->active = TRUE;
  set_changed (self);
}

/**
 * comptoir_pdf_selection_extend:
 * @self: a selection
 * @page: from 0
 * @point: of the page, in points
 *
 * Moves the end that didn't begin it.
 */
void
comptoir_pdf_selection_extend (ComptoirPdfSelection *self,
                               guint page,
                               const graphene_point_t *point)
{
  g_return_if_fail (COMPTOIR_IS_PDF_SELECTION (self));
  g_return_if_fail (page < comptoir_pdf_document_get_n_pages (self->document));

  if (!self->active)
    return;
  self->end = (ComptoirPdfPlace){ page, *point };
  set_changed (self);
}

/**
 * comptoir_pdf_selection_all:
 * @self: a selection
 *
 * Selects the whole document.
 */
void
comptoir_pdf_selection_all (ComptoirPdfSelection *self)
{
  const graphene_size_t *size;
  guint last;

  g_return_if_fail (COMPTOIR_IS_PDF_SELECTION (self));

  last = comptoir_pdf_document_get_n_pages (self->document) - 1;
  size = comptoir_pdf_document_get_size (self->document, last);
  comptoir_pdf_selection_begin (self, 0, &GRAPHENE_POINT_INIT (0, 0), COMPTOIR_PDF_STYLE_LETTER);
  comptoir_pdf_selection_extend (self, last, &GRAPHENE_POINT_INIT (size->width, size->height));
}

/**
 * comptoir_pdf_selection_clear:
 * @self: a selection
 *
 * Selects nothing.
 */
void
comptoir_pdf_selection_clear (ComptoirPdfSelection *self)
{
  g_return_if_fail (COMPTOIR_IS_PDF_SELECTION (self));

  g_hash_table_remove_all (self->parts);
  self->active = FALSE;
  set_changed (self);
}

/**
 * comptoir_pdf_selection_get_empty:
 * @self: a selection
 *
 * Returns: whether nothing is selected
 */
gboolean
comptoir_pdf_selection_get_empty (ComptoirPdfSelection *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_SELECTION (self), TRUE);

  return !self->active
         || (self->style == COMPTOIR_PDF_STYLE_LETTER && self->start.page == self->end.page
             && graphene_point_equal (&self->start.point, &self->end.point));
}

/**
 * comptoir_pdf_selection_get_places:
 * @self: a selection
 * @page: from 0
 *
 * Returns: (transfer none) (nullable) (element-type graphene_rect_t): what to mark on a page. It
 *   may be behind what is selected; "changed" follows then.
 */
GArray *
comptoir_pdf_selection_get_places (ComptoirPdfSelection *self, guint page)
{
  Part *part;

  g_return_val_if_fail (COMPTOIR_IS_PDF_SELECTION (self), NULL);

  if (comptoir_pdf_selection_get_empty (self))
    return NULL;
  part = g_hash_table_lookup (self->parts, GUINT_TO_POINTER (page));
  if (part == NULL)
    {
      part = g_new0 (Part, 1);
      part->extent = self->extent - 1;
      g_hash_table_insert (self->parts, GUINT_TO_POINTER (page), part);
    }
  if (part->extent != self->extent)
    ask_for_places (self, part, page);

  return part->places;
}
