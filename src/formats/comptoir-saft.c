/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-saft.h"

#include "comptoir-xml-reader.h"

#include <string.h>

#define PORTUGAL "urn:OECD:StandardAuditFile-Tax:PT_"
#define NORWAY   "urn:StandardAuditFile-Taxation-CashRegister:NO"
#define OECD     "urn:OECD:StandardAuditFile-Tax"
/* Other countries leave the OECD out. */
#define NATIONAL "urn:StandardAuditFile-Tax"

#define MAX_VALUES 1000
#define MAX_LENGTH 4096
/* libxml2 refuses more. */
#define MAX_DEPTH 256

typedef struct
{
  const char *data;
  gsize length;
  gsize position;
  GCancellable *cancellable;
} Source;

typedef struct
{
  ComptoirSaft *saft;
  const char *path[MAX_DEPTH + 1]; /* strings of the reader's */
  GPtrArray *target;               /* where the element being read goes, if it is a simple one */
  GString *text;
} Parser;

static gssize
read_source (gpointer user_data, char *buffer, gsize length, GError **error)
{
  Source *self = user_data;
  gsize n = MIN (length, self->length - self->position);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return -1;
  if (n == 0)
    return 0;
  memcpy (buffer, self->data + self->position, n);
  self->position += n;
  return n;
}

static void
value_free (gpointer data)
{
  ComptoirSaftValue *value = data;

  g_free (value->section);
  g_free (value->name);
  g_free (value->value);
  g_free (value);
}

static ComptoirSaft *
saft_new (void)
{
  ComptoirSaft *self = g_new0 (ComptoirSaft, 1);

  self->header = g_ptr_array_new_with_free_func (value_free);
  self->totals = g_ptr_array_new_with_free_func (value_free);
  return self;
}

static ComptoirSaftVariant
get_variant (const char *uri)
{
  if (uri == NULL)
    return COMPTOIR_SAFT_UNKNOWN;
  if (g_str_has_prefix (uri, PORTUGAL))
    return COMPTOIR_SAFT_PORTUGAL;
  if (g_str_has_prefix (uri, NORWAY))
    return COMPTOIR_SAFT_NORWAY;
  if (g_str_has_prefix (uri, OECD) || g_str_has_prefix (uri, NATIONAL))
    return COMPTOIR_SAFT_OECD;
  return COMPTOIR_SAFT_UNKNOWN;
}

static gboolean
is_at (const Parser *self, guint depth, const char *name)
{
  return g_ascii_strcasecmp (self->path[depth], name) == 0;
}

/* SourceDocuments/SalesInvoices/TotalDebit, GeneralLedgerEntries/TotalDebit. */
static gboolean
is_oecd_total (const Parser *self, guint depth)
{
  static const char *const names[] = { "NumberOfEntries", "TotalDebit", "TotalCredit",
                                       "NumberOfMovementLines", "TotalQuantityIssued" };

  if (depth != 2 && !(depth == 3 && is_at (self, 1, "SourceDocuments")))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_at (self, depth, names[i]))
      return TRUE;
  return FALSE;
}

/* company/location/cashregister: the simple elements of each, not its sales. */
static gboolean
is_register_header (const Parser *self, guint depth)
{
  static const char *const path[] = { NULL, "company", "location", "cashregister" };

  if (depth < 2 || depth > 4)
    return FALSE;
  for (guint i = 1; i < depth; i++)
    if (!is_at (self, i, path[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_register_total (const Parser *self, guint depth)
{
  return depth >= 5
         && (is_at (self, depth - 1, "eventReport")
             || (is_at (self, depth - 2, "eventReport")
                 && is_at (self, depth, "totalCashSaleAmnt")));
}

static GPtrArray *
get_target (const Parser *self, guint depth)
{
  ComptoirSaft *saft = self->saft;

  if (saft->variant == COMPTOIR_SAFT_UNKNOWN || depth < 2)
    return NULL;
  if (is_at (self, 1, "Header"))
    return saft->header;
  if (saft->variant != COMPTOIR_SAFT_NORWAY)
    return is_oecd_total (self, depth) ? saft->totals : NULL;
  if (is_register_header (self, depth))
    return saft->header;
  return is_register_total (self, depth) ? saft->totals : NULL;
}

static void
on_start (Parser *self, ComptoirXmlReader *reader)
{
  guint depth = comptoir_xml_reader_get_depth (reader);

  self->saft->n_elements++;
  self->target = NULL;
  if (depth > MAX_DEPTH)
    return;
  self->path[depth] = comptoir_xml_reader_get_name (reader);
  if (depth == 0)
    {
      self->saft->namespace_uri = g_strdup (comptoir_xml_reader_get_namespace (reader));
      self->saft->variant = get_variant (self->saft->namespace_uri);
    }
  if (!comptoir_xml_reader_is_empty (reader))
    self->target = get_target (self, depth);
  g_string_truncate (self->text, 0);
}

static void
on_text (Parser *self, ComptoirXmlReader *reader)
{
  const char *text, *end;

  if (self->target == NULL || self->text->len >= MAX_LENGTH)
    return;
  text = comptoir_xml_reader_get_text (reader);
  g_utf8_validate_len (text, MIN (strlen (text), MAX_LENGTH), &end);
  g_string_append_len (self->text, text, end - text);
}

static void
keep_period (ComptoirSaft *self, const char *name, const char *value)
{
  if (self->start_date == NULL
      && (g_ascii_strcasecmp (name, "StartDate") == 0 || strcmp (name, "SelectionStartDate") == 0))
    self->start_date = g_strdup (value);
  if (self->end_date == NULL
      && (g_ascii_strcasecmp (name, "EndDate") == 0 || strcmp (name, "SelectionEndDate") == 0))
    self->end_date = g_strdup (value);
}

/* A simple element is one that ends with none having begun in it. */
static void
on_end (Parser *self, ComptoirXmlReader *reader)
{
  GPtrArray *target = g_steal_pointer (&self->target);
  guint depth = comptoir_xml_reader_get_depth (reader);
  ComptoirSaftValue *value;

  if (target == NULL || target->len >= MAX_VALUES)
    return;
  value = g_new (ComptoirSaftValue, 1);
  value->section = g_strdup (self->path[depth - 1]);
  value->name = g_strdup (self->path[depth]);
  value->value = g_strstrip (g_strdup (self->text->str));
  g_ptr_array_add (target, value);
  if (target == self->saft->header && is_at (self, 1, "Header"))
    keep_period (self->saft, value->name, value->value);
}

static gboolean
parse (Parser *self, ComptoirXmlReader *reader, GError **error)
{
  GError *failure = NULL;

  while (comptoir_xml_reader_next (reader, &failure))
    switch (comptoir_xml_reader_get_node_type (reader))
      {
      case XML_READER_TYPE_ELEMENT:
        on_start (self, reader);
        break;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
        on_text (self, reader);
        break;
      case XML_READER_TYPE_END_ELEMENT:
        on_end (self, reader);
        break;
      default:
        break;
      }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static ComptoirSaft *
read_as (GBytes *bytes,
         const char *encoding,
         GCancellable *cancellable,
         gboolean *misencoded,
         GError **error)
{
  g_autoptr (ComptoirSaft) saft = saft_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Source source = { .cancellable = cancellable };
  Parser parser = { .saft = saft, .text = text };
  g_autoptr (ComptoirXmlReader) reader = NULL;

  source.data = g_bytes_get_data (bytes, &source.length);
  reader = comptoir_xml_reader_new (read_source, &source, encoding);
  if (parse (&parser, reader, error))
    return g_steal_pointer (&saft);
  *misencoded = comptoir_xml_reader_is_misencoded (reader);
  return NULL;
}

/**
 * comptoir_saft_read:
 * @bytes: the file, which may be a mapped one
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %COMPTOIR_FORMAT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads what an audit file says of itself, as its namespace has it: that of Portugal (Portaria
 * 302/2016), the cash registers of Norway (Skatteetaten), or the OECD's. A file that isn't in the
 * encoding it declares is read as Windows-1252. Takes ten seconds for 300 MB or so; call it on a
 * worker thread.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL when the file isn't well-formed or
 *   declares a document type
 */
ComptoirSaft *
comptoir_saft_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  gboolean misencoded = FALSE;
  ComptoirSaft *saft;

  g_return_val_if_fail (bytes != NULL, NULL);

  saft = read_as (bytes, NULL, cancellable, &misencoded, &failure);
  if (saft == NULL && misencoded)
    {
      g_clear_error (&failure);
      saft = read_as (bytes, "windows-1252", cancellable, &misencoded, &failure);
    }
  if (saft == NULL)
    g_propagate_error (error, failure);
  return saft;
}

/**
 * comptoir_saft_free:
 * @self: (transfer full): an audit file
 */
void
comptoir_saft_free (ComptoirSaft *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->namespace_uri);
  g_free (self->start_date);
  g_free (self->end_date);
  g_ptr_array_unref (self->header);
  g_ptr_array_unref (self->totals);
  g_free (self);
}
