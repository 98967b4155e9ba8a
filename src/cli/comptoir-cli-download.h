/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-cli-session.h"
#include "kash-client.h"

G_BEGIN_DECLS

/* Takes the next bytes of a reply; one that returns %FALSE with an error ends the download. */
typedef gboolean (*ComptoirCliConsumer) (const char *data,
                                         gsize length,
                                         gpointer user_data,
                                         GError **error);

gboolean comptoir_cli_download_resource (ComptoirCliSession *session,
                                         KashResource resource,
                                         KashFormat format,
                                         ComptoirCliConsumer consumer,
                                         gpointer user_data,
                                         GError **error);
gboolean comptoir_cli_download_report (ComptoirCliSession *session,
                                       KashClient *client,
                                       KashReport report,
                                       const GDate *day,
                                       ComptoirCliConsumer consumer,
                                       gpointer user_data,
                                       GError **error);
gboolean comptoir_cli_download_find_resource (char **names, KashResource *resource, GError **error);
char *comptoir_cli_download_describe_resources (void);

G_END_DECLS
