/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-split.h"

struct _ComptoirSplit
{
  GtkWidget parent_instance;

  GtkWidget *start;
  GtkWidget *separator;
  GtkWidget *end;
  int end_width;
  int beside_from;
};

G_DEFINE_FINAL_TYPE (ComptoirSplit, comptoir_split, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START_CHILD,
  PROP_END_CHILD,
  PROP_END_WIDTH,
  PROP_BESIDE_FROM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* @after: (nullable): what it comes after in the order of the keyboard */
static void
set_child (ComptoirSplit *self, GtkWidget **place, GtkWidget *child, GtkWidget *after)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_insert_after (child, GTK_WIDGET (self), after);
}

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *min, int *nat)
{
  *min = 0;
  *nat = 0;
  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, min, nat, NULL, NULL);
}

/* The height for which the width isn't known is that of the parts side by side. */
static gboolean
is_stacked_at (ComptoirSplit *self, int width)
{
  return width >= 0 && width < self->beside_from;
}

static GtkSizeRequestMode
comptoir_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
comptoir_split_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  ComptoirSplit *self = COMPTOIR_SPLIT (widget);
  gboolean stacked = orientation == GTK_ORIENTATION_VERTICAL && is_stacked_at (self, for_size);
  int start_width = stacked || for_size < 0 ? for_size : for_size - self->end_width - 1;
  int start_min, start_nat, end_min, end_nat;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    start_width = -1;
  measure_child (self->start, orientation, start_width, &start_min, &start_nat);
  measure_child (self->end, orientation, stacked ? for_size : -1, &end_min, &end_nat);
  *minimum = stacked ? start_min + 1 + end_min : MAX (start_min, end_min);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (self->beside_from, start_nat + 1 + self->end_width);
  else
    *natural = stacked ? start_nat + 1 + end_nat : MAX (start_nat, end_nat);
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  const GtkAllocation allocation = { x, y, width, height };

  if (child != NULL)
    gtk_widget_size_allocate (child, &allocation, -1);
}

/* Half of the height for each, as far as they fit into it. */
static void
allocate_stacked (ComptoirSplit *self, int width, int height)
{
  int start_min, end_min, natural, end_height;

  measure_child (self->start, GTK_ORIENTATION_VERTICAL, width, &start_min, &natural);
  measure_child (self->end, GTK_ORIENTATION_VERTICAL, width, &end_min, &natural);
  end_height = CLAMP (height / 2, end_min, MAX (end_min, height - 1 - start_min));
  allocate (self->start, 0, 0, width, height - 1 - end_height);
  allocate (self->separator, 0, height - 1 - end_height, width, 1);
  allocate (self->end, 0, height - end_height, width, end_height);
}

static void
comptoir_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ComptoirSplit *self = COMPTOIR_SPLIT (widget);
  int start_width = width - 1 - self->end_width;

  if (is_stacked_at (self, width))
    {
      allocate_stacked (self, width, height);
      return;
    }
  allocate (self->start, 0, 0, start_width, height);
  allocate (self->separator, start_width, 0, 1, height);
  allocate (self->end, start_width + 1, 0, self->end_width, height);
}

static void
comptoir_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirSplit *self = COMPTOIR_SPLIT (object);

  switch (id)
    {
    case PROP_START_CHILD:
      g_value_set_object (value, self->start);
      break;
    case PROP_END_CHILD:
      g_value_set_object (value, self->end);
      break;
    case PROP_END_WIDTH:
      g_value_set_int (value, self->end_width);
      break;
    case PROP_BESIDE_FROM:
      g_value_set_int (value, self->beside_from);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ComptoirSplit *self = COMPTOIR_SPLIT (object);

  switch (id)
    {
    case PROP_START_CHILD:
      set_child (self, &self->start, g_value_get_object (value), NULL);
      break;
    case PROP_END_CHILD:
      set_child (self, &self->end, g_value_get_object (value), self->separator);
      break;
    case PROP_END_WIDTH:
      self->end_width = g_value_get_int (value);
      break;
    case PROP_BESIDE_FROM:
      self->beside_from = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_split_dispose (GObject *object)
{
  ComptoirSplit *self = COMPTOIR_SPLIT (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->separator, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (comptoir_split_parent_class)->dispose (object);
}

static void
comptoir_split_class_init (ComptoirSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = comptoir_split_get_property;
  object_class->set_property = comptoir_split_set_property;
  object_class->dispose = comptoir_split_dispose;
  widget_class->get_request_mode = comptoir_split_get_request_mode;
  widget_class->measure = comptoir_split_measure;
  widget_class->size_allocate = comptoir_split_size_allocate;

  properties[PROP_START_CHILD] = g_param_spec_object ("start-child", NULL, NULL, GTK_TYPE_WIDGET,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_END_CHILD] = g_param_spec_object ("end-child", NULL, NULL, GTK_TYPE_WIDGET,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_END_WIDTH]
      = g_param_spec_int ("end-width", NULL, NULL, 0, G_MAXINT16, 320, flags);
  properties[PROP_BESIDE_FROM]
      = g_param_spec_int ("beside-from", NULL, NULL, 0, G_MAXINT16, 720, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comptoir_split_init (ComptoirSplit *self)
{
  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->separator, GTK_WIDGET (self));
}
