/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sidebar.h"

#include <glib/gi18n-lib.h>

#include "comptoir-sidebar-row.h"

struct _ComptoirSidebar
{
  AdwBin parent_instance;

  GtkMenuButton *shop_button;
  GtkLabel *title_label;
  GtkLabel *shop_id_label;
  GtkListBox *list;

  ComptoirShop *shop;
  GListModel *shops;
  GBindingGroup *entry;
};

G_DEFINE_FINAL_TYPE (ComptoirSidebar, comptoir_sidebar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SHOP,
  PROP_SHOPS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPEN_PAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
open_row (ComptoirSidebar *self, GtkListBoxRow *row, gboolean again)
{
  const ComptoirDestination *destination
      = comptoir_sidebar_row_get_destination (COMPTOIR_SIDEBAR_ROW (row));

  g_signal_emit (self, signals[OPEN_PAGE], 0, destination->name, again);
}

static void
append_shops (ComptoirSidebar *self, GMenu *menu)
{
  guint n = self->shops != NULL ? g_list_model_get_n_items (self->shops) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ComptoirAccountEntry) entry = g_list_model_get_item (self->shops, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (comptoir_account_entry_get_title (entry), NULL);

      g_menu_item_set_action_and_target (item, "win.shop", "s",
                                         comptoir_account_entry_get_id (entry));
      g_menu_append_item (menu, item);
    }
}

/* Made anew each time it opens, so that it needs to follow nothing. */
static void
create_shop_menu (GtkMenuButton *button, gpointer user_data)
{
  ComptoirSidebar *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) shops = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) leave = g_menu_new ();

  append_shops (self, shops);
  g_menu_append (edit, _ ("_Add a Shop…"), "win.add-shop");
  g_menu_append (edit, _ ("_Rename…"), "win.rename-shop");
  g_menu_append (leave, _ ("_Sign Out…"), "win.sign-out");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shops));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (leave));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const ComptoirDestination *destination
      = comptoir_sidebar_row_get_destination (COMPTOIR_SIDEBAR_ROW (row));
  const ComptoirDestination *previous
      = before != NULL ? comptoir_sidebar_row_get_destination (COMPTOIR_SIDEBAR_ROW (before))
                       : NULL;
  gboolean first = destination->section == COMPTOIR_SECTION_BROWSE
                   && (previous == NULL || previous->section != destination->section);

  if (first && gtk_list_box_row_get_header (row) == NULL)
    {
      GtkWidget *label = gtk_label_new (_ ("Browse"));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "sidebar-heading");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_list_box_row_set_header (row, label);
    }
  else if (!first)
    gtk_list_box_row_set_header (row, NULL);
}

static void
update_counts (ComptoirSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const ComptoirDestination *destination
          = comptoir_sidebar_row_get_destination (COMPTOIR_SIDEBAR_ROW (row));
      ComptoirDataset *dataset = NULL;

      if (self->shop != NULL && destination->resource >= 0)
        dataset = comptoir_shop_get_dataset (self->shop, (KashResource) destination->resource);
      comptoir_sidebar_row_set_dataset (COMPTOIR_SIDEBAR_ROW (row), dataset);
    }
}

static void
on_row_activated (ComptoirSidebar *self, GtkListBoxRow *row)
{
  open_row (self, row, FALSE);
}

/* Ctrl+click and the middle button open one more tab; the list would only select. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  ComptoirSidebar *self = user_data;
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL
      || !(button == GDK_BUTTON_MIDDLE
           || (button == GDK_BUTTON_PRIMARY && (state & GDK_CONTROL_MASK) != 0)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_row (self, row, TRUE);
}

static void
open_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirSidebar *self = COMPTOIR_SIDEBAR (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row != NULL)
    open_row (self, GTK_LIST_BOX_ROW (row), TRUE);
}

static gboolean
comptoir_sidebar_grab_focus (GtkWidget *widget)
{
  ComptoirSidebar *self = COMPTOIR_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

static void
comptoir_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirSidebar *self = COMPTOIR_SIDEBAR (object);

  switch (id)
    {
    case PROP_SHOP:
      g_value_set_object (value, self->shop);
      break;
    case PROP_SHOPS:
      g_value_set_object (value, self->shops);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ComptoirSidebar *self = COMPTOIR_SIDEBAR (object);

  switch (id)
    {
    case PROP_SHOP:
      comptoir_sidebar_set_shop (self, g_value_get_object (value));
      break;
    case PROP_SHOPS:
      comptoir_sidebar_set_shops (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_sidebar_dispose (GObject *object)
{
  ComptoirSidebar *self = COMPTOIR_SIDEBAR (object);

  if (self->shop_button != NULL)
    gtk_menu_button_set_create_popup_func (self->shop_button, NULL, NULL, NULL);
  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SIDEBAR);
  g_clear_object (&self->shop);
  g_clear_object (&self->shops);
  G_OBJECT_CLASS (comptoir_sidebar_parent_class)->dispose (object);
}

static void
comptoir_sidebar_class_init (ComptoirSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_sidebar_dispose;
  object_class->get_property = comptoir_sidebar_get_property;
  object_class->set_property = comptoir_sidebar_set_property;
  widget_class->grab_focus = comptoir_sidebar_grab_focus;

  properties[PROP_SHOP]
      = g_param_spec_object ("shop", NULL, NULL, COMPTOIR_TYPE_SHOP,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOPS]
      = g_param_spec_object ("shops", NULL, NULL, G_TYPE_LIST_MODEL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_PAGE]
      = g_signal_new ("open-page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirSidebar, shop_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSidebar, title_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSidebar, shop_id_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_install_action (widget_class, "sidebar.open-again", NULL, open_again);
}

static void
comptoir_sidebar_init (ComptoirSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entry = g_binding_group_new ();
  g_binding_group_bind (self->entry, "title", self->title_label, "label", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->entry, "shop-id", self->shop_id_label, "label",
                        G_BINDING_SYNC_CREATE);
  gtk_menu_button_set_create_popup_func (self->shop_button, create_shop_menu, self, NULL);
  for (guint i = 0; i < comptoir_destination_get_n (); i++)
    gtk_list_box_append (self->list, comptoir_sidebar_row_new (comptoir_destination_get (i)));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

/**
 * comptoir_sidebar_new:
 *
 * Returns: (transfer floating): a sidebar without a shop
 */
GtkWidget *
comptoir_sidebar_new (void)
{
  return g_object_new (COMPTOIR_TYPE_SIDEBAR, NULL);
}

/**
 * comptoir_sidebar_get_shop:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): the shop one is in
 */
ComptoirShop *
comptoir_sidebar_get_shop (ComptoirSidebar *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SIDEBAR (self), NULL);

  return self->shop;
}

/**
 * comptoir_sidebar_set_shop:
 * @self: a sidebar
 * @shop: (nullable): the shop one is in
 *
 * Shows its title and the row counts of what it has.
 */
void
comptoir_sidebar_set_shop (ComptoirSidebar *self, ComptoirShop *shop)
{
  g_return_if_fail (COMPTOIR_IS_SIDEBAR (self));
  g_return_if_fail (shop == NULL || COMPTOIR_IS_SHOP (shop));

  if (!g_set_object (&self->shop, shop))
    return;
  g_binding_group_set_source (self->entry, shop != NULL ? comptoir_shop_get_entry (shop) : NULL);
  update_counts (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOP]);
}

/**
 * comptoir_sidebar_get_shops:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): the shops its menu leads to
 */
GListModel *
comptoir_sidebar_get_shops (ComptoirSidebar *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SIDEBAR (self), NULL);

  return self->shops;
}

/**
 * comptoir_sidebar_set_shops:
 * @self: a sidebar
 * @shops: (nullable): a list of #ComptoirAccountEntry
 *
 * Sets the shops that its menu leads to.
 */
void
comptoir_sidebar_set_shops (ComptoirSidebar *self, GListModel *shops)
{
  g_return_if_fail (COMPTOIR_IS_SIDEBAR (self));
  g_return_if_fail (shops == NULL || G_IS_LIST_MODEL (shops));

  if (g_set_object (&self->shops, shops))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOPS]);
}

/**
 * comptoir_sidebar_set_selected:
 * @self: a sidebar
 * @name: (nullable): a page's name
 *
 * Marks the page that is in front.
 */
void
comptoir_sidebar_set_selected (ComptoirSidebar *self, const char *name)
{
  GtkListBoxRow *row;

  g_return_if_fail (COMPTOIR_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const ComptoirDestination *destination
          = comptoir_sidebar_row_get_destination (COMPTOIR_SIDEBAR_ROW (row));

      if (g_strcmp0 (destination->name, name) == 0)
        {
          gtk_list_box_select_row (self->list, row);
          return;
        }
    }
  gtk_list_box_unselect_all (self->list);
}
