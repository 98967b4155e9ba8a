/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sales-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-report-drag.h"
#include "comptoir-sales-text.h"

#define ICON_NAME   "comptoir-daily-sales-symbolic"
#define STATE_GROUP "sales"

G_DEFINE_FINAL_TYPE (ComptoirSalesPage, comptoir_sales_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_LOADING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint state_changed_signal;

static gboolean
is_loading (ComptoirSalesPage *self)
{
  ComptoirReportView *report = comptoir_sales_page_get_report (self);

  return report != NULL ? comptoir_report_view_get_loading (report) : self->loading;
}

/* (transfer full) */
static char *
dup_title (ComptoirSalesPage *self)
{
  g_autofree char *day = NULL;

  if (self->follows_yesterday || !g_date_valid (&self->day))
    return g_strdup (_ ("Daily Sales"));
  day = comptoir_sales_text_short_day (&self->day);
  /* Translators: the title of a tab, with a day: "Sales, Mon 23 Nov" */
  return g_strdup_printf (_ ("Sales, %s"), day);
}

static void
on_day_chosen (ComptoirSalesPage *self, const GDate *day)
{
  comptoir_sales_page_set_day (self, day);
}

static void
on_retry (ComptoirSalesPage *self)
{
  comptoir_sales_page_load_summary (self, TRUE);
}

static void
on_choose_column (ComptoirSalesPage *self)
{
  comptoir_sales_page_choose_column (self);
}

static void
update_edited (ComptoirSalesPage *self)
{
  ComptoirReportView *report = comptoir_sales_page_get_report (self);
  GDateTime *edited = report != NULL ? comptoir_report_view_get_edited (report)
                                     : comptoir_sales_peek_edited (self->sales, &self->day);
  g_autofree char *moment = edited != NULL ? comptoir_sales_text_moment (edited) : NULL;
  g_autofree char *text = moment != NULL ? g_strdup_printf (_ ("As of %s"), moment) : NULL;

  gtk_label_set_label (self->edited, text != NULL ? text : "");
}

/* Figures of some day came: of this one, of the one beside it, or of one of the chart's. */
static void
on_summary_changed (ComptoirSalesPage *self, const char *iso_date)
{
  comptoir_sales_summary_view_take_day (self->summary, iso_date);
  comptoir_sales_page_update_actions (self);
  update_edited (self);
}

static GBytes *
get_dragged_file (gpointer user_data, char **name)
{
  return comptoir_sales_page_get_file (user_data, name);
}

/* What a report of the day is called when it is printed. */
static void
name_print_jobs (ComptoirSalesPage *self)
{
  g_autofree char *day = comptoir_sales_text_short_day (&self->day);
  g_autofree char *title = g_strdup_printf (_ ("Sales, %s"), day);

  for (guint i = 0; i < KASH_N_REPORTS; i++)
    {
      ComptoirReportContent *content = comptoir_report_view_get_content (self->reports[i]);

      if (COMPTOIR_IS_PREVIEW_CONTENT (content))
        comptoir_preview_content_set_title (COMPTOIR_PREVIEW_CONTENT (content), title);
    }
}

static void
comptoir_sales_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirSalesPage *self = COMPTOIR_SALES_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_take_string (value, dup_title (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_static_string (value, ICON_NAME);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, is_loading (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_sales_page_dispose (GObject *object)
{
  ComptoirSalesPage *self = COMPTOIR_SALES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->summary_cancellable != NULL)
    g_cancellable_cancel (self->summary_cancellable);
  g_clear_object (&self->summary_cancellable);
  comptoir_sales_page_stop_filling (self);
  if (self->sales != NULL)
    g_signal_handlers_disconnect_by_data (self->sales, self);
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    if (self->reports[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->reports[i], self);
        self->reports[i] = NULL;
      }
  /* The bound child is the bin's own: it goes by the bin, or it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SALES_PAGE);
  g_clear_object (&self->sales);
  g_clear_object (&self->shop);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (comptoir_sales_page_parent_class)->dispose (object);
}

static void
comptoir_sales_page_finalize (GObject *object)
{
  g_clear_object (&COMPTOIR_SALES_PAGE (object)->cancellable);
  G_OBJECT_CLASS (comptoir_sales_page_parent_class)->finalize (object);
}

static void
comptoir_sales_page_class_init (ComptoirSalesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = comptoir_sales_page_get_property;
  object_class->dispose = comptoir_sales_page_dispose;
  object_class->finalize = comptoir_sales_page_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read_only);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, read_only);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  state_changed_signal = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COMPTOIR_TYPE_DAY_BAR);
  g_type_ensure (COMPTOIR_TYPE_SALES_SUMMARY_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-sales-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesPage, day_bar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesPage, views);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesPage, file_handle);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesPage, edited);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSalesPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_column);
}

static void
comptoir_sales_page_init (ComptoirSalesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  comptoir_sales_page_add_actions (self);
  comptoir_sales_page_add_dialogs (self);
  comptoir_report_drag_install (self->file_handle, get_dragged_file, self);
}

/**
 * comptoir_sales_page_new:
 * @shop: the shop signed in to
 *
 * Returns: a page that has begun to load yesterday's figures
 */
GtkWidget *
comptoir_sales_page_new (ComptoirShop *shop)
{
  ComptoirSalesPage *self;
  GDate yesterday;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  self = g_object_new (COMPTOIR_TYPE_SALES_PAGE, NULL);
  self->shop = g_object_ref (shop);
  self->sales = comptoir_sales_new (shop);
  comptoir_sales_summary_view_set_sales (self->summary, self->sales);
  comptoir_sales_page_add_views (self);
  comptoir_sales_get_yesterday (self->sales, &yesterday);
  comptoir_sales_page_set_day (self, &yesterday);
  g_signal_connect_object (self->sales, "summary-changed", G_CALLBACK (on_summary_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * comptoir_sales_page_set_day:
 * @day: not after today
 *
 * Shows another day, in the view that is in front.
 */
void
comptoir_sales_page_set_day (ComptoirSalesPage *self, const GDate *day)
{
  GDate today, yesterday;
  ComptoirReportView *report;

  g_return_if_fail (COMPTOIR_IS_SALES_PAGE (self));
  g_return_if_fail (day != NULL && g_date_valid (day));

  comptoir_sales_get_today (self->sales, &today);
  comptoir_sales_get_yesterday (self->sales, &yesterday);
  self->day = g_date_compare (day, &today) > 0 ? today : *day;
  self->follows_yesterday = g_date_compare (&self->day, &yesterday) == 0;
  comptoir_day_bar_show_day (self->day_bar, &self->day, &today);
  comptoir_sales_summary_view_show_day (self->summary, &self->day);
  for (guint i = 0; i < KASH_N_REPORTS; i++)
    comptoir_report_view_set_day (self->reports[i], &self->day);
  name_print_jobs (self);
  comptoir_sales_page_load_summary (self, FALSE);
  report = comptoir_sales_page_get_report (self);
  if (report != NULL)
    comptoir_report_view_load (report);
  comptoir_sales_page_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * comptoir_sales_page_set_active:
 * @active: whether the tab is the one in front
 *
 * Missing days are fetched only then. A page left at yesterday's figures comes back with those of
 * the new day before.
 */
void
comptoir_sales_page_set_active (ComptoirSalesPage *self, gboolean active)
{
  GDate yesterday;

  g_return_if_fail (COMPTOIR_IS_SALES_PAGE (self));

  if (self->active == active)
    return;
  self->active = active;
  if (!active)
    {
      comptoir_sales_page_stop_filling (self);
      return;
    }
  comptoir_sales_get_yesterday (self->sales, &yesterday);
  if (self->follows_yesterday && g_date_compare (&self->day, &yesterday) != 0)
    comptoir_sales_page_set_day (self, &yesterday);
  else
    comptoir_sales_page_fill (self);
}

/**
 * comptoir_sales_page_dup_state:
 *
 * Returns: (transfer full): the view in front, as text to keep
 */
char *
comptoir_sales_page_dup_state (ComptoirSalesPage *self)
{
  g_autoptr (GKeyFile) state = NULL;

  g_return_val_if_fail (COMPTOIR_IS_SALES_PAGE (self), NULL);

  state = g_key_file_new ();
  g_key_file_set_string (state, STATE_GROUP, "view", comptoir_sales_page_get_view (self));
  return g_key_file_to_data (state, NULL, NULL);
}

/**
 * comptoir_sales_page_set_state:
 * @state: what comptoir_sales_page_dup_state() gave; what can't be read is ignored
 */
void
comptoir_sales_page_set_state (ComptoirSalesPage *self, const char *state)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *view = NULL;

  g_return_if_fail (COMPTOIR_IS_SALES_PAGE (self));
  g_return_if_fail (state != NULL);

  file = g_key_file_new ();
  if (!g_key_file_load_from_data (file, state, -1, G_KEY_FILE_NONE, NULL))
    return;
  view = g_key_file_get_string (file, STATE_GROUP, "view", NULL);
  if (view != NULL)
    comptoir_sales_page_show_view (self, view);
}

/* Says something that happened once. */
void
comptoir_sales_page_toast (ComptoirSalesPage *self, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

void
comptoir_sales_page_show_view (ComptoirSalesPage *self, const char *name)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "view");
  ComptoirReportView *report;

  if (!comptoir_sales_page_has_view (name))
    return;
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (name));
  gtk_stack_set_visible_child_name (self->views, name);
  report = comptoir_sales_page_get_report (self);
  if (report != NULL)
    comptoir_report_view_load (report);
  comptoir_sales_page_update (self);
  g_signal_emit (self, state_changed_signal, 0);
}

/* Asks the service anew for what is in front, even where it is kept. */
void
comptoir_sales_page_refresh (ComptoirSalesPage *self)
{
  ComptoirReportView *report = comptoir_sales_page_get_report (self);

  if (report != NULL)
    comptoir_report_view_refresh (report);
  else
    comptoir_sales_page_load_summary (self, TRUE);
}

/* Brings what is around the view in line with what it shows. */
void
comptoir_sales_page_update (ComptoirSalesPage *self)
{
  gboolean loading = is_loading (self);

  update_edited (self);
  gtk_spinner_set_spinning (self->spinner, loading);
  comptoir_sales_page_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}
