/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file is by its first bytes (formats.md), whatever it was called. */
typedef enum
{
  COMPTOIR_FILE_EMPTY,
  COMPTOIR_FILE_PDF,
  COMPTOIR_FILE_XLSX,
  COMPTOIR_FILE_XLS, /* BIFF */
  COMPTOIR_FILE_SPREADSHEETML,
  COMPTOIR_FILE_HTML,
  COMPTOIR_FILE_JSON,
  COMPTOIR_FILE_FEC,
  COMPTOIR_FILE_SAFT,
  COMPTOIR_FILE_XML,
  COMPTOIR_FILE_TEXT,   /* delimited or plain */
  COMPTOIR_FILE_BINARY, /* nothing known, not text */
} ComptoirFileKind;

ComptoirFileKind comptoir_file_kind_sniff (const char *data, gsize length);
const char *comptoir_file_kind_get_extension (ComptoirFileKind kind); /* "pdf", "csv", … */
const char *comptoir_file_kind_get_mime_type (ComptoirFileKind kind);
const char *comptoir_file_kind_get_title (ComptoirFileKind kind); /* translated */

G_END_DECLS
