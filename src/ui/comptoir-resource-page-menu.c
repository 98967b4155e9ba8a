/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-resource-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-display.h"

static void
append_targeted (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* What can stand in a label: nothing in it is taken for a mnemonic, and it isn't endless. */
static char *
dup_label_text (const char *text)
{
  g_autofree char *shortened
      = g_utf8_strlen (text, -1) > 32 ? g_utf8_substring (text, 0, 31) : NULL;
  g_autofree char *ended = shortened != NULL ? g_strconcat (shortened, "…", NULL) : g_strdup (text);
  g_auto (GStrv) parts = g_strsplit (ended, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenuModel *
create_menu (ComptoirResourcePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) show = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) narrow = g_menu_new ();
  ComptoirTableColumn *column = comptoir_table_view_get_current_column (self->table);
  ComptoirRow *row = comptoir_table_view_get_current_row (self->table);
  g_autofree char *text = NULL;
  g_autofree char *label_text = NULL;
  g_autofree char *id = NULL;
  const char *resource;
  guint n = comptoir_table_view_get_n_selected (self->table);

  text = comptoir_display_cell (self->shop, comptoir_row_get_table (row),
                                comptoir_row_get_index (row), column->index);
  label_text = dup_label_text (text != NULL ? text : "");
  if (comptoir_table_view_dup_reference (self->table, &resource, &id) && text != NULL)
    {
      g_autofree char *label = g_strdup_printf (_ ("_Go to “%s”"), label_text);

      g_menu_append (show, label, "page.show-reference");
    }
  g_menu_append (show, _ ("Show _Details"), "page.details");
  g_menu_append (copy, _ ("_Copy Cell"), "page.copy-cell");
  g_menu_append (copy, ngettext ("Copy _Row", "Copy _Rows", n), "page.copy-rows");
  g_menu_append (copy, _ ("Copy as CS_V"), "page.copy-csv");
  if (text != NULL && *text != '\0')
    {
      g_autofree char *label = g_strdup_printf (_ ("_Only Rows with “%s”"), label_text);

      g_menu_append (narrow, label, "page.filter-value");
    }
  append_targeted (narrow, _ ("_Filter by This Column…"), "page.filter-column", column->name);
  append_targeted (narrow, _ ("Sort _Ascending"), "page.sort-ascending", column->name);
  append_targeted (narrow, _ ("Sort D_escending"), "page.sort-descending", column->name);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (show));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (narrow));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* Opens the menu of the current cell. @x and @y are in @at. */
void
comptoir_resource_page_popup_menu (ComptoirResourcePage *self, GtkWidget *at, double x, double y)
{
  g_autoptr (GMenuModel) menu = NULL;
  GdkRectangle place = { 0, 0, 1, 1 };
  double page_x, page_y;

  if (comptoir_table_view_get_current_row (self->table) == NULL
      || comptoir_table_view_get_current_column (self->table) == NULL)
    return;
  menu = create_menu (self);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self->table));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  if (gtk_widget_translate_coordinates (at, GTK_WIDGET (self->table), x, y, &page_x, &page_y))
    {
      place.x = (int) page_x;
      place.y = (int) page_y;
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
