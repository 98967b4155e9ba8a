/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-submission.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "comptoir-catalogue.h"
#include "comptoir-lookup.h"
#include "comptoir-table-reader.h"

/* How much earlier the service's clock may say that an order came than ours, in seconds. */
#define CLOCK_DIFFERENCE (60 * 60)

typedef struct
{
  ComptoirOrderRecord *record;
  GBytes *body;
} Search;

/* The fields of a pending order, whichever of the vendor's names they have. */
static const char *const total_fields[] = { "total", "amount" };
static const char *const client_fields[] = { "clientID", "idClient" };

static void
search_free (gpointer data)
{
  Search *search = data;

  comptoir_order_record_free (search->record);
  g_clear_pointer (&search->body, g_bytes_unref);
  g_free (search);
}

static gboolean
row_has_text (ComptoirTable *table, guint row, const char *text)
{
  for (guint column = 0; column < comptoir_table_get_n_columns (table); column++)
    {
      const char *cell = NULL;
      gsize length = 0;

      comptoir_table_get_cell (table, row, column, &cell, &length);
      if (length > 0 && memmem (cell, length, text, strlen (text)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_same_total (ComptoirTable *table, guint row, const ComptoirOrderRecord *record)
{
  ComptoirDecimal ours, theirs;

  if (record->total == NULL || !comptoir_decimal_parse (record->total, -1, &ours))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (total_fields); i++)
    if (comptoir_catalogue_read_decimal (table, row, total_fields[i], &theirs))
      return comptoir_decimal_compare (ours, theirs) == 0;
  return FALSE;
}

/* Of a new client nothing but what was typed is known: the service has given it an id since. */
static gboolean
has_same_client (ComptoirTable *table, guint row, const KashOrder *order)
{
  gint64 client = 0;

  for (guint i = 0; i < G_N_ELEMENTS (client_fields); i++)
    if (comptoir_catalogue_read_integer (table, row, client_fields[i], &client))
      break;
  if (order->id_client != 0 || client == 0)
    return order->id_client == client;
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    if (order->client[i] != NULL && row_has_text (table, row, order->client[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_too_old (ComptoirTable *table, guint row, const ComptoirOrderRecord *record)
{
  gint64 date;

  return comptoir_catalogue_read_integer (table, row, "date", &date)
         && date < record->created / G_USEC_PER_SEC - CLOCK_DIFFERENCE;
}

static char *
dup_number (ComptoirTable *table, guint row)
{
  guint column;

  return comptoir_lookup_find_id_column (table, &column) ? comptoir_catalogue_read_text (
             table, row, comptoir_table_get_column_name (table, column))
                                                         : NULL;
}

static ComptoirEvidence *
evidence_new (ComptoirFound found, char *number, char *sentence)
{
  ComptoirEvidence *evidence = g_new0 (ComptoirEvidence, 1);

  evidence->found = found;
  evidence->number = number;
  evidence->sentence = sentence;
  return evidence;
}

static ComptoirEvidence *
find_reference (ComptoirTable *table, const ComptoirOrderRecord *record)
{
  guint n_found = 0, found = 0;
  char *number;

  for (guint row = 0; row < comptoir_table_get_n_rows (table); row++)
    if (row_has_text (table, row, record->reference))
      {
        found = row;
        n_found++;
      }
  if (n_found == 0)
    return NULL;
  number = dup_number (table, found);
  if (n_found > 1)
    return evidence_new (
        COMPTOIR_FOUND_REFERENCE, number,
        g_strdup_printf (ngettext ("%u pending order carries the reference %s: it was recorded.",
                                   "%u pending orders carry the reference %s: it was recorded more "
                                   "than once.",
                                   n_found),
                         n_found, record->reference));
  return evidence_new (
      COMPTOIR_FOUND_REFERENCE, number,
      number != NULL
          ? g_strdup_printf (_ ("The pending order %s carries the reference %s: it was recorded."),
                             number, record->reference)
          : g_strdup_printf (_ ("A pending order carries the reference %s: it was recorded."),
                             record->reference));
}

static ComptoirEvidence *
find_similar (ComptoirTable *table, const ComptoirOrderRecord *record)
{
  g_autoptr (KashOrder) order
      = record->sent != NULL ? kash_order_decode (record->sent, NULL) : NULL;

  for (guint row = comptoir_table_get_n_rows (table); order != NULL && row-- > 0;)
    if (has_same_total (table, row, record) && has_same_client (table, row, order)
        && !is_too_old (table, row, record))
      {
        char *number = dup_number (table, row);

        return evidence_new (
            COMPTOIR_FOUND_SIMILAR, number,
            number != NULL
                ? g_strdup_printf (_ ("The pending order %s has the same total and the same "
                                      "client, but not the reference %s. It may be this one."),
                                   number, record->reference)
                : g_strdup_printf (_ ("A pending order has the same total and the same client, but "
                                      "not the reference %s. It may be this one."),
                                   record->reference));
      }
  return NULL;
}

static void
search_table (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;
  gsize length;
  const char *data = g_bytes_get_data (search->body, &length);
  g_autoptr (ComptoirTable) table = NULL;
  ComptoirEvidence *evidence;
  GError *error = NULL;

  table = comptoir_table_read ("pending-orders", data, length, COMPTOIR_TABLE_FORMAT_JSON, &error);
  if (table == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  evidence = find_reference (table, search->record);
  if (evidence == NULL)
    evidence = find_similar (table, search->record);
  if (evidence == NULL)
    evidence = evidence_new (COMPTOIR_FOUND_NOTHING, NULL,
                             g_strdup (_ ("It isn’t among the pending orders. It may have been "
                                          "recorded all the same, and be paid by now.")));
  g_task_return_pointer (task, evidence, (GDestroyNotify) comptoir_evidence_free);
}

static void
on_downloaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (KashReply) reply
      = kash_client_download_resource_finish (KASH_CLIENT (object), result, &error);

  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  search->body = reply->body != NULL ? g_bytes_ref (reply->body) : g_bytes_new (NULL, 0);
  g_task_run_in_thread (task, search_table);
}

/**
 * comptoir_submission_look_async:
 * @record: (transfer none): an entry of unknown outcome
 *
 * Asks the service for its pending orders as they are now, and looks there for our reference, else
 * for an order like it.
 */
void
comptoir_submission_look_async (ComptoirShop *shop,
                                const ComptoirOrderRecord *record,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  Search *search;

  g_return_if_fail (COMPTOIR_IS_SHOP (shop));
  g_return_if_fail (record != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_submission_look_async);
  search = g_new0 (Search, 1);
  search->record = comptoir_order_record_copy (record);
  g_task_set_task_data (task, search, search_free);
  kash_client_download_resource_async (comptoir_shop_get_client (shop),
                                       KASH_RESOURCE_PENDING_ORDERS, KASH_FORMAT_JSON, NULL, NULL,
                                       NULL, cancellable, on_downloaded, task);
}

/**
 * comptoir_submission_look_finish:
 * @error: of %KASH_ERROR or %COMPTOIR_FORMAT_ERROR
 *
 * Returns: (transfer full) (nullable): what was found
 */
ComptoirEvidence *
comptoir_submission_look_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_submission_look_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * comptoir_evidence_free:
 *
 * Frees what was found.
 */
void
comptoir_evidence_free (ComptoirEvidence *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->number);
  g_free (self->sentence);
  g_free (self);
}
