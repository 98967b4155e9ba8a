/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a cell came in. */
typedef enum
{
  COMPTOIR_CELL_ABSENT, /* the row doesn't have this field */
  COMPTOIR_CELL_NULL,
  COMPTOIR_CELL_TEXT,   /* a JSON string or a CSV field */
  COMPTOIR_CELL_NUMBER, /* a JSON number, as its literal: 1e400, 0.10, 12345678901234567890 */
  COMPTOIR_CELL_TRUE,
  COMPTOIR_CELL_FALSE,
  COMPTOIR_CELL_NESTED, /* a JSON object or array, as JSON text */
} ComptoirCellKind;

/* What a column holds, as found from its values and its name. */
typedef enum
{
  COMPTOIR_COLUMN_TEXT,
  COMPTOIR_COLUMN_INTEGER,
  COMPTOIR_COLUMN_DECIMAL,
  COMPTOIR_COLUMN_MONEY,
  COMPTOIR_COLUMN_DATE,
  COMPTOIR_COLUMN_BOOLEAN,
  COMPTOIR_COLUMN_REFERENCE, /* the id of a row of another resource */
  COMPTOIR_COLUMN_NESTED,
} ComptoirColumnType;

#define COMPTOIR_TYPE_TABLE (comptoir_table_get_type ())

/* A table as it arrived: named columns over rows, its text in one arena of chunks that never move.
 *
 * One thread may append (a ComptoirTableReader) while any other reads the rows and columns
 * published so far: the counts only grow, and what they cover never changes. A column's type is
 * judged from the rows so far, so ask again when there are more.
 */
G_DECLARE_FINAL_TYPE (ComptoirTable, comptoir_table, COMPTOIR, TABLE, GObject)

ComptoirTable *comptoir_table_new (const char *resource);
const char *comptoir_table_get_resource (ComptoirTable *self);
guint comptoir_table_get_n_rows (ComptoirTable *self);
guint comptoir_table_get_n_columns (ComptoirTable *self);
const char *comptoir_table_get_column_name (ComptoirTable *self, guint column);
ComptoirColumnType comptoir_table_get_column_type (ComptoirTable *self, guint column);
const char *comptoir_table_get_column_reference (ComptoirTable *self, guint column);
gboolean comptoir_table_find_column (ComptoirTable *self, const char *name, guint *column);
ComptoirCellKind comptoir_table_get_cell (ComptoirTable *self,
                                          guint row,
                                          guint column,
                                          const char **text,
                                          gsize *length);
gsize comptoir_table_get_memory_size (ComptoirTable *self);

/* For readers, on the one appending thread. A row is visible once it is committed. */
guint comptoir_table_ensure_column (ComptoirTable *self, const char *name, gssize length);
void comptoir_table_set_cell (ComptoirTable *self,
                              guint column,
                              ComptoirCellKind kind,
                              const char *text,
                              gsize length);
void comptoir_table_commit_row (ComptoirTable *self);

G_END_DECLS
