/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-record.h"

#include <string.h>

#define REFERENCE_PREFIX "CPT-"
#define REFERENCE_LENGTH 6

/* No two of them look or sound alike on paper and on the phone: no 0 and O, 1, I and L, U and V. */
static const char alphabet[] = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

G_DEFINE_BOXED_TYPE (ComptoirOrderRecord,
                     comptoir_order_record,
                     comptoir_order_record_copy,
                     comptoir_order_record_free)

/**
 * comptoir_order_record_copy:
 *
 * Returns: (transfer full): a deep copy
 */
ComptoirOrderRecord *
comptoir_order_record_copy (const ComptoirOrderRecord *self)
{
  ComptoirOrderRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->account = g_strdup (self->account);
  copy->reference = g_strdup (self->reference);
  copy->draft = g_strdup (self->draft);
  copy->title = g_strdup (self->title);
  copy->total = g_strdup (self->total);
  copy->sent = g_strdup (self->sent);
  copy->answer = g_strdup (self->answer);
  copy->number = g_strdup (self->number);
  return copy;
}

/**
 * comptoir_order_record_free:
 *
 * Frees a record.
 */
void
comptoir_order_record_free (ComptoirOrderRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->account);
  g_free (self->reference);
  g_free (self->draft);
  g_free (self->title);
  g_free (self->total);
  g_free (self->sent);
  g_free (self->answer);
  g_free (self->number);
  g_free (self);
}

/**
 * comptoir_order_reference_new:
 *
 * Makes a reference to find an order by, such as "CPT-7K3Q9D": one of 729 million.
 *
 * Returns: (transfer full): a reference
 */
char *
comptoir_order_reference_new (void)
{
  GString *reference = g_string_new (REFERENCE_PREFIX);

  for (int i = 0; i < REFERENCE_LENGTH; i++)
    g_string_append_c (reference, alphabet[g_random_int_range (0, (gint32) strlen (alphabet))]);
  return g_string_free (reference, FALSE);
}
