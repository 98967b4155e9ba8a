/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-draft-line.h"
#include "model-test-service.h"
#include "model-test.h"

G_BEGIN_DECLS

/* A shop with a few things to sell, all of them loaded. */
typedef struct
{
  ModelTestService *service;
  ComptoirShop *shop;
  ComptoirOrderDraft *draft;
} DraftTest;

void draft_test_set_up (DraftTest *test, gconstpointer items); /* (nullable): items in JSON */
void draft_test_tear_down (DraftTest *test, gconstpointer data);
void draft_test_load (DraftTest *test, KashResource resource);
char *draft_test_get (gpointer object, const char *property);

G_END_DECLS
