/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-html-module.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>

G_DEFINE_QUARK (comptoir - html - error - quark, comptoir_html_error)

/* Programs that run from the build tree say where the module is. */
static char *
find_module (void)
{
  const char *folder = g_getenv ("COMPTOIR_LIBEXECDIR");

  return g_build_filename (folder != NULL ? folder : COMPTOIR_LIBEXECDIR, COMPTOIR_HTML_MODULE,
                           NULL);
}

/* WebKit ends the whole program where bubblewrap, which it starts its processes in, can't be used:
 * so it is tried out before. A Flatpak confines them by other means. */
static gboolean
can_confine (void)
{
  const char *const argv[] = { "bwrap",
                               "--unshare-all",
                               "--die-with-parent",
                               "--ro-bind",
                               "/",
                               "/",
                               "--proc",
                               "/proc",
                               "--dev",
                               "/dev",
                               "true",
                               NULL };
  int status;

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return TRUE;
  return g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                           | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

/* The libraries are large: mapping them takes longer than a frame. */
static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *file = find_module ();
  GModule *module;
  gpointer engine;

  if (!can_confine ())
    {
      g_task_return_new_error (
          task, COMPTOIR_HTML_ERROR, COMPTOIR_HTML_ERROR_UNCONFINED, "%s",
          _ ("Web pages aren’t shown here, because this computer can’t shut them off from "
             "everything else. This one can still be saved."));
      return;
    }
  module = g_module_open (file, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  if (module == NULL || !g_module_symbol (module, COMPTOIR_HTML_SYMBOL, &engine))
    {
      g_debug ("%s", g_module_error ());
      g_task_return_new_error (
          task, COMPTOIR_HTML_ERROR, COMPTOIR_HTML_ERROR_UNAVAILABLE, "%s",
          _ ("Web pages can’t be shown, because a part of Comptoir or WebKitGTK is missing. This "
             "one can still be saved."));
      return;
    }
  /* It brings types, which stay. */
  g_module_make_resident (module);
  g_task_return_pointer (task, engine, NULL);
}

/**
 * comptoir_html_module_load_async:
 *
 * Maps WebKit into the program unless it is there already.
 */
void
comptoir_html_module_load_async (GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, comptoir_html_module_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * comptoir_html_module_load_finish:
 *
 * Returns: (transfer none): what shows pages, or %NULL. Errors: %COMPTOIR_HTML_ERROR_UNAVAILABLE,
 *   %COMPTOIR_HTML_ERROR_UNCONFINED or %G_IO_ERROR_CANCELLED
 */
const ComptoirHtmlEngine *
comptoir_html_module_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, comptoir_html_module_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
