/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  KASH_VERDICT_NONE, /* neither yes nor no */
  KASH_VERDICT_YES,
  KASH_VERDICT_NO,
} KashVerdict;

KashVerdict kash_refusal_judge (JsonObject *object);
char *kash_refusal_dup_words (JsonObject *object);
gboolean kash_refusal_is_of_key (const char *words);
gboolean kash_refusal_find (const char *body, gsize length, char **words);

G_END_DECLS
