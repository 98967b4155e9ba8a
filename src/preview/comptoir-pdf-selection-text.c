/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-selection-private.h"

typedef struct
{
  GString *text;
  guint next;
  guint last;
} Gathering;

static void
gathering_free (gpointer data)
{
  Gathering *gathering = data;

  g_string_free (gathering->text, TRUE);
  g_free (gathering);
}

static void gather_next (GTask *task);

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Gathering *gathering = g_task_get_task_data (task);
  g_autoptr (GArray) places = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  places
      = comptoir_pdf_document_select_finish (COMPTOIR_PDF_DOCUMENT (source), result, &text, &error);
  if (places == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (gathering->text->len > 0 && text[0] != '\0')
    g_string_append_c (gathering->text, '\n');
  g_string_append (gathering->text, text);
  gather_next (task);
}

static void
gather_next (GTask *task)
{
  ComptoirPdfSelection *self = g_task_get_source_object (task);
  Gathering *gathering = g_task_get_task_data (task);
  graphene_point_t from, to;
  guint page = gathering->next++;

  if (page > gathering->last || !comptoir_pdf_selection_get_part (self, page, &from, &to))
    {
      g_task_return_pointer (task, g_strdup (gathering->text->str), g_free);
      return;
    }
  comptoir_pdf_document_select_async (self->document, page, &from, &to, self->style,
                                      g_task_get_cancellable (task), on_gathered,
                                      g_object_ref (task));
}

/**
 * comptoir_pdf_selection_text_async:
 * @self: a selection
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Gets the selected text, page by page.
 */
void
comptoir_pdf_selection_text_async (ComptoirPdfSelection *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Gathering *gathering;
  ComptoirPdfPlace first, last;

  g_return_if_fail (COMPTOIR_IS_PDF_SELECTION (self));

  comptoir_pdf_selection_get_range (self, &first, &last);
  gathering = g_new0 (Gathering, 1);
  gathering->text = g_string_new (NULL);
  gathering->next = first.page;
  gathering->last = last.page;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_pdf_selection_text_async);
  g_task_set_task_data (task, gathering, gathering_free);
  gather_next (task);
}

/**
 * comptoir_pdf_selection_text_finish:
 * @self: a selection
 * @result: from the callback
 *
 * Returns: (transfer full) (nullable): the text, pages parted by line breaks
 */
char *
comptoir_pdf_selection_text_finish (ComptoirPdfSelection *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
