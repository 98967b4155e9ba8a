/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-export-folder.h"

#define KEY "export-folder"

static GSettings *
create_settings (void)
{
  return g_settings_new (COMPTOIR_APPLICATION_ID);
}

/**
 * comptoir_export_folder_dup:
 *
 * Returns: (transfer full) (nullable): the folder that files were last saved to, %NULL the first
 *   time
 */
GFile *
comptoir_export_folder_dup (void)
{
  g_autoptr (GSettings) settings = create_settings ();
  g_autofree char *uri = g_settings_get_string (settings, KEY);

  return *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

/**
 * comptoir_export_folder_set:
 * @folder: where something was saved
 */
void
comptoir_export_folder_set (GFile *folder)
{
  g_autoptr (GSettings) settings = create_settings ();
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (folder));

  uri = g_file_get_uri (folder);
  g_settings_set_string (settings, KEY, uri);
}
