/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A query or a form, with its fields in the order they came and repeated ones kept. */
typedef struct
{
  GPtrArray *names;
  GPtrArray *values;
} DemoForm;

DemoForm *demo_form_parse (const char *text);
void demo_form_free (DemoForm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoForm, demo_form_free)

const char *demo_form_get (const DemoForm *self, const char *name);
gboolean demo_form_get_int (const DemoForm *self, const char *name, int *value);
gboolean demo_parse_decimal (const char *text, guint decimals, gint64 *value);

G_END_DECLS
