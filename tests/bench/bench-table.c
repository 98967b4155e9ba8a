/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table from the bytes on standard input, as the program loads it, and what a person does with
 * it, timed on this side of the main loop. Prints JSON; milliseconds throughout. */

#include <gio/gunixinputstream.h>
#include <locale.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "comptoir-table-loader.h"
#include "comptoir-table-model.h"

#define READ_SIZE (256 * 1024)

typedef struct
{
  ComptoirTableLoader *loader;
  gint64 begin;
  gint64 first_row; /* 0 while there is none */
  gint64 end;       /* 0 while it isn't over */
} Load;

static double
since (gint64 begin, gint64 end)
{
  return (double) (end - begin) / 1000.0;
}

static double
get_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
fail (const GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

static void
on_progress (ComptoirTableLoader *loader, Load *load)
{
  if (load->first_row == 0
      && comptoir_table_get_n_rows (comptoir_table_loader_get_table (loader)) > 0)
    load->first_row = g_get_monotonic_time ();
}

static void
on_closed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Load *load = user_data;
  g_autoptr (GError) error = NULL;

  if (!comptoir_table_loader_close_finish (COMPTOIR_TABLE_LOADER (object), result, NULL, &error))
    fail (error);
  load->end = g_get_monotonic_time ();
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GInputStream *stream = G_INPUT_STREAM (object);
  Load *load = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (stream, result, &error);

  if (bytes == NULL)
    fail (error);
  if (g_bytes_get_size (bytes) == 0)
    {
      comptoir_table_loader_close_async (load->loader, on_closed, load);
      return;
    }
  comptoir_table_loader_push (load->loader, bytes);
  g_input_stream_read_bytes_async (stream, READ_SIZE, G_PRIORITY_DEFAULT, NULL, on_read, load);
}

static ComptoirTable *
load_table (Load *load)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  *load = (Load){ .begin = g_get_monotonic_time () };
  load->loader = comptoir_table_loader_new ("items", COMPTOIR_TABLE_FORMAT_JSON, 0);
  g_signal_connect (load->loader, "progress", G_CALLBACK (on_progress), load);
  g_input_stream_read_bytes_async (stream, READ_SIZE, G_PRIORITY_DEFAULT, NULL, on_read, load);
  while (load->end == 0)
    g_main_context_iteration (NULL, TRUE);
  return comptoir_table_loader_get_table (load->loader);
}

static void
print_load (const Load *load, ComptoirTable *table)
{
  g_print ("{\"rows\": %u, \"first_row\": %.3f, \"whole\": %.3f, \"table_bytes\": %" G_GSIZE_FORMAT
           "}\n",
           comptoir_table_get_n_rows (table), since (load->begin, load->first_row),
           since (load->begin, load->end), comptoir_table_get_memory_size (table));
}

/* What a person waits for, from the wish to the rows. */
static void
print_answer (ComptoirTableModel *model, double wall, double cpu, gboolean first)
{
  while (comptoir_table_model_get_busy (model))
    g_main_context_iteration (NULL, TRUE);
  g_print ("%s{\"wall\": %.3f, \"cpu\": %.3f, \"rows\": %u}", first ? "" : ", ",
           get_clock (CLOCK_MONOTONIC) - wall, get_clock (CLOCK_PROCESS_CPUTIME_ID) - cpu,
           g_list_model_get_n_items (G_LIST_MODEL (model)));
}

static ComptoirTableModel *
make_model (ComptoirTable *table)
{
  g_autoptr (ComptoirDataset) dataset = comptoir_dataset_new_given ();

  comptoir_dataset_give_table (dataset, table);
  return comptoir_table_model_new (NULL, dataset);
}

/* One letter after the other. */
static void
search (ComptoirTableModel *model, const char *word)
{
  g_print ("[");
  for (const char *end = g_utf8_next_char (word);; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (word, (gsize) (end - word));
      double wall = get_clock (CLOCK_MONOTONIC), cpu = get_clock (CLOCK_PROCESS_CPUTIME_ID);

      comptoir_table_model_set_search (model, typed);
      print_answer (model, wall, cpu, end == g_utf8_next_char (word));
      if (*end == '\0')
        break;
    }
  g_print ("]\n");
}

static void
sort (ComptoirTableModel *model, const char *column)
{
  g_print ("[");
  for (guint i = 0; i < 2; i++)
    {
      double wall = get_clock (CLOCK_MONOTONIC), cpu = get_clock (CLOCK_PROCESS_CPUTIME_ID);

      comptoir_table_model_set_sort (model, column, i == 1);
      print_answer (model, wall, cpu, i == 0);
    }
  g_print ("]\n");
}

/* The cells as lines of text, for programs that work on those. */
static void
print_cell (ComptoirTable *table, guint row, guint column, char end)
{
  const char *text = NULL;
  gsize length = 0;

  comptoir_table_get_cell (table, row, column, &text, &length);
  for (gsize i = 0; i < length; i++)
    putchar ((guchar) text[i] < ' ' ? ' ' : text[i]);
  putchar (end);
}

static void
print_text (ComptoirTable *table, const char *name)
{
  guint n_columns = comptoir_table_get_n_columns (table), column;

  for (guint row = 0; row < comptoir_table_get_n_rows (table); row++)
    if (name == NULL)
      for (guint i = 0; i < n_columns; i++)
        print_cell (table, row, i, i + 1 < n_columns ? '\t' : '\n');
    else if (comptoir_table_find_column (table, name, &column))
      print_cell (table, row, column, '\n');
}

int
main (int argc, char **argv)
{
  const char *what = argc > 1 ? argv[1] : "";
  const char *with = argc > 2 ? argv[2] : NULL;
  ComptoirTable *table;
  Load load;

  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C"); /* JSON has a point */
  table = load_table (&load);
  if (g_str_equal (what, "load"))
    print_load (&load, table);
  else if (g_str_equal (what, "text"))
    print_text (table, with);
  else if (g_str_equal (what, "search") && with != NULL)
    search (make_model (table), with);
  else if (g_str_equal (what, "sort") && with != NULL)
    sort (make_model (table), with);
  else
    {
      g_printerr ("bench-table load | text [COLUMN] | search WORD | sort COLUMN\n");
      return 2;
    }
  fflush (stdout);
  /* The others aren't asked to tidy up either. */
  _exit (EXIT_SUCCESS);
}
