/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec-entries.h"

struct _ComptoirFecEntries
{
  const ComptoirFec *fec;
  ComptoirFecPosting *postings; /* of each line */
  guint *lines;                 /* by entry, in the file's order within each */
  guint *starts;                /* of each entry in @lines, and their end */
  guint n_entries;
};

/* Equal fields of a FEC are one string. */
typedef struct
{
  const char *journal;
  const char *number;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->journal) * 31 + g_direct_hash (key->number);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a, *right = b;

  return left->journal == right->journal && left->number == right->number;
}

/* Entries without a number are told apart by their document. */
static Key
get_key (const ComptoirFecLine *line)
{
  const char *number = line->fields[COMPTOIR_FEC_ECRITURE_NUM];

  if (*number == '\0')
    number = line->fields[COMPTOIR_FEC_PIECE_REF];
  return (Key){ line->fields[COMPTOIR_FEC_JOURNAL_CODE], number };
}

static ComptoirFecKind
get_kind (const char *account)
{
  static const struct
  {
    const char *prefix;
    ComptoirFecKind kind;
  } kinds[] = {
    { "709", COMPTOIR_FEC_DISCOUNT }, { "70", COMPTOIR_FEC_SALES },  { "4457", COMPTOIR_FEC_VAT },
    { "411", COMPTOIR_FEC_CLIENTS },  { "5", COMPTOIR_FEC_PAYMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (account, kinds[i].prefix))
      return kinds[i].kind;
  return COMPTOIR_FEC_OTHER;
}

static ComptoirFecPosting
get_posting (const ComptoirFecLine *line)
{
  ComptoirFecPosting posting = { .kind = get_kind (line->fields[COMPTOIR_FEC_COMPTE_NUM]) };

  /* An amount that fills 64 bits: the sums will say that they don't fit. It can be negated. */
  if (!comptoir_decimal_subtract (line->credit, line->debit, &posting.credit)
      || posting.credit.value == G_MININT64)
    posting.credit = (ComptoirDecimal){ line->credit.value > 0 ? G_MAXINT64 : -G_MAXINT64, 0 };
  return posting;
}

/* The entry of each line, numbered in the order in which they begin. */
static guint *
number_entries (ComptoirFecEntries *self)
{
  guint n_lines = self->fec->lines->len;
  guint *numbers = g_new (guint, MAX (n_lines, 1));
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);

  for (guint i = 0; i < n_lines; i++)
    {
      Key key = get_key (&g_array_index (self->fec->lines, ComptoirFecLine, i));
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, &key));

      if (number == 0)
        {
          number = ++self->n_entries;
          g_hash_table_insert (by_key, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (number));
        }
      numbers[i] = number - 1;
    }
  return numbers;
}

static void
sort_lines (ComptoirFecEntries *self, const guint *numbers)
{
  guint n_lines = self->fec->lines->len;
  g_autofree guint *next = NULL;

  self->starts = g_new0 (guint, self->n_entries + 1);
  self->lines = g_new (guint, MAX (n_lines, 1));
  for (guint i = 0; i < n_lines; i++)
    self->starts[numbers[i] + 1]++;
  for (guint i = 0; i < self->n_entries; i++)
    self->starts[i + 1] += self->starts[i];
  next = g_memdup2 (self->starts, (self->n_entries + 1) * sizeof *next);
  for (guint i = 0; i < n_lines; i++)
    self->lines[next[numbers[i]]++] = i;
}

/**
 * comptoir_fec_entries_new:
 * @fec: accounting entries, which outlive this
 *
 * Returns: (transfer full): their lines by entry
 */
ComptoirFecEntries *
comptoir_fec_entries_new (const ComptoirFec *fec)
{
  ComptoirFecEntries *self;
  g_autofree guint *numbers = NULL;

  g_return_val_if_fail (fec != NULL, NULL);

  self = g_new0 (ComptoirFecEntries, 1);
  self->fec = fec;
  self->postings = g_new (ComptoirFecPosting, MAX (fec->lines->len, 1));
  for (guint i = 0; i < fec->lines->len; i++)
    self->postings[i] = get_posting (&g_array_index (fec->lines, ComptoirFecLine, i));
  numbers = number_entries (self);
  sort_lines (self, numbers);
  return self;
}

/**
 * comptoir_fec_entries_get_line:
 * @self: entries
 * @line: the number of a line, from 0
 *
 * Returns: (transfer none): the line
 */
const ComptoirFecLine *
comptoir_fec_entries_get_line (ComptoirFecEntries *self, guint line)
{
  g_return_val_if_fail (self != NULL && line < self->fec->lines->len, NULL);

  return &g_array_index (self->fec->lines, ComptoirFecLine, line);
}

/**
 * comptoir_fec_entries_get_n_lines:
 * @self: entries
 *
 * Returns: the number of lines in all
 */
guint
comptoir_fec_entries_get_n_lines (ComptoirFecEntries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fec->lines->len;
}

/**
 * comptoir_fec_entries_get_posting:
 * @self: entries
 * @line: the number of a line, from 0
 *
 * Returns: (transfer none): what it is for
 */
ComptoirFecPosting *
comptoir_fec_entries_get_posting (ComptoirFecEntries *self, guint line)
{
  g_return_val_if_fail (self != NULL && line < self->fec->lines->len, NULL);

  return &self->postings[line];
}

/**
 * comptoir_fec_entries_get_n_entries:
 * @self: entries
 *
 * Returns: the number of entries
 */
guint
comptoir_fec_entries_get_n_entries (ComptoirFecEntries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_entries;
}

/**
 * comptoir_fec_entries_get_lines:
 * @self: entries
 * @entry: the number of an entry, from 0
 * @n_lines: (out): the number of its lines
 *
 * Returns: (transfer none) (array length=n_lines): the numbers of its lines, from 0
 */
const guint *
comptoir_fec_entries_get_lines (ComptoirFecEntries *self, guint entry, guint *n_lines)
{
  g_return_val_if_fail (self != NULL && entry < self->n_entries && n_lines != NULL, NULL);

  *n_lines = self->starts[entry + 1] - self->starts[entry];
  return self->lines + self->starts[entry];
}

/**
 * comptoir_fec_entries_free:
 * @self: (transfer full): entries
 */
void
comptoir_fec_entries_free (ComptoirFecEntries *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->postings);
  g_free (self->lines);
  g_free (self->starts);
  g_free (self);
}
