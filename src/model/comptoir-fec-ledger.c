/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec-ledger.h"

struct _ComptoirFecLedger
{
  GObject parent_instance;

  ComptoirFec *fec;
  GArray *entries;  /* ComptoirLedgerEntry, in the file's order */
  GArray *order;    /* guint: places of lines in the file, entry by entry */
  GArray *accounts; /* ComptoirLedgerAccount, by code */
  ComptoirDecimal debit;
  ComptoirDecimal credit;
};

G_DEFINE_FINAL_TYPE (ComptoirFecLedger, comptoir_fec_ledger, G_TYPE_OBJECT)

/* A sum that no longer fits stays where it was: the check of the file has said so already. */
static void
add (ComptoirDecimal *sum, ComptoirDecimal amount)
{
  ComptoirDecimal result;

  if (comptoir_decimal_add (*sum, amount, &result))
    *sum = result;
}

static const ComptoirFecLine *
file_line (ComptoirFecLedger *self, guint place)
{
  return &g_array_index (self->fec->lines, ComptoirFecLine, place);
}

static ComptoirLedgerEntry *
ensure_entry (ComptoirFecLedger *self, GHashTable *places, const char *number)
{
  gpointer place;
  ComptoirLedgerEntry entry = { .number = number };

  if (!g_hash_table_lookup_extended (places, number, NULL, &place))
    {
      place = GUINT_TO_POINTER (self->entries->len);
      g_hash_table_insert (places, (gpointer) number, place);
      g_array_append_val (self->entries, entry);
    }
  return &g_array_index (self->entries, ComptoirLedgerEntry, GPOINTER_TO_UINT (place));
}

static void
group_entries (ComptoirFecLedger *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = self->fec->lines->len, first = 0;

  for (guint i = 0; i < n; i++)
    {
      const ComptoirFecLine *line = file_line (self, i);
      ComptoirLedgerEntry *entry
          = ensure_entry (self, places, line->fields[COMPTOIR_FEC_ECRITURE_NUM]);

      entry->n_lines++;
      add (&entry->debit, line->debit);
      add (&entry->credit, line->credit);
      add (&self->debit, line->debit);
      add (&self->credit, line->credit);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      ComptoirLedgerEntry *entry = &g_array_index (self->entries, ComptoirLedgerEntry, i);

      entry->balanced = comptoir_decimal_compare (entry->debit, entry->credit) == 0;
      entry->first = first;
      first += entry->n_lines;
      entry->n_lines = 0; /* counted again below */
    }
  g_array_set_size (self->order, n);
  for (guint i = 0; i < n; i++)
    {
      ComptoirLedgerEntry *entry
          = ensure_entry (self, places, file_line (self, i)->fields[COMPTOIR_FEC_ECRITURE_NUM]);

      g_array_index (self->order, guint, entry->first + entry->n_lines++) = i;
    }
}

static int
compare_accounts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const ComptoirLedgerAccount *) a)->code,
                    ((const ComptoirLedgerAccount *) b)->code);
}

static void
total_accounts (ComptoirFecLedger *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->fec->lines->len; i++)
    {
      const ComptoirFecLine *line = file_line (self, i);
      const char *code = line->fields[COMPTOIR_FEC_COMPTE_NUM];
      ComptoirLedgerAccount *account;
      gpointer place;

      if (!g_hash_table_lookup_extended (places, code, NULL, &place))
        {
          ComptoirLedgerAccount made = { code, line->fields[COMPTOIR_FEC_COMPTE_LIB] };

          place = GUINT_TO_POINTER (self->accounts->len);
          g_hash_table_insert (places, (gpointer) code, place);
          g_array_append_val (self->accounts, made);
        }
      account = &g_array_index (self->accounts, ComptoirLedgerAccount, GPOINTER_TO_UINT (place));
      account->n_lines++;
      add (&account->debit, line->debit);
      add (&account->credit, line->credit);
    }
  g_array_sort (self->accounts, compare_accounts);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer bytes, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  ComptoirFec *fec;

  if (g_task_return_error_if_cancelled (task))
    return;
  fec = comptoir_fec_read (bytes, NULL, &error);
  if (fec != NULL)
    g_task_return_pointer (task, comptoir_fec_ledger_new (fec), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
comptoir_fec_ledger_finalize (GObject *object)
{
  ComptoirFecLedger *self = COMPTOIR_FEC_LEDGER (object);

  g_array_unref (self->entries);
  g_array_unref (self->order);
  g_array_unref (self->accounts);
  comptoir_fec_free (self->fec);
  G_OBJECT_CLASS (comptoir_fec_ledger_parent_class)->finalize (object);
}

static void
comptoir_fec_ledger_class_init (ComptoirFecLedgerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_fec_ledger_finalize;
}

static void
comptoir_fec_ledger_init (ComptoirFecLedger *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (ComptoirLedgerEntry));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->accounts = g_array_new (FALSE, FALSE, sizeof (ComptoirLedgerAccount));
}

/**
 * comptoir_fec_ledger_new:
 * @fec: (transfer full): what was read
 *
 * Returns: (transfer full): its entries and accounts
 */
ComptoirFecLedger *
comptoir_fec_ledger_new (ComptoirFec *fec)
{
  ComptoirFecLedger *self;

  g_return_val_if_fail (fec != NULL, NULL);

  self = g_object_new (COMPTOIR_TYPE_FEC_LEDGER, NULL);
  self->fec = fec;
  group_entries (self);
  total_accounts (self);
  return self;
}

/**
 * comptoir_fec_ledger_read_async:
 * @bytes: a FEC as it came
 * @cancellable: (nullable)
 *
 * Reads on a worker thread.
 */
void
comptoir_fec_ledger_read_async (GBytes *bytes,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (bytes != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_fec_ledger_read_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * comptoir_fec_ledger_read_finish:
 *
 * Returns: (transfer full): the ledger, or %NULL. Errors: %COMPTOIR_FORMAT_ERROR_NOT_DATA where it
 *   is no FEC
 */
ComptoirFecLedger *
comptoir_fec_ledger_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_fec_ledger_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
comptoir_fec_ledger_get_n_entries (ComptoirFecLedger *self)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_LEDGER (self), 0);

  return self->entries->len;
}

const ComptoirLedgerEntry *
comptoir_fec_ledger_get_entry (ComptoirFecLedger *self, guint position)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_LEDGER (self), NULL);
  g_return_val_if_fail (position < self->entries->len, NULL);

  return &g_array_index (self->entries, ComptoirLedgerEntry, position);
}

/**
 * comptoir_fec_ledger_get_line:
 * @position: from an entry's @first on
 *
 * Returns: (transfer none): a line, entry by entry
 */
const ComptoirFecLine *
comptoir_fec_ledger_get_line (ComptoirFecLedger *self, guint position)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_LEDGER (self), NULL);
  g_return_val_if_fail (position < self->order->len, NULL);

  return file_line (self, g_array_index (self->order, guint, position));
}

guint
comptoir_fec_ledger_get_n_accounts (ComptoirFecLedger *self)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_LEDGER (self), 0);

  return self->accounts->len;
}

const ComptoirLedgerAccount *
comptoir_fec_ledger_get_account (ComptoirFecLedger *self, guint position)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_LEDGER (self), NULL);
  g_return_val_if_fail (position < self->accounts->len, NULL);

  return &g_array_index (self->accounts, ComptoirLedgerAccount, position);
}

GPtrArray *
comptoir_fec_ledger_get_problems (ComptoirFecLedger *self)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_LEDGER (self), NULL);

  return self->fec->problems;
}

/**
 * comptoir_fec_ledger_get_totals:
 * @debit: (out): of the whole file
 * @credit: (out): of the whole file
 */
void
comptoir_fec_ledger_get_totals (ComptoirFecLedger *self,
                                ComptoirDecimal *debit,
                                ComptoirDecimal *credit)
{
  g_return_if_fail (COMPTOIR_IS_FEC_LEDGER (self));

  *debit = self->debit;
  *credit = self->credit;
}
