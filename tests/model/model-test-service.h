/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kash-account.h"

G_BEGIN_DECLS

/* A service on loopback whose replies a test decides, down to when each part goes out. It runs on
 * the test's main loop. */
typedef struct _ModelTestService ModelTestService;

ModelTestService *model_test_service_new (void);
void model_test_service_free (ModelTestService *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ModelTestService, model_test_service_free)

/* Answers with @status and @body from now on. When @hold is set, only the head goes out by itself;
 * the body is what model_test_service_send() gives, until model_test_service_end(). */
void model_test_service_set_reply (ModelTestService *self,
                                   const char *endpoint,
                                   guint status,
                                   const char *body,
                                   gboolean hold);
void model_test_service_send (ModelTestService *self, const char *part);
void model_test_service_end (ModelTestService *self, gboolean cut);
gboolean model_test_service_is_held (ModelTestService *self);
void model_test_service_set_key (ModelTestService *self, const char *key);
guint model_test_service_get_n_requests (ModelTestService *self);
KashAccount *model_test_service_account (ModelTestService *self, const char *key);

G_END_DECLS
