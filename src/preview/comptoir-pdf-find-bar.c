/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-find-bar.h"

#include <glib/gi18n-lib.h>

struct _ComptoirPdfFindBar
{
  GtkWidget parent_instance;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *status;

  ComptoirPdfPages *pages; /* (nullable) */
  ComptoirPdfFind *find;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ComptoirPdfFindBar, comptoir_pdf_find_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SEARCH_MODE_ENABLED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static char *
describe (ComptoirPdfFindBar *self)
{
  guint n_matches = comptoir_pdf_find_get_n_matches (self->find);

  if (n_matches > 0)
    /* Translators: which of the matches of a search is seen: “3 of 12”. */
    return g_strdup_printf (_ ("%u of %u"), comptoir_pdf_find_get_position (self->find), n_matches);
  if (comptoir_pdf_find_get_busy (self->find))
    return g_strdup (_ ("Looking…"));
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return g_strdup (_ ("Nothing found"));

  return g_strdup ("");
}

static void
update (ComptoirPdfFindBar *self)
{
  g_autofree char *text = self->find != NULL ? describe (self) : g_strdup ("");
  gboolean many = self->find != NULL && comptoir_pdf_find_get_n_matches (self->find) > 1;

  gtk_label_set_text (self->status, text);
  gtk_widget_set_sensitive (self->previous, many);
  gtk_widget_set_sensitive (self->next, many);
}

static void
look (ComptoirPdfFindBar *self)
{
  const char *text = gtk_search_bar_get_search_mode (self->bar)
                         ? gtk_editable_get_text (GTK_EDITABLE (self->entry))
                         : NULL;

  if (self->find != NULL)
    comptoir_pdf_find_set_text (self->find, text, comptoir_pdf_pages_get_page (self->pages) - 1);
}

static void
on_text_changed (ComptoirPdfFindBar *self)
{
  look (self);
}

static void
on_next (ComptoirPdfFindBar *self)
{
  if (self->find != NULL)
    comptoir_pdf_find_step (self->find, 1);
}

static void
on_previous (ComptoirPdfFindBar *self)
{
  if (self->find != NULL)
    comptoir_pdf_find_step (self->find, -1);
}

static void
on_stop (ComptoirPdfFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
  if (self->pages != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->pages));
}

static void
on_mode_changed (ComptoirPdfFindBar *self)
{
  look (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH_MODE_ENABLED]);
}

static void
comptoir_pdf_find_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirPdfFindBar *self = COMPTOIR_PDF_FIND_BAR (object);

  switch (id)
    {
    case PROP_SEARCH_MODE_ENABLED:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->bar));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_pdf_find_bar_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  ComptoirPdfFindBar *self = COMPTOIR_PDF_FIND_BAR (object);

  switch (id)
    {
    case PROP_SEARCH_MODE_ENABLED:
      gtk_search_bar_set_search_mode (self->bar, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_pdf_find_bar_dispose (GObject *object)
{
  ComptoirPdfFindBar *self = COMPTOIR_PDF_FIND_BAR (object);

  g_clear_object (&self->find);
  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (comptoir_pdf_find_bar_parent_class)->dispose (object);
}

static void
comptoir_pdf_find_bar_class_init (ComptoirPdfFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_pdf_find_bar_dispose;
  object_class->get_property = comptoir_pdf_find_bar_get_property;
  object_class->set_property = comptoir_pdf_find_bar_set_property;

  props[PROP_SEARCH_MODE_ENABLED]
      = g_param_spec_boolean ("search-mode-enabled", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/preview/comptoir-pdf-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, ComptoirPdfFindBar, status);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_changed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
comptoir_pdf_find_bar_init (ComptoirPdfFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}

/**
 * comptoir_pdf_find_bar_set_pages:
 * @self: a find bar
 * @pages: (nullable): where to look, which outlive the bar
 *
 * Looks in the document that the pages have now for what the entry holds.
 */
void
comptoir_pdf_find_bar_set_pages (ComptoirPdfFindBar *self, ComptoirPdfPages *pages)
{
  g_return_if_fail (COMPTOIR_IS_PDF_FIND_BAR (self));
  g_return_if_fail (pages == NULL || COMPTOIR_IS_PDF_PAGES (pages));

  if (self->find != NULL)
    g_signal_handlers_disconnect_by_func (self->find, update, self);
  g_clear_object (&self->find);
  self->pages = pages;
  if (pages != NULL && comptoir_pdf_pages_get_find (pages) != NULL)
    {
      self->find = g_object_ref (comptoir_pdf_pages_get_find (pages));
      g_signal_connect_object (self->find, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->find, "moved", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      look (self);
    }
  update (self);
}

/**
 * comptoir_pdf_find_bar_start:
 * @self: a find bar
 *
 * Shows the bar, ready to type in.
 */
void
comptoir_pdf_find_bar_start (ComptoirPdfFindBar *self)
{
  g_return_if_fail (COMPTOIR_IS_PDF_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
