/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "comptoir-desktop-actions.h"
#include "comptoir-morning.h"
#include "comptoir-stall-trace.h"
#include "comptoir-window.h"

struct _ComptoirApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  ComptoirSession *session;
  ComptoirMorning *morning;
  char *folder; /* of the store; NULL for the usual one */
  gboolean demo;
  guint32 seed;
  GDate today;
};

G_DEFINE_FINAL_TYPE (ComptoirApplication, comptoir_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and leave"), NULL },
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the demo shop; nothing is kept"), NULL },
  { "seed", 0, 0, G_OPTION_ARG_INT, NULL, N_ ("The same number gives the same demo shop"),
    N_ ("NUMBER") },
  { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("The day it is in the demo shop"),
    N_ ("YYYY-MM-DD") },
  { NULL },
};

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control><Shift>w" } },
  { "win.new-tab", { "<Control>t" } },
  { "win.close-tab", { "<Control>w" } },
  { "win.reopen-tab", { "<Control><Shift>t" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.page::search", { "<Control>f" } },
  { "win.page::refresh", { "<Control>r", "F5" } },
  { "win.page::print", { "<Control>p" } },
  { "win.page::export", { "<Control>e" } },
  { "win.back", { "<Alt>Left" } },
  { "win.show-help-overlay", { "<Control>question" } },
};

static void
init_translations (void)
{
  const char *folder = g_getenv ("COMPTOIR_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : COMPTOIR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
update_color_scheme (ComptoirApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (name, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (name, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ComptoirApplication *self = user_data;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWidget *window = comptoir_window_new (self);
  ComptoirShop *shop
      = COMPTOIR_IS_WINDOW (active) ? comptoir_window_get_shop (COMPTOIR_WINDOW (active)) : NULL;

  if (shop != NULL)
    comptoir_window_show_shop (COMPTOIR_WINDOW (window), shop);
  else
    comptoir_window_open_first (COMPTOIR_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *self = user_data;
  GList *windows;

  /* Each window keeps its things when it is closed. */
  while ((windows = gtk_application_get_windows (self)) != NULL)
    {
      GtkWindow *window = windows->data;

      gtk_window_close (window);
      if (gtk_application_get_windows (self) == windows)
        break;
    }
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (gtk_application_get_active_window (user_data), "application-name",
                         _ ("Comptoir"), "application-icon", COMPTOIR_APPLICATION_ID,
                         "developer-name", _ ("The Comptoir developers"), "version",
                         COMPTOIR_VERSION, "comments",
                         _ ("The back office of a shop with a Kash cash register."), "copyright",
                         "© The Comptoir developers", "license-type", GTK_LICENSE_GPL_3_0, NULL);
}

static const GActionEntry entries[] = {
  { .name = "new-window", .activate = on_new_window },
  { .name = "quit", .activate = on_quit },
  { .name = "about", .activate = on_about },
};

static int
comptoir_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  ComptoirApplication *self = COMPTOIR_APPLICATION (application);
  const char *today = NULL;
  gint32 seed = 0;
  GDate date;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("comptoir %s\n", COMPTOIR_VERSION);
      return 0;
    }
  g_date_clear (&date, 1);
  g_variant_dict_lookup (dict, "seed", "i", &seed);
  if (g_variant_dict_lookup (dict, "today", "&s", &today))
    {
      guint year, month, day;

      if (sscanf (today, "%u-%u-%u", &year, &month, &day) != 3
          || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        {
          g_printerr ("%s\n", _ ("The day is written YYYY-MM-DD."));
          return 1;
        }
      g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
    }
  if (g_variant_dict_contains (dict, "demo"))
    comptoir_application_set_demo (self, (guint32) seed, g_date_valid (&date) ? &date : NULL);
  return -1;
}

static void
comptoir_application_startup (GApplication *application)
{
  ComptoirApplication *self = COMPTOIR_APPLICATION (application);
  g_autoptr (GAction) color_scheme = NULL;
  g_autoptr (GAction) morning = NULL;
  g_autoptr (ComptoirStore) store = NULL;

  comptoir_stall_trace_start ();
  G_APPLICATION_CLASS (comptoir_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (COMPTOIR_APPLICATION_ID);
  self->settings = g_settings_new (COMPTOIR_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::color-scheme",
                           G_CALLBACK (update_color_scheme), self, G_CONNECT_SWAPPED);
  update_color_scheme (self);
  color_scheme = g_settings_create_action (self->settings, "color-scheme");
  g_action_map_add_action (G_ACTION_MAP (self), color_scheme);
  morning = g_settings_create_action (self->settings, "morning-notification");
  g_action_map_add_action (G_ACTION_MAP (self), morning);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  comptoir_desktop_actions_install (self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].accels);
  if (!self->demo)
    store = comptoir_store_new (self->folder);
  self->session = comptoir_session_new (store);
  self->morning = comptoir_morning_new (application, self->session, self->settings);
}

static void
comptoir_application_activate (GApplication *application)
{
  ComptoirApplication *self = COMPTOIR_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (comptoir_window_new (self));
      if (self->demo)
        comptoir_window_open_demo (COMPTOIR_WINDOW (window), self->seed,
                                   g_date_valid (&self->today) ? &self->today : NULL);
      else
        comptoir_window_open_first (COMPTOIR_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
comptoir_application_shutdown (GApplication *application)
{
  ComptoirApplication *self = COMPTOIR_APPLICATION (application);

  G_APPLICATION_CLASS (comptoir_application_parent_class)->shutdown (application);
  g_clear_object (&self->morning);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
}

static void
comptoir_application_finalize (GObject *object)
{
  g_free (COMPTOIR_APPLICATION (object)->folder);
  G_OBJECT_CLASS (comptoir_application_parent_class)->finalize (object);
}

static void
comptoir_application_class_init (ComptoirApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = comptoir_application_finalize;
  application_class->handle_local_options = comptoir_application_handle_local_options;
  application_class->startup = comptoir_application_startup;
  application_class->activate = comptoir_application_activate;
  application_class->shutdown = comptoir_application_shutdown;
}

static void
comptoir_application_init (ComptoirApplication *self)
{
  g_date_clear (&self->today, 1);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (
      G_APPLICATION (self), _ ("– the back office of a shop with a Kash cash register"));
}

/**
 * comptoir_application_new:
 *
 * Also turns the program's words into the person's language; COMPTOIR_LOCALEDIR in the environment
 * says where translations are, for a program that isn't installed.
 *
 * Returns: (transfer full): the application
 */
ComptoirApplication *
comptoir_application_new (void)
{
  init_translations ();
  return g_object_new (COMPTOIR_TYPE_APPLICATION, "application-id", COMPTOIR_APPLICATION_ID, NULL);
}

/**
 * comptoir_application_get_session:
 * @self: the application, started
 *
 * Returns: (transfer none): its shops
 */
ComptoirSession *
comptoir_application_get_session (ComptoirApplication *self)
{
  g_return_val_if_fail (COMPTOIR_IS_APPLICATION (self), NULL);

  return self->session;
}

/**
 * comptoir_application_set_demo:
 * @self: the application, before it is registered
 * @seed: the same seed gives the same shop
 * @today: (nullable): the day it is there, %NULL for the real one
 *
 * Opens the demo shop in an instance of its own, which keeps nothing.
 */
void
comptoir_application_set_demo (ComptoirApplication *self, guint32 seed, const GDate *today)
{
  g_return_if_fail (COMPTOIR_IS_APPLICATION (self));
  g_return_if_fail (!g_application_get_is_registered (G_APPLICATION (self)));

  self->demo = TRUE;
  self->seed = seed;
  if (today != NULL)
    self->today = *today;
  g_application_set_flags (G_APPLICATION (self), g_application_get_flags (G_APPLICATION (self))
                                                     | G_APPLICATION_NON_UNIQUE);
}

/**
 * comptoir_application_set_folder:
 * @self: the application, before it is registered
 * @folder: absolute path
 *
 * Keeps accounts and copies in @folder rather than in the person's data folder.
 */
void
comptoir_application_set_folder (ComptoirApplication *self, const char *folder)
{
  g_return_if_fail (COMPTOIR_IS_APPLICATION (self));
  g_return_if_fail (!g_application_get_is_registered (G_APPLICATION (self)));

  g_free (self->folder);
  self->folder = g_strdup (folder);
}
