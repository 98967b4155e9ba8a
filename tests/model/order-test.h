/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-submission.h"

G_BEGIN_DECLS

/* What a program does with orders, one step at a time: each waits until it is over. For tests and
 * for the program that they kill. */
ComptoirShop *order_test_shop (const char *base_url, const char *key, ComptoirStore *store);
KashOrder *order_test_order (const char *reference);
gint64 order_test_save (ComptoirShop *shop, ComptoirOrderJournal *journal, char **reference);
KashOrderReply *order_test_send (ComptoirShop *shop,
                                 ComptoirOrderJournal *journal,
                                 gint64 id,
                                 KashOrder *order,
                                 GCancellable *cancellable,
                                 GError **error);
GPtrArray *order_test_list (ComptoirShop *shop, ComptoirOrderJournal *journal);
void order_test_settle (ComptoirOrderJournal *journal, gint64 id, ComptoirOrderState state);
ComptoirEvidence *
order_test_look (ComptoirShop *shop, const ComptoirOrderRecord *record, GError **error);

G_END_DECLS
