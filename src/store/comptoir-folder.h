/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean comptoir_folder_make_private (const char *path);

G_END_DECLS
