/* SPDX-License-Identifier: GPL-3.0-or-later */

/* VAT by rate, and what it was reckoned on: a FEC says so only by its labels and by which sales
 * stand in one entry with which VAT. */

#include "comptoir-sales-summary-private.h"

#include <string.h>

/* What an entry posts at one rate. */
typedef struct
{
  ComptoirDecimal vat;
  ComptoirDecimal labelled; /* sales whose label tells this rate */
  guint n_labelled;
  guint n_lines; /* of both */
} Share;

typedef struct
{
  GPtrArray *groups; /* ComptoirSummaryLine */
  Share *shares;     /* of each group, in the entry being looked at */
  ComptoirDecimal sales;
  guint n_lines; /* of sales */
  gboolean overflow;
} Vat;

static void
add (Vat *self, ComptoirDecimal *sum, ComptoirDecimal amount)
{
  if (!comptoir_sales_summary_sum (sum, amount))
    self->overflow = TRUE;
}

static gboolean
find_rate (const ComptoirFecLine *line, ComptoirDecimal *rate)
{
  return comptoir_vat_rate_from_label (line->fields[COMPTOIR_FEC_COMPTE_LIB], rate)
         || comptoir_vat_rate_from_label (line->fields[COMPTOIR_FEC_ECRITURE_LIB], rate)
         || comptoir_vat_rate_from_account (line->fields[COMPTOIR_FEC_COMPTE_NUM], rate);
}

/* By rate where one is told, else by account. */
static gboolean
find_group (Vat *self, const ComptoirFecLine *line, guint *index)
{
  ComptoirDecimal rate;
  gboolean has_rate = find_rate (line, &rate);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const ComptoirSummaryLine *group = g_ptr_array_index (self->groups, i);

      if (has_rate ? group->has_rate && comptoir_decimal_compare (group->rate, rate) == 0
                   : !group->has_rate
                         && strcmp (group->code, line->fields[COMPTOIR_FEC_COMPTE_NUM]) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_group (Vat *self, const ComptoirFecLine *line)
{
  ComptoirSummaryLine *group = comptoir_summary_line_new (line->fields[COMPTOIR_FEC_COMPTE_LIB],
                                                          line->fields[COMPTOIR_FEC_COMPTE_NUM]);
  ComptoirDecimal rate;

  if (find_rate (line, &rate))
    comptoir_summary_line_set_rate (group, rate);
  group->has_base = TRUE;
  g_ptr_array_add (self->groups, group);
}

static void
add_amounts (Vat *self, ComptoirFecEntries *entries)
{
  for (guint i = 0; i < comptoir_fec_entries_get_n_lines (entries); i++)
    {
      const ComptoirFecLine *line = comptoir_fec_entries_get_line (entries, i);
      ComptoirFecPosting *posting = comptoir_fec_entries_get_posting (entries, i);
      ComptoirSummaryLine *group;
      guint index = self->groups->len;

      if (posting->kind != COMPTOIR_FEC_VAT)
        continue;
      if (!find_group (self, line, &index))
        add_group (self, line);
      group = g_ptr_array_index (self->groups, index);
      add (self, &group->amount, posting->credit);
    }
}

static void
take_line (Vat *self, const ComptoirFecLine *line, const ComptoirFecPosting *posting)
{
  guint index;

  if (posting->kind == COMPTOIR_FEC_VAT && find_group (self, line, &index))
    {
      add (self, &self->shares[index].vat, posting->credit);
      self->shares[index].n_lines++;
    }
  if (posting->kind != COMPTOIR_FEC_SALES && posting->kind != COMPTOIR_FEC_DISCOUNT)
    return;
  add (self, &self->sales, posting->credit);
  self->n_lines++;
  if (find_group (self, line, &index))
    {
      add (self, &self->shares[index].labelled, posting->credit);
      self->shares[index].n_labelled++;
      self->shares[index].n_lines++;
    }
}

/* Whether @vat is what @base gives at @rate, but for a cent of rounding per line and a thousandth
 * where one line sums up many. */
static gboolean
is_vat_of (ComptoirDecimal vat, ComptoirDecimal base, ComptoirDecimal rate, guint n_lines)
{
  ComptoirDecimal product, difference, tolerance;
  const ComptoirDecimal hundred = { 100, 0 }, thousandth = { 1, 3 }, cent = { 1, 2 };
  ComptoirDecimal rounding = { n_lines, 0 };

  if (!comptoir_decimal_multiply (base, rate, &product)
      || !comptoir_decimal_multiply (vat, hundred, &vat)
      || !comptoir_decimal_subtract (product, vat, &difference)
      || !comptoir_decimal_multiply (vat, thousandth, &tolerance)
      || !comptoir_decimal_multiply (rounding, cent, &rounding)
      || !comptoir_decimal_multiply (rounding, hundred, &rounding) || difference.value == G_MININT64
      || tolerance.value == G_MININT64)
    return FALSE;
  tolerance.value = ABS (tolerance.value);
  difference.value = ABS (difference.value);
  return comptoir_decimal_add (tolerance, rounding, &tolerance)
         && comptoir_decimal_compare (difference, tolerance) <= 0;
}

static gboolean
is_by_label (const Vat *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const ComptoirSummaryLine *group = g_ptr_array_index (self->groups, i);
      const Share *share = &self->shares[i];

      if (share->vat.value != 0 && share->n_labelled == 0)
        return FALSE;
      if (share->n_lines > 0
          && !(group->has_rate
               && is_vat_of (share->vat, share->labelled, group->rate, share->n_lines)))
        return FALSE;
    }
  return TRUE;
}

/* The only group with VAT in the entry, if all its sales are its base. */
static gboolean
find_only (const Vat *self, guint *only)
{
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    if (self->shares[i].vat.value != 0)
      {
        *only = i;
        n++;
      }
  return n == 1 && ((ComptoirSummaryLine *) g_ptr_array_index (self->groups, *only))->has_rate
         && is_vat_of (self->shares[*only].vat, self->sales,
                       ((ComptoirSummaryLine *) g_ptr_array_index (self->groups, *only))->rate,
                       self->n_lines + 1);
}

static void
add_bases (Vat *self)
{
  gboolean by_label = is_by_label (self);
  guint only = 0;
  gboolean single = !by_label && find_only (self, &only);

  for (guint i = 0; i < self->groups->len; i++)
    {
      ComptoirSummaryLine *group = g_ptr_array_index (self->groups, i);

      if (by_label)
        add (self, &group->base, self->shares[i].labelled);
      else if (single && i == only)
        add (self, &group->base, self->sales);
      else if (!single && self->shares[i].n_lines > 0)
        group->has_base = FALSE;
    }
}

/**
 * comptoir_sales_summary_add_vat:
 * @self: a summary
 * @entries: the entries of the day
 *
 * Adds the VAT by rate. Its base comes, entry by entry, from the sales whose label tells the rate;
 * else, where an entry has VAT of one rate and its sales make that much VAT, from all its sales.
 * Where neither holds for some entry, the base isn't known.
 *
 * Returns: %FALSE when some sum doesn't fit
 */
gboolean
comptoir_sales_summary_add_vat (ComptoirSalesSummary *self, ComptoirFecEntries *entries)
{
  Vat vat = { .groups = self->vat };

  g_return_val_if_fail (self != NULL && entries != NULL, FALSE);

  add_amounts (&vat, entries);
  vat.shares = g_new (Share, MAX (vat.groups->len, 1));
  for (guint i = 0; i < comptoir_fec_entries_get_n_entries (entries); i++)
    {
      guint n_lines;
      const guint *lines = comptoir_fec_entries_get_lines (entries, i, &n_lines);

      memset (vat.shares, 0, vat.groups->len * sizeof (Share));
      vat.sales = (ComptoirDecimal){ 0 };
      vat.n_lines = 0;
      for (guint j = 0; j < n_lines; j++)
        take_line (&vat, comptoir_fec_entries_get_line (entries, lines[j]),
                   comptoir_fec_entries_get_posting (entries, lines[j]));
      add_bases (&vat);
    }
  g_free (vat.shares);
  return !vat.overflow;
}
