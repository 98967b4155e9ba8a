/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-shop.h"

G_BEGIN_DECLS

typedef enum
{
  COMPTOIR_TABLE_TEXT_TABS, /* as shown, a tab between cells: what a mail or a spreadsheet takes */
  COMPTOIR_TABLE_TEXT_CSV,  /* as it came, RFC 4180 with a header */
} ComptoirTableTextForm;

void comptoir_table_text_async (ComptoirShop *shop,
                                ComptoirTable *table,
                                GArray *rows,
                                GArray *columns,
                                ComptoirTableTextForm form,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GBytes *comptoir_table_text_finish (GAsyncResult *result, GError **error);

G_END_DECLS
