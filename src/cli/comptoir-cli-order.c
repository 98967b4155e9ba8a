/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-commands.h"

#include "comptoir-cli-account.h"
#include "comptoir-cli-output.h"
#include "comptoir-submission.h"
#include "kash-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One order on its way, with what it needs. */
typedef struct
{
  ComptoirStore *store;
  ComptoirOrderJournal *journal;
  ComptoirShop *shop;
  gint64 id;
  char *reference;
} Sending;

static void
sending_clear (Sending *self)
{
  g_clear_object (&self->shop);
  g_clear_object (&self->journal);
  g_clear_object (&self->store);
  g_clear_pointer (&self->reference, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sending, sending_clear)

static KashOrder *
read_order (const char *file, GError **error)
{
  gboolean is_input = g_str_equal (file, "-");
  g_autofree char *text = NULL;
  g_autoptr (KashOrder) order = NULL;
  g_autoptr (GError) cause = NULL;
  gsize length;

  if (!g_file_get_contents (is_input ? "/dev/stdin" : file, &text, &length, &cause))
    {
      g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_INPUT, cause->message);
      return NULL;
    }
  order = kash_order_from_json (text, (gssize) length, error);
  return order != NULL && kash_order_validate (order, error) ? g_steal_pointer (&order) : NULL;
}

static gboolean
print_line (const char *text, GError **error)
{
  g_autoptr (ComptoirCliOutput) output = comptoir_cli_output_open (NULL, error);

  return output != NULL && comptoir_cli_output_write (output, text, strlen (text), error)
         && comptoir_cli_output_write (output, "\n", 1, error)
         && comptoir_cli_output_finish (output, error);
}

/* The reference is another than the one that is sent, which is made with the journal's entry. */
static gboolean
print_body (KashAccount *account, KashOrder *order, gboolean with_reference, GError **error)
{
  g_autofree char *reference = comptoir_order_reference_new ();
  g_autofree char *body = NULL;

  if (with_reference)
    comptoir_submission_add_reference (order, reference);
  body = kash_order_encode (order, kash_account_get_shop_id (account), "***");
  return print_line (body, error);
}

static char *
dup_title (const KashOrder *order)
{
  for (guint i = 0; i < order->lines->len; i++)
    {
      const KashOrderLine *line = g_ptr_array_index (order->lines, i);

      if (line->title != NULL)
        return g_strdup (line->title);
    }
  return g_strdup_printf (ngettext ("Order of %u line", "Order of %u lines", order->lines->len),
                          order->lines->len);
}

static void
sending_init (Sending *self, KashAccount *account)
{
  g_autofree char *id = kash_account_dup_id (account);
  g_autoptr (ComptoirAccountEntry) entry = comptoir_account_entry_new (
      id, kash_account_get_base_url (account), kash_account_get_shop_id (account));

  self->store = comptoir_store_new (NULL);
  self->journal = comptoir_order_journal_new (self->store);
  self->shop = comptoir_shop_new (entry, account, self->store);
}

/* From here on the order is in the journal, whatever happens. */
static gboolean
save (ComptoirCliSession *session, Sending *self, const KashOrder *order, GError **error)
{
  g_autofree char *draft = comptoir_order_draft_text_of_order (order);
  g_autofree char *title = dup_title (order);
  g_autoptr (GAsyncResult) result = NULL;
  const char *account = comptoir_account_entry_get_id (comptoir_shop_get_entry (self->shop));

  comptoir_order_journal_save_async (self->journal, 0, account, draft, title, NULL,
                                     session->cancellable, comptoir_cli_session_take, session);
  result = comptoir_cli_session_wait (session);
  self->id = comptoir_order_journal_save_finish (self->journal, result, &self->reference, error);
  if (comptoir_order_journal_get_problem (self->journal) != NULL && self->id != 0)
    g_printerr ("comptoir-cli: %s\n", comptoir_order_journal_get_problem (self->journal));
  return self->id != 0;
}

/* Takes @cause. Whoever has to look for the order is told by what. */
static void
fail (const Sending *self, gboolean with_reference, GError *cause, GError **error)
{
  g_autofree char *sentence = NULL;

  if (!with_reference || !g_error_matches (cause, KASH_ERROR, KASH_ERROR_UNKNOWN_OUTCOME))
    {
      g_propagate_error (error, cause);
      return;
    }
  sentence = g_strdup_printf (_ ("It isn’t known whether the order was recorded. Look for %s among "
                                 "the orders at the service before sending it again."),
                              self->reference);
  g_propagate_error (
      error, kash_error_new (KASH_ERROR_UNKNOWN_OUTCOME, kash_error_get_detail (cause), sentence));
  g_error_free (cause);
}

static gboolean
print_reply (const KashOrderReply *reply, GError **error)
{
  if (reply->outcome == KASH_OUTCOME_ACCEPTED)
    return print_line (reply->order_id != NULL ? reply->order_id : "", error);
  g_propagate_error (error, kash_error_new (KASH_ERROR_REFUSED, reply->text, reply->message));
  return FALSE;
}

static gboolean
send_order (ComptoirCliSession *session,
            KashAccount *account,
            KashOrder *order,
            gboolean with_reference,
            GError **error)
{
  g_auto (Sending) self = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (KashOrderReply) reply = NULL;
  GError *cause = NULL;

  sending_init (&self, account);
  if (!save (session, &self, order, error))
    return FALSE;
  if (with_reference)
    comptoir_submission_add_reference (order, self.reference);
  comptoir_submission_send_async (self.shop, self.journal, self.id, order, session->cancellable,
                                  comptoir_cli_session_take, session);
  result = comptoir_cli_session_wait (session);
  reply = comptoir_submission_send_finish (result, &cause);
  if (reply != NULL)
    return print_reply (reply, error);
  fail (&self, with_reference, cause, error);
  return FALSE;
}

/**
 * comptoir_cli_order:
 *
 * Sends an order that a file describes, by way of the same journal as the program with windows, and
 * writes its number; or writes what would be sent.
 */
gboolean
comptoir_cli_order (ComptoirCliSession *session, char **arguments, GError **error)
{
  g_autofree char *file = NULL;
  gboolean dry_run = FALSE, no_reference = FALSE;
  g_autoptr (KashOrder) order = NULL;
  g_autoptr (KashAccount) account = NULL;
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file, N_ ("Read the order from a JSON file"),
      N_ ("FILE") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run,
      N_ ("Only write what would be sent, with *** for the key"), NULL },
    { "no-reference", 0, 0, G_OPTION_ARG_NONE, &no_reference,
      N_ ("Add no reference to the private comment"), NULL },
    { NULL },
  };

  g_return_val_if_fail (session != NULL && arguments != NULL, FALSE);

  if (!comptoir_cli_session_parse (
          session, "order", _ ("Sends an order and writes its number."),
          _ ("The file, or “-” for the standard input, holds an order such as\n"
             "  {\"payment\":-1,\"deliveryMethod\":0,\"idClient\":123,\"items\":[\n"
             "    {\"id\":12,\"quantity\":\"2\",\"variations\":[3,8]},\n"
             "    {\"department\":5,\"price\":\"9.99\",\"title\":\"…\"},\n"
             "    {\"free\":true,\"price\":\"3.50\",\"title\":\"…\"}]}\n"
             "\n"
             "It is sent once. Where it isn’t known what became of it (status 5), look for the\n"
             "reference in its private comment before sending it again."),
          entries, arguments, error))
    return FALSE;
  if (file == NULL)
    {
      g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
                           _ ("Give the order with --file."));
      return FALSE;
    }
  order = read_order (file, error);
  if (order == NULL)
    return FALSE;
  account = comptoir_cli_account_find (session, error);
  if (account == NULL)
    return FALSE;
  return dry_run ? print_body (account, order, !no_reference, error)
                 : send_order (session, account, order, !no_reference, error);
}
