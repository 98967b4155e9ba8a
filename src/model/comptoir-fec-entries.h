/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-fec.h"

G_BEGIN_DECLS

/* What a line is for, by its account (formats.md). */
typedef enum
{
  COMPTOIR_FEC_OTHER,
  COMPTOIR_FEC_SALES,    /* 70… */
  COMPTOIR_FEC_DISCOUNT, /* 709… */
  COMPTOIR_FEC_VAT,      /* 4457… */
  COMPTOIR_FEC_PAYMENT,  /* 5… */
  COMPTOIR_FEC_CLIENTS,  /* 411… */
} ComptoirFecKind;

typedef struct
{
  ComptoirFecKind kind;
  ComptoirDecimal credit; /* less the debit */
} ComptoirFecPosting;

/* The lines of a FEC by entry: a journal's EcritureNum. It refers to the FEC. */
typedef struct _ComptoirFecEntries ComptoirFecEntries;

ComptoirFecEntries *comptoir_fec_entries_new (const ComptoirFec *fec);
const ComptoirFecLine *comptoir_fec_entries_get_line (ComptoirFecEntries *self, guint line);
guint comptoir_fec_entries_get_n_lines (ComptoirFecEntries *self);
ComptoirFecPosting *comptoir_fec_entries_get_posting (ComptoirFecEntries *self, guint line);
guint comptoir_fec_entries_get_n_entries (ComptoirFecEntries *self);
const guint *comptoir_fec_entries_get_lines (ComptoirFecEntries *self, guint entry, guint *n_lines);
void comptoir_fec_entries_free (ComptoirFecEntries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirFecEntries, comptoir_fec_entries_free)

G_END_DECLS
