/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-session.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

static gboolean
stop (ComptoirCliSession *self, int number)
{
  self->signal = number;
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_interrupt (gpointer data)
{
  return stop (data, SIGINT);
}

static gboolean
on_terminate (gpointer data)
{
  return stop (data, SIGTERM);
}

/* What was mistaken for an option may hold a key, so only its name is repeated. */
static void
set_parse_error (GError **error, const GError *cause)
{
  const char *equals = strchr (cause->message, '=');
  g_autofree char *message = g_strdup (cause->message);

  if (equals != NULL)
    message[equals - cause->message] = '\0';
  g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE, message);
}

static void
print_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  g_print ("%s", help);
}

/**
 * comptoir_cli_session_new:
 *
 * Returns: (transfer full): a session that isn't yet asked for anything
 */
ComptoirCliSession *
comptoir_cli_session_new (void)
{
  ComptoirCliSession *self = g_new0 (ComptoirCliSession, 1);

  self->cancellable = g_cancellable_new ();
  self->loop = g_main_loop_new (NULL, FALSE);
  return self;
}

void
comptoir_cli_session_free (ComptoirCliSession *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->interrupt_id, g_source_remove);
  g_clear_handle_id (&self->terminate_id, g_source_remove);
  if (self->demo_shop != NULL)
    demo_shop_stop (self->demo_shop);
  g_clear_object (&self->demo_shop);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_free (self);
}

/**
 * comptoir_cli_session_parse:
 * @name: (nullable): the command's name; %NULL for none
 * @summary: what it does, a sentence
 * @description: (nullable): what else there is to say, after the options
 * @entries: the command's own options, up to an empty one
 * @arguments: the command's arguments, after a program's name
 * @error: %COMPTOIR_CLI_ERROR_WRONG_USE
 *
 * Reads the options into @entries and the session; prints the help where that is asked for.
 *
 * Returns: whether to go on; %FALSE without an error when the help was printed
 */
gboolean
comptoir_cli_session_parse (ComptoirCliSession *self,
                            const char *name,
                            const char *summary,
                            const char *description,
                            const GOptionEntry *entries,
                            char **arguments,
                            GError **error)
{
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &self->demo, N_ ("Use the demo shop"), NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->verbose, N_ ("Tell more of errors"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *program = g_strjoin (" ", "comptoir-cli", name, NULL);
  g_auto (GStrv) copy = g_strdupv (arguments);
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (summary != NULL && entries != NULL && arguments != NULL, FALSE);

  g_set_prgname (program);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &copy, &cause))
    {
      set_parse_error (error, cause);
      return FALSE;
    }
  if (help)
    {
      print_help (context);
      return FALSE;
    }
  if (g_strv_length (copy) > 1)
    {
      g_set_error_literal (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
                           _ ("There are more arguments than this command takes."));
      return FALSE;
    }
  return TRUE;
}

/**
 * comptoir_cli_session_get_demo_shop:
 *
 * Returns: (transfer none) (nullable): the demo shop, which runs from the first time on
 */
DemoShop *
comptoir_cli_session_get_demo_shop (ComptoirCliSession *self, GError **error)
{
  g_autoptr (DemoShop) shop = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->demo_shop != NULL)
    return self->demo_shop;
  shop = demo_shop_new (NULL, error);
  if (shop == NULL || !demo_shop_start (shop, error))
    return NULL;
  self->demo_shop = g_steal_pointer (&shop);
  return self->demo_shop;
}

/**
 * comptoir_cli_session_take:
 * @user_data: the session
 *
 * A #GAsyncReadyCallback for what comptoir_cli_session_wait() then waits for.
 */
void
comptoir_cli_session_take (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirCliSession *self = user_data;

  self->result = g_object_ref (result);
  g_main_loop_quit (self->loop);
}

/**
 * comptoir_cli_session_wait:
 *
 * Waits for what was begun with comptoir_cli_session_take() as its callback. From the first time
 * on, SIGINT and SIGTERM cancel it rather than end the program at once.
 *
 * Returns: (transfer full): its result
 */
GAsyncResult *
comptoir_cli_session_wait (ComptoirCliSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->interrupt_id == 0)
    {
      self->interrupt_id = g_unix_signal_add (SIGINT, on_interrupt, self);
      self->terminate_id = g_unix_signal_add (SIGTERM, on_terminate, self);
    }
  if (self->result == NULL)
    g_main_loop_run (self->loop);
  return g_steal_pointer (&self->result);
}
