/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-reply.h"
#include "demo-wire.h"

G_BEGIN_DECLS

/* What can go wrong between a shop and its server, by name:
 *
 * reset-before           the connection is reset before anything is read into the books
 * reset-before-recorded  the same, under the name that says so for an order
 * reset-after-recorded   the request is carried out, the connection reset without a word
 * silent-after-recorded  the request is carried out, no answer ever comes
 * 500-after-recorded     the request is carried out, the answer is an error
 * reset-in-body          the connection is reset in the middle of the answer
 * reset-after            … after the whole answer
 * short-body             half of what Content-Length says, then an ordinary end
 * short-body-close       the same, with Connection: close, which libsoup takes for a whole answer
 * slow                   the answer comes a byte a second
 * silent                 no answer ever comes
 * redirect-http          to http on another host, redirect-host to another name of this server,
 *                        redirect-circle to itself
 * 401 403 404 429 500 502 503, and each with -empty for no body
 * html-200               a page in place of what was asked for
 * php-warning            a PHP warning before the answer
 * wrong-type, no-type    of the answer
 * bad-gzip               a gzip body that breaks off into garbage
 * not-gzip               Content-Encoding says gzip, the body isn't; libsoup hands it on as it is
 * gzip-bomb              eight gigabytes in eight megabytes
 * endless                rows without end
 * deep-100, deep-100000  a value nested so deep
 * bad-utf8, nul          bytes in a text that don't belong there
 * big-cell               a text of 10 MB
 * duplicate-keys         in an object
 * refused-key            the key is refused, refused-key-200 with HTTP 200
 *
 * As options they are written NAME, NAME:ENDPOINT ("500:getPlus.php") or, to happen only the first
 * N times, NAME*N or NAME:ENDPOINT*N. */
typedef struct _DemoFault DemoFault;

DemoFault *demo_fault_new (const char *text, GError **error);
void demo_fault_free (DemoFault *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoFault, demo_fault_free)

const char *demo_fault_get_kind_name (guint index);

gboolean demo_fault_take (DemoFault *self, const char *endpoint, const char *host);

/* What is left of a fault once it was taken, for the request it befalls. */
typedef struct _DemoFaultKind DemoFaultKind;

const DemoFaultKind *demo_fault_get_kind (const DemoFault *self);
gboolean demo_fault_kind_is_carried_out (const DemoFaultKind *self);
DemoWirePlan *demo_fault_kind_apply (const DemoFaultKind *self,
                                     DemoReply *reply,
                                     guint port,
                                     const char *address);

G_END_DECLS
