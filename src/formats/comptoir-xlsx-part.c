/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-xlsx-part.h"

#include "comptoir-table-reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#define MAX_DECODED (256u << 20)

struct _ComptoirXlsxPart
{
  struct archive *archive;
  gsize n_decoded;
  ComptoirXmlReader *reader;
};

static gssize
read_part (gpointer user_data, char *buffer, gsize length, GError **error)
{
  ComptoirXlsxPart *self = user_data;
  gssize n;

  do
    n = archive_read_data (self->archive, buffer, length);
  while (n == ARCHIVE_RETRY);
  if (n < 0)
    {
      g_set_error_literal (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_MALFORMED,
                           _ ("The workbook is damaged: a part of it can’t be unpacked."));
      return -1;
    }
  self->n_decoded += n;
  if (self->n_decoded > MAX_DECODED)
    {
      g_set_error_literal (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_TOO_LARGE,
                           _ ("The workbook is too large to be shown here."));
      return -1;
    }
  return n;
}

/* Names are compared without regard to case (ECMA-376-2 §6.2.2.3); some writers set backslashes. */
static gboolean
is_name (const char *path, const char *name)
{
  if (path == NULL)
    return FALSE;
  while (*path == '/')
    path++;
  for (; *path != '\0' && *name != '\0'; path++, name++)
    if (g_ascii_tolower (*path == '\\' ? '/' : *path) != g_ascii_tolower (*name))
      return FALSE;
  return *path == *name;
}

static gboolean
find (struct archive *archive, const char *name)
{
  struct archive_entry *entry;
  int result;

  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || result == ARCHIVE_WARN || result == ARCHIVE_RETRY)
    if (result != ARCHIVE_RETRY && is_name (archive_entry_pathname (entry), name))
      return TRUE;
  return FALSE;
}

/**
 * comptoir_xlsx_part_open:
 * @bytes: a workbook, which outlives the part
 * @name: the part's name, without a slash before it
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * Returns: (transfer full) (nullable): the part; %NULL with %COMPTOIR_FORMAT_ERROR_NOT_DATA when
 *   there is none of that name
 */
ComptoirXlsxPart *
comptoir_xlsx_part_open (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (ComptoirXlsxPart) self = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  self = g_new0 (ComptoirXlsxPart, 1);
  self->archive = archive_read_new ();
  archive_read_support_format_zip (self->archive);
  if (archive_read_open_memory (self->archive, data, length) != ARCHIVE_OK
      || !find (self->archive, name))
    {
      g_set_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA,
                   _ ("This isn’t a workbook: it has no “%s”."), name);
      return NULL;
    }
  self->reader = comptoir_xml_reader_new (read_part, self, NULL);
  return g_steal_pointer (&self);
}

/**
 * comptoir_xlsx_part_get_reader:
 * @self: a part
 *
 * Returns: (transfer none): what reads it
 */
ComptoirXmlReader *
comptoir_xlsx_part_get_reader (ComptoirXlsxPart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reader;
}

/**
 * comptoir_xlsx_part_free:
 * @self: (transfer full): a part
 */
void
comptoir_xlsx_part_free (ComptoirXlsxPart *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->reader, comptoir_xml_reader_free);
  archive_read_free (self->archive);
  g_free (self);
}
