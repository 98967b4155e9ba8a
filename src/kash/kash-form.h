/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kash_form_append (GString *form, const char *name, const char *value);
gboolean kash_form_next (const char **form, char **name, char **value);

G_END_DECLS
