/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-table-reader.h"

G_BEGIN_DECLS

/* A table read from JSON, in which ' stands for ". */
ComptoirTable *model_test_table (const char *resource, const char *json);

/* JSON of @n_rows objects of every type of column, with gaps and odd values; the same for the same
 * @seed. */
char *model_test_random_json (guint32 seed, guint n_rows);

/* Runs the main loop until @condition holds; fails the test when it doesn't in fifty seconds, which
 * only a busy computer needs. */
#define model_test_wait_until(condition)                                 \
  G_STMT_START                                                           \
  {                                                                      \
    gint64 wait_end = g_get_monotonic_time () + 50 * G_TIME_SPAN_SECOND; \
    while (!(condition))                                                 \
      {                                                                  \
        g_assert_cmpint (g_get_monotonic_time (), <, wait_end);          \
        model_test_iterate ();                                           \
      }                                                                  \
  }                                                                      \
  G_STMT_END

void model_test_iterate (void);

/* Follows a list model by its items-changed, and fails the test when it isn't told the truth. */
typedef struct
{
  GListModel *model;
  GPtrArray *items;
  guint n_changes;
} ModelTestMirror;

ModelTestMirror *model_test_mirror_new (GListModel *model);
void model_test_mirror_check (ModelTestMirror *self);
void model_test_mirror_free (ModelTestMirror *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ModelTestMirror, model_test_mirror_free)

G_END_DECLS
