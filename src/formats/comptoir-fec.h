/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-decimal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The 18 columns of a FEC in their order (art. A47 A-1 LPF). */
typedef enum
{
  COMPTOIR_FEC_JOURNAL_CODE,
  COMPTOIR_FEC_JOURNAL_LIB,
  COMPTOIR_FEC_ECRITURE_NUM,
  COMPTOIR_FEC_ECRITURE_DATE,
  COMPTOIR_FEC_COMPTE_NUM,
  COMPTOIR_FEC_COMPTE_LIB,
  COMPTOIR_FEC_COMP_AUX_NUM,
  COMPTOIR_FEC_COMP_AUX_LIB,
  COMPTOIR_FEC_PIECE_REF,
  COMPTOIR_FEC_PIECE_DATE,
  COMPTOIR_FEC_ECRITURE_LIB,
  COMPTOIR_FEC_DEBIT,
  COMPTOIR_FEC_CREDIT,
  COMPTOIR_FEC_ECRITURE_LET,
  COMPTOIR_FEC_DATE_LET,
  COMPTOIR_FEC_VALID_DATE,
  COMPTOIR_FEC_MONTANT_DEVISE,
  COMPTOIR_FEC_IDEVISE,
} ComptoirFecField;

#define COMPTOIR_FEC_N_FIELDS (COMPTOIR_FEC_IDEVISE + 1)

/**
 * ComptoirFecLine:
 * @number: line in the file, from 1; the header is line 1
 * @fields: the columns as UTF-8, trimmed, "" where absent
 * @debit, @credit: the amounts, whichever of the variants they came in; 0 where absent
 */
typedef struct
{
  guint number;
  const char *fields[COMPTOIR_FEC_N_FIELDS];
  ComptoirDecimal debit;
  ComptoirDecimal credit;
} ComptoirFecLine;

/**
 * ComptoirFecProblem:
 * @line: the line it stands on, 0 for the whole file
 * @sentence: translated, says what is wrong
 */
typedef struct
{
  guint line;
  char *sentence;
} ComptoirFecProblem;

/**
 * ComptoirFec:
 * @lines: (element-type ComptoirFecLine): in the file's order
 * @problems: (element-type ComptoirFecProblem): the rules of formats.md that don't hold, by line;
 *   at most 1,000, the last of them then says how many more there are
 * @strings: what @lines point into; equal fields are one string
 *
 * A fichier des écritures comptables. It is never refused over a rule: all that can be read is
 * here.
 */
typedef struct _ComptoirFec ComptoirFec;

struct _ComptoirFec
{
  GArray *lines;
  GPtrArray *problems;
  GStringChunk *strings;
};

/* @file_name: (nullable): checked for SIREN + FEC + YYYYMMDD when given. Fails only with
 * %COMPTOIR_FORMAT_ERROR_NOT_DATA, when no header of a FEC is found. */
ComptoirFec *comptoir_fec_read (GBytes *bytes, const char *file_name, GError **error);
void comptoir_fec_free (ComptoirFec *self);
const char *comptoir_fec_field_name (ComptoirFecField field); /* "JournalCode" … */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirFec, comptoir_fec_free)

G_END_DECLS
