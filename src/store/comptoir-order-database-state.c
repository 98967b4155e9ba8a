/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-database-private.h"

#include <glib/gi18n-lib.h>

/* Which states may follow which (rows: now, columns: then). */
static const gboolean may_follow[][5] = {
  [COMPTOIR_ORDER_STATE_SENDING] = { TRUE, FALSE, TRUE, TRUE, TRUE },
  [COMPTOIR_ORDER_STATE_UNKNOWN] = { TRUE, FALSE, TRUE, FALSE, FALSE },
};

/* Returns: the state of an entry, -1 with @error where there is none or it can't be read */
static int
get_state (ComptoirOrderDatabase *self, gint64 id, GError **error)
{
  sqlite3_stmt *statement
      = comptoir_order_database_prepare (self, "SELECT state FROM entry WHERE id = ?", error);
  int state = -1;

  if (statement == NULL)
    return -1;
  sqlite3_bind_int64 (statement, 1, id);
  switch (sqlite3_step (statement))
    {
    case SQLITE_ROW:
      state = sqlite3_column_int (statement, 0);
      break;
    case SQLITE_DONE:
      g_propagate_error (error, comptoir_store_error_new (COMPTOIR_STORE_ERROR_NOT_FOUND));
      break;
    default:
      comptoir_sqlite_fail (self->connection, error);
      break;
    }
  sqlite3_finalize (statement);
  return state;
}

/* Sets @error to why a change that depends on an entry's state didn't find it. */
gboolean
comptoir_order_database_fail_by_state (ComptoirOrderDatabase *self, gint64 id, GError **error)
{
  if (get_state (self, id, error) >= 0)
    g_propagate_error (error, comptoir_store_error_new (COMPTOIR_STORE_ERROR_BUSY));
  return FALSE;
}

static gboolean
list_sending (ComptoirOrderDatabase *self, GArray *ids, GError **error)
{
  sqlite3_stmt *statement
      = comptoir_order_database_prepare (self, "SELECT id FROM entry WHERE state = 1", error);
  int status;

  if (statement == NULL)
    return FALSE;
  while ((status = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (status != SQLITE_DONE)
    comptoir_sqlite_fail (self->connection, error);
  sqlite3_finalize (statement);
  return status == SQLITE_DONE;
}

/* Under a claim, so that nobody can be sending the entry: who is holds one as long as it lasts. */
static int
give_up_on (ComptoirOrderDatabase *self, gint64 id, GError **error)
{
  sqlite3_stmt *statement = comptoir_order_database_prepare (
      self, "UPDATE entry SET state = 4, answer = ?2, changed = ?3 WHERE id = ?1 AND state = 1",
      error);

  if (statement == NULL)
    return -1;
  sqlite3_bind_int64 (statement, 1, id);
  comptoir_order_database_bind (statement, 2,
                                _ ("The program ended while the order was on its way."));
  sqlite3_bind_int64 (statement, 3, g_get_real_time ());
  return comptoir_order_database_change (self, statement, error);
}

/**
 * comptoir_order_database_sweep:
 *
 * Entries that are being sent by nobody who still lives become "unknown".
 *
 * Returns: (transfer full) (nullable) (element-type gint64): which
 */
GArray *
comptoir_order_database_sweep (ComptoirOrderDatabase *self, GError **error)
{
  g_autoptr (GArray) sending = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) swept = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (self != NULL, NULL);

  if (!list_sending (self, sending, error))
    return NULL;
  for (guint i = 0; i < sending->len; i++)
    {
      gint64 id = g_array_index (sending, gint64, i);
      int n_changed;

      if (!comptoir_order_claims_take (self->claims, id, NULL))
        continue;
      n_changed = give_up_on (self, id, error);
      comptoir_order_claims_release (self->claims, id);
      if (n_changed < 0)
        return NULL;
      if (n_changed > 0)
        g_array_append_val (swept, id);
    }
  return g_steal_pointer (&swept);
}

/**
 * comptoir_order_database_claim:
 * @sent: what is about to be sent
 * @error: %COMPTOIR_STORE_ERROR_BUSY where somebody else has it or it is no draft, and others
 *
 * The claim comes first: whoever finds the entry "sending" finds it claimed as well.
 */
gboolean
comptoir_order_database_claim (ComptoirOrderDatabase *self,
                               gint64 id,
                               const char *sent,
                               GError **error)
{
  sqlite3_stmt *statement;
  int n_changed = -1;

  g_return_val_if_fail (self != NULL && sent != NULL, FALSE);

  if (!comptoir_order_claims_take (self->claims, id, error))
    return FALSE;
  statement = comptoir_order_database_prepare (
      self,
      "UPDATE entry SET state = 1, sent = ?2, answer = NULL, number = NULL, "
      "changed = ?3 WHERE id = ?1 AND state IN (0, 3)",
      error);
  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, id);
      comptoir_order_database_bind (statement, 2, sent);
      sqlite3_bind_int64 (statement, 3, g_get_real_time ());
      n_changed = comptoir_order_database_change (self, statement, error);
    }
  if (n_changed > 0)
    return TRUE;
  comptoir_order_claims_release (self->claims, id);
  return n_changed == 0 && comptoir_order_database_fail_by_state (self, id, error);
}

/**
 * comptoir_order_database_settle:
 * @state: what it comes to: accepted, refused, unknown or draft after sending from here; accepted
 *   or draft where it was unknown
 * @number: (nullable): the order's number at the service
 * @answer: (nullable): what came back; %NULL leaves what is there
 * @error: %COMPTOIR_STORE_ERROR_BUSY where the entry isn't in a state that leads there, or is being
 *   sent from elsewhere; after any other error it is still claimed from here, if it was
 */
gboolean
comptoir_order_database_settle (ComptoirOrderDatabase *self,
                                gint64 id,
                                ComptoirOrderState state,
                                const char *number,
                                const char *answer,
                                GError **error)
{
  sqlite3_stmt *statement;
  int now, n_changed;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) state <= COMPTOIR_ORDER_STATE_UNKNOWN, FALSE);

  now = get_state (self, id, error);
  if (now < 0)
    return FALSE;
  if ((guint) now >= G_N_ELEMENTS (may_follow) || !may_follow[now][state]
      || (now == COMPTOIR_ORDER_STATE_SENDING && !comptoir_order_claims_has (self->claims, id)))
    {
      g_propagate_error (error, comptoir_store_error_new (COMPTOIR_STORE_ERROR_BUSY));
      return FALSE;
    }
  statement = comptoir_order_database_prepare (
      self,
      "UPDATE entry SET state = ?2, number = ?3, answer = coalesce(?4, answer), "
      "changed = ?5 WHERE id = ?1 AND state = ?6",
      error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int (statement, 2, state);
  comptoir_order_database_bind (statement, 3, number);
  comptoir_order_database_bind (statement, 4, answer);
  sqlite3_bind_int64 (statement, 5, g_get_real_time ());
  sqlite3_bind_int (statement, 6, now);
  n_changed = comptoir_order_database_change (self, statement, error);
  if (n_changed > 0)
    comptoir_order_claims_release (self->claims, id);
  return n_changed > 0
         || (n_changed == 0 && comptoir_order_database_fail_by_state (self, id, error));
}
