/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bytes on standard input as json-glib's tree. */

#include <gio/gunixinputstream.h>
#include <json-glib/json-glib.h>
#include <unistd.h>

int
main (void)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_stream (parser, stream, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  _exit (EXIT_SUCCESS);
}
