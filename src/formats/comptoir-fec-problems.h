/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Problems are kept to 1,000 of each of these, so that one rule that no line follows doesn't hide
 * the others. */
typedef enum
{
  COMPTOIR_FEC_RULE_FILE,
  COMPTOIR_FEC_RULE_ENCODING,
  COMPTOIR_FEC_RULE_FIELD_COUNT,
  COMPTOIR_FEC_RULE_FILLED,
  COMPTOIR_FEC_RULE_AMOUNT,
  COMPTOIR_FEC_RULE_DATE,
  COMPTOIR_FEC_RULE_BALANCE,
  COMPTOIR_FEC_RULE_SEQUENCE,
} ComptoirFecRule;

#define COMPTOIR_FEC_N_RULES (COMPTOIR_FEC_RULE_SEQUENCE + 1)

/* Collects what is wrong with a file, in whatever order it is found. */
typedef struct _ComptoirFecProblems ComptoirFecProblems;

ComptoirFecProblems *comptoir_fec_problems_new (void);
void comptoir_fec_problems_add (ComptoirFecProblems *self,
                                ComptoirFecRule rule,
                                guint line,
                                const char *format,
                                ...) G_GNUC_PRINTF (4, 5);
GPtrArray *comptoir_fec_problems_list (ComptoirFecProblems *self);
void comptoir_fec_problems_free (ComptoirFecProblems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirFecProblems, comptoir_fec_problems_free)

G_END_DECLS
