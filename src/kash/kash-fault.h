/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GError *
kash_fault_from_network (const GError *error, gboolean sent, GTlsCertificateFlags tls_errors);
GError *kash_fault_from_status (guint status, const char *body, gsize length);
GError *kash_fault_from_refusal (const char *words, const char *detail);
GError *kash_fault_conceal (GError *error, const char *secret);

G_END_DECLS
