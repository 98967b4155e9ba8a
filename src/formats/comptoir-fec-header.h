/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-fec.h"
#include "comptoir-fec-problems.h"

G_BEGIN_DECLS

/* As many fields of a line as are looked at; a FEC has 18, or 22 with what farmers and
 * professionals on a cash basis add. */
#define COMPTOIR_FEC_MAX_FIELDS 64

typedef struct
{
  const char *text;
  gsize length;
} ComptoirFecSpan;

/**
 * ComptoirFecHeader:
 * @separator: between two fields
 * @quoted: whether fields stand in quotation marks
 * @n_fields: as many as each line should have
 * @columns: where each field stands in a line, -1 where there is none
 * @amount, @sense: where the variant of Debit and Credit stands, -1 where there is none
 */
typedef struct
{
  char separator;
  gboolean quoted;
  guint n_fields;
  int columns[COMPTOIR_FEC_N_FIELDS];
  int amount;
  int sense;
} ComptoirFecHeader;

gboolean comptoir_fec_header_read (ComptoirFecHeader *self, const char *line, gsize length);
void comptoir_fec_header_check (const ComptoirFecHeader *self,
                                guint line,
                                ComptoirFecProblems *problems);
guint comptoir_fec_header_split (const ComptoirFecHeader *self,
                                 const char *line,
                                 gsize length,
                                 ComptoirFecSpan spans[COMPTOIR_FEC_MAX_FIELDS]);

G_END_DECLS
