/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-period-files.h"

#include "comptoir-sales-day.h"
#include "comptoir-whole-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define SHOP_MAX_LENGTH 64

/* What a report is called, the same in all languages so that scripts find it, and the extensions
 * it can have by what it turns out to be: comptoir_report_file_get_extension(). */
static const struct
{
  const char *word;
  const char *extensions[6];
} files[] = {
  [KASH_REPORT_STD] = { "report", { "html" } },
  [KASH_REPORT_PDF] = { "report", { "pdf" } },
  [KASH_REPORT_XLS] = { "spreadsheet", { "xlsx", "xls", "xml", "html", "csv" } },
  [KASH_REPORT_CSV] = { "sales", { "csv" } },
  [KASH_REPORT_FEC] = { "fec", { "txt" } },
  [KASH_REPORT_SAFT] = { "saft", { "xml" } },
};

static char *
dup_prefix (const char *shop_id)
{
  char *prefix = g_strndup (shop_id, SHOP_MAX_LENGTH);

  g_strcanon (prefix, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-", '-');
  return prefix;
}

static gboolean
is_report_of (const char *name, gpointer prefix)
{
  return g_str_has_prefix (name, prefix)
         && g_regex_match_simple ("^-[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z]+\\.[a-z]+$",
                                  name + strlen (prefix), 0, 0);
}

static gboolean
fail (GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("There is no room left in the folder. Make room, then go on."));
  else
    /* Translators: %s is what the system says. */
    g_set_error (error, G_IO_ERROR, cause->code,
                 _ ("The reports can’t be written to the folder: %s"), cause->message);
  g_error_free (cause);
  return FALSE;
}

/**
 * comptoir_period_files_dup_stem:
 * @shop_id: whose report it is
 * @day: of which day
 * @report: in which form
 *
 * The shop and the day come first, so that a folder that is sorted by name is in order. The name
 * the law gives a FEC (SIREN + FEC + the last day of the business year) can't be given to that of a
 * day: the service doesn't tell the SIREN, and a day isn't a year.
 *
 * Returns: (transfer full): a file's name without its extension, "my-shop-2026-11-23-fec"
 */
char *
comptoir_period_files_dup_stem (const char *shop_id, const GDate *day, KashReport report)
{
  g_autofree char *prefix = NULL;
  g_autofree char *iso = NULL;

  g_return_val_if_fail (shop_id != NULL, NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);
  g_return_val_if_fail ((guint) report < KASH_N_REPORTS, NULL);

  prefix = dup_prefix (shop_id);
  iso = comptoir_sales_day_to_iso (day);
  return g_strjoin ("-", prefix, iso, files[report].word, NULL);
}

/**
 * comptoir_period_files_find:
 * @folder: where to look
 * @stem: from comptoir_period_files_dup_stem()
 * @report: the report it is of
 * @changed: (out) (nullable): when the file was last written to
 *
 * Returns: (transfer full) (nullable): the name of the file that is there, with whatever extension
 */
char *
comptoir_period_files_find (const char *folder,
                            const char *stem,
                            KashReport report,
                            GDateTime **changed)
{
  g_return_val_if_fail (folder != NULL && stem != NULL, NULL);
  g_return_val_if_fail ((guint) report < KASH_N_REPORTS, NULL);
  g_return_val_if_fail (changed != NULL, NULL);

  for (const char *const *extension = files[report].extensions; *extension != NULL; extension++)
    {
      g_autofree char *name = g_strconcat (stem, ".", *extension, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
        continue;
      *changed = g_date_time_new_from_unix_utc (status.st_mtime);
      return g_steal_pointer (&name);
    }
  *changed = NULL;
  return NULL;
}

/**
 * comptoir_period_files_sweep:
 * @folder: where to look
 * @shop_id: whose
 *
 * Removes what writes that were killed have left behind. What is still being written, by another
 * run of the program, stays.
 */
void
comptoir_period_files_sweep (const char *folder, const char *shop_id)
{
  g_autofree char *prefix = NULL;

  g_return_if_fail (folder != NULL && shop_id != NULL);

  prefix = dup_prefix (shop_id);
  comptoir_whole_file_sweep (folder, is_report_of, prefix);
}

/**
 * comptoir_period_files_write:
 * @folder: where to
 * @name: under which name
 * @bytes: what
 * @replace: in the place of a file of that name; otherwise one that is there stays, and that is no
 *   error
 * @error: %G_IO_ERROR
 *
 * Writes a file that is there as a whole or not at all, whatever happens meanwhile.
 */
gboolean
comptoir_period_files_write (const char *folder,
                             const char *name,
                             GBytes *bytes,
                             gboolean replace,
                             GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (ComptoirWholeFile) file = NULL;
  GError *cause = NULL;
  const void *data;
  gsize length;

  g_return_val_if_fail (folder != NULL && name != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = g_build_filename (folder, name, NULL);
  data = g_bytes_get_data (bytes, &length);
  file = comptoir_whole_file_new (path, 0666, &cause);
  if (file != NULL && comptoir_whole_file_write (file, data, length, &cause)
      && comptoir_whole_file_finish (file, replace, &cause))
    return TRUE;
  return fail (cause, error);
}
