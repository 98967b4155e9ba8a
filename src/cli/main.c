/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli.h"
#include "comptoir-keyring.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("COMPTOIR_LOCALEDIR");

  comptoir_keyring_forbid_dumps ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : COMPTOIR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  return comptoir_cli_run (argc, argv);
}
