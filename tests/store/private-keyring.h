/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A session bus with an unlocked keyring on it, for programs that the test starts. The test itself
 * doesn't use the bus: libsecret would keep its connection. */
typedef struct
{
  GTestDBus *bus;
  GSubprocess *daemon;
} PrivateKeyring;

static inline GSubprocess *
private_keyring_start_daemon (const char *home)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                   | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GOutputStream *input;
  GSubprocess *daemon;

  /* It warns about itself, which isn't ours to stop at. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  g_subprocess_launcher_setenv (launcher, "HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", home, TRUE);
  daemon = g_subprocess_launcher_spawn (launcher, &error, "gnome-keyring-daemon", "--foreground",
                                        "--unlock", "--components=secrets", NULL);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (daemon);
  g_output_stream_write_all (input, "password", strlen ("password"), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (input, NULL, &error);
  g_assert_no_error (error);
  return daemon;
}

static inline gboolean
private_keyring_is_there (GDBusConnection *connection)
{
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;
  gboolean there;

  reply = g_dbus_connection_call_sync (
      connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "NameHasOwner", g_variant_new ("(s)", "org.freedesktop.secrets"), G_VARIANT_TYPE ("(b)"),
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(b)", &there);
  return there;
}

static inline void
private_keyring_wait_for_daemon (const char *address)
{
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  connection = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  while (!private_keyring_is_there (connection))
    g_usleep (10000);
  g_dbus_connection_close_sync (connection, NULL, &error);
  g_assert_no_error (error);
}

/* @home: (nullable): where the keyring is kept; %NULL for a bus without one */
static inline void
private_keyring_start (PrivateKeyring *self, const char *home)
{
  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  if (home == NULL)
    return;
  self->daemon = private_keyring_start_daemon (home);
  private_keyring_wait_for_daemon (g_test_dbus_get_bus_address (self->bus));
}

static inline void
private_keyring_stop (PrivateKeyring *self)
{
  if (self->daemon != NULL)
    {
      g_subprocess_force_exit (self->daemon);
      g_assert_true (g_subprocess_wait (self->daemon, NULL, NULL));
    }
  g_clear_object (&self->daemon);
  g_test_dbus_down (self->bus);
  g_clear_object (&self->bus);
}
