/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-launch.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/socket.h>

#include "comptoir-pdf-protocol.h"

#define GREETING_TIMEOUT 10000 /* ms */

/* Where the helper is seen inside of bubblewrap. */
#define CONFINED_HELPER "/run/comptoir-pdf"

typedef struct
{
  GSubprocess *process;
  GDBusConnection *connection;
  gboolean confined;
} Launch;

/* Set for good once bubblewrap was there but couldn't be used, as where user namespaces are
 * forbidden. */
static gboolean can_not_confine;

static void
launch_free (gpointer data)
{
  Launch *launch = data;

  if (launch->process != NULL)
    g_subprocess_force_exit (launch->process);
  g_clear_object (&launch->process);
  g_clear_object (&launch->connection);
  g_free (launch);
}

/* Programs that run from the build tree say where the helper is. */
static char *
find_helper (void)
{
  const char *folder = g_getenv ("COMPTOIR_LIBEXECDIR");

  return g_build_filename (folder != NULL ? folder : COMPTOIR_LIBEXECDIR, "comptoir-pdf", NULL);
}

/* A Flatpak is confined already, and bubblewrap can't be used in one. */
static char *
find_bubblewrap (void)
{
  if (can_not_confine || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return NULL;

  return g_find_program_in_path ("bwrap");
}

static void
add (GPtrArray *argv, const char *first, const char *second, const char *third)
{
  g_ptr_array_add (argv, g_strdup (first));
  if (second != NULL)
    g_ptr_array_add (argv, g_strdup (second));
  if (third != NULL)
    g_ptr_array_add (argv, g_strdup (third));
}

/* /lib and its like are links into /usr on most systems, and folders on others. */
static void
add_library_folder (GPtrArray *argv, const char *folder)
{
  g_autofree char *target = g_file_read_link (folder, NULL);

  if (target != NULL)
    add (argv, "--symlink", target, folder);
  else
    add (argv, "--ro-bind-try", folder, folder);
}

/* Nothing but the libraries and the fonts, read-only; no network, no other processes, no home. */
static void
add_confinement (GPtrArray *argv, const char *bubblewrap, const char *helper)
{
  static const char *const readable[]
      = { "/etc/ld.so.cache", "/etc/fonts", "/var/cache/fontconfig" };

  add (argv, bubblewrap, NULL, NULL);
  add (argv, "--unshare-all", "--die-with-parent", "--new-session");
  add (argv, "--cap-drop", "ALL", NULL);
  add (argv, "--ro-bind", "/usr", "/usr");
  add_library_folder (argv, "/lib");
  add_library_folder (argv, "/lib64");
  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    add (argv, "--ro-bind-try", readable[i], readable[i]);
  add (argv, "--ro-bind", helper, CONFINED_HELPER);
  add (argv, "--chdir", "/", NULL);
  add (argv, CONFINED_HELPER, NULL, NULL);
}

static GPtrArray *
build_command (gboolean *confined)
{
  GPtrArray *argv = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *helper = find_helper ();
  g_autofree char *bubblewrap = find_bubblewrap ();

  *confined = bubblewrap != NULL;
  if (*confined)
    add_confinement (argv, bubblewrap, helper);
  else
    add (argv, helper, NULL, NULL);
  g_ptr_array_add (argv, NULL);

  return argv;
}

/* Starts the helper and gives the near end of its socket pair. The environment stays behind: a
 * shop's key may be in it. What poppler has to say about a file is of no use to anybody. */
static GSocket *
spawn (Launch *launch, GError **error)
{
  static const char *const environment[] = { "LC_ALL=C.UTF-8", "GIO_USE_VFS=local", NULL };
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GPtrArray) argv = build_command (&launch->confined);
  g_autoptr (GSocket) socket = NULL;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                        | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_environ (launcher, (char **) environment);
  g_subprocess_launcher_take_fd (launcher, ends[1], COMPTOIR_PDF_SOCKET_FD);
  socket = g_socket_new_from_fd (ends[0], error);
  if (socket == NULL)
    return NULL;
  launch->process
      = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, error);
  if (launch->process == NULL)
    return NULL;

  return g_steal_pointer (&socket);
}

static void start (GTask *task);

/* Without bubblewrap the helper still has its limits. */
static void
on_failed (GTask *task, GError *reason)
{
  Launch *launch = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    {
      g_error_free (reason);
      return;
    }
  g_debug ("No PDF helper%s: %s", launch->confined ? " in bubblewrap" : "", reason->message);
  if (launch->confined)
    {
      can_not_confine = TRUE;
      start (task);
    }
  else
    g_task_return_new_error (task, COMPTOIR_PDF_ERROR, COMPTOIR_PDF_ERROR_UNAVAILABLE, "%s",
                             reason->message);
  g_error_free (reason);
}

static void
on_greeted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (reply == NULL)
    on_failed (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/* The document is only handed over to a helper that is known to run: one that it ended is not
 * started again with less around it. */
static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Launch *launch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  launch->connection = g_dbus_connection_new_finish (result, &error);
  if (launch->connection == NULL)
    {
      on_failed (task, g_steal_pointer (&error));
      return;
    }
  g_dbus_connection_set_exit_on_close (launch->connection, FALSE);
  g_dbus_connection_call (launch->connection, NULL, COMPTOIR_PDF_OBJECT_PATH,
                          "org.freedesktop.DBus.Peer", "Ping", NULL, NULL, G_DBUS_CALL_FLAGS_NONE,
                          GREETING_TIMEOUT, g_task_get_cancellable (task), on_greeted,
                          g_object_ref (task));
}

static void
start (GTask *task)
{
  Launch *launch = g_task_get_task_data (task);
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GSocketConnection) stream = NULL;
  g_autofree char *guid = g_dbus_generate_guid ();
  g_autoptr (GError) error = NULL;

  g_clear_object (&launch->connection);
  g_clear_object (&launch->process);
  socket = spawn (launch, &error);
  if (socket == NULL)
    {
      on_failed (task, g_steal_pointer (&error));
      return;
    }
  stream = g_socket_connection_factory_create_connection (socket);
  g_dbus_connection_new (G_IO_STREAM (stream), guid,
                         G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_SERVER
                             | G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_ALLOW_ANONYMOUS,
                         NULL, g_task_get_cancellable (task), on_connected, g_object_ref (task));
}

/**
 * comptoir_pdf_launch_async:
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Starts a helper process, within bubblewrap where that is there and works. It ends with this
 * process at the latest.
 */
void
comptoir_pdf_launch_async (GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, comptoir_pdf_launch_async);
  g_task_set_task_data (task, g_new0 (Launch, 1), launch_free);
  start (task);
}

/**
 * comptoir_pdf_launch_finish:
 * @result: from the callback
 * @process: (out) (transfer full): the helper, or bubblewrap around it; to be ended by the caller
 *
 * Returns: (transfer full) (nullable): the connection to the helper; on error %NULL with
 *   %COMPTOIR_PDF_ERROR_UNAVAILABLE or %G_IO_ERROR_CANCELLED
 */
GDBusConnection *
comptoir_pdf_launch_finish (GAsyncResult *result, GSubprocess **process, GError **error)
{
  Launch *launch;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (process != NULL, NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  launch = g_task_get_task_data (G_TASK (result));
  *process = g_steal_pointer (&launch->process);

  return g_steal_pointer (&launch->connection);
}
