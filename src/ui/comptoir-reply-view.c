/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-reply-view.h"

#include <glib/gi18n-lib.h>

/* A text view lays out every line it holds: more than this is left to a saved file. In bytes. */
#define MAX_SHOWN (64 * 1024)

struct _ComptoirReplyView
{
  AdwBin parent_instance;

  GtkLabel *sentence;
  GtkTextView *text;
  GtkLabel *cut;
};

G_DEFINE_FINAL_TYPE (ComptoirReplyView, comptoir_reply_view, ADW_TYPE_BIN)

enum
{
  RETRY,
  SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* (transfer full): what can be shown of any bytes: UTF-8 as it is, else read as Windows-1252, the
 * other encoding the service is known to use; what a text can't hold as a replacement mark. */
static char *
make_showable (const char *data, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (length);
  g_autofree char *converted = NULL;
  const char *end;

  /* A character may have been cut off at the end. */
  if (!g_utf8_validate_len (data, length, &end) && data + length - end > 4)
    converted = g_convert_with_fallback (data, length, "UTF-8", "WINDOWS-1252", "\357\277\275",
                                         NULL, NULL, NULL);
  if (converted != NULL)
    return g_steal_pointer (&converted);
  for (const char *at = data; at < data + length;)
    {
      gsize left = data + length - at;

      g_utf8_validate_len (at, left, &end);
      g_string_append_len (text, at, end - at);
      if (end < data + length)
        g_string_append (text, "\357\277\275"), end++;
      at = end;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_retry (ComptoirReplyView *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
on_save (ComptoirReplyView *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
comptoir_reply_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_REPLY_VIEW);
  G_OBJECT_CLASS (comptoir_reply_view_parent_class)->dispose (object);
}

static void
comptoir_reply_view_class_init (ComptoirReplyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_reply_view_dispose;
  signals[RETRY]
      = g_signal_new ("retry", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVE]
      = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-reply-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirReplyView, sentence);
  gtk_widget_class_bind_template_child (widget_class, ComptoirReplyView, text);
  gtk_widget_class_bind_template_child (widget_class, ComptoirReplyView, cut);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
comptoir_reply_view_init (ComptoirReplyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_reply_view_new:
 */
GtkWidget *
comptoir_reply_view_new (void)
{
  return g_object_new (COMPTOIR_TYPE_REPLY_VIEW, NULL);
}

/**
 * comptoir_reply_view_show_reply:
 * @sentence: what could not be read, and where
 * @reply: the reply as it came; any bytes
 */
void
comptoir_reply_view_show_reply (ComptoirReplyView *self, const char *sentence, GBytes *reply)
{
  gsize length;
  const char *data;
  g_autofree char *text = NULL;

  g_return_if_fail (COMPTOIR_IS_REPLY_VIEW (self));
  g_return_if_fail (reply != NULL);

  data = g_bytes_get_data (reply, &length);
  text = make_showable (data, MIN (length, MAX_SHOWN));
  gtk_label_set_label (self->sentence, sentence);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->cut), length > MAX_SHOWN);
  if (length > MAX_SHOWN)
    {
      g_autofree char *shown = g_format_size (MAX_SHOWN);
      g_autofree char *whole = g_format_size (length);
      g_autofree char *note = g_strdup_printf (
          _ ("The first %s of %s are shown. Save the reply to see all of it."), shown, whole);

      gtk_label_set_label (self->cut, note);
    }
}

/**
 * comptoir_reply_view_dup_text:
 *
 * Returns: (transfer full): the text it shows
 */
char *
comptoir_reply_view_dup_text (ComptoirReplyView *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (COMPTOIR_IS_REPLY_VIEW (self), NULL);

  buffer = gtk_text_view_get_buffer (self->text);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
