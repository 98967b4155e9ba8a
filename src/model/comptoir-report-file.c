/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-report-file.h"

#include "comptoir-fec.h"
#include "comptoir-file-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the mark of a file's end is looked for, and where a table or a header is. */
#define TAIL_LENGTH 4096
#define HEAD_LENGTH 65536

/* The end record of a zip file may carry a comment of 64 KiB (APPNOTE.TXT 4.3.16). */
#define ZIP_TAIL_LENGTH (22 + 65535)

/* Whether @word, in small letters, stands in the text, in letters of any size. */
static gboolean
holds (const char *data, gsize length, const char *word)
{
  gsize n = strlen (word);

  for (gsize i = 0; i + n <= length; i++)
    if (g_ascii_strncasecmp (data + i, word, n) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
ends_with (const char *data, gsize length, const char *mark, gsize tail_length)
{
  gsize tail = MIN (length, tail_length);

  return memmem (data + length - tail, tail, mark, strlen (mark)) != NULL;
}

static gboolean
has_table (const char *data, gsize length)
{
  return holds (data, MIN (length, HEAD_LENGTH), "<table");
}

static gboolean
is_fec (const char *data, gsize length)
{
  g_autoptr (GBytes) head = g_bytes_new_static (data, MIN (length, HEAD_LENGTH));
  g_autoptr (ComptoirFec) fec = comptoir_fec_read (head, NULL, NULL);

  return fec != NULL;
}

static gboolean
is_report (KashReport report, ComptoirFileKind kind, const char *data, gsize length)
{
  switch (report)
    {
    case KASH_REPORT_STD:
      return kind == COMPTOIR_FILE_HTML;
    case KASH_REPORT_PDF:
      return kind == COMPTOIR_FILE_PDF;
    case KASH_REPORT_XLS:
      return kind == COMPTOIR_FILE_XLSX || kind == COMPTOIR_FILE_XLS
             || kind == COMPTOIR_FILE_SPREADSHEETML || kind == COMPTOIR_FILE_TEXT
             || (kind == COMPTOIR_FILE_HTML && has_table (data, length));
    case KASH_REPORT_CSV:
      return kind == COMPTOIR_FILE_TEXT || kind == COMPTOIR_FILE_EMPTY;
    case KASH_REPORT_FEC:
      return kind == COMPTOIR_FILE_FEC || (kind == COMPTOIR_FILE_TEXT && is_fec (data, length));
    case KASH_REPORT_SAFT:
      return kind == COMPTOIR_FILE_SAFT || kind == COMPTOIR_FILE_XML;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
ends_in_tag (const char *data, gsize length)
{
  while (length > 0 && (g_ascii_isspace (data[length - 1]) || data[length - 1] == '\0'))
    length--;
  return length > 0 && data[length - 1] == '>' && ends_with (data, length, "</", TAIL_LENGTH);
}

/* Only where the format has a mark of its end. */
static gboolean
breaks_off (ComptoirFileKind kind, const char *data, gsize length)
{
  switch (kind)
    {
    case COMPTOIR_FILE_PDF: /* ISO 32000-1, 7.5.5 */
      return !ends_with (data, length, "%%EOF", TAIL_LENGTH);
    case COMPTOIR_FILE_XLSX:
      return !ends_with (data, length, "PK\005\006", ZIP_TAIL_LENGTH);
    case COMPTOIR_FILE_SAFT:
    case COMPTOIR_FILE_SPREADSHEETML:
    case COMPTOIR_FILE_XML:
      return !ends_in_tag (data, length);
    default:
      return FALSE;
    }
}

static gboolean
has_separator (const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr (";,\t|", data[i]) != NULL && data[i] != '\0')
      return TRUE;
  return FALSE;
}

static guint
count_separators (const char *line, const char *end)
{
  guint n = 0;

  for (; line < end; line++)
    n += *line == '\t' || *line == '|';
  return n;
}

/* A last line that has fewer fields than the first. */
static gboolean
ends_within_line (const char *data, gsize length)
{
  const char *end = data + length;
  const char *first_end = memchr (data, '\n', length);
  const char *last = memrchr (data, '\n', length);

  if (first_end == NULL || last + 1 == end)
    return FALSE;
  return count_separators (last + 1, end) < count_separators (data, first_end);
}

/* What can be shown as the report, but is more likely something else, or the half of it. */
static gboolean
is_doubtful (ComptoirFileKind kind, const char *data, gsize length)
{
  switch (kind)
    {
    case COMPTOIR_FILE_EMPTY:
      return TRUE;
    case COMPTOIR_FILE_HTML:
      return !has_table (data, length)
             || (holds (data, MIN (length, TAIL_LENGTH), "<html")
                 && !holds (data + length - MIN (length, TAIL_LENGTH), MIN (length, TAIL_LENGTH),
                            "</html>"));
    case COMPTOIR_FILE_FEC:
      return ends_within_line (data, length);
    case COMPTOIR_FILE_TEXT:
      return !has_separator (data, MIN (length, HEAD_LENGTH));
    default:
      return FALSE;
    }
}

/**
 * comptoir_report_file_check:
 * @report: what was asked for
 * @bytes: what came
 * @whole: (out) (optional): whether it is certain enough to be kept in the place of asking again
 * @error: %KASH_ERROR_UNREADABLE
 *
 * Looks at the beginning and the end of a file only.
 *
 * Returns: whether @bytes are the report, as far as can be told without reading all of it
 */
gboolean
comptoir_report_file_check (KashReport report, GBytes *bytes, gboolean *whole, GError **error)
{
  ComptoirFileKind kind;
  const char *data;
  gsize length;

  g_return_val_if_fail ((guint) report < KASH_N_REPORTS, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  kind = comptoir_file_kind_sniff (data, length);
  if (!is_report (report, kind, data, length))
    {
      g_autofree char *detail
          = g_strdup_printf ("the report “%s” came as %s", kash_report_get_name (report),
                             comptoir_file_kind_get_mime_type (kind));

      g_propagate_error (
          error, kash_error_new (KASH_ERROR_UNREADABLE, detail,
                                 _ ("Something else came in place of the report. Try again; if it "
                                    "goes on, save it as it came and show it to the service’s "
                                    "support.")));
      return FALSE;
    }
  if (breaks_off (kind, data, length))
    {
      g_propagate_error (error,
                         kash_error_new (KASH_ERROR_UNREADABLE, "the report has no end",
                                         _ ("The report breaks off before its end. Try again.")));
      return FALSE;
    }
  if (whole != NULL)
    *whole = !is_doubtful (kind, data, length);
  return TRUE;
}

/**
 * comptoir_report_file_get_extension:
 * @report: what was asked for
 * @bytes: what came, the report or not
 *
 * Returns: the extension to save it under, without a dot: by what it is, not by what it should be
 */
const char *
comptoir_report_file_get_extension (KashReport report, GBytes *bytes)
{
  ComptoirFileKind kind;
  const char *data;
  gsize length;

  g_return_val_if_fail ((guint) report < KASH_N_REPORTS, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  kind = comptoir_file_kind_sniff (data, length);
  if (report == KASH_REPORT_CSV && kind == COMPTOIR_FILE_EMPTY)
    return comptoir_file_kind_get_extension (COMPTOIR_FILE_TEXT);
  if (report == KASH_REPORT_FEC && kind == COMPTOIR_FILE_TEXT)
    return comptoir_file_kind_get_extension (COMPTOIR_FILE_FEC);
  return comptoir_file_kind_get_extension (kind);
}
