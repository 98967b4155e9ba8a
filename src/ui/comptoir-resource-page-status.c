/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-resource-page-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-table-sum.h"

static gboolean
was_cancelled (const GError *error)
{
  return error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
is_narrowed (ComptoirResourcePage *self)
{
  const char *search = comptoir_table_model_get_search (self->model);

  return (search != NULL && *search != '\0')
         || comptoir_table_model_get_filters (self->model)->len > 0;
}

/* What fills the page: the table, or why there is none. */
static const char *
choose_content (ComptoirResourcePage *self)
{
  const GError *error = comptoir_dataset_get_error (self->dataset);

  if (comptoir_dataset_get_n_rows (self->dataset) > 0)
    {
      gboolean nothing = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

      return nothing && is_narrowed (self) && !comptoir_table_model_get_busy (self->model)
                 ? "no-match"
                 : "table";
    }
  if (comptoir_dataset_get_loading (self->dataset))
    return "loading";
  if (error != NULL && comptoir_dataset_get_unreadable (self->dataset) != NULL)
    return "unreadable";
  if (error != NULL)
    return "failed";
  /* Without either, it was cancelled. */
  return comptoir_dataset_get_table (self->dataset) != NULL ? "empty" : "failed";
}

static void
show_failure (ComptoirResourcePage *self, const GError *error)
{
  const char *detail = error != NULL ? kash_error_get_detail (error) : NULL;

  if (was_cancelled (error))
    {
      adw_status_page_set_title (self->failed, _ ("Loading Was Cancelled"));
      adw_status_page_set_description (self->failed, _ ("Nothing is kept of this list yet."));
      detail = NULL;
    }
  else
    {
      g_autofree char *sentence = g_markup_escape_text (error->message, -1);

      adw_status_page_set_title (self->failed, _ ("This List Could Not Be Loaded"));
      adw_status_page_set_description (self->failed, sentence);
    }
  gtk_label_set_label (self->failed_detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (self->failed_expander, detail != NULL && *detail != '\0');
}

/* (transfer full) (nullable): a clock time today, else with its day. It is no "5 minutes ago": that
 * would have to be kept up to date. */
static char *
dup_moment (GDateTime *then)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) local = then != NULL ? g_date_time_to_local (then) : NULL;

  if (local == NULL)
    return NULL;
  if (g_date_time_get_year (now) == g_date_time_get_year (local)
      && g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (local))
    return g_date_time_format (local, "%R");
  return g_date_time_format (local, "%x %R");
}

static void
update_notice (ComptoirResourcePage *self, const char *content)
{
  const GError *error = comptoir_dataset_get_error (self->dataset);
  g_autofree char *moment = dup_moment (comptoir_dataset_get_fetched_at (self->dataset));
  g_autofree char *second = NULL;

  if (was_cancelled (error) || comptoir_dataset_get_n_rows (self->dataset) == 0)
    {
      comptoir_notice_bar_hide_notice (self->notice);
      return;
    }
  if (moment != NULL)
    second = g_strdup_printf (_ ("These rows are as of %s."), moment);
  comptoir_notice_bar_show_notice (
      self->notice, error->message, second,
      comptoir_dataset_get_unreadable (self->dataset) != NULL ? _ ("_Show Reply") : NULL);
}

static void
update_count (ComptoirResourcePage *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint all = comptoir_dataset_get_n_rows (self->dataset);
  g_autofree char *text = NULL;

  if (is_narrowed (self))
    text = g_strdup_printf (ngettext ("%'u of %'u row", "%'u of %'u rows", all), shown, all);
  else
    text = g_strdup_printf (ngettext ("%'u row", "%'u rows", all), all);
  gtk_label_set_label (self->count, text);
}

static void
update_age (ComptoirResourcePage *self)
{
  g_autofree char *moment = dup_moment (comptoir_dataset_get_fetched_at (self->dataset));
  g_autofree char *text = moment != NULL ? g_strdup_printf (_ ("As of %s"), moment) : NULL;

  gtk_label_set_label (self->age, text != NULL ? text : "");
}

/* Selection, with the sum of the current column where it holds numbers. */
void
comptoir_resource_page_update_selected (ComptoirResourcePage *self)
{
  g_autofree char *text = comptoir_table_sum_dup_selected (
      self->table, self->shop, comptoir_dataset_get_table (self->dataset));

  gtk_label_set_label (self->selected, text);
}

/* Brings everything in line with what the dataset and the model hold now. */
void
comptoir_resource_page_update_status (ComptoirResourcePage *self)
{
  const char *content = choose_content (self);
  const GError *error = comptoir_dataset_get_error (self->dataset);
  gboolean loading = comptoir_dataset_get_loading (self->dataset);
  gboolean first = g_str_equal (content, "loading");
  guint64 received = comptoir_dataset_get_received (self->dataset);
  gint64 expected = comptoir_dataset_get_expected (self->dataset);

  if (g_str_equal (content, "failed"))
    show_failure (self, error);
  else if (g_str_equal (content, "unreadable")
           && !g_str_equal (gtk_stack_get_visible_child_name (self->stack), content))
    comptoir_reply_view_show_reply (self->reply, error->message,
                                    comptoir_dataset_get_unreadable (self->dataset));
  gtk_stack_set_visible_child_name (self->stack, content);
  comptoir_load_progress_set (self->first_progress, loading && first, received, expected);
  comptoir_load_progress_set (self->progress, loading && !first, received, expected);
  gtk_widget_set_visible (self->status_line, comptoir_dataset_get_n_rows (self->dataset) > 0);
  update_notice (self, content);
  update_count (self);
  update_age (self);
  comptoir_resource_page_update_actions (self);
}

/* The old rows stay where they are: what came instead is shown apart. */
void
comptoir_resource_page_show_reply (ComptoirResourcePage *self)
{
  GBytes *reply = comptoir_dataset_get_unreadable (self->dataset);
  GtkWidget *view, *window, *box;

  if (reply == NULL)
    return;
  view = comptoir_reply_view_new ();
  window = adw_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  comptoir_reply_view_show_reply (COMPTOIR_REPLY_VIEW (view),
                                  comptoir_dataset_get_error (self->dataset)->message, reply);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), view);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), kash_resource_get_title (self->resource));
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 480);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_ancestor (
                                                         GTK_WIDGET (self), GTK_TYPE_WINDOW)));
  g_signal_connect_object (view, "retry", G_CALLBACK (comptoir_dataset_refresh), self->dataset,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "retry", G_CALLBACK (gtk_window_close), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "save", G_CALLBACK (comptoir_resource_page_save_reply), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}
