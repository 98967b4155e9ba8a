/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sent-order-columns.h"

#include <glib/gi18n-lib.h>

#include "comptoir-order-text.h"
#include "comptoir-sent-order.h"

typedef enum
{
  COLUMN_STATE,
  COLUMN_TIME,
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_TOTAL,
  N_COLUMNS,
} Column;

static const struct
{
  const char *title;
  int width; /* in pixels, -1 for what is left */
  float xalign;
} columns[N_COLUMNS] = {
  [COLUMN_STATE] = { N_ ("State"), 170, 0 },  [COLUMN_TIME] = { N_ ("Time"), 130, 0 },
  [COLUMN_NUMBER] = { N_ ("Number"), 90, 1 }, [COLUMN_TITLE] = { N_ ("Order"), -1, 0 },
  [COLUMN_TOTAL] = { N_ ("Total"), 100, 1 },
};

typedef struct
{
  Column column;
  ComptoirShop *shop;
} Cells;

static void
cells_free (gpointer data, GClosure *closure)
{
  Cells *cells = data;

  g_object_unref (cells->shop);
  g_free (cells);
}

static char *
dup_text (const Cells *cells, const ComptoirOrderRecord *record)
{
  switch (cells->column)
    {
    case COLUMN_STATE:
      return g_strdup (comptoir_order_state_get_title (record->state));
    case COLUMN_TIME:
      return comptoir_order_dup_moment (record->changed);
    case COLUMN_NUMBER:
      return g_strdup (record->number);
    case COLUMN_TITLE:
      return g_strdup (record->title);
    case COLUMN_TOTAL:
      return comptoir_order_dup_money_text (cells->shop, record->total);
    case N_COLUMNS:
    default:
      return NULL;
    }
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, const Cells *cells)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  if (cells->column == COLUMN_STATE)
    {
      GtkWidget *image = gtk_image_new ();

      gtk_box_append (GTK_BOX (box), image);
    }
  gtk_label_set_xalign (GTK_LABEL (label), columns[cells->column].xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  if (columns[cells->column].xalign > 0)
    gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "order-cell");
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, const Cells *cells)
{
  const ComptoirOrderRecord *record
      = comptoir_sent_order_get_record (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  GtkWidget *image = gtk_widget_get_first_child (box);
  g_autofree char *text = dup_text (cells, record);

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  if (GTK_IS_IMAGE (image))
    gtk_image_set_from_icon_name (GTK_IMAGE (image),
                                  comptoir_order_state_get_icon_name (record->state));
}

static void
add_column (GtkColumnView *view, ComptoirShop *shop, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;
  Cells *cells = g_new (Cells, 1);

  *cells = (Cells){ column, g_object_ref (shop) };
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), cells, cells_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), cells);
  added = gtk_column_view_column_new (_ (columns[column].title), factory);
  gtk_column_view_column_set_resizable (added, TRUE);
  if (columns[column].width > 0)
    gtk_column_view_column_set_fixed_width (added, columns[column].width);
  else
    gtk_column_view_column_set_expand (added, TRUE);
  gtk_column_view_append_column (view, added);
}

/**
 * comptoir_sent_order_columns_add:
 * @view: a view over ComptoirSentOrder
 * @shop: whose currency it is
 *
 * Gives the view its columns: state, time, number, order, total.
 */
void
comptoir_sent_order_columns_add (GtkColumnView *view, ComptoirShop *shop)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (COMPTOIR_IS_SHOP (shop));

  for (guint column = 0; column < N_COLUMNS; column++)
    add_column (view, shop, (Column) column);
}
