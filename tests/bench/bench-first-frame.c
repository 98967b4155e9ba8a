/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the start of a program to the first frame of its window on the screen, as anyone at the
 * screen sees it: when more than one colour is in the top of the window. Prints JSON. */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <gio/gio.h>
#include <signal.h>
#include <sys/wait.h>

#define MIN_WIDTH  300
#define MIN_HEIGHT 200
#define TOP        40

/* A window that was there before, a window manager's say, isn't the program's. */
static Window
find_window (Display *display, Window parent)
{
  Window root, above, *children = NULL, found = None;
  unsigned int n = 0;

  if (!XQueryTree (display, parent, &root, &above, &children, &n))
    return None;
  for (unsigned int i = 0; i < n && found == None; i++)
    {
      XWindowAttributes attributes;

      if (XGetWindowAttributes (display, children[i], &attributes)
          && attributes.map_state == IsViewable && attributes.class == InputOutput
          && attributes.width >= MIN_WIDTH && attributes.height >= MIN_HEIGHT)
        found = children[i];
    }
  if (children != NULL)
    XFree (children);
  return found;
}

static gboolean
is_painted (Display *display, Window window)
{
  XWindowAttributes attributes;
  XImage *image;
  gboolean painted = FALSE;

  if (!XGetWindowAttributes (display, window, &attributes))
    return FALSE;
  /* From within, clear of a frame that a window manager draws. */
  image = XGetImage (display, window, 20, 12, (unsigned int) attributes.width - 40, TOP, AllPlanes,
                     ZPixmap);
  if (image == NULL)
    return FALSE;
  for (int y = 0; y < image->height && !painted; y++)
    for (int x = 1; x < image->width && !painted; x++)
      painted = XGetPixel (image, x, y) != XGetPixel (image, 0, 0);
  XDestroyImage (image);
  return painted;
}

static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

static void
wait_for_frame (Display *display)
{
  int damage_event, damage_error;
  Window root = DefaultRootWindow (display);
  Damage damage;

  XDamageQueryExtension (display, &damage_event, &damage_error);
  damage = XDamageCreate (display, root, XDamageReportNonEmpty);
  for (;;)
    {
      XEvent event;
      Window window;

      XNextEvent (display, &event);
      if (event.type != damage_event + XDamageNotify)
        continue;
      XDamageSubtract (display, damage, None, None);
      window = find_window (display, root);
      if (window != None && is_painted (display, window))
        return;
    }
}

static double
get_work (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/schedstat", pid);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_ascii_strtod (text, NULL) / 1e6 : 0;
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  g_autoptr (GError) error = NULL;
  gint64 begin;
  double wall;
  GPid pid;

  if (display == NULL || argc < 2)
    {
      g_printerr ("bench-first-frame PROGRAM [ARGUMENT…], on an X screen\n");
      return 2;
    }
  XSetErrorHandler (ignore_error);
  begin = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, argv + 1, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                      NULL, &pid, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  wait_for_frame (display);
  wall = (double) (g_get_monotonic_time () - begin) / 1e3;
  g_print ("{\"wall\": %.1f, \"cpu\": %.1f}\n", wall, get_work (pid));
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  XCloseDisplay (display);
  return EXIT_SUCCESS;
}
