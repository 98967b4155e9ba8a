/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kash-account.h"
#include "kash-error.h"
#include "kash-order.h"
#include "kash-order-reply.h"
#include "kash-resource.h"

G_BEGIN_DECLS

#define KASH_TYPE_REPLY (kash_reply_get_type ())

/**
 * KashReply:
 * @body: (nullable): the decoded bytes as they came; %NULL when they went to a #KashDataFunc
 * @content_type: (nullable): what the server called it, without parameters; often wrong
 * @size: decoded bytes received
 * @edited: (nullable): the Last-Modified of the reply, else its Date
 *
 * What came back from a download. Boxed, reference counted.
 */
typedef struct
{
  GBytes *body;
  char *content_type;
  guint64 size;
  GDateTime *edited;
} KashReply;

GType kash_reply_get_type (void);
KashReply *kash_reply_ref (KashReply *self);
void kash_reply_unref (KashReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KashReply, kash_reply_unref)

/**
 * KashDataFunc:
 * @data: the next bytes of the decoded body, never empty
 * @received: decoded bytes so far, @data included
 * @expected: the announced length in bytes, or -1 where it isn't known
 *
 * Called on the thread that started the download, in order, and never for a reply that turned out
 * to be a refusal or an error. After a broken connection a GET is retried once, but only while
 * nothing has been handed over yet.
 */
typedef void (*KashDataFunc) (GBytes *data, guint64 received, gint64 expected, gpointer user_data);

#define KASH_TYPE_CLIENT (kash_client_get_type ())

G_DECLARE_FINAL_TYPE (KashClient, kash_client, KASH, CLIENT, GObject)

/* Properties: "account" (KashAccount, read-write: a new key goes on with the same client),
 * "max-size" (guint64, decoded bytes, 256 MiB), "deadline" (guint, seconds without progress
 * before an exchange is given up, 60; the whole of an exchange may last ten times that). */

KashClient *kash_client_new (KashAccount *account);
KashAccount *kash_client_get_account (KashClient *self);
void kash_client_set_account (KashClient *self, KashAccount *account);

void kash_sign_in_async (const char *base_url,
                         const char *login,
                         const char *password,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
KashAccount *kash_sign_in_finish (GAsyncResult *result, GError **error);

void kash_client_download_resource_async (KashClient *self,
                                          KashResource resource,
                                          KashFormat format,
                                          KashDataFunc data_func,
                                          gpointer data,
                                          GDestroyNotify data_destroy,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
KashReply *
kash_client_download_resource_finish (KashClient *self, GAsyncResult *result, GError **error);

void kash_client_download_report_async (KashClient *self,
                                        KashReport report,
                                        const GDate *day,
                                        KashDataFunc data_func,
                                        gpointer data,
                                        GDestroyNotify data_destroy,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
KashReply *
kash_client_download_report_finish (KashClient *self, GAsyncResult *result, GError **error);

void kash_client_send_order_async (KashClient *self,
                                   KashOrder *order,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
KashOrderReply *
kash_client_send_order_finish (KashClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
