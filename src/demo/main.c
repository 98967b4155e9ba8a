/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <stdlib.h>

#include <stdio.h>

#include <glib-unix.h>

#include "demo-shop.h"

typedef struct
{
  int port;
  int seed;
  int n_items;
  int n_clients;
  int latency;
  char *today;
  char *shape;
  char **faults;
  char *database;
} Arguments;

static gboolean
check_range (const char *option, int value, int limit)
{
  if (value >= 0 && value <= limit)
    return TRUE;
  g_printerr ("--%s must be from 0 to %d\n", option, limit);

  return FALSE;
}

static gboolean
check_arguments (const Arguments *arguments, GDate *today)
{
  g_date_clear (today, 1);
  if (arguments->today != NULL)
    {
      unsigned year, month, day;

      if (sscanf (arguments->today, "%4u-%2u-%2u", &year, &month, &day) != 3
          || !g_date_valid_dmy (day, month, year) || year < 1970)
        {
          g_printerr ("--today must be a date as 2026-01-31\n");
          return FALSE;
        }
      g_date_set_dmy (today, day, month, year);
    }

  return check_range ("port", arguments->port, G_MAXUINT16)
         && check_range ("seed", arguments->seed, G_MAXINT)
         && check_range ("items", arguments->n_items, 1000000)
         && check_range ("clients", arguments->n_clients, 1000000)
         && check_range ("latency", arguments->latency, 3600000);
}

static gboolean
on_signal (gpointer data)
{
  g_main_loop_quit (data);

  return G_SOURCE_CONTINUE;
}

static int
serve (const Arguments *arguments, const GDate *today)
{
  DemoShopOptions options = { .port = arguments->port,
                              .seed = arguments->seed,
                              .n_items = arguments->n_items,
                              .n_clients = arguments->n_clients,
                              .latency = arguments->latency,
                              .today = g_date_valid (today) ? today : NULL,
                              .shape = arguments->shape,
                              .faults = (const char *const *) arguments->faults,
                              .database = arguments->database };
  g_autoptr (GError) error = NULL;
  g_autoptr (DemoShop) shop = demo_shop_new (&options, &error);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  if (shop == NULL || !demo_shop_start (shop, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  /* Whoever reads the address may send a signal at once. */
  g_unix_signal_add (SIGINT, on_signal, loop);
  g_unix_signal_add (SIGTERM, on_signal, loop);
  g_print ("%s\n", demo_shop_get_base_url (shop));
  fflush (stdout);
  g_main_loop_run (loop);
  demo_shop_stop (shop);

  return EXIT_SUCCESS;
}

int
main (int argc, char *argv[])
{
  Arguments arguments = { 0 };
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &arguments.port, "Port, 0 for any free one", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &arguments.seed, "The same seed gives the same shop", "N" },
    { "items", 0, 0, G_OPTION_ARG_INT, &arguments.n_items, "How many items", "N" },
    { "clients", 0, 0, G_OPTION_ARG_INT, &arguments.n_clients, "How many clients", "N" },
    { "latency", 0, 0, G_OPTION_ARG_INT, &arguments.latency, "Milliseconds before replies", "MS" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &arguments.today, "The last day of sales", "DATE" },
    { "shape", 0, 0, G_OPTION_ARG_STRING, &arguments.shape, "Shape of the replies", "NAME" },
    { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.faults,
      "What goes wrong, may be given several times", "NAME[:ENDPOINT][*TIMES]" },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &arguments.database,
      "SQLite file of the posted orders", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("— a demo shop on this computer");
  g_autoptr (GError) error = NULL;
  GDate today;
  int status = 2;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc > 1)
    g_printerr ("%s\n", error != NULL ? error->message : "Unexpected argument");
  else if (check_arguments (&arguments, &today))
    status = serve (&arguments, &today);
  g_free (arguments.today);
  g_free (arguments.shape);
  g_strfreev (arguments.faults);
  g_free (arguments.database);

  return status;
}
