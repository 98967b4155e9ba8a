/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-load-progress.h"

#include <glib/gi18n-lib.h>

/* Milliseconds: what is done sooner needs no notice. */
#define PATIENCE 500

struct _ComptoirLoadProgress
{
  AdwBin parent_instance;

  GtkSpinner *spinner;
  GtkProgressBar *bar;
  GtkLabel *figure;
  gboolean loading;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (ComptoirLoadProgress, comptoir_load_progress, ADW_TYPE_BIN)

static gboolean
on_patience_over (gpointer user_data)
{
  ComptoirLoadProgress *self = user_data;

  self->timeout = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

static void
comptoir_load_progress_dispose (GObject *object)
{
  ComptoirLoadProgress *self = COMPTOIR_LOAD_PROGRESS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_LOAD_PROGRESS);
  G_OBJECT_CLASS (comptoir_load_progress_parent_class)->dispose (object);
}

static void
comptoir_load_progress_class_init (ComptoirLoadProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_load_progress_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-load-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirLoadProgress, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComptoirLoadProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirLoadProgress, figure);
}

static void
comptoir_load_progress_init (ComptoirLoadProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_load_progress_set:
 * @loading: whether something is on its way
 * @received: bytes so far
 * @expected: bytes in all, or -1 where that isn't known
 */
void
comptoir_load_progress_set (ComptoirLoadProgress *self,
                            gboolean loading,
                            guint64 received,
                            gint64 expected)
{
  gboolean counted = expected > 0;
  g_autofree char *text = NULL;

  g_return_if_fail (COMPTOIR_IS_LOAD_PROGRESS (self));

  if (loading != self->loading)
    {
      self->loading = loading;
      g_clear_handle_id (&self->timeout, g_source_remove);
      if (loading)
        self->timeout = g_timeout_add (PATIENCE, on_patience_over, self);
      else
        gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), !counted);
  gtk_spinner_set_spinning (self->spinner, loading && !counted);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), counted);
  if (!loading)
    return;
  if (counted)
    {
      gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double) received / (double) expected));
      text = g_strdup_printf ("%d %%", (int) MIN (100, received * 100 / (guint64) expected));
    }
  else
    text = received > 0 ? g_format_size (received) : g_strdup (_ ("Loading…"));
  gtk_label_set_label (self->figure, text);
}
