/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sent-orders-page.h"

#include <glib/gi18n-lib.h>

#include "comptoir-fold.h"
#include "comptoir-notice-bar.h"
#include "comptoir-sent-order-columns.h"
#include "comptoir-sent-order-pane.h"
#include "comptoir-split.h"

struct _ComptoirSentOrdersPage
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  ComptoirNoticeBar *notice;
  GtkStack *stack;
  GtkEditable *search;
  GtkColumnView *view;
  ComptoirSentOrderPane *pane;

  ComptoirShop *shop;
  ComptoirOrderJournal *journal;
  GListStore *orders;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GCancellable *cancellable;
  char *folded; /* (nullable): what is searched for */
  gboolean listing;
  gboolean stale; /* something changed since the listing under way began */
};

G_DEFINE_FINAL_TYPE (ComptoirSentOrdersPage, comptoir_sent_orders_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_LOADING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint open_order_signal;

static void refresh (ComptoirSentOrdersPage *self);

static const ComptoirOrderRecord *
get_selected (ComptoirSentOrdersPage *self)
{
  gpointer order = gtk_single_selection_get_selected_item (self->selection);

  return order != NULL ? comptoir_sent_order_get_record (order) : NULL;
}

static void
select_id (ComptoirSentOrdersPage *self, gint64 id)
{
  GListModel *shown = G_LIST_MODEL (self->filtered);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (ComptoirSentOrder) order = g_list_model_get_item (shown, i);

      if (comptoir_sent_order_get_record (order)->id == id)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
show_selected (ComptoirSentOrdersPage *self)
{
  comptoir_sent_order_pane_show_order (self->pane, self->shop,
                                       gtk_single_selection_get_selected_item (self->selection));
}

static void
fill (ComptoirSentOrdersPage *self, GPtrArray *records)
{
  const ComptoirOrderRecord *selected = get_selected (self);
  gint64 id = selected != NULL ? selected->id : 0;
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (orders, comptoir_sent_order_new (g_ptr_array_index (records, i)));
  g_list_store_splice (self->orders, 0, g_list_model_get_n_items (G_LIST_MODEL (self->orders)),
                       orders->pdata, orders->len);
  select_id (self, id);
  show_selected (self);
  gtk_stack_set_visible_child_name (self->stack, records->len > 0 ? "orders" : "empty");
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirSentOrdersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = comptoir_order_journal_list_finish (COMPTOIR_ORDER_JOURNAL (source), result, &error);

  self->listing = FALSE;
  if (self->shop == NULL)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  if (records != NULL)
    {
      comptoir_notice_bar_hide_notice (self->notice);
      fill (self, records);
    }
  else
    comptoir_notice_bar_show_notice (self->notice, error->message, NULL, NULL);
  if (self->stale)
    refresh (self);
}

static void
refresh (ComptoirSentOrdersPage *self)
{
  self->stale = self->listing;
  if (self->listing)
    return;
  self->listing = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  comptoir_order_journal_list_async (
      self->journal, comptoir_account_entry_get_id (comptoir_shop_get_entry (self->shop)),
      self->cancellable, on_listed, g_object_ref (self));
}

/* While nobody looks, changes wait: a draft being typed changes twice a second. */
static void
on_journal_changed (ComptoirSentOrdersPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static gboolean
is_match (gpointer item, gpointer user_data)
{
  ComptoirSentOrdersPage *self = user_data;

  return self->folded == NULL || comptoir_sent_order_matches (item, self->folded);
}

static void
on_search_changed (ComptoirSentOrdersPage *self)
{
  g_free (self->folded);
  self->folded = comptoir_fold (gtk_editable_get_text (self->search));
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered),
                      GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_open (ComptoirSentOrdersPage *self)
{
  const ComptoirOrderRecord *record = get_selected (self);

  if (record != NULL)
    g_signal_emit (self, open_order_signal, 0, record->id);
}

static void
on_activate (ComptoirSentOrdersPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  on_open (self);
}

static void
on_undo (AdwToast *toast, ComptoirOrderRecord *record)
{
  ComptoirOrderJournal *journal = g_object_get_data (G_OBJECT (toast), "journal");

  comptoir_order_journal_save_async (journal, 0, record->account, record->draft, record->title,
                                     record->total, NULL, NULL, NULL);
}

static void
free_record (gpointer data, GClosure *closure)
{
  comptoir_order_record_free (data);
}

static void
on_discarded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirSentOrdersPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!comptoir_order_journal_discard_finish (COMPTOIR_ORDER_JOURNAL (source), result, &error)
      && self->shop != NULL)
    comptoir_notice_bar_show_notice (self->notice, error->message, NULL, NULL);
}

static void
on_discard (ComptoirSentOrdersPage *self)
{
  const ComptoirOrderRecord *record = get_selected (self);
  AdwToast *toast;

  if (record == NULL)
    return;
  toast = adw_toast_new (_ ("Draft thrown away"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "journal", g_object_ref (self->journal),
                          g_object_unref);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo),
                         comptoir_order_record_copy (record), free_record, 0);
  comptoir_order_journal_discard_async (self->journal, record->id, NULL, on_discarded,
                                        g_object_ref (self));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
focus_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_SENT_ORDERS_PAGE (widget)->search));
}

static void
refresh_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  refresh (COMPTOIR_SENT_ORDERS_PAGE (widget));
}

static gboolean
comptoir_sent_orders_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_SENT_ORDERS_PAGE (widget)->view));
}

/* Another window or process may have changed something meanwhile. */
static void
comptoir_sent_orders_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (comptoir_sent_orders_page_parent_class)->map (widget);
  refresh (COMPTOIR_SENT_ORDERS_PAGE (widget));
}

static void
comptoir_sent_orders_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirSentOrdersPage *self = COMPTOIR_SENT_ORDERS_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_static_string (value, _ ("Sent Orders"));
      break;
    case PROP_ICON_NAME:
      g_value_set_static_string (value, "comptoir-sent-orders-symbolic");
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->listing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_sent_orders_page_dispose (GObject *object)
{
  ComptoirSentOrdersPage *self = COMPTOIR_SENT_ORDERS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  /* The bound child is the bin's own: it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SENT_ORDERS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->orders);
  g_clear_object (&self->journal);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (comptoir_sent_orders_page_parent_class)->dispose (object);
}

static void
comptoir_sent_orders_page_finalize (GObject *object)
{
  ComptoirSentOrdersPage *self = COMPTOIR_SENT_ORDERS_PAGE (object);

  g_clear_object (&self->cancellable);
  g_free (self->folded);
  G_OBJECT_CLASS (comptoir_sent_orders_page_parent_class)->finalize (object);
}

static void
comptoir_sent_orders_page_class_init (ComptoirSentOrdersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = comptoir_sent_orders_page_get_property;
  object_class->dispose = comptoir_sent_orders_page_dispose;
  object_class->finalize = comptoir_sent_orders_page_finalize;
  widget_class->grab_focus = comptoir_sent_orders_page_grab_focus;
  widget_class->map = comptoir_sent_orders_page_map;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read_only);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, read_only);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  open_order_signal = g_signal_new ("open-order", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "sent-orders.search", NULL, focus_search);
  gtk_widget_class_install_action (widget_class, "sent-orders.refresh", NULL, refresh_list);

  g_type_ensure (COMPTOIR_TYPE_NOTICE_BAR);
  g_type_ensure (COMPTOIR_TYPE_SPLIT);
  g_type_ensure (COMPTOIR_TYPE_SENT_ORDER_PANE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-sent-orders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrdersPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrdersPage, notice);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrdersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrdersPage, search);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrdersPage, view);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSentOrdersPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_discard);
}

static void
comptoir_sent_orders_page_init (ComptoirSentOrdersPage *self)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_match, self, NULL));

  self->cancellable = g_cancellable_new ();
  self->orders = g_list_store_new (COMPTOIR_TYPE_SENT_ORDER);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->orders)), filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->filtered)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (show_selected),
                            self);
}

/**
 * comptoir_sent_orders_page_new:
 * @shop: the shop
 * @journal: what is kept of its orders
 *
 * Returns: (transfer floating): a page over drafts and sent orders
 */
GtkWidget *
comptoir_sent_orders_page_new (ComptoirShop *shop, ComptoirOrderJournal *journal)
{
  ComptoirSentOrdersPage *self;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);
  g_return_val_if_fail (COMPTOIR_IS_ORDER_JOURNAL (journal), NULL);

  self = g_object_new (COMPTOIR_TYPE_SENT_ORDERS_PAGE, NULL);
  self->shop = g_object_ref (shop);
  self->journal = g_object_ref (journal);
  comptoir_sent_order_columns_add (self->view, shop);
  g_signal_connect_swapped (journal, "changed", G_CALLBACK (on_journal_changed), self);
  show_selected (self);
  return GTK_WIDGET (self);
}
