/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "demo-reply.h"
#include "demo-wire.h"

G_BEGIN_DECLS

void demo_sender_send (SoupServerMessage *message, DemoReply *reply);
void demo_sender_follow (SoupServerMessage *message,
                         GSocket *socket,
                         DemoWirePlan *plan,
                         GCancellable *cancellable,
                         guint *n_running);

G_END_DECLS
