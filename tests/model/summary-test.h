/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-sales-summary.h"

G_BEGIN_DECLS

#define HEADER                                                                                 \
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|" \
  "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|"   \
  "Idevise\n"
#define LINE(number, account, title, label, debit, credit)                                       \
  "VT|Ventes|" number "|20250315|" account "|" title "|||P|20250315|" label "|" debit "|" credit \
  "|||20250315||\n"

ComptoirFec *summary_test_read_fec (const char *text);
ComptoirTable *summary_test_read_csv (const char *text, gsize length);
gint64 summary_test_get_cents (ComptoirDecimal amount);

/* All that a summary holds, as text. */
char *summary_test_dump (const ComptoirSalesSummary *summary);
void summary_test_assert (const ComptoirSalesSummary *summary, const char *expected);

G_END_DECLS
