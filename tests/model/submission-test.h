/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-shop.h"
#include "order-test.h"

G_BEGIN_DECLS

/* A demo shop, and a journal in a folder of its own. */
typedef struct
{
  DemoShop *demo;
  char *folder;
  ComptoirStore *store;
  ComptoirOrderJournal *journal; /* the store's */
  ComptoirShop *shop;
} SubmissionTest;

void submission_test_set_up (SubmissionTest *test, gconstpointer data);
void submission_test_tear_down (SubmissionTest *test, gconstpointer data);
ComptoirOrderRecord *submission_test_get_record (SubmissionTest *test, gint64 id);

#define submission_test_add(name, func) \
  g_test_add (name, SubmissionTest, NULL, submission_test_set_up, func, submission_test_tear_down)

G_END_DECLS
