/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-cli-day.h"

#include "comptoir-cli-status.h"
#include "comptoir-sales-day.h"

#include <glib/gi18n-lib.h>

#define TODAY     "today"
#define YESTERDAY "yesterday"

/**
 * comptoir_cli_day_check:
 * @text: (nullable): what was given
 * @option: the option it was given with, "--date"
 * @error: %COMPTOIR_CLI_ERROR_WRONG_USE
 *
 * Returns: whether @text is a day: YYYY-MM-DD, or one of the words “today” and “yesterday”, which
 *   are the same in all languages
 */
gboolean
comptoir_cli_day_check (const char *text, const char *option, GError **error)
{
  GDate day;

  g_return_val_if_fail (option != NULL, FALSE);

  if (g_strcmp0 (text, TODAY) == 0 || g_strcmp0 (text, YESTERDAY) == 0
      || comptoir_sales_day_from_iso (text, &day))
    return TRUE;
  /* Translators: %s is an option of the command line, “--date” say. The words “today” and
   * “yesterday” aren't translated, they are typed as they are. */
  g_set_error (error, COMPTOIR_CLI_ERROR, COMPTOIR_CLI_ERROR_WRONG_USE,
               _ ("Give a day with %s: as in 2024-02-29, or the word today or yesterday."), option);
  return FALSE;
}

/**
 * comptoir_cli_day_get:
 * @text: what comptoir_cli_day_check() has found to be a day
 * @sales: the sales of the shop, in whose time zone it is today
 * @day: (out caller-allocates): the day
 */
void
comptoir_cli_day_get (const char *text, ComptoirSales *sales, GDate *day)
{
  g_return_if_fail (text != NULL && day != NULL);
  g_return_if_fail (COMPTOIR_IS_SALES (sales));

  if (g_str_equal (text, TODAY))
    comptoir_sales_get_today (sales, day);
  else if (g_str_equal (text, YESTERDAY))
    comptoir_sales_get_yesterday (sales, day);
  else
    comptoir_sales_day_from_iso (text, day);
}
