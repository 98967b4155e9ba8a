/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *kash_json_parse (const char *text, GError **error);
JsonObject *kash_json_find_object (const char *text);
const char *kash_json_get_text (JsonObject *object, const char *member);

G_END_DECLS
