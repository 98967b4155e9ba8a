/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-nested-view.h"

#include <glib/gi18n-lib.h>

#include "comptoir-display.h"
#include "comptoir-field.h"

/* Taller than this and it scrolls by itself. */
#define MAX_HEIGHT 280

struct _ComptoirNestedView
{
  AdwBin parent_instance;

  GtkListView *view;
  ComptoirShop *shop;
  char *resource;
  gboolean flat; /* nothing in it opens: no room is kept for arrows */
};

G_DEFINE_FINAL_TYPE (ComptoirNestedView, comptoir_nested_view, ADW_TYPE_BIN)

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  GListModel *children = comptoir_nested_get_children (item);

  return children != NULL && g_list_model_get_n_items (children) > 0 ? g_object_ref (children)
                                                                     : NULL;
}

static gboolean
is_flat (GListModel *children)
{
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (ComptoirNested) child = g_list_model_get_item (children, i);

      if (comptoir_nested_get_text (child) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): the name of a node by the field it may be, or its place in a list */
static char *
dup_title (ComptoirNestedView *self, ComptoirNested *node)
{
  const char *name = comptoir_nested_get_name (node);
  const char *title;

  if (comptoir_nested_is_element (node))
    /* Translators: an entry of a list by its place, "No. 3" */
    return g_strdup_printf (_ ("No. %s"), name);
  title = comptoir_field_get_title (self->resource, name);
  return g_strdup (title != NULL ? title : name);
}

/* Of a field that is known, as the table shows it. */
static char *
dup_value (ComptoirNestedView *self, ComptoirNested *node)
{
  const char *text = comptoir_nested_get_text (node);
  const ComptoirField *field = NULL;
  guint n;

  if (text != NULL && !comptoir_nested_is_element (node))
    field = comptoir_field_lookup (self->resource, comptoir_nested_get_name (node));
  if (g_strcmp0 (text, "null") == 0)
    return g_strdup ("—");
  if (field != NULL && field->type != COMPTOIR_COLUMN_INTEGER
      && field->type != COMPTOIR_COLUMN_NESTED)
    return comptoir_display_value (self->shop, field->type, field->reference, text);
  if (text != NULL)
    return g_strdup (text);
  n = g_list_model_get_n_items (comptoir_nested_get_children (node));
  return g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *value = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_widget_set_focusable (value, FALSE);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), value);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (item, expander);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, ComptoirNestedView *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (ComptoirNested) node = gtk_tree_list_row_get_item (row);
  GtkWidget *box = gtk_tree_expander_get_child (expander);
  g_autofree char *title = dup_title (self, node);
  g_autofree char *value = dup_value (self, node);
  GtkWidget *value_label = gtk_widget_get_last_child (box);

  gtk_tree_expander_set_indent_for_icon (expander, !self->flat);
  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), title);
  gtk_label_set_label (GTK_LABEL (value_label), value);
  gtk_widget_set_tooltip_text (value_label, value);
}

static void
comptoir_nested_view_finalize (GObject *object)
{
  ComptoirNestedView *self = COMPTOIR_NESTED_VIEW (object);

  g_clear_object (&self->shop);
  g_free (self->resource);
  G_OBJECT_CLASS (comptoir_nested_view_parent_class)->finalize (object);
}

static void
comptoir_nested_view_class_init (ComptoirNestedViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_nested_view_finalize;
}

static void
comptoir_nested_view_init (ComptoirNestedView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "nested-tree");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Values inside"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * comptoir_nested_view_new:
 *
 * Returns: a tree without entries
 */
GtkWidget *
comptoir_nested_view_new (void)
{
  return g_object_new (COMPTOIR_TYPE_NESTED_VIEW, NULL);
}

/**
 * comptoir_nested_view_set_root:
 * @shop: (nullable): for references and currency
 * @root: (nullable): what holds the entries to show
 * @resource: (nullable): the resource whose field it is, for the titles of known fields
 */
void
comptoir_nested_view_set_root (ComptoirNestedView *self,
                               ComptoirShop *shop,
                               ComptoirNested *root,
                               const char *resource)
{
  GListModel *children = root != NULL ? comptoir_nested_get_children (root) : NULL;
  GtkTreeListModel *tree;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (COMPTOIR_IS_NESTED_VIEW (self));
  g_return_if_fail (shop == NULL || COMPTOIR_IS_SHOP (shop));

  g_set_object (&self->shop, shop);
  g_free (self->resource);
  self->resource = g_strdup (resource);
  if (children != NULL)
    {
      self->flat = is_flat (children);
      tree = gtk_tree_list_model_new (g_object_ref (children), FALSE, FALSE, create_children, NULL,
                                      NULL);
      selection = gtk_no_selection_new (G_LIST_MODEL (tree));
    }
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}
