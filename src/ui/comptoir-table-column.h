/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comptoir-shop.h"

G_BEGIN_DECLS

/**
 * ComptoirTableColumn:
 * @name: the field's name
 * @shop: (nullable): for references and currency
 * @index: its place in the table shown now
 * @type: what it holds
 * @reference: (nullable): the resource whose ids it holds
 * @width: pixels that its title and first rows need
 * @line_height: pixels of a line of text; 0 until measured
 * @current: whether keyboard and menu work on this column
 *
 * What a column of the view knows of the table; it belongs to the #GtkColumnViewColumn.
 */
typedef struct
{
  char *name;
  ComptoirShop *shop;
  guint index;
  ComptoirColumnType type;
  const char *reference;
  int width;
  int line_height;
  gboolean current;
} ComptoirTableColumn;

GtkColumnViewColumn *
comptoir_table_column_new (const char *resource, const char *name, ComptoirShop *shop);
ComptoirTableColumn *comptoir_table_column_get (GtkColumnViewColumn *column);
void comptoir_table_column_sync (GtkColumnViewColumn *column, ComptoirTable *table, guint index);
void comptoir_table_column_fit (GtkColumnViewColumn *column,
                                ComptoirTable *table,
                                guint n_rows,
                                PangoLayout *layout);
gboolean
comptoir_table_column_probe_sort (GtkSorter *view_sorter, const char **name, gboolean *descending);

G_END_DECLS
