/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-pages.h"

#include <glib/gi18n-lib.h>

#include "comptoir-pdf-pages-private.h"

#define MAX_BYTES (96u * 1024 * 1024)

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirPdfPages,
                               comptoir_pdf_pages,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_FIT,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *props[N_PROPS];

/* The page of which the most is seen. */
static guint
find_current_page (ComptoirPdfPages *self)
{
  double top = comptoir_pdf_pages_get_offset (self, GTK_ORIENTATION_VERTICAL);
  double bottom = top + gtk_widget_get_height (GTK_WIDGET (self));
  guint last = comptoir_pdf_layout_find_page (self->layout, bottom);
  guint best = comptoir_pdf_layout_find_page (self->layout, top);
  double most = -1;

  for (guint page = best; page <= last; page++)
    {
      GdkRectangle area;
      double seen;

      comptoir_pdf_layout_get_page (self->layout, page, &area);
      seen = MIN (bottom, area.y + area.height) - MAX (top, area.y);
      if (seen > most)
        {
          most = seen;
          best = page;
        }
    }

  return best + 1;
}

static void
set_current_page (ComptoirPdfPages *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
on_scrolled (ComptoirPdfPages *self)
{
  if (self->document == NULL)
    return;
  set_current_page (self, find_current_page (self));
  comptoir_pdf_pages_want (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (ComptoirPdfPages *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **own = &self->adjustments[orientation];

  if (adjustment != NULL && *own == adjustment)
    return;
  if (*own != NULL)
    g_signal_handlers_disconnect_by_func (*own, on_scrolled, self);
  g_clear_object (own);
  *own
      = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*own, "value-changed", G_CALLBACK (on_scrolled), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_allocated (gpointer user_data)
{
  ComptoirPdfPages *self = user_data;

  self->allocated = 0;
  g_object_thaw_notify (G_OBJECT (self));

  return G_SOURCE_REMOVE;
}

/* Those who show the zoom and the page may only change their own size afterwards. */
static void
notify_later (ComptoirPdfPages *self)
{
  if (self->allocated != 0)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->allocated = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_allocated, self, NULL);
}

static void
comptoir_pdf_pages_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ComptoirPdfPages *self = COMPTOIR_PDF_PAGES (widget);

  notify_later (self);
  if (self->document != NULL)
    comptoir_pdf_pages_follow_size (self);
  else
    for (GtkOrientation i = 0; i < 2; i++)
      comptoir_pdf_pages_configure (self, i, 0);
}

static void
comptoir_pdf_pages_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = 0;
  *natural = 480;
}

static void
comptoir_pdf_pages_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  comptoir_pdf_pages_draw (COMPTOIR_PDF_PAGES (widget), snapshot);
}

static void
clear_document (ComptoirPdfPages *self)
{
  g_clear_object (&self->selection);
  g_clear_object (&self->find);
  g_clear_object (&self->cache);
  g_clear_pointer (&self->layout, comptoir_pdf_layout_free);
  g_clear_object (&self->document);
}

static void
comptoir_pdf_pages_dispose (GObject *object)
{
  ComptoirPdfPages *self = COMPTOIR_PDF_PAGES (object);

  if (self->allocated != 0)
    g_object_thaw_notify (object);
  g_clear_handle_id (&self->allocated, g_source_remove);
  clear_document (self);
  for (GtkOrientation i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_func (self->adjustments[i], on_scrolled, self);
        g_clear_object (&self->adjustments[i]);
      }

  G_OBJECT_CLASS (comptoir_pdf_pages_parent_class)->dispose (object);
}

static void
comptoir_pdf_pages_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirPdfPages *self = COMPTOIR_PDF_PAGES (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_FIT:
      g_value_set_int (value, (int) self->fit);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_pdf_pages_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ComptoirPdfPages *self = COMPTOIR_PDF_PAGES (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_pdf_pages_class_init (ComptoirPdfPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = comptoir_pdf_pages_dispose;
  object_class->get_property = comptoir_pdf_pages_get_property;
  object_class->set_property = comptoir_pdf_pages_set_property;
  widget_class->size_allocate = comptoir_pdf_pages_size_allocate;
  widget_class->measure = comptoir_pdf_pages_measure;
  widget_class->snapshot = comptoir_pdf_pages_snapshot;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1, readable);
  props[PROP_FIT] = g_param_spec_int ("fit", NULL, NULL, COMPTOIR_PDF_FIT_NONE,
                                      COMPTOIR_PDF_FIT_PAGE, COMPTOIR_PDF_FIT_WIDTH, readable);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  comptoir_pdf_pages_class_input (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "pdfpages");
}

static void
comptoir_pdf_pages_init (ComptoirPdfPages *self)
{
  self->fit = COMPTOIR_PDF_FIT_WIDTH;
  self->zoom = 1;
  for (GtkOrientation i = 0; i < 2; i++)
    set_adjustment (self, i, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"),
                                  -1);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (comptoir_pdf_pages_want), NULL);
  comptoir_pdf_pages_init_input (self);
}

double
comptoir_pdf_pages_get_offset (ComptoirPdfPages *self, GtkOrientation orientation)
{
  return gtk_adjustment_get_value (self->adjustments[orientation]);
}

/**
 * comptoir_pdf_pages_set_document:
 * @self: pages
 * @document: (nullable): what to show, from its first page
 */
void
comptoir_pdf_pages_set_document (ComptoirPdfPages *self, ComptoirPdfDocument *document)
{
  g_return_if_fail (COMPTOIR_IS_PDF_PAGES (self));
  g_return_if_fail (document == NULL || COMPTOIR_IS_PDF_DOCUMENT (document));

  clear_document (self);
  if (document != NULL)
    {
      self->document = g_object_ref (document);
      self->layout = comptoir_pdf_layout_new (document);
      self->cache = comptoir_pdf_cache_new (document, MAX_BYTES);
      self->selection = comptoir_pdf_selection_new (document);
      self->find = comptoir_pdf_find_new (document);
      g_signal_connect_object (self->cache, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->selection, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->find, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->find, "moved", G_CALLBACK (comptoir_pdf_pages_show_match),
                               self, G_CONNECT_SWAPPED);
    }
  for (GtkOrientation i = 0; i < 2; i++)
    comptoir_pdf_pages_configure (self, i, 0);
  set_current_page (self, document != NULL ? 1 : 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * comptoir_pdf_pages_get_page:
 * @self: pages
 *
 * Returns: the page that is read now, from 1; 0 without a document
 */
guint
comptoir_pdf_pages_get_page (ComptoirPdfPages *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_PAGES (self), 0);

  return self->page;
}

/**
 * comptoir_pdf_pages_set_page:
 * @self: pages
 * @page: from 1; above the last, the last is meant
 *
 * Scrolls to the top of a page.
 */
void
comptoir_pdf_pages_set_page (ComptoirPdfPages *self, guint page)
{
  GdkRectangle area;

  g_return_if_fail (COMPTOIR_IS_PDF_PAGES (self));

  if (self->document == NULL)
    return;
  page = CLAMP (page, 1, comptoir_pdf_document_get_n_pages (self->document));
  comptoir_pdf_layout_get_page (self->layout, page - 1, &area);
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                            area.y - COMPTOIR_PDF_LAYOUT_GAP);
  /* Near the end it can't get to the top, and is the one meant all the same. */
  set_current_page (self, page);
}

/**
 * comptoir_pdf_pages_get_selection:
 * @self: pages
 *
 * Returns: (transfer none) (nullable): the selected text, %NULL without a document
 */
ComptoirPdfSelection *
comptoir_pdf_pages_get_selection (ComptoirPdfPages *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_PAGES (self), NULL);

  return self->selection;
}

/**
 * comptoir_pdf_pages_get_find:
 * @self: pages
 *
 * Returns: (transfer none) (nullable): the search whose matches are marked, %NULL without a
 *   document
 */
ComptoirPdfFind *
comptoir_pdf_pages_get_find (ComptoirPdfPages *self)
{
  g_return_val_if_fail (COMPTOIR_IS_PDF_PAGES (self), NULL);

  return self->find;
}
