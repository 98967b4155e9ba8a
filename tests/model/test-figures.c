/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sales-test.h"

#include "comptoir-figures.h"
#include "comptoir-sales-day.h"

#define ACCOUNT "shop"

typedef struct
{
  char *folder;
  ComptoirStore *store;
  ComptoirFigures *figures;
} Fixture;

static void
open_figures (Fixture *fixture)
{
  fixture->store = comptoir_store_new (fixture->folder);
  fixture->figures = comptoir_figures_new (fixture->store, ACCOUNT);
}

static void
close_figures (Fixture *fixture)
{
  GObject *store = G_OBJECT (fixture->store);

  g_clear_object (&fixture->figures);
  /* What is still being read or written holds the store. */
  while (g_atomic_int_get ((int *) &store->ref_count) > 1)
    {
      comptoir_store_flush (fixture->store);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
  g_clear_object (&fixture->store);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("comptoir-figures-XXXXXX", NULL);
  open_figures (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_figures (fixture);
  sales_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static ComptoirDayFigures *
make (const char *iso, int n_orders, gboolean final)
{
  static const char json[] = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\t"
                             "CompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\t"
                             "Debit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\t"
                             "Idevise\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (ComptoirFec) fec = comptoir_fec_read (bytes, NULL, NULL);
  ComptoirDayFigures *figures = g_new0 (ComptoirDayFigures, 1);

  g_assert_true (comptoir_sales_day_from_iso (iso, &figures->day));
  figures->summary = comptoir_sales_summary_from_fec (fec);
  figures->summary->n_orders = n_orders;
  figures->edited = g_date_time_new_from_iso8601 ("2026-12-01T04:00:00Z", NULL);
  figures->final = final;
  return figures;
}

static void
load (Fixture *fixture, const char *first_iso, const char *last_iso)
{
  g_autoptr (GAsyncResult) result = NULL;
  GDate first, last;

  comptoir_sales_day_from_iso (first_iso, &first);
  comptoir_sales_day_from_iso (last_iso, &last);
  comptoir_figures_load_async (fixture->figures, &first, &last, NULL, sales_test_take, &result);
  g_assert_true (comptoir_figures_load_finish (fixture->figures, sales_test_wait (&result), NULL));
}

/* -2 where nothing is known. */
static int
peek (Fixture *fixture, const char *iso)
{
  const ComptoirDayFigures *figures;
  GDate day;

  comptoir_sales_day_from_iso (iso, &day);
  figures = comptoir_figures_peek (fixture->figures, &day);
  return figures != NULL ? figures->summary->n_orders : -2;
}

static void
test_months (Fixture *fixture, gconstpointer data)
{
  comptoir_figures_take (fixture->figures, make ("2026-11-30", 30, TRUE));
  comptoir_figures_take (fixture->figures, make ("2026-12-01", 1, TRUE));
  comptoir_figures_take (fixture->figures, make ("2026-12-02", 2, FALSE));
  g_assert_cmpint (peek (fixture, "2026-12-02"), ==, 2);
  close_figures (fixture);

  open_figures (fixture);
  g_assert_cmpint (peek (fixture, "2026-11-30"), ==, -2);
  load (fixture, "2026-11-15", "2026-12-15");
  g_assert_cmpint (peek (fixture, "2026-11-30"), ==, 30);
  g_assert_cmpint (peek (fixture, "2026-12-01"), ==, 1);
  g_assert_cmpint (peek (fixture, "2026-12-02"), ==, -2);
}

/* A day that comes before the month was read doesn't cost the month's other days. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  comptoir_figures_take (fixture->figures, make ("2026-11-01", 1, TRUE));
  comptoir_figures_take (fixture->figures, make ("2026-11-02", 2, TRUE));
  close_figures (fixture);
  open_figures (fixture);
  comptoir_figures_take (fixture->figures, make ("2026-11-02", 22, TRUE));
  comptoir_figures_take (fixture->figures, make ("2026-11-03", 3, TRUE));
  close_figures (fixture);

  open_figures (fixture);
  load (fixture, "2026-11-02", "2026-11-02");
  g_assert_cmpint (peek (fixture, "2026-11-01"), ==, 1);
  g_assert_cmpint (peek (fixture, "2026-11-02"), ==, 22);
  g_assert_cmpint (peek (fixture, "2026-11-03"), ==, 3);
}

static void
test_without_store (Fixture *fixture, gconstpointer data)
{
  close_figures (fixture);
  fixture->figures = comptoir_figures_new (NULL, ACCOUNT);
  load (fixture, "2026-11-02", "2027-11-02");
  comptoir_figures_take (fixture->figures, make ("2026-11-01", 1, TRUE));
  g_assert_cmpint (peek (fixture, "2026-11-01"), ==, 1);
  g_clear_object (&fixture->figures);
  open_figures (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/figures/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("months", test_months);
  ADD ("add", test_add);
  ADD ("without-store", test_without_store);

  return g_test_run ();
}
