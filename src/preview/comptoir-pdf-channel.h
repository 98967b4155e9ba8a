/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_PDF_CHANNEL (comptoir_pdf_channel_get_type ())

/* The calls to one helper process: one at a time, the most urgent first, each with a deadline.
 * Signal "failed" (GError), once: the helper is gone and every call ends with this error. */
G_DECLARE_FINAL_TYPE (ComptoirPdfChannel, comptoir_pdf_channel, COMPTOIR, PDF_CHANNEL, GObject)

ComptoirPdfChannel *comptoir_pdf_channel_new (GDBusConnection *connection, GSubprocess *process);
void comptoir_pdf_channel_set_deadline (ComptoirPdfChannel *self, guint milliseconds);
void comptoir_pdf_channel_end (ComptoirPdfChannel *self);
const GError *comptoir_pdf_channel_get_error (ComptoirPdfChannel *self);
const char *comptoir_pdf_channel_get_identifier (ComptoirPdfChannel *self);

/* @priority: what is lower goes first. @file: sent along, -1 for none. */
void comptoir_pdf_channel_call_async (ComptoirPdfChannel *self,
                                      const char *method,
                                      GVariant *parameters, /* (transfer floating) */
                                      const char *reply_type,
                                      int file, /* (transfer full) */
                                      int priority,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GVariant *comptoir_pdf_channel_call_finish (
    ComptoirPdfChannel *self,
    GAsyncResult *result,
    GUnixFDList **files, /* (out) (optional) (transfer full) (nullable) */
    GError **error);

G_END_DECLS
