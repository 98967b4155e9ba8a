/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-saft-view.h"

#include <glib/gi18n-lib.h>

#include "comptoir-saft-text.h"
#include "comptoir-saft.h"
#include "comptoir-xml-element.h"

/* A row a total: beyond this the tree is the place to look. */
#define MAX_ROWS 200

/* Characters of a value to a line. */
#define VALUE_WIDTH 30

struct _ComptoirSaftView
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *header;
  AdwPreferencesGroup *totals;
  GtkListView *tree;

  GPtrArray *rows; /* of the two groups, to take out again */
};

static void comptoir_saft_view_content_init (ComptoirReportContentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirSaftView,
                               comptoir_saft_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (COMPTOIR_TYPE_REPORT_CONTENT,
                                                      comptoir_saft_view_content_init))

static const char *
get_variant_title (ComptoirSaftVariant variant)
{
  switch (variant)
    {
    case COMPTOIR_SAFT_PORTUGAL:
      return _ ("Audit file of Portugal (SAF-T PT)");
    case COMPTOIR_SAFT_NORWAY:
      return _ ("Cash register audit file of Norway (SAF-T)");
    case COMPTOIR_SAFT_OECD:
      return _ ("Audit file (SAF-T)");
    case COMPTOIR_SAFT_UNKNOWN:
    default:
      return _ ("Audit file of a kind that isn’t known here");
    }
}

static void
read_in_thread (GTask *task, gpointer source, gpointer bytes, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  ComptoirSaft *saft = comptoir_saft_read (bytes, cancellable, &error);

  if (saft != NULL)
    g_task_return_pointer (task, saft, (GDestroyNotify) comptoir_saft_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
add_row (ComptoirSaftView *self, AdwPreferencesGroup *group, const ComptoirSaftValue *value)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = comptoir_saft_text_dup_value (value->value);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 comptoir_saft_text_get_name (value->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), comptoir_saft_text_get_name (value->section));
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), VALUE_WIDTH));
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (ComptoirSaftView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_saft (ComptoirSaftView *self, const ComptoirSaft *saft)
{
  g_autofree char *period = NULL;
  g_autofree char *elements = NULL;
  g_autofree char *description = NULL;
  guint n = (guint) MIN (saft->n_elements, G_MAXUINT);

  remove_rows (self);
  elements = g_strdup_printf (ngettext ("%'u element", "%'u elements", n), n);
  if (saft->start_date != NULL && saft->end_date != NULL)
    {
      g_autofree char *start = comptoir_saft_text_dup_value (saft->start_date);
      g_autofree char *end = comptoir_saft_text_dup_value (saft->end_date);

      period = g_strdup_printf (_ ("From %s to %s, %s"), start, end, elements);
    }
  description = g_markup_escape_text (period != NULL ? period : elements, -1);
  adw_preferences_group_set_title (self->header, get_variant_title (saft->variant));
  adw_preferences_group_set_description (self->header, description);
  for (guint i = 0; i < MIN (saft->header->len, MAX_ROWS); i++)
    add_row (self, self->header, g_ptr_array_index (saft->header, i));
  for (guint i = 0; i < MIN (saft->totals->len, MAX_ROWS); i++)
    add_row (self, self->totals, g_ptr_array_index (saft->totals, i));
  gtk_widget_set_visible (GTK_WIDGET (self->totals), saft->totals->len > 0);
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  return comptoir_xml_element_get_n_children (item) > 0 ? comptoir_xml_element_read_children (item)
                                                        : NULL;
}

/* The root is opened once it is there. */
static void
on_root_read (GListModel *rows, guint position, guint removed, guint added, gpointer user_data)
{
  g_autoptr (GtkTreeListRow) root = g_list_model_get_item (rows, 0);

  g_signal_handlers_disconnect_by_func (rows, on_root_read, user_data);
  if (root != NULL)
    gtk_tree_list_row_set_expanded (root, TRUE);
}

static void
show_tree (ComptoirSaftView *self, GBytes *bytes)
{
  GtkTreeListModel *tree = gtk_tree_list_model_new (comptoir_xml_element_read_root (bytes), FALSE,
                                                    FALSE, create_children, NULL, NULL);
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_signal_connect_after (tree, "items-changed", G_CALLBACK (on_root_read), NULL);
  selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  gtk_list_view_set_model (self->tree, GTK_SELECTION_MODEL (selection));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirSaftView *self = COMPTOIR_SAFT_VIEW (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirSaft) saft = g_task_propagate_pointer (G_TASK (result), &error);

  if (saft == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  show_saft (self, saft);
  show_tree (self, g_task_get_task_data (G_TASK (result)));
  g_task_return_boolean (task, TRUE);
}

static void
load (ComptoirReportContent *content, GBytes *bytes, GDateTime *edited, GTask *task)
{
  g_autoptr (GTask) reading
      = g_task_new (content, g_task_get_cancellable (task), on_read, g_object_ref (task));

  g_task_set_source_tag (reading, load);
  g_task_set_task_data (reading, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (reading, read_in_thread);
}

static void
clear (ComptoirReportContent *content)
{
  ComptoirSaftView *self = COMPTOIR_SAFT_VIEW (content);

  gtk_list_view_set_model (self->tree, NULL);
  remove_rows (self);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), text);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (item, expander);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (ComptoirXmlElement) element = gtk_tree_list_row_get_item (row);
  GtkWidget *box = gtk_tree_expander_get_child (expander);
  const char *text = comptoir_xml_element_get_text (element);
  guint n = comptoir_xml_element_get_n_children (element);
  g_autofree char *count = NULL;

  if (text == NULL && n > 0)
    count = g_strdup_printf (ngettext ("%'u element", "%'u elements", n), n);
  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)),
                       comptoir_xml_element_get_name (element));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text != NULL    ? text
                                                                    : count != NULL ? count
                                                                                    : "");
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static void
comptoir_saft_view_dispose (GObject *object)
{
  ComptoirSaftView *self = COMPTOIR_SAFT_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SAFT_VIEW);
  G_OBJECT_CLASS (comptoir_saft_view_parent_class)->dispose (object);
}

static void
comptoir_saft_view_class_init (ComptoirSaftViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_saft_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-saft-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirSaftView, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSaftView, header);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSaftView, totals);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSaftView, tree);
}

static void
comptoir_saft_view_content_init (ComptoirReportContentInterface *iface)
{
  iface->load = load;
  iface->clear = clear;
}

static void
comptoir_saft_view_init (ComptoirSaftView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_list_view_set_factory (self->tree, factory);
}

/**
 * comptoir_saft_view_new:
 *
 * Returns: a view without a file
 */
GtkWidget *
comptoir_saft_view_new (void)
{
  return g_object_new (COMPTOIR_TYPE_SAFT_VIEW, NULL);
}
