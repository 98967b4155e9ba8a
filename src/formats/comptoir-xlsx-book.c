/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-xlsx-book.h"

#include "comptoir-table-reader.h"
#include "comptoir-xlsx-part.h"

#include <string.h>

#define MAX_SHEETS 1024

typedef struct
{
  char *type;
  char *part;
} Relation;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->type);
  g_free (relation->part);
  g_free (relation);
}

/* Transitional and strict workbooks differ in what stands before the last word. */
static gboolean
is_type (const Relation *relation, const char *type)
{
  return relation->type != NULL && g_str_has_suffix (relation->type, type);
}

static gboolean
is_element (ComptoirXmlReader *reader, const char *name)
{
  return comptoir_xml_reader_get_node_type (reader) == XML_READER_TYPE_ELEMENT
         && strcmp (comptoir_xml_reader_get_name (reader), name) == 0;
}

static void
add_relation (GHashTable *relations, ComptoirXmlReader *reader, const char *folder)
{
  g_autofree char *id = comptoir_xml_reader_dup_attribute (reader, "Id");
  g_autofree char *target = comptoir_xml_reader_dup_attribute (reader, "Target");
  g_autofree char *path = NULL;
  Relation *relation;

  if (id == NULL || target == NULL)
    return;
  path = g_canonicalize_filename (target, folder);
  relation = g_new (Relation, 1);
  relation->type = comptoir_xml_reader_dup_attribute (reader, "Type");
  relation->part = g_strdup (path + 1);
  g_hash_table_insert (relations, g_steal_pointer (&id), relation);
}

/* What @part refers to, by the ids it uses (ECMA-376-2 §6.5). */
static GHashTable *
read_relations (GBytes *bytes, const char *part, GError **error)
{
  g_autoptr (GHashTable) relations
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  g_autofree char *folder = *part != '\0' ? g_path_get_dirname (part) : g_strdup (".");
  g_autofree char *file = *part != '\0' ? g_path_get_basename (part) : g_strdup ("");
  g_autofree char *name = NULL;
  g_autofree char *root = g_canonicalize_filename (folder, "/");
  g_autoptr (ComptoirXlsxPart) stream = NULL;
  ComptoirXmlReader *reader;
  GError *failure = NULL;

  name = g_strdup_printf ("%s%s_rels/%s.rels", root + 1, root[1] != '\0' ? "/" : "", file);
  stream = comptoir_xlsx_part_open (bytes, name, error);
  if (stream == NULL)
    return NULL;
  reader = comptoir_xlsx_part_get_reader (stream);
  while (comptoir_xml_reader_next (reader, &failure))
    if (is_element (reader, "Relationship"))
      add_relation (relations, reader, root);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&relations);
}

static char *
find_part (GHashTable *relations, const char *type)
{
  GHashTableIter iter;
  gpointer relation;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &relation))
    if (is_type (relation, type))
      return g_strdup (((Relation *) relation)->part);
  return NULL;
}

/* Sheets that are charts have no cells. */
static void
add_sheet (ComptoirXlsxBook *self, GHashTable *relations, ComptoirXmlReader *reader)
{
  g_autofree char *id = comptoir_xml_reader_dup_attribute (reader, "id");
  g_autofree char *title = comptoir_xml_reader_dup_attribute (reader, "name");
  const Relation *relation = id != NULL ? g_hash_table_lookup (relations, id) : NULL;

  if (relation == NULL || !is_type (relation, "/worksheet") || self->titles->len == MAX_SHEETS)
    return;
  g_ptr_array_add (self->titles, title != NULL ? g_steal_pointer (&title) : g_strdup (""));
  g_ptr_array_add (self->parts, g_strdup (relation->part));
}

static gboolean
read_sheets (ComptoirXlsxBook *self,
             GBytes *bytes,
             const char *part,
             GHashTable *relations,
             GError **error)
{
  g_autoptr (ComptoirXlsxPart) stream = comptoir_xlsx_part_open (bytes, part, error);
  ComptoirXmlReader *reader;
  GError *failure = NULL;

  if (stream == NULL)
    return FALSE;
  reader = comptoir_xlsx_part_get_reader (stream);
  while (comptoir_xml_reader_next (reader, &failure))
    if (is_element (reader, "sheet"))
      add_sheet (self, relations, reader);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * comptoir_xlsx_book_read:
 * @bytes: a workbook (ECMA-376)
 * @error: return location for a %COMPTOIR_FORMAT_ERROR
 *
 * Returns: (transfer full) (nullable): what it consists of
 */
ComptoirXlsxBook *
comptoir_xlsx_book_read (GBytes *bytes, GError **error)
{
  g_autoptr (ComptoirXlsxBook) self = g_new0 (ComptoirXlsxBook, 1);
  g_autoptr (GHashTable) package = NULL;
  g_autoptr (GHashTable) relations = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  package = read_relations (bytes, "", error);
  if (package == NULL)
    return NULL;
  part = find_part (package, "/officeDocument");
  if (part == NULL)
    part = g_strdup ("xl/workbook.xml");
  relations = read_relations (bytes, part, error);
  if (relations == NULL || !read_sheets (self, bytes, part, relations, error))
    return NULL;
  self->strings = find_part (relations, "/sharedStrings");
  return g_steal_pointer (&self);
}

/**
 * comptoir_xlsx_book_free:
 * @self: (transfer full): a workbook
 */
void
comptoir_xlsx_book_free (ComptoirXlsxBook *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->parts);
  g_free (self->strings);
  g_free (self);
}
