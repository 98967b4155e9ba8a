/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A key whose middle is found whatever way the key is encoded: percent-encoding, JSON and XML leave
 * letters and digits alone. The rest is what encodings change. */
#define SECRET_MIDDLE "M4rk3dS3cr3tK3y0fTh3Sh0p"
#define SECRET_KEY    "k/+" SECRET_MIDDLE "=%&é"

gboolean secret_search_bytes (const char *bytes, gsize length);
gboolean secret_search_text (const char *text); /* (nullable) */
void secret_search_folder (const char *path, GPtrArray *places, guint *n_files);

/* Fails the test with the places, never with what is there. */
void secret_search_assert_none (GPtrArray *places);

G_END_DECLS
