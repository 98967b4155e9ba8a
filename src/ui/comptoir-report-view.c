/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-view.h"

#include <glib/gi18n-lib.h>

#include "comptoir-file-kind.h"
#include "comptoir-load-progress.h"
#include "comptoir-reply-view.h"

struct _ComptoirReportView
{
  AdwBin parent_instance;

  GtkStack *stack;
  ComptoirLoadProgress *progress;
  AdwStatusPage *failed;
  GtkExpander *failed_expander;
  GtkLabel *failed_detail;
  ComptoirReplyView *reply;
  AdwStatusPage *unshown;

  ComptoirSales *sales;
  KashReport report;
  ComptoirReportContent *content;
  GDate day;
  GCancellable *cancellable; /* (nullable): of the load under way */
  GBytes *bytes;
  GDateTime *edited;
};

G_DEFINE_FINAL_TYPE (ComptoirReportView, comptoir_report_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_BYTES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint refresh_failed_signal;

static void
set_file (ComptoirReportView *self, GBytes *bytes, GDateTime *edited)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->edited, g_date_time_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->edited = edited != NULL ? g_date_time_ref (edited) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BYTES]);
}

static void
set_cancellable (ComptoirReportView *self, GCancellable *cancellable)
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
show (ComptoirReportView *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->stack, state);
}

static void
show_failure (ComptoirReportView *self, const GError *error)
{
  const char *detail = kash_error_get_detail (error);
  g_autofree char *sentence = g_markup_escape_text (error->message, -1);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_status_page_set_title (self->failed, _ ("Loading Was Cancelled"));
      adw_status_page_set_description (self->failed, NULL);
    }
  else
    {
      adw_status_page_set_title (self->failed, _ ("This Report Could Not Be Loaded"));
      adw_status_page_set_description (self->failed, sentence);
    }
  gtk_label_set_label (self->failed_detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failed_expander), detail != NULL && *detail != '\0');
  show (self, "failed");
}

/* Whether the file is a document of the kind asked for, whose bytes tell a person nothing. */
static gboolean
is_document (ComptoirReportView *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  ComptoirFileKind kind = comptoir_file_kind_sniff (data, length);

  return kind == COMPTOIR_FILE_PDF
         || (kind == COMPTOIR_FILE_HTML && self->report == KASH_REPORT_STD);
}

/* What came is something else than what was asked for, or can't be read: it is shown as text,
 * unless it is a document that can only be saved. */
static void
show_reply (ComptoirReportView *self, const char *sentence, GBytes *bytes)
{
  if (is_document (self, bytes))
    {
      g_autofree char *markup = g_markup_escape_text (sentence, -1);

      adw_status_page_set_description (self->unshown, markup);
      show (self, "unshown");
      return;
    }
  comptoir_reply_view_show_reply (self->reply, sentence, bytes);
  show (self, "reply");
}

/* Whether a result is of no use any more: another load was begun, or the view is gone. Nothing else
 * keeps the view, so this comes before all that touches it. */
static gboolean
is_given_up (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

static void
on_content_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirReportView *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean shown
      = comptoir_report_content_load_finish (COMPTOIR_REPORT_CONTENT (source), result, &error);

  if (is_given_up (result))
    return;
  if (shown)
    show (self, "content");
  else
    show_reply (self, error->message, self->bytes);
  set_cancellable (self, NULL);
}

/* After it was shown: the process that showed it ended. */
static void
on_content_failed (ComptoirReportView *self, const char *sentence)
{
  if (self->bytes != NULL)
    show_reply (self, sentence, self->bytes);
}

static void
take_file (ComptoirReportView *self, GBytes *bytes, GDateTime *edited)
{
  set_file (self, bytes, edited);
  if (g_bytes_get_size (bytes) > 0)
    {
      comptoir_report_content_load_async (self->content, bytes, edited, self->cancellable,
                                          on_content_shown, self);
      return;
    }
  show (self, "empty");
  set_cancellable (self, NULL);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirReportView *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) edited = NULL;
  g_autoptr (GBytes) bytes
      = comptoir_sales_load_report_finish (COMPTOIR_SALES (source), result, &edited, &error);
  GBytes *unreadable = comptoir_sales_get_unreadable (COMPTOIR_SALES (source), result);

  if (is_given_up (result))
    return;
  if (bytes != NULL)
    {
      take_file (self, bytes, edited);
      return;
    }
  if (unreadable != NULL && self->bytes == NULL)
    {
      set_file (self, unreadable, NULL);
      show_reply (self, error->message, unreadable);
    }
  else if (self->bytes != NULL)
    g_signal_emit (self, refresh_failed_signal, 0, error->message);
  else
    show_failure (self, error);
  set_cancellable (self, NULL);
}

static void
start (ComptoirReportView *self, gboolean refresh)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  set_cancellable (self, cancellable);
  if (self->bytes == NULL)
    show (self, "loading");
  comptoir_sales_load_report_async (self->sales, self->report, &self->day, refresh, cancellable,
                                    on_loaded, self);
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

  set_cancellable (self, NULL);
  if (g_str_equal (comptoir_report_view_get_state (self), "loading"))
    show_failure (self, error);
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

  refresh_failed_signal
      = g_signal_new ("refresh-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

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
  g_signal_connect_object (content, "failed", G_CALLBACK (on_content_failed), self,
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
  set_cancellable (self, NULL);
  set_file (self, NULL, NULL);
  comptoir_report_content_clear (self->content);
  show (self, "loading");
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
    start (self, FALSE);
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

  start (self, TRUE);
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
