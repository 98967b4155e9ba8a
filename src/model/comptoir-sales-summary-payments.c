/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Payments by method. An account is one method, unless its entries' labels name several. */

#include "comptoir-sales-summary-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More names on one account are those of something else: clients, tickets. */
#define MAX_METHODS 8

typedef struct
{
  const char *number;
  const char *title;
  ComptoirDecimal amount;
  GPtrArray *methods; /* (nullable) ComptoirSummaryLine; %NULL once there were too many */
} Account;

static void
account_free (gpointer data)
{
  Account *account = data;

  g_clear_pointer (&account->methods, g_ptr_array_unref);
  g_free (account);
}

/* "Ticket 12 – Carte bancaire" names it after the last dash or colon, if there is one. */
static const char *
get_method (const char *label)
{
  static const char *const marks[] = { " – ", " — ", " - ", ": ", " | " };
  const char *method = label;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = g_strrstr (label, marks[i]);

      if (mark != NULL && mark + strlen (marks[i]) > method)
        method = mark + strlen (marks[i]);
    }
  return method;
}

static gboolean
add_to_method (Account *account, const char *title, ComptoirDecimal amount)
{
  ComptoirSummaryLine *method;

  if (account->methods == NULL)
    return TRUE;
  for (guint i = 0; i < account->methods->len; i++)
    {
      method = g_ptr_array_index (account->methods, i);
      if (strcmp (method->title, title) == 0)
        return comptoir_sales_summary_sum (&method->amount, amount);
    }
  if (account->methods->len == MAX_METHODS)
    {
      g_clear_pointer (&account->methods, g_ptr_array_unref);
      return TRUE;
    }
  method = comptoir_summary_line_new (title, account->number);
  method->amount = amount;
  g_ptr_array_add (account->methods, method);
  return TRUE;
}

static Account *
find_account (GPtrArray *accounts, GHashTable *by_number, const ComptoirFecLine *line)
{
  const char *number = line->fields[COMPTOIR_FEC_COMPTE_NUM];
  Account *account = g_hash_table_lookup (by_number, number);

  if (account != NULL)
    return account;
  account = g_new0 (Account, 1);
  account->number = number;
  account->title = line->fields[COMPTOIR_FEC_COMPTE_LIB];
  account->methods = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_summary_line_free);
  g_hash_table_insert (by_number, (gpointer) number, account);
  g_ptr_array_add (accounts, account);
  return account;
}

/* Labels are believed to name methods where one of them names the account itself. */
static gboolean
names_methods (const Account *account)
{
  for (guint i = 0; account->methods != NULL && i < account->methods->len; i++)
    {
      const ComptoirSummaryLine *method = g_ptr_array_index (account->methods, i);

      if (*method->title != '\0' && g_ascii_strcasecmp (method->title, account->title) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_account (ComptoirSalesSummary *self, Account *account)
{
  ComptoirSummaryLine *line;

  if (names_methods (account))
    {
      g_ptr_array_extend_and_steal (self->payments, g_steal_pointer (&account->methods));
      return;
    }
  line = comptoir_summary_line_new (*account->title != '\0' ? account->title : account->number,
                                    account->number);
  line->amount = account->amount;
  g_ptr_array_add (self->payments, line);
}

/* All of them are one line, whatever each client's account; nothing when they end at nothing. */
static gboolean
add_clients (ComptoirSalesSummary *self, GPtrArray *clients)
{
  ComptoirSummaryLine *line;
  const Account *first;
  gboolean fits = TRUE;

  if (clients->len == 0)
    return TRUE;
  first = g_ptr_array_index (clients, 0);
  line = comptoir_summary_line_new (
      clients->len == 1 && *first->title != '\0' ? first->title : _ ("Clients on account"),
      first->number);
  for (guint i = 0; i < clients->len; i++)
    fits &= comptoir_sales_summary_sum (&line->amount,
                                        ((Account *) g_ptr_array_index (clients, i))->amount);
  if (line->amount.value != 0)
    g_ptr_array_add (self->payments, line);
  else
    comptoir_summary_line_free (line);
  return fits;
}

/**
 * comptoir_sales_summary_add_payments:
 * @self: a summary
 * @entries: the entries of the day
 *
 * Adds the payments by method, called what the file calls them.
 *
 * Returns: %FALSE when some sum doesn't fit
 */
gboolean
comptoir_sales_summary_add_payments (ComptoirSalesSummary *self, ComptoirFecEntries *entries)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (account_free);
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (account_free);
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean fits = TRUE;

  g_return_val_if_fail (self != NULL && entries != NULL, FALSE);

  for (guint i = 0; i < comptoir_fec_entries_get_n_lines (entries); i++)
    {
      const ComptoirFecLine *line = comptoir_fec_entries_get_line (entries, i);
      ComptoirFecPosting *posting = comptoir_fec_entries_get_posting (entries, i);
      ComptoirDecimal amount = { -posting->credit.value, posting->credit.scale };
      Account *account;

      if (posting->kind != COMPTOIR_FEC_PAYMENT && posting->kind != COMPTOIR_FEC_CLIENTS)
        continue;
      account = find_account (posting->kind == COMPTOIR_FEC_CLIENTS ? clients : accounts, by_number,
                              line);
      fits &= comptoir_sales_summary_sum (&account->amount, amount);
      fits &= add_to_method (account, get_method (line->fields[COMPTOIR_FEC_ECRITURE_LIB]), amount);
    }
  for (guint i = 0; i < accounts->len; i++)
    add_account (self, g_ptr_array_index (accounts, i));
  return add_clients (self, clients) && fits;
}
