/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table-view-private.h"

static void
for_each_cell (GtkWidget *widget, void (*func) (ComptoirTableCell *cell))
{
  if (COMPTOIR_IS_TABLE_CELL (widget))
    {
      func (COMPTOIR_TABLE_CELL (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for_each_cell (child, func);
}

static void
set_current_column (ComptoirTableView *self, ComptoirTableColumn *column)
{
  GListModel *columns = comptoir_table_layout_get_columns (self->layout);

  if (column->current)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (columns, i);

      comptoir_table_column_get (other)->current = comptoir_table_column_get (other) == column;
    }
  comptoir_table_view_for_each_cell (self, comptoir_table_cell_mark);
}

static gboolean
follow_reference (ComptoirTableView *self)
{
  g_autofree char *id = NULL;
  const char *resource;

  if (!comptoir_table_view_dup_reference (self, &resource, &id))
    return FALSE;
  comptoir_table_view_follow (self, resource, id);
  return TRUE;
}

static void
move_current_column (ComptoirTableView *self, int steps)
{
  GListModel *columns = comptoir_table_layout_get_columns (self->layout);
  ComptoirTableColumn *before = NULL, *target = NULL;
  ComptoirTableColumn *current = comptoir_table_view_get_current_column (self);
  gboolean passed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      ComptoirTableColumn *info = comptoir_table_column_get (column);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      if (info == current)
        {
          passed = TRUE;
          if (steps < 0)
            target = before;
        }
      else if (passed && steps > 0 && target == NULL)
        target = info;
      before = info;
    }
  if (target != NULL)
    set_current_column (self, target);
}

/* The part of the table around the current cell, for a menu asked for by keyboard. */
static ComptoirTableCell *
find_current_cell (ComptoirTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  ComptoirTableColumn *column = comptoir_table_view_get_current_column (self);
  GtkWidget *cell = (GtkWidget *) comptoir_table_cell_find (gtk_root_get_focus (root));
  GtkWidget *row;

  if (cell == NULL)
    return NULL;
  /* table cell → GTK's own cell → row */
  row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      ComptoirTableCell *other = comptoir_table_cell_find (child);

      if (other != NULL && comptoir_table_cell_get_column (other) == column)
        return other;
    }
  return COMPTOIR_TABLE_CELL (cell);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ComptoirTableView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  ComptoirTableCell *cell = NULL;

  if (at != NULL)
    at = gtk_widget_get_ancestor (at, COMPTOIR_TYPE_TABLE_CELL);
  if (at == NULL)
    return;
  cell = COMPTOIR_TABLE_CELL (at);
  self->pressed = comptoir_table_cell_get_position (cell);
  set_current_column (self, comptoir_table_cell_get_column (cell));

  if (button == GDK_BUTTON_SECONDARY)
    {
      GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

      if (!gtk_selection_model_is_selected (selection, self->pressed))
        gtk_selection_model_select_item (selection, self->pressed, TRUE);
      comptoir_table_view_set_current_row (self, self->pressed);
      comptoir_table_view_want_menu (self, GTK_WIDGET (self->view), x, y);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else if (button == GDK_BUTTON_PRIMARY && (state & GDK_CONTROL_MASK) != 0
           && comptoir_table_cell_get_column (cell)->type == COMPTOIR_COLUMN_REFERENCE)
    {
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), self->pressed, TRUE);
      if (follow_reference (self))
        gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                ComptoirTableView *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  self->pressed = GTK_INVALID_LIST_POSITION;
  if (self->layout == NULL || self->model == NULL)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == 0 && (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left))
    move_current_column (self, rtl ? 1 : -1);
  else if (modifiers == 0 && (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right))
    move_current_column (self, rtl ? -1 : 1);
  else if ((modifiers == 0 && keyval == GDK_KEY_Menu)
           || (modifiers == GDK_SHIFT_MASK && keyval == GDK_KEY_F10))
    {
      ComptoirTableCell *cell = find_current_cell (self);

      if (cell == NULL)
        return GDK_EVENT_PROPAGATE;
      comptoir_table_view_want_menu (self, GTK_WIDGET (cell), 0,
                                     gtk_widget_get_height (GTK_WIDGET (cell)));
    }
  else if (modifiers == GDK_CONTROL_MASK && keyval == GDK_KEY_Return)
    return follow_reference (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Calls a function for every cell there is, seen or in reserve. */
void
comptoir_table_view_for_each_cell (ComptoirTableView *self, void (*func) (ComptoirTableCell *cell))
{
  for_each_cell (GTK_WIDGET (self->view), func);
}

/* Binds the callbacks of mouse and keyboard that the template names. */
void
comptoir_table_view_bind_input (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}
