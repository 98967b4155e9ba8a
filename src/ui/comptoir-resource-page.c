/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-resource-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-resource-text.h"

/* Seconds between two automatic refreshes of pending orders. */
#define REFRESH_INTERVAL 60

#define DEFAULT_DETAILS 300

G_DEFINE_FINAL_TYPE (ComptoirResourcePage, comptoir_resource_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_LOADING,
  N_PROPS,
};

enum
{
  SHOW_REFERENCE,
  STATE_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Shows the row that was asked for once it is there and nothing hides it. */
static void
show_wanted (ComptoirResourcePage *self)
{
  guint row, position;

  if (self->wanted_id == NULL)
    return;
  if (!comptoir_shop_find_reference_row (self->shop, kash_resource_get_name (self->resource),
                                         self->wanted_id, &row))
    {
      if (comptoir_dataset_get_loading (self->dataset)
          || comptoir_dataset_get_table (self->dataset) == NULL)
        return;
      g_clear_pointer (&self->wanted_id, g_free);
      comptoir_resource_page_toast (self, _ ("That row is not in this list any more."));
      return;
    }
  if (!comptoir_table_model_find_position (self->model, row, &position))
    return;
  g_clear_pointer (&self->wanted_id, g_free);
  comptoir_table_view_show_row (self->table, row);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static gboolean
on_refresh_due (gpointer user_data)
{
  comptoir_dataset_refresh (COMPTOIR_RESOURCE_PAGE (user_data)->dataset);
  return G_SOURCE_CONTINUE;
}

static void
on_retry (ComptoirResourcePage *self)
{
  comptoir_dataset_refresh (self->dataset);
}

static void
on_current_row_changed (ComptoirResourcePage *self)
{
  comptoir_detail_pane_show_row (self->details, comptoir_table_view_get_current_row (self->table));
}

static void
on_selection_changed (ComptoirResourcePage *self)
{
  if (self->model == NULL)
    return;
  comptoir_resource_page_update_selected (self);
  comptoir_resource_page_update_actions (self);
}

static void
on_layout_changed (ComptoirResourcePage *self)
{
  comptoir_resource_page_state_changed (self);
}

static void
on_position_changed (ComptoirResourcePage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->details));

  if (!self->details_placed || width <= 0 || width == self->details_width)
    return;
  self->details_width = width;
  comptoir_resource_page_state_changed (self);
}

/* The pane's width can be given only once the room for both is known. */
static void
on_room_changed (ComptoirResourcePage *self)
{
  int room, minimum;

  if (self->details_placed || !gtk_widget_get_visible (GTK_WIDGET (self->details)))
    return;
  g_object_get (self->paned, "max-position", &room, NULL);
  if (room <= 1 || room == G_MAXINT)
    return;
  gtk_widget_measure (GTK_WIDGET (self->details), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  self->details_placed = TRUE;
  gtk_paned_set_position (self->paned, room + minimum - MAX (self->details_width, minimum));
}

static void
on_row_activated (ComptoirResourcePage *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "details",
                                      g_variant_new_boolean (TRUE));
}

static void
on_show_reference (ComptoirResourcePage *self, const char *resource, const char *id)
{
  comptoir_resource_page_follow (self, resource, id);
}

static void
on_menu_wanted (ComptoirResourcePage *self, GtkWidget *at, double x, double y)
{
  comptoir_resource_page_popup_menu (self, at, x, y);
}

static void
on_data_changed (ComptoirResourcePage *self)
{
  comptoir_resource_page_update_status (self);
  show_wanted (self);
}

static void
on_loading_changed (ComptoirResourcePage *self)
{
  on_data_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
on_references_changed (ComptoirResourcePage *self)
{
  comptoir_detail_pane_update (self->details);
  comptoir_resource_page_show_filters (self);
}

static void
comptoir_resource_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirResourcePage *self = COMPTOIR_RESOURCE_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, kash_resource_get_title (self->resource));
      break;
    case PROP_ICON_NAME:
      g_value_take_string (value, comptoir_resource_dup_icon_name (self->resource));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, comptoir_dataset_get_loading (self->dataset));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
comptoir_resource_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_RESOURCE_PAGE (widget)->table));
}

/* Nothing that happens from here on is shown. */
static void
unfollow_data (ComptoirResourcePage *self)
{
  if (self->model == NULL || self->table == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->dataset, self);
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_signal_handlers_disconnect_by_data (self->shop, self);
  g_signal_handlers_disconnect_by_data (self->table, self);
  g_signal_handlers_disconnect_by_data (comptoir_table_view_get_layout (self->table), self);
}

static void
comptoir_resource_page_dispose (GObject *object)
{
  ComptoirResourcePage *self = COMPTOIR_RESOURCE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_timeout, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  unfollow_data (self);
  /* The bound child is the bin's own: it goes by the bin, or it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_RESOURCE_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->dataset);
  g_clear_object (&self->shop);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (comptoir_resource_page_parent_class)->dispose (object);
}

static void
comptoir_resource_page_finalize (GObject *object)
{
  ComptoirResourcePage *self = COMPTOIR_RESOURCE_PAGE (object);

  g_clear_object (&self->cancellable);
  g_free (self->wanted_id);
  G_OBJECT_CLASS (comptoir_resource_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COMPTOIR_TYPE_COLUMN_CHOOSER);
  g_type_ensure (COMPTOIR_TYPE_DETAIL_PANE);
  g_type_ensure (COMPTOIR_TYPE_FILTER_BAR);
  g_type_ensure (COMPTOIR_TYPE_FILTER_POPOVER);
  g_type_ensure (COMPTOIR_TYPE_LOAD_PROGRESS);
  g_type_ensure (COMPTOIR_TYPE_NOTICE_BAR);
  g_type_ensure (COMPTOIR_TYPE_REPLY_VIEW);
  g_type_ensure (COMPTOIR_TYPE_TABLE_VIEW);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-resource-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, search);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, column_chooser);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, notice);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, paned);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, table);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, empty);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, failed);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, failed_detail);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, failed_expander);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, first_progress);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, progress);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, reply);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, details);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, status_line);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, count);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, selected);
  gtk_widget_class_bind_template_child (widget_class, ComptoirResourcePage, age);
  comptoir_resource_page_bind_search (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_resource_page_show_reply);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_resource_page_save_reply);
  gtk_widget_class_bind_template_callback (widget_class, on_current_row_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_layout_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_position_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_reference);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_wanted);
}

static void
comptoir_resource_page_class_init (ComptoirResourcePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = comptoir_resource_page_get_property;
  object_class->dispose = comptoir_resource_page_dispose;
  object_class->finalize = comptoir_resource_page_finalize;
  widget_class->grab_focus = comptoir_resource_page_grab_focus;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read_only);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, read_only);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SHOW_REFERENCE] = g_signal_new ("show-reference", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
}

static void
comptoir_resource_page_init (ComptoirResourcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->details_width = DEFAULT_DETAILS;
  comptoir_resource_page_add_actions (self);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->table));
}

static void
follow_data (ComptoirResourcePage *self)
{
  static const char *const of_dataset[]
      = { "table", "n-rows", "received", "expected", "fetched-at", "error", "unreadable" };

  for (guint i = 0; i < G_N_ELEMENTS (of_dataset); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", of_dataset[i], NULL);

      g_signal_connect_object (self->dataset, signal, G_CALLBACK (on_data_changed), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->dataset, "notify::table",
                           G_CALLBACK (comptoir_resource_page_show_filters), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dataset, "notify::loading", G_CALLBACK (on_loading_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::n-items", G_CALLBACK (on_data_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::busy", G_CALLBACK (on_data_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shop, "references-changed", G_CALLBACK (on_references_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (comptoir_table_view_get_layout (self->table), "changed",
                           G_CALLBACK (on_layout_changed), self, G_CONNECT_SWAPPED);
}

/**
 * comptoir_resource_page_new:
 * @shop: the shop signed in to
 * @resource: what the page is over
 *
 * Returns: a page that has begun to load
 */
GtkWidget *
comptoir_resource_page_new (ComptoirShop *shop, KashResource resource)
{
  ComptoirResourcePage *self;
  g_autofree char *icon = NULL;
  g_autofree char *placeholder = NULL;
  const char *title = kash_resource_get_title (resource);

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  self = g_object_new (COMPTOIR_TYPE_RESOURCE_PAGE, NULL);
  self->shop = g_object_ref (shop);
  self->resource = resource;
  self->dataset = g_object_ref (comptoir_shop_get_dataset (shop, resource));
  self->model = comptoir_table_model_new (shop, self->dataset);

  icon = comptoir_resource_dup_icon_name (resource);
  adw_status_page_set_icon_name (self->empty, icon);
  adw_status_page_set_title (self->empty, comptoir_resource_get_empty_title (resource));
  adw_status_page_set_description (self->empty, comptoir_resource_get_empty_description (resource));
  placeholder = g_strdup_printf (_ ("Search in %s"), title);
  g_object_set (self->search, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  placeholder, -1);

  comptoir_detail_pane_set_shop (self->details, shop);
  comptoir_filter_popover_set_model (self->filter_popover, self->model);
  comptoir_column_chooser_set_layout (self->column_chooser,
                                      comptoir_table_view_get_layout (self->table));
  follow_data (self);
  comptoir_table_view_set_model (self->table, shop, self->model);
  comptoir_dataset_load (self->dataset);
  comptoir_resource_page_update_status (self);
  return GTK_WIDGET (self);
}

/**
 * comptoir_resource_page_get_dataset:
 *
 * Returns: (transfer none): the rows it is over
 */
ComptoirDataset *
comptoir_resource_page_get_dataset (ComptoirResourcePage *self)
{
  g_return_val_if_fail (COMPTOIR_IS_RESOURCE_PAGE (self), NULL);
  return self->dataset;
}

/**
 * comptoir_resource_page_show_row:
 * @id: the row's id
 *
 * Selects a row and brings it into view, as soon as it is there. Search and filters go when they
 * hide it.
 */
void
comptoir_resource_page_show_row (ComptoirResourcePage *self, const char *id)
{
  guint row, position;

  g_return_if_fail (COMPTOIR_IS_RESOURCE_PAGE (self));
  g_return_if_fail (id != NULL);

  g_free (self->wanted_id);
  self->wanted_id = g_strdup (id);
  if (comptoir_shop_find_reference_row (self->shop, kash_resource_get_name (self->resource), id,
                                        &row)
      && !comptoir_table_model_find_position (self->model, row, &position))
    comptoir_resource_page_clear (self);
  show_wanted (self);
}

/**
 * comptoir_resource_page_set_active:
 * @active: whether the tab is the one in front
 *
 * Pending orders are refreshed every minute while it is, and at once when they are older.
 */
void
comptoir_resource_page_set_active (ComptoirResourcePage *self, gboolean active)
{
  GDateTime *then;
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (COMPTOIR_IS_RESOURCE_PAGE (self));

  if (self->active == active)
    return;
  self->active = active;
  g_clear_handle_id (&self->refresh_timeout, g_source_remove);
  if (!active || self->resource != KASH_RESOURCE_PENDING_ORDERS)
    return;
  self->refresh_timeout = g_timeout_add_seconds (REFRESH_INTERVAL, on_refresh_due, self);
  now = g_date_time_new_now_utc ();
  then = comptoir_dataset_get_fetched_at (self->dataset);
  if (then != NULL
      && g_date_time_difference (now, then) > REFRESH_INTERVAL * (GTimeSpan) G_USEC_PER_SEC)
    comptoir_dataset_refresh (self->dataset);
}

/* Says something that happened once. */
void
comptoir_resource_page_toast (ComptoirResourcePage *self, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

void
comptoir_resource_page_state_changed (ComptoirResourcePage *self)
{
  if (!self->restoring && self->model != NULL)
    g_signal_emit (self, signals[STATE_CHANGED], 0);
}

void
comptoir_resource_page_follow (ComptoirResourcePage *self, const char *resource, const char *id)
{
  g_signal_emit (self, signals[SHOW_REFERENCE], 0, resource, id);
}
