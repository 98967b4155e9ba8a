/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-view-private.h"

G_DEFINE_FINAL_TYPE (ComptoirReportView, comptoir_report_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_BYTES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

void
comptoir_report_view_set_file (ComptoirReportView *self, GBytes *bytes, GDateTime *edited)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->edited, g_date_time_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->edited = edited != NULL ? g_date_time_ref (edited) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BYTES]);
}

void
comptoir_report_view_set_cancellable (ComptoirReportView *self, GCancellable *cancellable)
{
  gboolean was_loading = self->cancellable != NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, cancellable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.cancel", cancellable != NULL);
  comptoir_load_progress_set (self->progress, cancellable != NULL, 0, -1);
  if (was_loading != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
on_retry (ComptoirReportView *self)
{
  comptoir_report_view_refresh (self);
}

static void
on_save (ComptoirReportView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sales.save-as", NULL);
}

static void
refresh (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comptoir_report_view_refresh (COMPTOIR_REPORT_VIEW (widget));
}

/* The file that was there stays. */
static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirReportView *self = COMPTOIR_REPORT_VIEW (widget);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

  comptoir_report_view_set_cancellable (self, NULL);
  if (g_str_equal (comptoir_report_view_get_state (self), "loading"))
    comptoir_report_view_show_failure (self, error);
}

static void
comptoir_report_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirReportView *self = COMPTOIR_REPORT_VIEW (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    case PROP_BYTES:
      g_value_set_boxed (value, self->bytes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_report_view_dispose (GObject *object)
{
  ComptoirReportView *self = COMPTOIR_REPORT_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->sales);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->edited, g_date_time_unref);
  self->content = NULL;
  /* The bound child is the bin's own: it goes by the bin, or it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_REPORT_VIEW);
  G_OBJECT_CLASS (comptoir_report_view_parent_class)->dispose (object);
}

static void
comptoir_report_view_class_init (ComptoirReportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = comptoir_report_view_get_property;
  object_class->dispose = comptoir_report_view_dispose;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read_only);
  properties[PROP_BYTES] = g_param_spec_boxed ("bytes", NULL, NULL, G_TYPE_BYTES, read_only);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_signal_new ("refresh-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (COMPTOIR_TYPE_LOAD_PROGRESS);
  g_type_ensure (COMPTOIR_TYPE_REPLY_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirReportView, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirReportView, progress);
  gtk_widget_class_bind_template_child (widget_class, ComptoirReportView, failed);
  gtk_widget_class_bind_template_child (widget_class, ComptoirReportView, failed_expander);
  gtk_widget_class_bind_template_child (widget_class, ComptoirReportView, failed_detail);
  gtk_widget_class_bind_template_child (widget_class, ComptoirReportView, reply);
  gtk_widget_class_bind_template_child (widget_class, ComptoirReportView, unshown);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_install_action (widget_class, "page.refresh", NULL, refresh);
  gtk_widget_class_install_action (widget_class, "page.cancel", NULL, cancel);
}

static void
comptoir_report_view_init (ComptoirReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.cancel", FALSE);
}

/**
 * comptoir_report_view_new:
 * @content: (transfer floating): what shows the report when it is one
 *
 * Returns: a view of no day yet
 */
GtkWidget *
comptoir_report_view_new (ComptoirSales *sales, KashReport report, ComptoirReportContent *content)
{
  ComptoirReportView *self;

  g_return_val_if_fail (COMPTOIR_IS_SALES (sales), NULL);
  g_return_val_if_fail (COMPTOIR_IS_REPORT_CONTENT (content), NULL);

  self = g_object_new (COMPTOIR_TYPE_REPORT_VIEW, NULL);
  self->sales = g_object_ref (sales);
  self->report = report;
  self->content = content;
  g_signal_connect_object (content, "failed", G_CALLBACK (comptoir_report_view_fail), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (content), "content");
  return GTK_WIDGET (self);
}

KashReport
comptoir_report_view_get_report (ComptoirReportView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_REPORT_VIEW (self), KASH_REPORT_STD);

  return self->report;
}

/**
 * comptoir_report_view_get_content:
 *
 * Returns: (transfer none): what shows the report
 */
ComptoirReportContent *
comptoir_report_view_get_content (ComptoirReportView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_REPORT_VIEW (self), NULL);

  return self->content;
}

/**
 * comptoir_report_view_set_day:
 * @day: the day whose report is wanted next
 */
void
comptoir_report_view_set_day (ComptoirReportView *self, const GDate *day)
{
  g_return_if_fail (COMPTOIR_IS_REPORT_VIEW (self));

  if (g_date_valid (&self->day) && g_date_compare (&self->day, day) == 0)
    return;
  self->day = *day;
  comptoir_report_view_set_cancellable (self, NULL);
  comptoir_report_view_set_file (self, NULL, NULL);
  comptoir_report_content_clear (self->content);
  comptoir_report_view_show (self, "loading");
}

/**
 * comptoir_report_view_load:
 *
 * Gets the report unless it is there or on its way; tries again what failed before.
 */
void
comptoir_report_view_load (ComptoirReportView *self)
{
  g_return_if_fail (COMPTOIR_IS_REPORT_VIEW (self));
  g_return_if_fail (g_date_valid (&self->day));

  if (self->cancellable == NULL && self->bytes == NULL)
    comptoir_report_view_start (self, FALSE);
}

/**
 * comptoir_report_view_refresh:
 *
 * Asks the service for the report even where it is kept; what is shown stays until it comes.
 */
void
comptoir_report_view_refresh (ComptoirReportView *self)
{
  g_return_if_fail (COMPTOIR_IS_REPORT_VIEW (self));

  comptoir_report_view_start (self, TRUE);
}

gboolean
comptoir_report_view_get_loading (ComptoirReportView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_REPORT_VIEW (self), FALSE);

  return self->cancellable != NULL;
}

GBytes *
comptoir_report_view_get_bytes (ComptoirReportView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_REPORT_VIEW (self), NULL);

  return self->bytes;
}

GDateTime *
comptoir_report_view_get_edited (ComptoirReportView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_REPORT_VIEW (self), NULL);

  return self->edited;
}

/**
 * comptoir_report_view_get_state:
 *
 * Returns: (transfer none): "loading", "content", "empty", "reply", "unshown" or "failed"
 */
const char *
comptoir_report_view_get_state (ComptoirReportView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_REPORT_VIEW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
