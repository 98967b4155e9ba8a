/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-thumbnails.h"

#include <glib/gi18n-lib.h>

#include "comptoir-pdf-cache.h"

/* Logical pixels; a page much higher than wide is cut short. */
#define WIDTH      100
#define MAX_HEIGHT 300
#define MAX_BYTES  (24u * 1024 * 1024)

struct _ComptoirPdfThumbnails
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkListView *list;
  GtkSingleSelection *selection;

  ComptoirPdfDocument *document; /* (nullable), and with it: */
  ComptoirPdfCache *cache;
  GHashTable *rows; /* page → GtkListItem, of those that the list holds now */
  guint wanting;    /* idle source */
};

G_DEFINE_FINAL_TYPE (ComptoirPdfThumbnails, comptoir_pdf_thumbnails, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PAGE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static GtkPicture *
get_picture (GtkListItem *item)
{
  return GTK_PICTURE (gtk_widget_get_first_child (gtk_list_item_get_child (item)));
}

static void
get_size (ComptoirPdfThumbnails *self, guint page, int *width, int *height)
{
  const graphene_size_t *size = comptoir_pdf_document_get_size (self->document, page);

  *width = WIDTH;
  *height = (int) CLAMP (WIDTH * size->height / size->width, 1, MAX_HEIGHT);
}

/* All rows of the list at once: one that it let go isn't wanted any more. */
static gboolean
on_want (gpointer user_data)
{
  ComptoirPdfThumbnails *self = user_data;
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (ComptoirPdfWanted));
  GHashTableIter iter;
  gpointer page;

  self->wanting = 0;
  g_hash_table_iter_init (&iter, self->rows);
  while (gtk_widget_get_mapped (GTK_WIDGET (self)) && g_hash_table_iter_next (&iter, &page, NULL))
    {
      ComptoirPdfWanted item = { GPOINTER_TO_UINT (page), 0, 0, COMPTOIR_PDF_PRIORITY_THUMBNAIL };
      int width, height;

      get_size (self, item.page, &width, &height);
      item.width = (guint) (width * factor);
      item.height = (guint) (height * factor);
      g_array_append_val (wanted, item);
    }
  comptoir_pdf_cache_want (self->cache, (const ComptoirPdfWanted *) wanted->data, wanted->len);

  return G_SOURCE_REMOVE;
}

static void
want (ComptoirPdfThumbnails *self)
{
  if (self->document != NULL && self->wanting == 0)
    self->wanting = g_idle_add (on_want, self);
}

static void
show_picture (ComptoirPdfThumbnails *self, guint page)
{
  GtkListItem *item = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (page));
  GdkTexture *texture = comptoir_pdf_cache_get_any (self->cache, page);

  if (item != NULL && texture != NULL)
    gtk_picture_set_paintable (get_picture (item), GDK_PAINTABLE (texture));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, ComptoirPdfThumbnails *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (picture, "card");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, ComptoirPdfThumbnails *self)
{
  guint page = gtk_list_item_get_position (item);
  GtkPicture *picture = get_picture (item);
  GtkWidget *label = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), page + 1);
  int width, height;

  get_size (self, page, &width, &height);
  gtk_widget_set_size_request (GTK_WIDGET (picture), width, height);
  gtk_picture_set_paintable (picture, NULL);
  gtk_picture_set_alternative_text (picture, name);
  gtk_label_set_text (GTK_LABEL (label), number);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (page), item);
  show_picture (self, page);
  want (self);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, ComptoirPdfThumbnails *self)
{
  gpointer page = GUINT_TO_POINTER (gtk_list_item_get_position (item));

  if (g_hash_table_lookup (self->rows, page) == item)
    g_hash_table_remove (self->rows, page);
  want (self);
}

static void
on_selected (ComptoirPdfThumbnails *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
clear_document (ComptoirPdfThumbnails *self)
{
  gtk_single_selection_set_model (self->selection, NULL);
  g_hash_table_remove_all (self->rows);
  /* Rows that went may have asked for others. */
  g_clear_handle_id (&self->wanting, g_source_remove);
  g_clear_object (&self->cache);
  g_clear_object (&self->document);
}

static void
comptoir_pdf_thumbnails_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (comptoir_pdf_thumbnails_parent_class)->map (widget);

  want (COMPTOIR_PDF_THUMBNAILS (widget));
}

static void
comptoir_pdf_thumbnails_dispose (GObject *object)
{
  ComptoirPdfThumbnails *self = COMPTOIR_PDF_THUMBNAILS (object);

  if (self->selection != NULL)
    clear_document (self);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_handle_id (&self->wanting, g_source_remove);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (comptoir_pdf_thumbnails_parent_class)->dispose (object);
}

static void
comptoir_pdf_thumbnails_finalize (GObject *object)
{
  g_hash_table_unref (COMPTOIR_PDF_THUMBNAILS (object)->rows);

  G_OBJECT_CLASS (comptoir_pdf_thumbnails_parent_class)->finalize (object);
}

static void
comptoir_pdf_thumbnails_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, comptoir_pdf_thumbnails_get_page (COMPTOIR_PDF_THUMBNAILS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_pdf_thumbnails_class_init (ComptoirPdfThumbnailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_pdf_thumbnails_dispose;
  object_class->finalize = comptoir_pdf_thumbnails_finalize;
  object_class->get_property = comptoir_pdf_thumbnails_get_property;
  widget_class->map = comptoir_pdf_thumbnails_map;

  props[PROP_PAGE]
      = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
comptoir_pdf_thumbnails_init (ComptoirPdfThumbnails *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->rows = g_hash_table_new (NULL, NULL);
  self->selection = gtk_single_selection_new (NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
  self->list = GTK_LIST_VIEW (
      gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Thumbnails of the pages"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * comptoir_pdf_thumbnails_set_document:
 * @self: thumbnails
 * @document: (nullable): what to show
 */
void
comptoir_pdf_thumbnails_set_document (ComptoirPdfThumbnails *self, ComptoirPdfDocument *document)
{
  g_autoptr (GtkStringList) pages = NULL;

  g_return_if_fail (COMPTOIR_IS_PDF_THUMBNAILS (self));
  g_return_if_fail (document == NULL || COMPTOIR_IS_PDF_DOCUMENT (document));

  clear_document (self);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  self->cache = comptoir_pdf_cache_new (document, MAX_BYTES);
  g_signal_connect_object (self->cache, "changed", G_CALLBACK (show_picture), self,
                           G_CONNECT_SWAPPED);
  pages = gtk_string_list_new (NULL);
  for (guint i = 0; i < comptoir_pdf_document_get_n_pages (document); i++)
    gtk_string_list_append (pages, "");
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (pages));
}

/**
 * comptoir_pdf_thumbnails_get_page:
 * @self: thumbnails
 *
 * Returns: the page that is marked, from 1; 0 without a document
 */
guint
comptoir_pdf_thumbnails_get_page (ComptoirPdfThumbnails *self)
{
  guint selected;

  g_return_val_if_fail (COMPTOIR_IS_PDF_THUMBNAILS (self), 0);

  selected = gtk_single_selection_get_selected (self->selection);

  return selected != GTK_INVALID_LIST_POSITION ? selected + 1 : 0;
}

/**
 * comptoir_pdf_thumbnails_set_page:
 * @self: thumbnails
 * @page: from 1
 *
 * Marks a page and brings it into view.
 */
void
comptoir_pdf_thumbnails_set_page (ComptoirPdfThumbnails *self, guint page)
{
  g_return_if_fail (COMPTOIR_IS_PDF_THUMBNAILS (self));

  if (page == comptoir_pdf_thumbnails_get_page (self) || page == 0)
    return;
  gtk_single_selection_set_selected (self->selection, page - 1);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", page - 1);
}
