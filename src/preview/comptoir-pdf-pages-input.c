/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "comptoir-pdf-pages-private.h"

#define ZOOM_STEP 1.1

/* What a person does on the pages with pointer, fingers and keys. */
static guint
find_point (ComptoirPdfPages *self, double x, double y, graphene_point_t *point)
{
  return comptoir_pdf_layout_find_point (
      self->layout, x + comptoir_pdf_pages_get_offset (self, GTK_ORIENTATION_HORIZONTAL),
      y + comptoir_pdf_pages_get_offset (self, GTK_ORIENTATION_VERTICAL), point);
}

static void
on_motion (ComptoirPdfPages *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

/* Ctrl and the wheel zoom about the pointer; the wheel alone is the scrolled window's. */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, ComptoirPdfPages *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  comptoir_pdf_pages_zoom_at (self, self->zoom * pow (ZOOM_STEP, -dy), self->pointer_x,
                              self->pointer_y);

  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (ComptoirPdfPages *self)
{
  self->pinched_from = self->zoom;
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, ComptoirPdfPages *self)
{
  double x = self->pointer_x, y = self->pointer_y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  comptoir_pdf_pages_zoom_at (self, self->pinched_from * scale, x, y);
}

/* Once begins a selection of letters, twice takes a word, three times a line. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ComptoirPdfPages *self)
{
  static const ComptoirPdfStyle styles[]
      = { COMPTOIR_PDF_STYLE_LETTER, COMPTOIR_PDF_STYLE_WORD, COMPTOIR_PDF_STYLE_LINE };
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  graphene_point_t point;
  guint page;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->document == NULL)
    return;
  page = find_point (self, x, y, &point);
  if ((state & GDK_SHIFT_MASK) != 0)
    comptoir_pdf_selection_extend (self->selection, page, &point);
  else
    comptoir_pdf_selection_begin (self->selection, page, &point, styles[(n_press - 1) % 3]);
}

static void
on_drag (GtkGestureDrag *gesture, double dx, double dy, ComptoirPdfPages *self)
{
  graphene_point_t point;
  double x, y;
  guint page;

  if (self->document == NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  page = find_point (self, x + dx, y + dy, &point);
  comptoir_pdf_selection_extend (self->selection, page, &point);
}

/* Towards the lower right as many steps or pages as the arguments say. */
static gboolean
on_move (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  ComptoirPdfPages *self = COMPTOIR_PDF_PAGES (widget);
  GtkAdjustment *adjustment;
  int orientation;
  double steps, pages;

  g_variant_get (arguments, "(idd)", &orientation, &steps, &pages);
  adjustment = self->adjustments[orientation];
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment)
                                + steps * gtk_adjustment_get_step_increment (adjustment)
                                + pages * gtk_adjustment_get_page_increment (adjustment));

  return GDK_EVENT_STOP;
}

static gboolean
on_go_to (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  guint page;

  g_variant_get (arguments, "(u)", &page);
  comptoir_pdf_pages_set_page (COMPTOIR_PDF_PAGES (widget), page);

  return GDK_EVENT_STOP;
}

static gboolean
on_select_all (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  ComptoirPdfPages *self = COMPTOIR_PDF_PAGES (widget);

  if (self->document != NULL)
    comptoir_pdf_selection_all (self->selection);

  return GDK_EVENT_STOP;
}

void
comptoir_pdf_pages_class_input (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkOrientation orientation;
    double steps;
    double pages;
  } moves[] = {
    { GDK_KEY_Up, 0, GTK_ORIENTATION_VERTICAL, -1, 0 },
    { GDK_KEY_Down, 0, GTK_ORIENTATION_VERTICAL, 1, 0 },
    { GDK_KEY_Left, 0, GTK_ORIENTATION_HORIZONTAL, -1, 0 },
    { GDK_KEY_Right, 0, GTK_ORIENTATION_HORIZONTAL, 1, 0 },
    { GDK_KEY_Page_Up, 0, GTK_ORIENTATION_VERTICAL, 0, -1 },
    { GDK_KEY_Page_Down, 0, GTK_ORIENTATION_VERTICAL, 0, 1 },
    { GDK_KEY_space, 0, GTK_ORIENTATION_VERTICAL, 0, 1 },
    { GDK_KEY_space, GDK_SHIFT_MASK, GTK_ORIENTATION_VERTICAL, 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, moves[i].modifiers, on_move, "(idd)",
                                  moves[i].orientation, moves[i].steps, moves[i].pages);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_go_to, "(u)", 1u);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_go_to, "(u)", G_MAXUINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, on_select_all, NULL);
}

void
comptoir_pdf_pages_init_input (ComptoirPdfPages *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag), self);
  gtk_gesture_group (click, drag);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
}
