/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-fec-ledger.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_FEC_ROW (comptoir_fec_row_get_type ())

/* A row of the ledger as it is shown: an entry, one of its lines, or an account. */
G_DECLARE_FINAL_TYPE (ComptoirFecRow, comptoir_fec_row, COMPTOIR, FEC_ROW, GObject)

typedef enum
{
  COMPTOIR_FEC_ROW_ENTRY,
  COMPTOIR_FEC_ROW_LINE,
  COMPTOIR_FEC_ROW_ACCOUNT,
} ComptoirFecRowKind;

ComptoirFecRow *
comptoir_fec_row_new (ComptoirFecLedger *ledger, ComptoirFecRowKind kind, guint position);
GListModel *comptoir_fec_row_create_list (ComptoirFecLedger *ledger, ComptoirFecRowKind kind);
GListModel *comptoir_fec_row_create_lines (ComptoirFecRow *self); /* (nullable) */
ComptoirFecRowKind comptoir_fec_row_get_kind (ComptoirFecRow *self);
const char *comptoir_fec_row_get_number (ComptoirFecRow *self); /* entry or account */
char *comptoir_fec_row_dup_day (ComptoirFecRow *self);
char *comptoir_fec_row_dup_label (ComptoirFecRow *self);
ComptoirDecimal comptoir_fec_row_get_debit (ComptoirFecRow *self);
ComptoirDecimal comptoir_fec_row_get_credit (ComptoirFecRow *self);
gboolean comptoir_fec_row_get_balanced (ComptoirFecRow *self);

G_END_DECLS
