/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-application.h"
#include "comptoir-keyring.h"

int
main (int argc, char **argv)
{
  g_autoptr (ComptoirApplication) application = NULL;

  comptoir_keyring_forbid_dumps ();
  application = comptoir_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
