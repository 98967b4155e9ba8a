/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_NESTED (comptoir_nested_get_type ())

/* A value inside a cell that came as a JSON object or array, for showing as a tree: its name
 * within what holds it, and either its text or its children, read when asked for. */
G_DECLARE_FINAL_TYPE (ComptoirNested, comptoir_nested, COMPTOIR, NESTED, GObject)

ComptoirNested *comptoir_nested_new (const char *json, gssize length);
const char *
comptoir_nested_get_name (ComptoirNested *self); /* (nullable): only the root has none */
gboolean comptoir_nested_is_element (
    ComptoirNested *self); /* one of an array: its name is its place from 1 */
const char *
comptoir_nested_get_text (ComptoirNested *self); /* (nullable): it has children instead */
GListModel *comptoir_nested_get_children (
    ComptoirNested *self); /* (transfer none) (nullable): it has text instead */

G_END_DECLS
