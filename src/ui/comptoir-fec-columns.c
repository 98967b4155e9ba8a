/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec-columns.h"

#include <glib/gi18n-lib.h>

#include "comptoir-fec-row.h"
#include "comptoir-sales-text.h"
#include "comptoir-table-header.h"

typedef enum
{
  COLUMN_NUMBER, /* with what opens and closes an entry */
  COLUMN_DAY,
  COLUMN_LABEL,
  COLUMN_DEBIT,
  COLUMN_CREDIT,
  COLUMN_BALANCE,
} Column;

/* Belongs to the column's factory. */
typedef struct
{
  Column column;
  ComptoirShop *shop;
} Cells;

static void
cells_free (gpointer data)
{
  Cells *cells = data;

  g_object_unref (cells->shop);
  g_free (cells);
}

/* (transfer full): the row of a list item, within a tree or not */
static ComptoirFecRow *
dup_row (GtkListItem *item)
{
  gpointer object = gtk_list_item_get_item (item);

  return GTK_IS_TREE_LIST_ROW (object) ? gtk_tree_list_row_get_item (object)
                                       : g_object_ref (object);
}

static char *
dup_amount (Cells *cells, ComptoirDecimal amount)
{
  return amount.value != 0 ? comptoir_sales_text_money (cells->shop, amount) : g_strdup ("");
}

/* In words, not by colour. */
static char *
dup_balance (Cells *cells, ComptoirFecRow *row)
{
  ComptoirDecimal difference;

  if (comptoir_fec_row_get_kind (row) == COMPTOIR_FEC_ROW_LINE
      || !comptoir_decimal_subtract (comptoir_fec_row_get_debit (row),
                                     comptoir_fec_row_get_credit (row), &difference))
    return g_strdup ("");
  if (comptoir_fec_row_get_kind (row) == COMPTOIR_FEC_ROW_ACCOUNT)
    return comptoir_sales_text_money (cells->shop, difference);
  if (comptoir_fec_row_get_balanced (row))
    return g_strdup (_ ("balanced"));
  {
    g_autofree char *money = comptoir_sales_text_money (cells->shop, difference);

    return g_strdup_printf (_ ("off by %s"), money);
  }
}

static char *
dup_text (Cells *cells, ComptoirFecRow *row)
{
  switch (cells->column)
    {
    case COLUMN_NUMBER:
      return g_strdup (comptoir_fec_row_get_number (row));
    case COLUMN_DAY:
      return comptoir_fec_row_dup_day (row);
    case COLUMN_LABEL:
      return comptoir_fec_row_dup_label (row);
    case COLUMN_DEBIT:
      return dup_amount (cells, comptoir_fec_row_get_debit (row));
    case COLUMN_CREDIT:
      return dup_amount (cells, comptoir_fec_row_get_credit (row));
    case COLUMN_BALANCE:
    default:
      return dup_balance (cells, row);
    }
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean number = cells->column >= COLUMN_DEBIT;

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (cells->column == COLUMN_BALANCE)
    gtk_widget_set_margin_end (label, 6);
  if (number || cells->column == COLUMN_DAY)
    gtk_widget_add_css_class (label, "numeric");
  if (cells->column == COLUMN_NUMBER)
    {
      GtkWidget *expander = gtk_tree_expander_new ();

      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
      gtk_list_item_set_child (item, expander);
    }
  else
    gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  g_autoptr (ComptoirFecRow) row = dup_row (item);
  g_autofree char *text = dup_text (cells, row);
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *label = child;
  gpointer object = gtk_list_item_get_item (item);

  if (GTK_IS_TREE_EXPANDER (child))
    {
      gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child),
                                      GTK_IS_TREE_LIST_ROW (object) ? object : NULL);
      label = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child));
    }
  gtk_label_set_label (GTK_LABEL (label), text);
  if (comptoir_fec_row_get_balanced (row))
    gtk_widget_remove_css_class (label, "off-balance");
  else
    gtk_widget_add_css_class (label, "off-balance");
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, Cells *cells)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), NULL);
}

static void
add_column (GtkColumnView *view, ComptoirShop *shop, Column place, const char *title, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  Cells *cells = g_new0 (Cells, 1);

  cells->column = place;
  cells->shop = g_object_ref (shop);
  g_object_set_data_full (G_OBJECT (factory), "cells", cells, cells_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), cells);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), cells);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, place == COLUMN_LABEL);
  g_object_set_data (G_OBJECT (column), "numeric", GINT_TO_POINTER (place >= COLUMN_DEBIT));
  gtk_column_view_append_column (view, column);
}

static gboolean
is_numeric (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), "numeric") != NULL;
}

/**
 * comptoir_fec_columns_add_entries:
 * @view: over a #GtkTreeListModel of entries and their lines
 * @shop: for its currency
 */
void
comptoir_fec_columns_add_entries (GtkColumnView *view, ComptoirShop *shop)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  add_column (view, shop, COLUMN_NUMBER, _ ("Entry"), 180);
  add_column (view, shop, COLUMN_DAY, _ ("Date"), 110);
  add_column (view, shop, COLUMN_LABEL, _ ("Label"), 220);
  add_column (view, shop, COLUMN_DEBIT, _ ("Debit"), 130);
  add_column (view, shop, COLUMN_CREDIT, _ ("Credit"), 130);
  add_column (view, shop, COLUMN_BALANCE, _ ("Balance"), 150);
  comptoir_table_header_align (view, is_numeric);
}

/**
 * comptoir_fec_columns_add_accounts:
 * @view: over a list of accounts
 * @shop: for its currency
 */
void
comptoir_fec_columns_add_accounts (GtkColumnView *view, ComptoirShop *shop)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  add_column (view, shop, COLUMN_NUMBER, _ ("Account"), 140);
  add_column (view, shop, COLUMN_LABEL, _ ("Label"), 220);
  add_column (view, shop, COLUMN_DEBIT, _ ("Debit"), 140);
  add_column (view, shop, COLUMN_CREDIT, _ ("Credit"), 140);
  add_column (view, shop, COLUMN_BALANCE, _ ("Balance"), 140);
  comptoir_table_header_align (view, is_numeric);
}
