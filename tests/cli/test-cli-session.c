/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-session.h"

static gboolean
parse (ComptoirCliSession *session, const char *command_line, char **name, GError **error)
{
  const GOptionEntry entries[] = {
    { "name", 'n', 0, G_OPTION_ARG_STRING, name, "A name", "NAME" },
    { NULL },
  };
  g_auto (GStrv) arguments = g_strsplit (command_line, " ", -1);

  return comptoir_cli_session_parse (session, "command", "Does something.", NULL, entries,
                                     arguments, error);
}

static void
test_parse (void)
{
  g_autoptr (ComptoirCliSession) session = comptoir_cli_session_new ();
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (parse (session, "program --name x", &name, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "x");
  g_assert_false (session->demo);
  g_assert_false (session->verbose);
  g_clear_pointer (&name, g_free);
  g_assert_true (parse (session, "program -v -n y --demo", &name, &error));
  g_assert_cmpstr (name, ==, "y");
  g_assert_true (session->demo);
  g_assert_true (session->verbose);
}

static void
test_wrong (void)
{
  static const char *const cases[]
      = { "program --other", "program --key=s3cret", "program --name", "program more" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirCliSession) session = comptoir_cli_session_new ();
      g_autofree char *name = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (parse (session, cases[i], &name, &error));
      g_assert_error (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE);
      g_assert_null (strstr (error->message, "s3cret"));
    }
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  comptoir_cli_session_take (source, result, user_data);
}

static void
test_wait (void)
{
  g_autoptr (ComptoirCliSession) session = comptoir_cli_session_new ();

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, session->cancellable, on_done, session);
      g_autoptr (GAsyncResult) result = NULL;

      g_task_return_int (task, i);
      result = comptoir_cli_session_wait (session);
      g_assert_cmpint (g_task_propagate_int (G_TASK (result), NULL), ==, i);
    }
}

static gboolean
raise_signal (gpointer data)
{
  raise (GPOINTER_TO_INT (data));
  return G_SOURCE_REMOVE;
}

static gboolean
return_error (GTask *task)
{
  g_assert_true (g_task_return_error_if_cancelled (task));
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

static void
on_cancelled (GCancellable *cancellable, GTask *task)
{
  g_idle_add (G_SOURCE_FUNC (return_error), task);
}

static void
test_signal (void)
{
  g_autoptr (ComptoirCliSession) session = comptoir_cli_session_new ();
  GTask *task = g_task_new (NULL, session->cancellable, on_done, session);
  g_autoptr (GAsyncResult) result = NULL;

  g_cancellable_connect (session->cancellable, G_CALLBACK (on_cancelled), task, NULL);
  g_idle_add (raise_signal, GINT_TO_POINTER (SIGTERM));
  result = comptoir_cli_session_wait (session);
  g_assert_cmpint (session->signal, ==, SIGTERM);
}

static void
test_demo_shop (void)
{
  g_autoptr (ComptoirCliSession) session = comptoir_cli_session_new ();
  g_autoptr (GError) error = NULL;
  DemoShop *shop = comptoir_cli_session_get_demo_shop (session, &error);

  g_assert_no_error (error);
  g_assert_true (DEMO_IS_SHOP (shop));
  g_assert_true (comptoir_cli_session_get_demo_shop (session, &error) == shop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-session/parse", test_parse);
  g_test_add_func ("/cli-session/wrong", test_wrong);
  g_test_add_func ("/cli-session/wait", test_wait);
  g_test_add_func ("/cli-session/signal", test_signal);
  g_test_add_func ("/cli-session/demo-shop", test_demo_shop);
  return g_test_run ();
}
