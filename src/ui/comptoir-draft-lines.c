/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-draft-lines-private.h"

#include "comptoir-draft-line-row.h"

G_DEFINE_FINAL_TYPE (ComptoirDraftLines, comptoir_draft_lines, ADW_TYPE_BIN)

enum
{
  LEFT,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The place of the line the keyboard is in, or -1. */
static int
get_current (ComptoirDraftLines *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static gboolean
focus_line (ComptoirDraftLines *self, int position)
{
  GtkListBoxRow *row;

  if (position >= 0 && position < comptoir_draft_lines_get_n (self))
    comptoir_draft_lines_show (self, (guint) position + 1);
  row = gtk_list_box_get_row_at_index (self->list, position);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
remove_line (ComptoirDraftLines *self, int position)
{
  g_autoptr (ComptoirDraftLine) line = comptoir_order_draft_remove (self->draft, (guint) position);

  g_signal_emit (self, signals[REMOVED], 0, line, (guint) position);
  if (!focus_line (self, MIN (position, comptoir_draft_lines_get_n (self) - 1)))
    g_signal_emit (self, signals[LEFT], 0);
}

static void
move_line (ComptoirDraftLines *self, int position, int steps)
{
  int target = position + steps;

  if (target < 0 || target >= comptoir_draft_lines_get_n (self))
    return;
  comptoir_order_draft_move (self->draft, (guint) position, (guint) target);
  focus_line (self, target);
}

static void
duplicate_line (ComptoirDraftLines *self, int position)
{
  comptoir_order_draft_duplicate (self->draft, (guint) position);
  focus_line (self, position + 1);
}

static void
duplicate_current (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirDraftLines *self = COMPTOIR_DRAFT_LINES (widget);

  if (get_current (self) >= 0)
    duplicate_line (self, get_current (self));
}

static void
move_current (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirDraftLines *self = COMPTOIR_DRAFT_LINES (widget);

  if (get_current (self) >= 0)
    move_line (self, get_current (self), g_str_equal (action, "lines.move-up") ? -1 : 1);
}

static void
remove_current (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirDraftLines *self = COMPTOIR_DRAFT_LINES (widget);

  if (get_current (self) >= 0)
    remove_line (self, get_current (self));
}

/* What works wherever in the line the keyboard is. */
static gboolean
on_key_before (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               ComptoirDraftLines *self)
{
  int position = get_current (self);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (position < 0)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_CONTROL_MASK && gdk_keyval_to_lower (keyval) == GDK_KEY_d)
    duplicate_line (self, position);
  else if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    move_line (self, position, -1);
  else if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    move_line (self, position, 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* What the fields of a line leave over: Delete takes a letter there, and the line when the line
 * itself has the keyboard. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ComptoirDraftLines *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  int position = get_current (self);

  if (position < 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    g_signal_emit (self, signals[LEFT], 0);
  else if ((keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
           && COMPTOIR_IS_DRAFT_LINE_ROW (focus))
    remove_line (self, position);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_row_activated (GtkListBox *list, ComptoirDraftLineRow *row)
{
  comptoir_draft_line_row_edit (row, COMPTOIR_LINE_QUANTITY);
}

static void
on_finished (ComptoirDraftLines *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
on_remove (ComptoirDraftLines *self, GtkListBoxRow *row)
{
  remove_line (self, gtk_list_box_row_get_index (row));
}

static void
on_focus_child_changed (ComptoirDraftLines *self)
{
  int position = get_current (self);

  if (position >= 0)
    self->last = position;
}

static void
on_lines_changed (ComptoirDraftLines *self, guint position, guint removed, guint added)
{
  if (added > removed)
    self->last = -1;
  comptoir_draft_lines_follow (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    comptoir_draft_lines_get_n (self) > 0 ? "lines" : "empty");
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  ComptoirDraftLines *self = user_data;
  GtkWidget *row = comptoir_draft_line_row_new (self->shop, self->draft, item);

  g_signal_connect_swapped (row, "finished", G_CALLBACK (on_finished), self);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  return row;
}

/* Tab leaves the lines after the last field of any of them: with many lines it would be a long way
 * to what comes next. */
static gboolean
comptoir_draft_lines_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ComptoirDraftLines *self = COMPTOIR_DRAFT_LINES (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int n_lines = comptoir_draft_lines_get_n (self);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (comptoir_draft_lines_parent_class)->focus (widget, direction);
  if (row != NULL)
    return gtk_widget_child_focus (row, direction);
  if (n_lines == 0)
    return FALSE;
  return focus_line (self, self->last >= 0 && self->last < n_lines ? self->last : n_lines - 1);
}

static gboolean
comptoir_draft_lines_grab_focus (GtkWidget *widget)
{
  return comptoir_draft_lines_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
comptoir_draft_lines_dispose (GObject *object)
{
  ComptoirDraftLines *self = COMPTOIR_DRAFT_LINES (object);

  comptoir_draft_lines_set_draft (self, NULL, NULL);
  /* The bound child is the bin's own: it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_DRAFT_LINES);
  G_OBJECT_CLASS (comptoir_draft_lines_parent_class)->dispose (object);
}

static void
comptoir_draft_lines_class_init (ComptoirDraftLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_draft_lines_dispose;
  widget_class->focus = comptoir_draft_lines_focus;
  widget_class->grab_focus = comptoir_draft_lines_grab_focus;
  signals[LEFT]
      = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, COMPTOIR_TYPE_DRAFT_LINE, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "lines.duplicate", NULL, duplicate_current);
  gtk_widget_class_install_action (widget_class, "lines.move-up", NULL, move_current);
  gtk_widget_class_install_action (widget_class, "lines.move-down", NULL, move_current);
  gtk_widget_class_install_action (widget_class, "lines.remove", NULL, remove_current);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-draft-lines.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirDraftLines, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirDraftLines, list);
  gtk_widget_class_bind_template_callback (widget_class, on_key_before);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
comptoir_draft_lines_init (ComptoirDraftLines *self)
{
  self->last = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "notify::focus-child", G_CALLBACK (on_focus_child_changed),
                            self);
}

/**
 * comptoir_draft_lines_set_draft:
 * @shop: (nullable): the shop
 * @draft: (nullable): the order
 */
void
comptoir_draft_lines_set_draft (ComptoirDraftLines *self,
                                ComptoirShop *shop,
                                ComptoirOrderDraft *draft)
{
  g_return_if_fail (COMPTOIR_IS_DRAFT_LINES (self));

  if (self->draft != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->draft, self);
      if (self->tick != 0)
        gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
      self->tick = 0;
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
      g_clear_object (&self->shown);
      g_clear_pointer (&self->remarks, g_ptr_array_unref);
    }
  g_set_object (&self->shop, shop);
  g_set_object (&self->draft, draft);
  self->last = -1;
  if (draft == NULL)
    return;
  self->shown = comptoir_draft_lines_slice_new (draft);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create_row, self, NULL);
  g_signal_connect_swapped (draft, "items-changed", G_CALLBACK (on_lines_changed), self);
  on_lines_changed (self, 0, 0, 0);
}

/**
 * comptoir_draft_lines_edit:
 * @position: of a line
 * @field: what of it
 *
 * Puts the keyboard into a field of the line.
 */
void
comptoir_draft_lines_edit (ComptoirDraftLines *self, guint position, ComptoirDraftLineField field)
{
  GtkListBoxRow *row;

  g_return_if_fail (COMPTOIR_IS_DRAFT_LINES (self));

  if ((int) position < comptoir_draft_lines_get_n (self))
    comptoir_draft_lines_show (self, position + 1);
  row = gtk_list_box_get_row_at_index (self->list, (int) position);
  if (row != NULL)
    comptoir_draft_line_row_edit (COMPTOIR_DRAFT_LINE_ROW (row), field);
}
