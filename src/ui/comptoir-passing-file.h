/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file for another program to open, that goes when the person logs out. */
GFile *comptoir_passing_file_create (const char *name, GError **error);

G_END_DECLS
