/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KashError:
 * @KASH_ERROR_NO_NETWORK: no connection came about (no route, unknown host, refused): nothing was
 * sent
 * @KASH_ERROR_NO_ANSWER: the connection stood, then broke or stayed silent past the deadline
 * @KASH_ERROR_NOT_SECURE: plain http outside loopback, a bad certificate, or a redirect that
 *   leaves the host or https
 * @KASH_ERROR_REFUSED_KEY: the service doesn't accept the login or the key (401, 403, or in words)
 * @KASH_ERROR_REFUSED: the service understood and said no, in words (4xx, or a refusal with 200)
 * @KASH_ERROR_NOT_FOUND: there is no such address at this server (404)
 * @KASH_ERROR_TOO_MANY: too many requests (429)
 * @KASH_ERROR_SERVER_FAULT: the server failed (5xx)
 * @KASH_ERROR_TOO_LARGE: the reply is larger than the cap
 * @KASH_ERROR_UNREADABLE: what came is not what was asked for
 * @KASH_ERROR_UNKNOWN_OUTCOME: an order went out and it isn't known whether it was recorded
 * @KASH_ERROR_INVALID: the caller's input can't be sent (a bad address, an order without lines)
 *
 * What a person can act on. The error's message is a translated sentence to show, that says what
 * to do next; the technical detail is apart, see kash_error_get_detail(). Neither ever holds the
 * key or a URL with a query. Cancelling gives %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  KASH_ERROR_NO_NETWORK,
  KASH_ERROR_NO_ANSWER,
  KASH_ERROR_NOT_SECURE,
  KASH_ERROR_REFUSED_KEY,
  KASH_ERROR_REFUSED,
  KASH_ERROR_NOT_FOUND,
  KASH_ERROR_TOO_MANY,
  KASH_ERROR_SERVER_FAULT,
  KASH_ERROR_TOO_LARGE,
  KASH_ERROR_UNREADABLE,
  KASH_ERROR_UNKNOWN_OUTCOME,
  KASH_ERROR_INVALID,
} KashError;

#define KASH_ERROR (kash_error_quark ())

GQuark kash_error_quark (void);
GError *kash_error_new (KashError code, const char *detail, const char *sentence);
const char *kash_error_get_detail (const GError *error);

G_END_DECLS
