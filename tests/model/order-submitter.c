/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "order-steps.h"
#include "order-test.h"

#include <stdio.h>
#include <stdlib.h>

/* A program to be killed: order-submitter FOLDER BASE_URL [ID]. Without ID it keys in and sends one
 * order after the other, says of each when it is saved and when it is accepted, and in the end how
 * many steps that were; with ID it sends that draft. The key comes from the environment, and so
 * does the step at which it kills itself. */

#define N_ORDERS 2

/* Where the sending of an entry ended, as an exit status. */
#define EXIT_ACCEPTED 0
#define EXIT_BUSY     10
#define EXIT_OTHER    11

static void
say (const char *word, gint64 id)
{
  printf ("%s %" G_GINT64_FORMAT "\n", word, id);
  fflush (stdout);
}

static int
send_entry (ComptoirShop *shop, ComptoirOrderJournal *journal, gint64 id, const char *reference)
{
  g_autoptr (KashOrder) order = order_test_order (reference);
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrderReply) reply = order_test_send (shop, journal, id, order, NULL, &error);

  if (g_error_matches (error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_BUSY))
    return EXIT_BUSY;
  if (reply == NULL || reply->outcome != KASH_OUTCOME_ACCEPTED)
    return EXIT_OTHER;
  say ("accepted", id);
  return EXIT_ACCEPTED;
}

int
main (int argc, char **argv)
{
  g_autoptr (ComptoirStore) store = NULL;
  g_autoptr (ComptoirOrderJournal) journal = NULL;
  g_autoptr (ComptoirShop) shop = NULL;
  int status = EXIT_ACCEPTED;

  if (argc < 3)
    return EXIT_OTHER;
  if (g_getenv ("ORDER_TEST_STEP") != NULL)
    order_steps_kill_at ((guint) atoi (g_getenv ("ORDER_TEST_STEP")));
  store = comptoir_store_new (argv[1]);
  journal = comptoir_order_journal_new (store);
  shop = order_test_shop (argv[2], g_getenv ("ORDER_TEST_KEY"), store);
  if (argc > 3)
    return send_entry (shop, journal, g_ascii_strtoll (argv[3], NULL, 10), NULL);
  for (int i = 0; i < N_ORDERS && status == EXIT_ACCEPTED; i++)
    {
      g_autofree char *reference = NULL;
      gint64 id = order_test_save (shop, journal, &reference);

      say ("saved", id);
      status = send_entry (shop, journal, id, reference);
    }
  say ("steps", order_steps_get_n ());
  return status;
}
