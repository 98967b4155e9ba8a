/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The folder that files were last saved to. */
GFile *comptoir_export_folder_dup (void); /* (nullable) */
void comptoir_export_folder_set (GFile *folder);

G_END_DECLS
