/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *demo_fault_body_deep (guint depth);
GBytes *demo_fault_body_big_cell (gsize size);
GBytes *demo_fault_body_bad_utf8 (void);
GBytes *demo_fault_body_nul (void);
GBytes *demo_fault_body_duplicate_keys (void);
GBytes *demo_fault_body_gzip_head (void);
GBytes *demo_fault_body_gzip_mebibyte (void);
GBytes *demo_fault_body_bad_gzip (void);
GBytes *demo_fault_body_rows (void);
GBytes *demo_fault_body_prefixed (const char *prefix, GBytes *body);

G_END_DECLS
