/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tour-picture.h"

#include <gdk/x11/gdkx.h>

/* Pixels, the narrowest that a window is to work in. */
#define NARROW 720

static void
on_picture_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Less the frame that GTK draws where the window manager doesn't know of shadows. */
static char *
get_inside (GtkWidget *window)
{
  double x;
  double y;

  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  return g_strdup_printf ("%dx%d+%d+%d", gtk_widget_get_width (window),
                          gtk_widget_get_height (window), (int) x, (int) y);
}

/* The window as a person has it on screen, with what stands in front of it. */
void
tour_take (Tour *tour, GtkWidget *top, const char *name)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (tour->window));
  g_autofree char *id = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  g_autofree char *file = g_strdup_printf ("%s%s.png", tour->prefix, name);
  g_autofree char *path = g_build_filename (tour->folder, file, NULL);
  g_autofree char *inside = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean taken = FALSE;

  driver_settle (top);
  inside = get_inside (GTK_WIDGET (tour->window));
  process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_NONE, &error, "sh", "-c",
      "import -silent -screen -window $1 miff:- | convert miff:- +repage -crop $2 +repage \"$3\"",
      "sh", id, inside, path, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_picture_taken, &taken);
  driver_wait (is_true, &taken, "a picture");
  g_print ("%s\n", path);
}

void
tour_take_window (Tour *tour, const char *name)
{
  tour_take (tour, GTK_WIDGET (tour->window), name);
}

static gboolean
is_maximized (gpointer window)
{
  return gtk_window_is_maximized (window);
}

static gboolean
is_in_shop (gpointer window)
{
  return comptoir_window_is_in_shop (window);
}

void
tour_open_demo (Tour *tour)
{
  g_autoptr (GDate) today = g_date_new_dmy (14, 6, 2024);

  comptoir_window_open_demo (tour->window, 1, today);
  driver_wait (is_in_shop, tour->window, "the demo shop");
}

static gboolean
is_restored (gpointer window)
{
  return !gtk_window_is_maximized (window);
}

/* Once the frame has its new size too. */
static gboolean
is_narrow (gpointer window)
{
  double x;
  double y;

  gtk_native_get_surface_transform (window, &x, &y);
  return gdk_surface_get_width (gtk_native_get_surface (window)) == NARROW
         && gtk_widget_get_width (window) + 2 * (int) x == NARROW;
}

static gboolean
is_composited (gpointer display)
{
  return gdk_display_is_composited (display);
}

/* A window that opens before that stays with the frame of a plain screen. */
static void
on_startup (void)
{
  driver_wait (is_composited, gdk_display_get_default (), "a composed screen");
}

static void
on_running (ComptoirApplication *application, gpointer data)
{
  Tour *tour = data;

  tour->application = application;
  tour->window = driver_get_window (application);
  tour->walk (tour);
}

void
tour_fill_screen (Tour *tour)
{
  gtk_window_maximize (GTK_WINDOW (tour->window));
  driver_wait (is_maximized, tour->window, "a window that fills the screen");
}

void
tour_make_narrow (Tour *tour)
{
  gtk_window_unmaximize (GTK_WINDOW (tour->window));
  driver_wait (is_restored, tour->window, "a window that doesn’t fill the screen");
  driver_settle (GTK_WIDGET (tour->window));
  gtk_window_set_default_size (GTK_WINDOW (tour->window), NARROW, 600);
  driver_wait (is_narrow, tour->window, "a narrow window");
}

/* Runs the program and walks through it; what main() returns. */
int
tour_run (int argc, char *argv[], TourFunc walk)
{
  g_autoptr (ComptoirApplication) application = NULL;
  g_autofree char *store = g_dir_make_tmp ("comptoir-XXXXXX", NULL);
  Tour tour = { .folder = argv[1], .prefix = argc > 2 ? argv[2] : "", .walk = walk };

  if (argc < 2)
    {
      g_printerr ("Usage: %s FOLDER [PREFIX: a short walk in another language]\n", argv[0]);
      return 1;
    }
  driver_start_bus ();
  application = comptoir_application_new ();
  comptoir_application_set_folder (application, store);
  g_signal_connect_after (application, "startup", G_CALLBACK (on_startup), NULL);
  driver_run (application, on_running, &tour);
  g_clear_object (&application);
  driver_remove_folder (store);
  driver_stop_bus ();
  return 0;
}
