/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-store-error.h"

G_BEGIN_DECLS

/* The replies of a store as files: replies/ACCOUNT/NAME. All of it blocks: for worker threads. */
gboolean comptoir_replies_check_name (const char *name);
gboolean comptoir_replies_save (const char *folder,
                                const char *account,
                                const char *name,
                                GBytes *body,
                                GDateTime *fetched,
                                GError **error);
GBytes *comptoir_replies_load (const char *folder,
                               const char *account,
                               const char *name,
                               GDateTime **fetched,
                               GError **error);
gboolean comptoir_replies_forget (const char *folder, const char *account, GError **error);
void comptoir_replies_sweep (const char *folder, int age);

G_END_DECLS
