/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_REPLY_VIEW (comptoir_reply_view_get_type ())

/* A reply that could not be read: what is the matter and where, the text itself, and saving it as
 * it came. Signals: "retry" (void), "save" (void). */
G_DECLARE_FINAL_TYPE (ComptoirReplyView, comptoir_reply_view, COMPTOIR, REPLY_VIEW, AdwBin)

GtkWidget *comptoir_reply_view_new (void);
void comptoir_reply_view_show_reply (ComptoirReplyView *self, const char *sentence, GBytes *reply);
char *comptoir_reply_view_dup_text (ComptoirReplyView *self);

G_END_DECLS
