/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-header.h"

#include "comptoir-display.h"
#include "comptoir-table-column.h"

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
 * @view: a view whose columns were made by comptoir_table_column_new()
 *
 * Sets the titles of number columns over their figures, at the end. GTK has no property for it:
 * the titles are found as the children of the header, one a column; where a version of GTK does
 * it otherwise they stay at the start.
 */
void
comptoir_table_header_align (GtkColumnView *view)
{
  GListModel *columns;
  GtkWidget *header, *title;
  guint n;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  n = g_list_model_get_n_items (columns);
  header = gtk_widget_get_first_child (GTK_WIDGET (view));
  if (header == NULL || count_children (header) != n)
    return;
  title = gtk_widget_get_first_child (header);
  for (guint i = 0; i < n; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      gboolean numeric = comptoir_display_is_numeric (comptoir_table_column_get (column)->type);
      GtkWidget *content = gtk_widget_get_first_child (title);

      if (content != NULL)
        gtk_widget_set_halign (content, numeric ? GTK_ALIGN_END : GTK_ALIGN_FILL);
    }
}
