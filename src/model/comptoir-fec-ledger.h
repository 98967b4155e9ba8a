/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-fec.h"

G_BEGIN_DECLS

/**
 * ComptoirLedgerEntry:
 * @number: its EcritureNum, "" for lines that have none
 * @first: place of its first line among the ledger's
 * @n_lines: how many lines it has
 * @debit, @credit: their sums
 * @balanced: whether the two are the same
 *
 * The lines of one EcritureNum.
 */
typedef struct
{
  const char *number;
  guint first;
  guint n_lines;
  ComptoirDecimal debit;
  ComptoirDecimal credit;
  gboolean balanced;
} ComptoirLedgerEntry;

/* @code: CompteNum; @label: CompteLib, as first met. */
typedef struct
{
  const char *code;
  const char *label;
  guint n_lines;
  ComptoirDecimal debit;
  ComptoirDecimal credit;
} ComptoirLedgerAccount;

#define COMPTOIR_TYPE_FEC_LEDGER (comptoir_fec_ledger_get_type ())

/* A FEC as an accountant reads it: entries with their balance, totals by account. */
G_DECLARE_FINAL_TYPE (ComptoirFecLedger, comptoir_fec_ledger, COMPTOIR, FEC_LEDGER, GObject)

ComptoirFecLedger *comptoir_fec_ledger_new (ComptoirFec *fec);
/* Reads a FEC on a worker thread. */
void comptoir_fec_ledger_read_async (GBytes *bytes,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
ComptoirFecLedger *comptoir_fec_ledger_read_finish (GAsyncResult *result, GError **error);

guint comptoir_fec_ledger_get_n_entries (ComptoirFecLedger *self);
const ComptoirLedgerEntry *comptoir_fec_ledger_get_entry (ComptoirFecLedger *self, guint position);
const ComptoirFecLine *comptoir_fec_ledger_get_line (ComptoirFecLedger *self, guint position);
guint comptoir_fec_ledger_get_n_accounts (ComptoirFecLedger *self);
const ComptoirLedgerAccount *comptoir_fec_ledger_get_account (ComptoirFecLedger *self,
                                                              guint position);
GPtrArray *comptoir_fec_ledger_get_problems (
    ComptoirFecLedger *self); /* (transfer none) (element-type ComptoirFecProblem) */
void comptoir_fec_ledger_get_totals (ComptoirFecLedger *self,
                                     ComptoirDecimal *debit,
                                     ComptoirDecimal *credit);

G_END_DECLS
