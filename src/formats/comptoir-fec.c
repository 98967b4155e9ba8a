/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec.h"

#include "comptoir-amount.h"
#include "comptoir-fec-check.h"
#include "comptoir-fec-text.h"
#include "comptoir-table-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The header is looked for in as many lines. */
#define MAX_HEADER_LINE 20
#define CHUNK_SIZE      65536
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
/* DOS ends texts with it. */
#define END_OF_TEXT 0x1A

typedef struct
{
  ComptoirFec *fec;
  ComptoirFecProblems *problems;
  ComptoirFecHeader header;

  const char *position;
  const char *end;
  guint line;
  gboolean utf8;

  GString *scratch;
  /* The field above, which most fields are equal to. */
  ComptoirFecSpan above[COMPTOIR_FEC_N_FIELDS];
  const char *above_text[COMPTOIR_FEC_N_FIELDS];
} Reader;

/* Lines end in LF, CR LF or CR. */
static gboolean
next_line (Reader *self, ComptoirFecSpan *span)
{
  const char *p = self->position;

  if (p == self->end)
    return FALSE;
  while (p < self->end && *p != '\n' && *p != '\r')
    p++;
  span->text = self->position;
  span->length = p - self->position;
  if (p + 1 < self->end && p[0] == '\r' && p[1] == '\n')
    p++;
  self->position = p < self->end ? p + 1 : p;
  self->line++;
  return TRUE;
}

static gboolean
is_blank (ComptoirFecSpan span)
{
  for (gsize i = 0; i < span.length; i++)
    if (!g_ascii_isspace (span.text[i]) && span.text[i] != END_OF_TEXT)
      return FALSE;
  return TRUE;
}

static const char *
convert (Reader *self, ComptoirFecSpan span)
{
  g_string_truncate (self->scratch, 0);
  if (!comptoir_fec_text_append (self->scratch, span.text, span.length, self->utf8))
    comptoir_fec_problems_add (
        self->problems, COMPTOIR_FEC_RULE_ENCODING, self->line,
        _ ("A character isn’t written as the rest of the file is; it was read as “%s”."),
        self->scratch->str);
  if (self->header.quoted)
    g_string_replace (self->scratch, "\"\"", "\"", 0);
  return self->scratch->str;
}

static const char *
read_field (Reader *self, guint field, ComptoirFecSpan span)
{
  ComptoirFecSpan *above = &self->above[field];

  if (span.length == 0)
    return "";
  if (span.length != above->length || memcmp (span.text, above->text, span.length) != 0)
    {
      *above = span;
      self->above_text[field]
          = g_string_chunk_insert_const (self->fec->strings, convert (self, span));
    }
  return self->above_text[field];
}

static ComptoirFecSpan
get_span (const ComptoirFecSpan *spans, guint n_spans, int column)
{
  if (column < 0 || (guint) column >= n_spans)
    return (ComptoirFecSpan){ "", 0 };
  return spans[column];
}

static ComptoirDecimal
parse_amount (Reader *self, const char *name, const char *text)
{
  ComptoirDecimal amount = { 0 };

  if (*text != '\0' && !comptoir_amount_parse (text, &amount))
    {
      amount = (ComptoirDecimal){ 0 };
      comptoir_fec_problems_add (self->problems, COMPTOIR_FEC_RULE_AMOUNT, self->line,
                                 _ ("“%s” in “%s” isn’t an amount."), text, name);
    }
  return amount;
}

static void
read_sides (Reader *self, ComptoirFecLine *line)
{
  const char *debit = line->fields[COMPTOIR_FEC_DEBIT];
  const char *credit = line->fields[COMPTOIR_FEC_CREDIT];

  line->debit = parse_amount (self, "Debit", debit);
  line->credit = parse_amount (self, "Credit", credit);
  if (*debit == '\0' && *credit == '\0')
    comptoir_fec_problems_add (self->problems, COMPTOIR_FEC_RULE_FILLED, self->line,
                               _ ("Neither a debit nor a credit is given."));
}

/* Art. A47 A-1 LPF allows Montant and Sens: D or +1 is a debit, C or -1 a credit. */
static void
read_sense (Reader *self, ComptoirFecLine *line, ComptoirFecSpan amount, ComptoirFecSpan sense)
{
  g_autofree char *text = g_strdup (convert (self, amount));
  const char *side = convert (self, sense);
  ComptoirDecimal value = parse_amount (self, "Montant", text);

  if (*text == '\0')
    comptoir_fec_problems_add (self->problems, COMPTOIR_FEC_RULE_FILLED, self->line,
                               _ ("“%s” is empty."), "Montant");
  if (g_ascii_strcasecmp (side, "D") == 0 || g_str_equal (side, "+1") || g_str_equal (side, "1"))
    line->debit = value;
  else if (g_ascii_strcasecmp (side, "C") == 0 || g_str_equal (side, "-1"))
    line->credit = value;
  else
    comptoir_fec_problems_add (
        self->problems, COMPTOIR_FEC_RULE_AMOUNT, self->line,
        _ ("“%s” in “Sens” says neither debit (D or +1) nor credit (C or -1)."), side);
}

/* Each line may end in a separator or not, whatever the header does. */
static void
check_field_count (Reader *self, const ComptoirFecSpan *spans, guint n_fields)
{
  guint expected = self->header.n_fields;

  if (n_fields == expected + 1 && expected < COMPTOIR_FEC_MAX_FIELDS && spans[expected].length == 0)
    return;
  if (n_fields != expected)
    comptoir_fec_problems_add (
        self->problems, COMPTOIR_FEC_RULE_FIELD_COUNT, self->line,
        g_dngettext (GETTEXT_PACKAGE, "There is %u field, where the header has %u.",
                     "There are %u fields, where the header has %u.", n_fields),
        n_fields, expected);
}

static void
read_line (Reader *self, ComptoirFecSpan text)
{
  const ComptoirFecHeader *header = &self->header;
  ComptoirFecSpan spans[COMPTOIR_FEC_MAX_FIELDS];
  guint n_fields = comptoir_fec_header_split (header, text.text, text.length, spans);
  guint n_spans = MIN (n_fields, COMPTOIR_FEC_MAX_FIELDS);
  ComptoirFecLine line = { .number = self->line };

  check_field_count (self, spans, n_fields);
  for (guint i = 0; i < COMPTOIR_FEC_N_FIELDS; i++)
    line.fields[i] = read_field (self, i, get_span (spans, n_spans, header->columns[i]));
  if (header->columns[COMPTOIR_FEC_DEBIT] < 0 && header->columns[COMPTOIR_FEC_CREDIT] < 0
      && header->amount >= 0)
    read_sense (self, &line, get_span (spans, n_spans, header->amount),
                get_span (spans, n_spans, header->sense));
  else
    read_sides (self, &line);
  g_array_append_val (self->fec->lines, line);
}

static void
read_lines (Reader *self)
{
  ComptoirFecSpan span;
  guint blank = 0;

  while (next_line (self, &span))
    {
      if (is_blank (span))
        {
          if (blank == 0)
            blank = self->line;
          continue;
        }
      if (blank > 0)
        comptoir_fec_problems_add (self->problems, COMPTOIR_FEC_RULE_FIELD_COUNT, blank,
                                   _ ("The line is empty."));
      blank = 0;
      read_line (self, span);
    }
}

static gboolean
find_header (Reader *self)
{
  ComptoirFecSpan span;

  if (self->end - self->position >= 3 && memcmp (self->position, BYTE_ORDER_MARK, 3) == 0)
    self->position += 3;
  while (self->line < MAX_HEADER_LINE && next_line (self, &span))
    if (comptoir_fec_header_read (&self->header, span.text, span.length))
      return TRUE;
  return FALSE;
}

static ComptoirFec *
fec_new (void)
{
  ComptoirFec *self = g_new0 (ComptoirFec, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (ComptoirFecLine));
  self->strings = g_string_chunk_new (CHUNK_SIZE);
  return self;
}

/**
 * comptoir_fec_read:
 * @bytes: the file
 * @file_name: (nullable): its name, which is checked when given
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * Reads a fichier des écritures comptables (art. A47 A-1 LPF) with the deviations that occur:
 * separated by tabs or “|”, columns in another order or more of them, Montant and Sens in place of
 * Debit and Credit, ISO 8859-15, points in amounts. What breaks a rule is reported and read all
 * the same. May be called on any thread; a large file takes five seconds for 1,000,000 lines or so.
 *
 * Returns: (transfer full) (nullable): the entries; %NULL when the file isn't a FEC
 */
ComptoirFec *
comptoir_fec_read (GBytes *bytes, const char *file_name, GError **error)
{
  g_autoptr (ComptoirFec) fec = fec_new ();
  g_autoptr (ComptoirFecProblems) problems = comptoir_fec_problems_new ();
  g_autoptr (GString) scratch = g_string_new (NULL);
  Reader reader = { .fec = fec, .problems = problems, .scratch = scratch };
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  reader.position = g_bytes_get_data (bytes, &length);
  if (reader.position == NULL)
    reader.position = "";
  reader.end = reader.position + length;
  reader.utf8 = comptoir_fec_text_is_mostly_utf8 (reader.position, length);
  if (!find_header (&reader))
    {
      g_set_error_literal (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA,
                           _ ("This isn’t an accounting entries file: the names of its columns "
                              "(JournalCode, EcritureNum, CompteNum…) were not found."));
      return NULL;
    }
  comptoir_fec_header_check (&reader.header, reader.line, problems);
  read_lines (&reader);
  comptoir_fec_check_lines (fec, &reader.header, problems);
  comptoir_fec_check_entries (fec, problems);
  if (file_name != NULL)
    comptoir_fec_check_file_name (file_name, problems);
  fec->problems = comptoir_fec_problems_list (problems);
  return g_steal_pointer (&fec);
}

/**
 * comptoir_fec_free:
 * @self: (transfer full): a FEC
 */
void
comptoir_fec_free (ComptoirFec *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_array_unref (self->lines);
  g_string_chunk_free (self->strings);
  g_free (self);
}
