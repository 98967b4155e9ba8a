/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of a FEC that can be told from the file alone (art. A47 A-1 LPF). */

#include "comptoir-fec-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DATE_LENGTH 8
/* As many digits as surely fit in 64 bits. */
#define MAX_DIGITS 18

static const ComptoirFecField required[] = {
  COMPTOIR_FEC_JOURNAL_CODE,  COMPTOIR_FEC_JOURNAL_LIB, COMPTOIR_FEC_ECRITURE_NUM,
  COMPTOIR_FEC_ECRITURE_DATE, COMPTOIR_FEC_COMPTE_NUM,  COMPTOIR_FEC_COMPTE_LIB,
  COMPTOIR_FEC_PIECE_REF,     COMPTOIR_FEC_PIECE_DATE,  COMPTOIR_FEC_ECRITURE_LIB,
  COMPTOIR_FEC_VALID_DATE,
};

static const ComptoirFecField dates[] = {
  COMPTOIR_FEC_ECRITURE_DATE,
  COMPTOIR_FEC_PIECE_DATE,
  COMPTOIR_FEC_DATE_LET,
  COMPTOIR_FEC_VALID_DATE,
};

/* All lines of one EcritureNum. */
typedef struct
{
  const char *number;
  guint line; /* its first */
  ComptoirDecimal debit;
  ComptoirDecimal credit;
  gboolean overflow;
} Entry;

/* One EcritureNum, taken apart: what comes before its last digits, and those. */
typedef struct
{
  const char *journal;
  const char *number;
  gsize prefix_length;
  guint64 value;
  guint line;
} Rank;

static gboolean
is_date (const char *text, gsize length)
{
  guint digits[DATE_LENGTH];

  if (length != DATE_LENGTH)
    return FALSE;
  for (guint i = 0; i < DATE_LENGTH; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      digits[i] = text[i] - '0';
    }
  return g_date_valid_dmy (digits[6] * 10 + digits[7], digits[4] * 10 + digits[5],
                           digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]);
}

static void
check_line (const ComptoirFecLine *line,
            const ComptoirFecHeader *header,
            ComptoirFecProblems *problems)
{
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (header->columns[required[i]] >= 0 && *line->fields[required[i]] == '\0')
      comptoir_fec_problems_add (problems, COMPTOIR_FEC_RULE_FILLED, line->number,
                                 _ ("“%s” is empty."), comptoir_fec_field_name (required[i]));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const char *date = line->fields[dates[i]];

      if (*date != '\0' && !is_date (date, strlen (date)))
        comptoir_fec_problems_add (
            problems, COMPTOIR_FEC_RULE_DATE, line->number,
            _ ("“%s” in “%s” isn’t a date; dates are written as year, month and day, such as "
               "20251231."),
            date, comptoir_fec_field_name (dates[i]));
    }
  if (line->debit.value != 0 && line->credit.value != 0)
    comptoir_fec_problems_add (problems, COMPTOIR_FEC_RULE_AMOUNT, line->number,
                               _ ("Both a debit and a credit are given."));
}

static gboolean
add (ComptoirDecimal *sum, ComptoirDecimal amount)
{
  return comptoir_decimal_add (*sum, amount, sum);
}

static void
report_balance (ComptoirFecProblems *problems, const Entry *entry)
{
  g_autofree char *debit = comptoir_decimal_format (entry->debit);
  g_autofree char *credit = comptoir_decimal_format (entry->credit);
  g_autofree char *apart = NULL;
  ComptoirDecimal difference;

  if (entry->overflow || !comptoir_decimal_subtract (entry->debit, entry->credit, &difference))
    {
      comptoir_fec_problems_add (problems, COMPTOIR_FEC_RULE_BALANCE, entry->line,
                                 _ ("The amounts are too large to be added up."));
      return;
    }
  if (difference.value == 0 || (entry->number != NULL && *entry->number == '\0'))
    return;
  if (difference.value < 0)
    comptoir_decimal_subtract (entry->credit, entry->debit, &difference);
  apart = comptoir_decimal_format (difference);
  if (entry->number == NULL)
    comptoir_fec_problems_add (
        problems, COMPTOIR_FEC_RULE_BALANCE, 0,
        _ ("The debits of the file come to %s, its credits to %s: %s apart."), debit, credit,
        apart);
  else
    comptoir_fec_problems_add (
        problems, COMPTOIR_FEC_RULE_BALANCE, entry->line,
        _ ("The debits of entry “%s” come to %s, its credits to %s: %s apart."), entry->number,
        debit, credit, apart);
}

/* Equal fields are one string, so that entries are told apart by its address. */
static GArray *
sum_entries (const ComptoirFec *fec, Entry *total)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_autoptr (GHashTable) by_number = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < fec->lines->len; i++)
    {
      const ComptoirFecLine *line = &g_array_index (fec->lines, ComptoirFecLine, i);
      const char *number = line->fields[COMPTOIR_FEC_ECRITURE_NUM];
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (by_number, number));
      Entry *entry;

      if (index == 0)
        {
          Entry fresh = { .number = number, .line = line->number };

          g_array_append_val (entries, fresh);
          index = entries->len;
          g_hash_table_insert (by_number, (gpointer) number, GUINT_TO_POINTER (index));
        }
      entry = &g_array_index (entries, Entry, index - 1);
      if (!add (&entry->debit, line->debit) || !add (&entry->credit, line->credit))
        entry->overflow = TRUE;
      if (!add (&total->debit, line->debit) || !add (&total->credit, line->credit))
        total->overflow = TRUE;
    }
  return entries;
}

/* "VT00012" is "VT" and 12. Numbers that begin with the day of the entry start anew every day. */
static gboolean
take_apart (const ComptoirFecLine *line, Rank *rank)
{
  const char *number = line->fields[COMPTOIR_FEC_ECRITURE_NUM];
  const char *date = line->fields[COMPTOIR_FEC_ECRITURE_DATE];
  gsize length = strlen (number), first = length;

  while (first > 0 && g_ascii_isdigit (number[first - 1]) && length - first < MAX_DIGITS)
    first--;
  if (first == 0 && length > DATE_LENGTH && strlen (date) == DATE_LENGTH
      && g_str_has_prefix (number, date))
    first = DATE_LENGTH;
  if (first == length)
    return FALSE;
  rank->journal = line->fields[COMPTOIR_FEC_JOURNAL_CODE];
  rank->number = number;
  rank->prefix_length = first;
  rank->value = g_ascii_strtoull (number + first, NULL, 10);
  rank->line = line->number;
  return TRUE;
}

static int
compare_prefixes (const Rank *a, const Rank *b)
{
  int order = strcmp (a->journal, b->journal);

  if (order == 0)
    order = memcmp (a->number, b->number, MIN (a->prefix_length, b->prefix_length));
  if (order == 0)
    order = (a->prefix_length > b->prefix_length) - (a->prefix_length < b->prefix_length);
  return order;
}

static int
compare_ranks (gconstpointer left, gconstpointer right)
{
  const Rank *a = left, *b = right;
  int order = compare_prefixes (a, b);

  if (order == 0)
    order = (a->value > b->value) - (a->value < b->value);
  if (order == 0)
    order = (a->line > b->line) - (a->line < b->line);
  return order;
}

/* Entries are numbered through the file, or within each journal: then journals share numbers. */
static GArray *
rank_entries (const ComptoirFec *fec)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  g_autoptr (GHashTable) journals = g_hash_table_new (NULL, NULL);
  const char *last = NULL;
  gboolean shared = FALSE;

  for (guint i = 0; i < fec->lines->len; i++)
    {
      const ComptoirFecLine *line = &g_array_index (fec->lines, ComptoirFecLine, i);
      const char *number = line->fields[COMPTOIR_FEC_ECRITURE_NUM];
      const char *journal = line->fields[COMPTOIR_FEC_JOURNAL_CODE];
      const char *known = g_hash_table_lookup (journals, number);
      Rank rank;

      if (known != NULL && known != journal)
        shared = TRUE;
      else if (known != NULL || number == last)
        continue;
      last = number;
      g_hash_table_insert (journals, (gpointer) number, (gpointer) journal);
      if (take_apart (line, &rank))
        g_array_append_val (ranks, rank);
    }
  for (guint i = 0; !shared && i < ranks->len; i++)
    g_array_index (ranks, Rank, i).journal = "";
  g_array_sort (ranks, compare_ranks);
  return ranks;
}

static void
check_sequence (const ComptoirFec *fec, ComptoirFecProblems *problems)
{
  g_autoptr (GArray) ranks = rank_entries (fec);

  for (guint i = 1; i < ranks->len; i++)
    {
      const Rank *before = &g_array_index (ranks, Rank, i - 1);
      const Rank *rank = &g_array_index (ranks, Rank, i);
      guint64 n_missing;

      if (compare_prefixes (before, rank) != 0 || rank->value - before->value < 2)
        continue;
      n_missing = MIN (rank->value - before->value - 1, G_MAXUINT);
      comptoir_fec_problems_add (
          problems, COMPTOIR_FEC_RULE_SEQUENCE, rank->line,
          g_dngettext (GETTEXT_PACKAGE, "%u entry number is missing between “%s” and “%s”.",
                       "%u entry numbers are missing between “%s” and “%s”.", n_missing),
          (guint) n_missing, before->number, rank->number);
    }
}

/**
 * comptoir_fec_check_lines:
 * @fec: the file's lines
 * @header: its header
 * @problems: where to report required fields that are empty, false dates, and lines with both a
 *   debit and a credit
 */
void
comptoir_fec_check_lines (const ComptoirFec *fec,
                          const ComptoirFecHeader *header,
                          ComptoirFecProblems *problems)
{
  g_return_if_fail (fec != NULL && header != NULL && problems != NULL);

  for (guint i = 0; i < fec->lines->len; i++)
    check_line (&g_array_index (fec->lines, ComptoirFecLine, i), header, problems);
}

/**
 * comptoir_fec_check_entries:
 * @fec: the file's lines
 * @problems: where to report entries, or the whole file, out of balance, and gaps in the numbers of
 *   the entries
 */
void
comptoir_fec_check_entries (const ComptoirFec *fec, ComptoirFecProblems *problems)
{
  g_autoptr (GArray) entries = NULL;
  Entry total = { 0 };

  g_return_if_fail (fec != NULL && problems != NULL);

  entries = sum_entries (fec, &total);
  for (guint i = 0; i < entries->len; i++)
    report_balance (problems, &g_array_index (entries, Entry, i));
  report_balance (problems, &total);
  check_sequence (fec, problems);
}

/**
 * comptoir_fec_check_file_name:
 * @file_name: the file's name, or its path
 * @problems: where to report that it isn't SIREN + FEC + YYYYMMDD, with or without an extension
 */
void
comptoir_fec_check_file_name (const char *file_name, ComptoirFecProblems *problems)
{
  g_autofree char *name = NULL;
  gsize n_digits;

  g_return_if_fail (file_name != NULL && problems != NULL);

  name = g_path_get_basename (file_name);
  n_digits = strspn (name, "0123456789");
  if (n_digits == 9 && g_ascii_strncasecmp (name + 9, "FEC", 3) == 0
      && is_date (name + 12, strcspn (name + 12, ".")))
    return;
  comptoir_fec_problems_add (
      problems, COMPTOIR_FEC_RULE_FILE, 0,
      _ ("The file is named “%s”; its name should be the company’s SIREN, “FEC” and the closing "
         "date, such as 123456789FEC20251231.txt."),
      name);
}
