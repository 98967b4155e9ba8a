/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-match-list.h"

struct _ComptoirMatchList
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkListBox *list;
  GtkLabel *nothing;

  GPtrArray *matches;
};

G_DEFINE_FINAL_TYPE (ComptoirMatchList, comptoir_match_list, ADW_TYPE_BIN)

static guint chosen_signal;

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_row (const ComptoirMatch *match)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (texts), create_label (match->title, NULL));
  if (match->detail != NULL && *match->detail != '\0')
    {
      GtkWidget *detail = create_label (match->detail, "caption");

      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (texts), detail);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  if (match->end != NULL)
    gtk_box_append (GTK_BOX (box), create_label (match->end, "numeric"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* The keyboard stays in the entry. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, match->title,
                                  -1);
  return row;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  ComptoirMatchList *self = user_data;
  const ComptoirMatch *match
      = comptoir_match_list_get_match (self, (guint) gtk_list_box_row_get_index (row));
  const ComptoirMatch *other
      = before != NULL
            ? comptoir_match_list_get_match (self, (guint) gtk_list_box_row_get_index (before))
            : NULL;
  GtkWidget *header = NULL;

  if (match != NULL && match->section != NULL
      && (other == NULL || g_strcmp0 (match->section, other->section) != 0))
    {
      header = create_label (match->section, "sidebar-heading");
      gtk_widget_add_css_class (header, "dim-label");
    }
  gtk_list_box_row_set_header (row, header);
}

/* Rows can't take the focus, which would scroll to them. */
static void
scroll_to (ComptoirMatchList *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_position (ComptoirMatchList *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);

  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    scroll_to (self, row);
}

static void
on_row_activated (ComptoirMatchList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, chosen_signal, 0, (guint) gtk_list_box_row_get_index (row));
}

static void
comptoir_match_list_dispose (GObject *object)
{
  ComptoirMatchList *self = COMPTOIR_MATCH_LIST (object);

  /* The bound child is the bin's own: it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_MATCH_LIST);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  G_OBJECT_CLASS (comptoir_match_list_parent_class)->dispose (object);
}

static void
comptoir_match_list_class_init (ComptoirMatchListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_match_list_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-match-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirMatchList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ComptoirMatchList, list);
  gtk_widget_class_bind_template_child (widget_class, ComptoirMatchList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
comptoir_match_list_init (ComptoirMatchList *self)
{
  self->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_match_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

/**
 * comptoir_match_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
comptoir_match_list_new (void)
{
  return g_object_new (COMPTOIR_TYPE_MATCH_LIST, NULL);
}

/**
 * comptoir_match_new:
 * @id: what is chosen by it
 * @title: its first line
 *
 * Returns: (transfer full): a match without the rest
 */
ComptoirMatch *
comptoir_match_new (gint64 id, const char *title)
{
  ComptoirMatch *self = g_new0 (ComptoirMatch, 1);

  self->id = id;
  self->title = g_strdup (title);
  return self;
}

/**
 * comptoir_match_free:
 * @self: (nullable): a match
 */
void
comptoir_match_free (ComptoirMatch *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->detail);
  g_free (self->end);
  g_free (self->section);
  g_free (self);
}

/**
 * comptoir_match_list_set_matches:
 * @matches: (element-type ComptoirMatch) (transfer full): what to choose from; it frees them
 * @nothing: what to say when there are none
 *
 * Selects the first.
 */
void
comptoir_match_list_set_matches (ComptoirMatchList *self, GPtrArray *matches, const char *nothing)
{
  GtkListBoxRow *row;

  g_return_if_fail (COMPTOIR_IS_MATCH_LIST (self));
  g_return_if_fail (matches != NULL);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_unref (self->matches);
  self->matches = matches;
  for (guint i = 0; i < matches->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (matches, i)));
  gtk_label_set_label (self->nothing, nothing);
  select_position (self, 0);
}

/**
 * comptoir_match_list_get_n_matches:
 *
 * Returns: how many there are to choose from
 */
guint
comptoir_match_list_get_n_matches (ComptoirMatchList *self)
{
  g_return_val_if_fail (COMPTOIR_IS_MATCH_LIST (self), 0);
  return self->matches->len;
}

/**
 * comptoir_match_list_get_match:
 *
 * Returns: (nullable): the match at @position
 */
const ComptoirMatch *
comptoir_match_list_get_match (ComptoirMatchList *self, guint position)
{
  g_return_val_if_fail (COMPTOIR_IS_MATCH_LIST (self), NULL);
  return position < self->matches->len ? g_ptr_array_index (self->matches, position) : NULL;
}

/**
 * comptoir_match_list_select:
 * @id: of the match to select, if it is there
 */
void
comptoir_match_list_select (ComptoirMatchList *self, gint64 id)
{
  g_return_if_fail (COMPTOIR_IS_MATCH_LIST (self));

  for (guint i = 0; i < self->matches->len; i++)
    if (((ComptoirMatch *) g_ptr_array_index (self->matches, i))->id == id)
      {
        select_position (self, (int) i);
        return;
      }
}

/**
 * comptoir_match_list_move:
 * @steps: how far to move the selection, up where below 0; it stops at the ends
 */
void
comptoir_match_list_move (ComptoirMatchList *self, int steps)
{
  GtkListBoxRow *row;
  int position;

  g_return_if_fail (COMPTOIR_IS_MATCH_LIST (self));

  if (self->matches->len == 0)
    return;
  row = gtk_list_box_get_selected_row (self->list);
  position = row != NULL ? gtk_list_box_row_get_index (row) + steps : 0;
  select_position (self, CLAMP (position, 0, (int) self->matches->len - 1));
}

/**
 * comptoir_match_list_choose:
 *
 * Returns: whether there was a selected match, which is chosen now
 */
gboolean
comptoir_match_list_choose (ComptoirMatchList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (COMPTOIR_IS_MATCH_LIST (self), FALSE);

  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    return FALSE;
  on_row_activated (self, row);
  return TRUE;
}
