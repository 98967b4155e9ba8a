/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-column.h"

#include <glib/gi18n-lib.h>

#include "comptoir-display.h"
#include "comptoir-field.h"
#include "comptoir-table-cell.h"

/* Rows looked at to choose a width, its bounds as texts, and what goes beside a text in pixels. */
#define SAMPLE_ROWS      100
#define SHORTEST         "00000"
#define LONGEST          "A text of about thirty letters"
#define CELL_PADDING     24
#define SORT_ARROW_WIDTH 18

static GQuark column_quark;
/* The column that answered first in a probe; only within comptoir_table_column_probe_sort(). */
static ComptoirTableColumn *probed;

static void
column_free (gpointer data)
{
  ComptoirTableColumn *self = data;

  g_free (self->name);
  g_clear_object (&self->shop);
  g_free (self);
}

static int
measure (PangoLayout *layout, const char *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_list_item_set_child (item, comptoir_table_cell_new (item, column));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  comptoir_table_cell_update (COMPTOIR_TABLE_CELL (gtk_list_item_get_child (item)));
}

/* The rows are sorted by the model, not by this: it says which column the view asks for. */
static int
answer_probe (gconstpointer a, gconstpointer b, gpointer data)
{
  if (probed == NULL)
    probed = data;
  return -1;
}

static GMenuModel *
header_menu (const char *name)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new ();
  g_autoptr (GMenu) column = g_menu_new ();
  struct
  {
    GMenu *section;
    const char *label;
    const char *action;
  } entries[] = {
    { sort, _ ("Sort _Ascending"), "page.sort-ascending" },
    { sort, _ ("Sort _Descending"), "page.sort-descending" },
    { sort, _ ("_Original Order"), "page.sort-none" },
    { column, _ ("_Filter by This Column…"), "page.filter-column" },
    { column, _ ("_Hide Column"), "page.hide-column" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (entries[i].label, NULL);

      g_menu_item_set_action_and_target (item, entries[i].action, "s", name);
      g_menu_append_item (entries[i].section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sort));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (column));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * comptoir_table_column_new:
 * @resource: the resource's name
 * @name: the field's name
 * @shop: (nullable): for references and currency
 *
 * Returns: (transfer full): a column with its title, cells, sorter and header menu; it shows when
 *   #ComptoirField says so, when the field isn't known, or in a table that is no resource's
 */
GtkColumnViewColumn *
comptoir_table_column_new (const char *resource, const char *name, ComptoirShop *shop)
{
  const ComptoirField *field;
  const char *title;
  GtkColumnViewColumn *column;
  ComptoirTableColumn *self;
  GtkListItemFactory *factory;
  g_autoptr (GtkSorter) sorter = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (ComptoirTableColumn, 1);
  self->name = g_strdup (name);
  g_set_object (&self->shop, shop);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);

  field = comptoir_field_lookup (resource, name);
  title = comptoir_field_get_title (resource, name);
  column = gtk_column_view_column_new (title != NULL ? title : name, factory);
  if (column_quark == 0)
    column_quark = g_quark_from_static_string ("comptoir-table-column");
  g_object_set_qdata_full (G_OBJECT (column), column_quark, self, column_free);

  sorter = GTK_SORTER (gtk_custom_sorter_new (answer_probe, self, NULL));
  menu = header_menu (name);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_header_menu (column, menu);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_visible (column, field == NULL || field->shown || resource == NULL
                                                  || !kash_resource_from_name (resource, NULL));
  return column;
}

/**
 * comptoir_table_column_get:
 *
 * Returns: (transfer none): what the column knows of the table
 */
ComptoirTableColumn *
comptoir_table_column_get (GtkColumnViewColumn *column)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column), NULL);
  return g_object_get_qdata (G_OBJECT (column), column_quark);
}

/**
 * comptoir_table_column_sync:
 * @index: the field's place in @table
 *
 * Follows the table: a column's type is judged anew as rows come in.
 */
void
comptoir_table_column_sync (GtkColumnViewColumn *column, ComptoirTable *table, guint index)
{
  ComptoirTableColumn *self = comptoir_table_column_get (column);

  g_return_if_fail (self != NULL);

  self->index = index;
  self->type = comptoir_table_get_column_type (table, index);
  self->reference = g_intern_string (comptoir_table_get_column_reference (table, index));
}

/**
 * comptoir_table_column_fit:
 * @n_rows: the rows to show
 * @layout: to measure texts with, in the view's font
 *
 * Finds the width that the column's title and first rows need, within bounds.
 */
void
comptoir_table_column_fit (GtkColumnViewColumn *column,
                           ComptoirTable *table,
                           guint n_rows,
                           PangoLayout *layout)
{
  ComptoirTableColumn *self = comptoir_table_column_get (column);
  glong longest = 0;
  int title, width, largest;

  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  title = measure (layout, gtk_column_view_column_get_title (column));
  comptoir_table_cell_prepare_layout (layout, self->type);
  width = measure (layout, SHORTEST);
  largest = measure (layout, LONGEST);

  for (guint i = 0; i < MIN (n_rows, SAMPLE_ROWS); i++)
    {
      g_autofree char *text = comptoir_display_cell (self->shop, table, i, self->index);

      glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;

      /* Of two texts the one with fewer characters may be wider, if not by many. */
      if (length + length / 8 < longest)
        continue;
      longest = MAX (longest, length);
      width = MAX (width, measure (layout, text));
    }
  width = MAX (MIN (width, largest), title + SORT_ARROW_WIDTH);
  self->width = width + CELL_PADDING;
}

/**
 * comptoir_table_column_probe_sort:
 * @view_sorter: what gtk_column_view_get_sorter() gives
 * @name: (out) (nullable): the field sorted by first; %NULL for none
 * @descending: (out): from large to small
 *
 * GTK tells which header was clicked only from 4.10 on. Its sorter asks the columns' sorters in
 * their order and turns the answer round where descending; the sorters made here always answer
 * "smaller" and remember who was asked first.
 *
 * Returns: whether the view sorts at all
 */
gboolean
comptoir_table_column_probe_sort (GtkSorter *view_sorter, const char **name, gboolean *descending)
{
  static const char two_things[2];
  GtkOrdering ordering;

  g_return_val_if_fail (GTK_IS_SORTER (view_sorter), FALSE);

  probed = NULL;
  ordering = gtk_sorter_compare (view_sorter, (gpointer) &two_things[0], (gpointer) &two_things[1]);
  *name = probed != NULL ? probed->name : NULL;
  *descending = ordering == GTK_ORDERING_LARGER;
  probed = NULL;
  return *name != NULL;
}
