/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is there as a whole or not at all, whatever befalls the program or the computer
 * meanwhile. Until it is finished it stands beside its place under a hidden name. Used by one
 * thread at a time. */
typedef struct _ComptoirWholeFile ComptoirWholeFile;

/* @name: what the file was to be called */
typedef gboolean (*ComptoirWholeFileIsOurs) (const char *name, gpointer user_data);

ComptoirWholeFile *comptoir_whole_file_new (const char *path, int mode, GError **error);
void comptoir_whole_file_set_mode (ComptoirWholeFile *self, int mode);
gboolean
comptoir_whole_file_write (ComptoirWholeFile *self, const void *data, gsize length, GError **error);
gboolean comptoir_whole_file_finish (ComptoirWholeFile *self, gboolean replace, GError **error);
void comptoir_whole_file_free (ComptoirWholeFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirWholeFile, comptoir_whole_file_free)

void
comptoir_whole_file_sweep (const char *folder, ComptoirWholeFileIsOurs is_ours, gpointer user_data);

void comptoir_whole_file_clear_away (const char *path);

G_END_DECLS
