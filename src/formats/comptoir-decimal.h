/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-number.h"

G_BEGIN_DECLS

/* Decimal arithmetic on integers, for money and quantities: value × 10^-scale. No binary floating
 * point anywhere. Operations that don't fit in 64 bits say so. */
typedef struct
{
  gint64 value;
  guint scale; /* 0…9 */
} ComptoirDecimal;

gboolean
comptoir_decimal_parse (const char *text, /* "-1234.50", a point only, ASCII, blanks trimmed */
                        gssize length,
                        ComptoirDecimal *decimal);
gboolean
comptoir_decimal_parse_typed (const char *text, /* as a person types it: point or comma, blanks and
                                                   the locale's grouping between digits */
                              ComptoirDecimal *decimal);
gboolean comptoir_decimal_add (ComptoirDecimal a, ComptoirDecimal b, ComptoirDecimal *sum);
gboolean
comptoir_decimal_subtract (ComptoirDecimal a, ComptoirDecimal b, ComptoirDecimal *difference);
gboolean comptoir_decimal_multiply (ComptoirDecimal a, ComptoirDecimal b, ComptoirDecimal *product);
gboolean comptoir_decimal_round (ComptoirDecimal a, /* half away from zero, as French tills do */
                                 guint scale,
                                 ComptoirDecimal *rounded);
int comptoir_decimal_compare (ComptoirDecimal a, ComptoirDecimal b);
char *comptoir_decimal_to_string (ComptoirDecimal a); /* "-1234.50" */
char *comptoir_decimal_format (ComptoirDecimal a);    /* the locale's point and grouping */
char *comptoir_decimal_format_money (ComptoirDecimal a,
                                     const char *currency); /* ISO 4217; "1 234,50 €" in French */
char *comptoir_decimal_format_round_money (ComptoirDecimal a, const char *currency); /* "1 000 €" */

G_END_DECLS
