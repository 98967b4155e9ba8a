/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-cli-status.h"

G_BEGIN_DECLS

/* Where a command's result goes: standard output, as it comes, or a file, as a whole or not at all.
 */
typedef struct _ComptoirCliOutput ComptoirCliOutput;

ComptoirCliOutput *comptoir_cli_output_open (const char *path, GError **error);
gboolean
comptoir_cli_output_write (ComptoirCliOutput *self, const char *data, gsize length, GError **error);
gboolean comptoir_cli_output_finish (ComptoirCliOutput *self, GError **error);
void comptoir_cli_output_free (ComptoirCliOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirCliOutput, comptoir_cli_output_free)

G_END_DECLS
