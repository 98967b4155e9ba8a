/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec-header.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Enough of the names for the line to be a header, whatever else is missing. */
#define MIN_KNOWN 5

static const char *const names[COMPTOIR_FEC_N_FIELDS] = {
  "JournalCode", "JournalLib",  "EcritureNum", "EcritureDate", "CompteNum",     "CompteLib",
  "CompAuxNum",  "CompAuxLib",  "PieceRef",    "PieceDate",    "EcritureLib",   "Debit",
  "Credit",      "EcritureLet", "DateLet",     "ValidDate",    "Montantdevise", "Idevise",
};

/* What is allowed comes first. */
static const char separators[] = { '\t', '|', ';', ',' };

/* Capitals, blanks and underscores don't matter. */
static gboolean
is_name (ComptoirFecSpan span, const char *name)
{
  for (gsize i = 0; i < span.length; i++)
    {
      if (span.text[i] == ' ' || span.text[i] == '_')
        continue;
      if (*name == '\0' || g_ascii_tolower (span.text[i]) != g_ascii_tolower (*name))
        return FALSE;
      name++;
    }
  return *name == '\0';
}

static ComptoirFecSpan
trim (const char *text, const char *end)
{
  while (text < end && g_ascii_isspace (*text))
    text++;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  return (ComptoirFecSpan){ text, end - text };
}

/* Past the closing quotation mark; a doubled one is part of the text. */
static const char *
skip_quoted (const char *text, const char *end)
{
  for (text++; text < end; text++)
    {
      if (*text != '"')
        continue;
      if (text + 1 == end || text[1] != '"')
        return text + 1;
      text++;
    }
  return end;
}

static int
locate (const ComptoirFecSpan *spans, guint n_spans, const char *name)
{
  for (guint i = 0; i < n_spans; i++)
    if (is_name (spans[i], name))
      return (int) i;
  return -1;
}

static guint
locate_all (ComptoirFecHeader *self, const char *line, gsize length)
{
  ComptoirFecSpan spans[COMPTOIR_FEC_MAX_FIELDS];
  guint n_fields = comptoir_fec_header_split (self, line, length, spans);
  guint n_spans = MIN (n_fields, COMPTOIR_FEC_MAX_FIELDS), n_known = 0;

  while (n_fields == n_spans && n_spans > 0 && spans[n_spans - 1].length == 0)
    n_fields = --n_spans;
  self->n_fields = n_fields;
  for (guint i = 0; i < COMPTOIR_FEC_N_FIELDS; i++)
    {
      self->columns[i] = locate (spans, n_spans, names[i]);
      n_known += self->columns[i] >= 0;
    }
  self->amount = locate (spans, n_spans, "Montant");
  self->sense = locate (spans, n_spans, "Sens");
  return n_known;
}

/**
 * comptoir_fec_field_name:
 * @field: a column
 *
 * Returns: its name in the header (art. A47 A-1 LPF), for all languages
 */
const char *
comptoir_fec_field_name (ComptoirFecField field)
{
  g_return_val_if_fail (field < COMPTOIR_FEC_N_FIELDS, NULL);

  return names[field];
}

/**
 * comptoir_fec_header_read:
 * @self: (out caller-allocates): the header
 * @line: a line
 * @length: its length in bytes
 *
 * Returns: whether @line is the header of a FEC, in whatever order and however separated
 */
gboolean
comptoir_fec_header_read (ComptoirFecHeader *self, const char *line, gsize length)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->quoted = length > 0 && line[0] == '"';
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      self->separator = separators[i];
      if (locate_all (self, line, length) >= MIN_KNOWN
          && self->columns[COMPTOIR_FEC_COMPTE_NUM] >= 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_order (const ComptoirFecHeader *self, guint line, ComptoirFecProblems *problems)
{
  int last = -1;

  for (guint i = 0; i < COMPTOIR_FEC_N_FIELDS; i++)
    {
      int column = self->columns[i];

      if (column >= 0 && column < last)
        {
          comptoir_fec_problems_add (
              problems, COMPTOIR_FEC_RULE_FILE, line,
              _ ("The column “%s” doesn’t stand where the law has it; the order of the columns is "
                 "fixed."),
              names[i]);
          return;
        }
      if (column >= 0)
        last = column;
    }
}

/**
 * comptoir_fec_header_check:
 * @self: a header
 * @line: its line
 * @problems: where to report what is missing or misplaced
 */
void
comptoir_fec_header_check (const ComptoirFecHeader *self, guint line, ComptoirFecProblems *problems)
{
  gboolean signed_amounts;

  g_return_if_fail (self != NULL && problems != NULL);

  signed_amounts = self->amount >= 0 && self->sense >= 0;
  if (line > 1)
    comptoir_fec_problems_add (problems, COMPTOIR_FEC_RULE_FILE, line,
                               _ ("Something stands before the names of the columns."));
  if (self->separator != '\t' && self->separator != '|')
    comptoir_fec_problems_add (
        problems, COMPTOIR_FEC_RULE_FILE, line,
        _ ("The fields are separated by “%c”; only a tab and “|” are allowed."), self->separator);
  if (self->quoted)
    comptoir_fec_problems_add (
        problems, COMPTOIR_FEC_RULE_FILE, line,
        _ ("The fields stand in quotation marks, which aren’t part of the format."));
  for (guint i = 0; i < COMPTOIR_FEC_N_FIELDS; i++)
    {
      if (self->columns[i] >= 0)
        continue;
      if (signed_amounts && (i == COMPTOIR_FEC_DEBIT || i == COMPTOIR_FEC_CREDIT))
        continue;
      comptoir_fec_problems_add (problems, COMPTOIR_FEC_RULE_FILE, line,
                                 _ ("The column “%s” is missing."), names[i]);
    }
  check_order (self, line, problems);
}

/**
 * comptoir_fec_header_split:
 * @self: a header whose separator is known
 * @line: a line
 * @length: its length in bytes
 * @spans: (out caller-allocates): its first fields, without the blanks around them
 *
 * Returns: the number of fields, which may be above that of @spans
 */
guint
comptoir_fec_header_split (const ComptoirFecHeader *self,
                           const char *line,
                           gsize length,
                           ComptoirFecSpan spans[COMPTOIR_FEC_MAX_FIELDS])
{
  const char *end = line + length;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (const char *start = line;; n++)
    {
      const char *from = start, *stop;

      if (self->quoted && start < end && *start == '"')
        from = skip_quoted (start, end);
      stop = memchr (from, self->separator, end - from);
      if (stop == NULL)
        stop = end;
      if (n < COMPTOIR_FEC_MAX_FIELDS)
        {
          spans[n] = trim (start, stop);
          if (self->quoted && spans[n].length >= 2 && spans[n].text[0] == '"'
              && spans[n].text[spans[n].length - 1] == '"')
            spans[n] = trim (spans[n].text + 1, spans[n].text + spans[n].length - 1);
        }
      if (stop == end)
        return n + 1;
      start = stop + 1;
    }
}
