/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-header.h"

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/**
 * comptoir_table_header_align:
 * @view: a view
 * @is_numeric: whether a column holds figures
 *
 * Sets the titles of number columns over their figures, at the end. GTK has no property for it:
 * the titles are found as the children of the header, one a column; where a version of GTK does
 * it otherwise they stay at the start.
 */
void
comptoir_table_header_align (GtkColumnView *view, ComptoirTableHeaderTest is_numeric)
{
  GListModel *columns;
  GtkWidget *header, *title;
  guint n;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (is_numeric != NULL);

  columns = gtk_column_view_get_columns (view);
  n = g_list_model_get_n_items (columns);
  header = gtk_widget_get_first_child (GTK_WIDGET (view));
  if (header == NULL || count_children (header) != n)
    return;
  title = gtk_widget_get_first_child (header);
  for (guint i = 0; i < n; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *content = gtk_widget_get_first_child (title);

      if (content != NULL)
        gtk_widget_set_halign (content, is_numeric (column) ? GTK_ALIGN_END : GTK_ALIGN_FILL);
    }
}
