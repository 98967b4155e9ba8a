/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-file-kind.h"

#include "comptoir-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As much as is looked at. */
#define HEAD_LENGTH      65536
#define FEC_FIRST_COLUMN "JournalCode"

static const struct
{
  const char *extension;
  const char *mime_type;
  const char *title;
} kinds[] = {
  [COMPTOIR_FILE_EMPTY] = { "txt", "text/plain", N_ ("Empty file") },
  [COMPTOIR_FILE_PDF] = { "pdf", "application/pdf", N_ ("PDF document") },
  [COMPTOIR_FILE_XLSX]
  = { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      N_ ("Excel workbook (xlsx)") },
  [COMPTOIR_FILE_XLS]
  = { "xls", "application/vnd.ms-excel", N_ ("Excel workbook of the old kind (xls)") },
  [COMPTOIR_FILE_SPREADSHEETML]
  = { "xml", "application/xml", N_ ("Excel spreadsheet in XML of 2003") },
  [COMPTOIR_FILE_HTML] = { "html", "text/html", N_ ("Web page") },
  [COMPTOIR_FILE_JSON] = { "json", "application/json", N_ ("JSON data") },
  [COMPTOIR_FILE_FEC] = { "txt", "text/plain", N_ ("Accounting entries file (FEC)") },
  [COMPTOIR_FILE_SAFT] = { "xml", "application/xml", N_ ("Audit file (SAF-T)") },
  [COMPTOIR_FILE_XML] = { "xml", "application/xml", N_ ("XML document") },
  [COMPTOIR_FILE_TEXT] = { "csv", "text/csv", N_ ("Text") },
  [COMPTOIR_FILE_BINARY] = { "bin", "application/octet-stream", N_ ("Unknown file") },
};

static gboolean
contains (const char *data, gsize length, const char *word)
{
  return memmem (data, length, word, strlen (word)) != NULL;
}

static gboolean
starts_with (const char *data, gsize length, const char *word)
{
  gsize n = strlen (word);

  return length >= n && g_ascii_strncasecmp (data, word, n) == 0;
}

/* Control characters that no text has; Windows-1252 has no others above. */
static gboolean
is_text (const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) data[i] < 0x20 && strchr ("\t\n\r\f\v\x1A\x1B", data[i]) == NULL)
      return FALSE;
  return memchr (data, '\0', length) == NULL;
}

static gsize
skip_blanks (const char *data, gsize length)
{
  gsize i = 0;

  while (i < length && g_ascii_isspace (data[i]))
    i++;
  return i;
}

/* Past comments, declarations and processing instructions, at the first element. */
static gsize
skip_prolog (const char *data, gsize length)
{
  gsize i = skip_blanks (data, length);

  while (i + 1 < length && data[i] == '<' && (data[i + 1] == '?' || data[i + 1] == '!'))
    {
      const char *close = starts_with (data + i, length - i, "<!--") ? "-->" : ">";
      const char *end = memmem (data + i, length - i, close, strlen (close));

      if (end == NULL || starts_with (data + i, length - i, "<!doctype html"))
        break;
      i = end + strlen (close) - data;
      i += skip_blanks (data + i, length - i);
    }
  return i;
}

static gboolean
is_html (const char *element, gsize length)
{
  static const char *const names[]
      = { "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style",
          "<title",         "<div",  "<p>",   "<h1",   "<br",    "<b>",   "<center",
          "<script",        "<span", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    if (starts_with (element, length, names[i]))
      return TRUE;
  return FALSE;
}

/* The namespaces are urn:OECD:StandardAuditFile-Tax:…, urn:StandardAuditFile-Taxation-…:NO. */
static ComptoirFileKind
sniff_markup (const char *data, gsize length)
{
  gsize i = skip_prolog (data, length);
  const char *tag = data + i;
  const char *tag_end = memchr (tag, '>', length - i);
  gsize tag_length = tag_end != NULL ? (gsize) (tag_end - tag) : length - i;

  if (contains (tag, tag_length, "StandardAuditFile") || contains (tag, tag_length, "AuditFile")
      || starts_with (tag, tag_length, "<auditfile"))
    return COMPTOIR_FILE_SAFT;
  if (is_html (tag, length - i))
    return COMPTOIR_FILE_HTML;
  if (contains (tag, tag_length, "Workbook")
      || contains (tag, tag_length, "urn:schemas-microsoft-com:office:spreadsheet"))
    return COMPTOIR_FILE_SPREADSHEETML;
  if (tag_length > 1 && (g_ascii_isalpha (tag[1]) || tag[1] == '_' || tag[1] == '?'))
    return COMPTOIR_FILE_XML;
  return COMPTOIR_FILE_TEXT;
}

static gboolean
is_fec (const char *data, gsize length)
{
  gsize n = strlen (FEC_FIRST_COLUMN);

  if (length > 0 && data[0] == '"')
    {
      data++;
      length--;
    }
  if (!starts_with (data, length, FEC_FIRST_COLUMN))
    return FALSE;
  while (n < length && (data[n] == ' ' || data[n] == '"'))
    n++;
  return n < length && strchr ("\t|;,", data[n]) != NULL;
}

static gboolean
is_json (const char *data, gsize length)
{
  gsize i = 1 + skip_blanks (data + 1, length - 1);

  if (i == length)
    return TRUE;
  if (data[0] == '{')
    return data[i] == '"' || data[i] == '}';
  return strchr ("{[\"]-0123456789", data[i]) != NULL || starts_with (data + i, length - i, "null")
         || starts_with (data + i, length - i, "true")
         || starts_with (data + i, length - i, "false");
}

static gboolean
has_signature (const char *data, gsize length, const char *signature, gsize n)
{
  return length >= n && memcmp (data, signature, n) == 0;
}

/**
 * comptoir_file_kind_sniff:
 * @data: the file's bytes, the first 64 KiB of it at least if there are more
 * @length: their number
 *
 * Returns: what the file is (formats.md)
 */
ComptoirFileKind
comptoir_file_kind_sniff (const char *data, gsize length)
{
  gsize head = MIN (length, HEAD_LENGTH), skip = 0;

  if (length == 0)
    return COMPTOIR_FILE_EMPTY;
  g_return_val_if_fail (data != NULL, COMPTOIR_FILE_EMPTY);

  if (has_signature (data, head, "PK\003\004", 4))
    return contains (data, length, "[Content_Types].xml") || contains (data, length, "xl/")
               ? COMPTOIR_FILE_XLSX
               : COMPTOIR_FILE_BINARY;
  if (has_signature (data, head, "\xD0\xCF\x11\xE0", 4))
    return COMPTOIR_FILE_XLS;
  if (has_signature (data, head, "\xEF\xBB\xBF", 3))
    skip = 3;
  skip += skip_blanks (data + skip, head - skip);
  data += skip;
  head -= skip;
  if (head == 0)
    return COMPTOIR_FILE_EMPTY;
  if (starts_with (data, head, "%PDF-"))
    return COMPTOIR_FILE_PDF;
  if (!is_text (data, head))
    return COMPTOIR_FILE_BINARY;
  if (data[0] == '<')
    return sniff_markup (data, head);
  if (data[0] == '{' || data[0] == '[')
    return is_json (data, head) ? COMPTOIR_FILE_JSON : COMPTOIR_FILE_TEXT;
  return is_fec (data, head) ? COMPTOIR_FILE_FEC : COMPTOIR_FILE_TEXT;
}

/**
 * comptoir_file_kind_get_extension:
 * @kind: what a file is
 *
 * Returns: the extension to save it under, without a dot
 */
const char *
comptoir_file_kind_get_extension (ComptoirFileKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].extension;
}

/**
 * comptoir_file_kind_get_mime_type:
 * @kind: what a file is
 *
 * Returns: its MIME type
 */
const char *
comptoir_file_kind_get_mime_type (ComptoirFileKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].mime_type;
}

/**
 * comptoir_file_kind_get_title:
 * @kind: what a file is
 *
 * Returns: its translated name
 */
const char *
comptoir_file_kind_get_title (ComptoirFileKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return _ (kinds[kind].title);
}
