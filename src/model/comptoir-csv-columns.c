/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-csv-columns.h"

#include "comptoir-amount.h"

#include <string.h>

/* Enough rows to see whether a column holds amounts. */
#define MAX_PROBE 100

typedef guint (*Judge) (char **words);

/* "N° de ticket" is "n", "de", "ticket": without accents, capitals and signs. */
static char **
split_name (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (char *p = ascii; *p != '\0'; p++)
    *p = g_ascii_isalnum (*p) ? g_ascii_tolower (*p) : ' ';
  for (char *rest = NULL, *p = strtok_r (ascii, " ", &rest); p != NULL;
       p = strtok_r (NULL, " ", &rest))
    g_strv_builder_add (words, p);
  return g_strv_builder_end (words);
}

static gboolean
has_any (char **words, const char *const *wanted)
{
  for (; *words != NULL; words++)
    if (g_strv_contains (wanted, *words))
      return TRUE;
  return FALSE;
}

static gboolean
is_part (char **words)
{
  static const char *const parts[]
      = { "reduction", "reductions", "remise",    "remises", "discount", "discounts", "tva",
          "vat",       "taxe",       "taxes",     "tax",     "unitaire", "unit",      "rendu",
          "change",    "base",       "pourboire", "tip",     NULL };

  return has_any (words, parts);
}

static gboolean
is_excluding (char **words)
{
  static const char *const names[] = { "ht", "hors", "excl", "excluding", "net", NULL };

  return has_any (words, names);
}

static guint
judge_total (char **words)
{
  static const char *const including[] = { "ttc", "incl", "including", NULL };
  static const char *const total[] = { "total", NULL };
  static const char *const amount[] = { "montant", "amount", NULL };

  if (is_part (words) || is_excluding (words))
    return 0;
  if (has_any (words, including))
    return 3;
  if (has_any (words, total))
    return 2;
  return has_any (words, amount) ? 1 : 0;
}

static guint
judge_excl_vat (char **words)
{
  static const char *const names[] = { "ht", "hors", "excl", "excluding", NULL };

  return !is_part (words) && has_any (words, names) ? 1 : 0;
}

static guint
judge_payment (char **words)
{
  static const char *const names[]
      = { "paiement", "paiements", "reglement", "reglements", "payment", "encaissement", NULL };
  static const char *const others[]
      = { "date", "heure", "time", "montant", "amount", "total", "id", "etat", "status", NULL };

  return has_any (words, names) && !has_any (words, others) ? 1 : 0;
}

static guint
judge_number (char **words)
{
  static const char *const names[] = { "numero",   "num",   "n",  "no",      "number",     "ticket",
                                       "commande", "order", "id", "facture", "idcommande", NULL };
  static const char *const fillers[]
      = { "de", "du", "la", "d", "of", "the", "vente", "sale", NULL };

  if (!has_any (words, names))
    return 0;
  for (char **word = words; *word != NULL; word++)
    if (!g_strv_contains (names, *word) && !g_strv_contains (fillers, *word))
      return 0;
  return 1;
}

/* A CSV that consists of its header alone was read as one row of texts: of a lone row, the reader
 * can't tell. A day without orders looks like this. */
static gboolean
is_lone_header (ComptoirTable *csv)
{
  guint n_columns = comptoir_table_get_n_columns (csv);

  if (comptoir_table_get_n_rows (csv) != 1 || n_columns < 2)
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u", i + 1);
      g_autofree char *text = comptoir_csv_columns_dup_text (csv, 0, i);
      ComptoirDecimal amount;

      if (strcmp (comptoir_table_get_column_name (csv, i), place) != 0 || *g_strstrip (text) == '\0'
          || comptoir_amount_parse (text, &amount))
        return FALSE;
    }
  return TRUE;
}

static gboolean
holds_amounts (ComptoirTable *csv, guint column)
{
  guint n_rows = MIN (comptoir_csv_columns_get_n_rows (csv), MAX_PROBE), n_amounts = 0,
        n_others = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *text = comptoir_csv_columns_dup_text (csv, row, column);
      ComptoirDecimal amount;

      if (*g_strstrip (text) == '\0')
        continue;
      if (comptoir_amount_parse (text, &amount))
        n_amounts++;
      else
        n_others++;
    }
  return n_rows == 0 || n_amounts > n_others;
}

/* The first of those judged best. */
static gboolean
find (ComptoirTable *csv, Judge judge, gboolean amounts, guint *column)
{
  guint best = 0;

  for (guint i = 0; i < comptoir_table_get_n_columns (csv); i++)
    {
      g_autofree char *name = comptoir_csv_columns_dup_name (csv, i);
      g_auto (GStrv) words = split_name (name);
      guint worth = judge (words);

      if (worth <= best || (amounts && !holds_amounts (csv, i)))
        continue;
      best = worth;
      *column = i;
    }
  return best > 0;
}

/**
 * comptoir_csv_columns_get_n_rows:
 * @csv: orders
 *
 * Returns: the number of rows, without a header that was taken for one
 */
guint
comptoir_csv_columns_get_n_rows (ComptoirTable *csv)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (csv), 0);

  return is_lone_header (csv) ? 0 : comptoir_table_get_n_rows (csv);
}

/**
 * comptoir_csv_columns_dup_name:
 * @csv: orders
 * @column: a column
 *
 * Returns: (transfer full): its name
 */
char *
comptoir_csv_columns_dup_name (ComptoirTable *csv, guint column)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (csv), NULL);

  return is_lone_header (csv) ? comptoir_csv_columns_dup_text (csv, 0, column)
                              : g_strdup (comptoir_table_get_column_name (csv, column));
}

/**
 * comptoir_csv_columns_find:
 * @csv: orders
 * @name: a column's name
 * @column: (out): the column of that name
 *
 * Returns: whether there is one
 */
gboolean
comptoir_csv_columns_find (ComptoirTable *csv, const char *name, guint *column)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (csv) && name != NULL && column != NULL, FALSE);

  for (guint i = 0; i < comptoir_table_get_n_columns (csv); i++)
    {
      g_autofree char *other = comptoir_csv_columns_dup_name (csv, i);

      if (strcmp (other, name) == 0)
        {
          *column = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * comptoir_csv_columns_find_total:
 * @csv: orders
 * @column: (out): the column with the total including VAT of each
 *
 * Returns: whether there is one
 */
gboolean
comptoir_csv_columns_find_total (ComptoirTable *csv, guint *column)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (csv) && column != NULL, FALSE);

  return find (csv, judge_total, TRUE, column);
}

/**
 * comptoir_csv_columns_find_excl_vat:
 * @csv: orders
 * @column: (out): the column with the total excluding VAT of each
 *
 * Returns: whether there is one
 */
gboolean
comptoir_csv_columns_find_excl_vat (ComptoirTable *csv, guint *column)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (csv) && column != NULL, FALSE);

  return find (csv, judge_excl_vat, TRUE, column);
}

/**
 * comptoir_csv_columns_find_payment:
 * @csv: orders
 * @column: (out): the column with the method each was paid by
 *
 * Returns: whether there is one
 */
gboolean
comptoir_csv_columns_find_payment (ComptoirTable *csv, guint *column)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (csv) && column != NULL, FALSE);

  return find (csv, judge_payment, FALSE, column);
}

/**
 * comptoir_csv_columns_find_number:
 * @csv: orders
 * @column: (out): the column with the number of each
 *
 * Returns: whether there is one
 */
gboolean
comptoir_csv_columns_find_number (ComptoirTable *csv, guint *column)
{
  g_return_val_if_fail (COMPTOIR_IS_TABLE (csv) && column != NULL, FALSE);

  return find (csv, judge_number, FALSE, column);
}

/**
 * comptoir_csv_columns_is_vat:
 * @csv: orders
 * @column: a column
 *
 * Returns: whether it holds an amount of VAT
 */
gboolean
comptoir_csv_columns_is_vat (ComptoirTable *csv, guint column)
{
  static const char *const vat[] = { "tva", "vat", NULL };
  static const char *const others[] = { "base", "taux", "rate", "numero", "ttc", "ht", NULL };
  g_autofree char *name = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (csv), FALSE);

  name = comptoir_csv_columns_dup_name (csv, column);
  words = split_name (name);
  return has_any (words, vat) && !has_any (words, others) && holds_amounts (csv, column);
}

/**
 * comptoir_csv_columns_dup_text:
 * @csv: a table
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): the cell's text, "" where it has none
 */
char *
comptoir_csv_columns_dup_text (ComptoirTable *csv, guint row, guint column)
{
  const char *text = NULL;
  gsize length = 0;

  g_return_val_if_fail (COMPTOIR_IS_TABLE (csv), NULL);

  switch (comptoir_table_get_cell (csv, row, column, &text, &length))
    {
    case COMPTOIR_CELL_TEXT:
    case COMPTOIR_CELL_NUMBER:
      return g_strndup (text, length);
    default:
      return g_strdup ("");
    }
}
