/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-table.h"

#include <string.h>

/* Values of a column, separated by bars, "_" for an empty one; quoted ones are text, others as
 * JSON has them. */
static const struct
{
  const char *resource;
  const char *name;
  const char *values;
  ComptoirColumnType type;
  const char *reference;
} columns[] = {
  { "items", "price", "\"1.50\"|\"2\"", COMPTOIR_COLUMN_MONEY, NULL },
  { "items", "price", "1|0", COMPTOIR_COLUMN_MONEY, NULL },
  { "items", "price", "\"1,50\"|_", COMPTOIR_COLUMN_MONEY, NULL },
  { "items", "price", "\"1,50 €\"", COMPTOIR_COLUMN_TEXT, NULL },
  { "items", "price", "null", COMPTOIR_COLUMN_MONEY, NULL },
  { "items", "shopHide", "0|1", COMPTOIR_COLUMN_BOOLEAN, NULL },
  { "items", "shopHide", "\"0\"|\"1\"", COMPTOIR_COLUMN_BOOLEAN, NULL },
  { "items", "shopHide", "0|2", COMPTOIR_COLUMN_INTEGER, NULL },
  { "items", "deptID", "3|\"4\"|null", COMPTOIR_COLUMN_REFERENCE, "departments" },
  { "items", "deptID", "\"Pains\"", COMPTOIR_COLUMN_TEXT, NULL },
  { "items", "vatID", "3", COMPTOIR_COLUMN_REFERENCE, NULL },
  { "items", "barcode", "3760123456789", COMPTOIR_COLUMN_TEXT, NULL },
  { "items", "variationID2", "0|7", COMPTOIR_COLUMN_REFERENCE, "variations" },
  { "clients", "birthDate", "\"1980-02-29\"|\"0000-00-00\"", COMPTOIR_COLUMN_DATE, NULL },
  { "clients", "birthDate", "315532800|-315619200", COMPTOIR_COLUMN_DATE, NULL },
  { "clients", "phone", "\"0612345678\"", COMPTOIR_COLUMN_TEXT, NULL },
  { "clients", "postcode", "75005", COMPTOIR_COLUMN_TEXT, NULL },
  { "clients", "blacklist", "true|false", COMPTOIR_COLUMN_BOOLEAN, NULL },
  { NULL, "x", "", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "null|_", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "0|1", COMPTOIR_COLUMN_INTEGER, NULL },
  { NULL, "x", "true|0", COMPTOIR_COLUMN_BOOLEAN, NULL },
  { NULL, "x", "\"true\"|\"false\"", COMPTOIR_COLUMN_BOOLEAN, NULL },
  { NULL, "x", "true|2", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "12345678901234567890|-4", COMPTOIR_COLUMN_INTEGER, NULL },
  { NULL, "x", "1|0.10", COMPTOIR_COLUMN_DECIMAL, NULL },
  { NULL, "x", "1e400", COMPTOIR_COLUMN_DECIMAL, NULL },
  { NULL, "x", "\"1e4\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "\"12,5\"", COMPTOIR_COLUMN_DECIMAL, NULL },
  { NULL, "x", "\"00123\"|\"4\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "00123", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "\"1.2.3\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "\"12-5\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "\"-\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "\"1.\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "1|\"a\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "\"2024-01-31\"|\"2024-01-31T12:00:00Z\"", COMPTOIR_COLUMN_DATE, NULL },
  { NULL, "x", "\"31/01/2024\"|\"01/02/2024T08:30\"", COMPTOIR_COLUMN_DATE, NULL },
  { NULL, "x", "\"2024-13-31\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "\"32/01/2024\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "\"2024-01-31x\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "\"0000-00-00\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "x", "1700000000", COMPTOIR_COLUMN_INTEGER, NULL },
  { NULL, "created_at", "1700000000|0", COMPTOIR_COLUMN_DATE, NULL },
  { NULL, "lastUpdateTime", "\"1700000000\"", COMPTOIR_COLUMN_DATE, NULL },
  { NULL, "creationDate", "12", COMPTOIR_COLUMN_INTEGER, NULL },
  { NULL, "creationDate", "9999999999", COMPTOIR_COLUMN_INTEGER, NULL },
  { NULL, "x", "[1]|{}", COMPTOIR_COLUMN_NESTED, NULL },
  { NULL, "x", "[1]|null|_", COMPTOIR_COLUMN_NESTED, NULL },
  { NULL, "x", "[1]|2", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "idRayon", "1|2", COMPTOIR_COLUMN_REFERENCE, "departments" },
  { NULL, "client_id", "1|2", COMPTOIR_COLUMN_REFERENCE, "clients" },
  { NULL, "discountID2", "1|2", COMPTOIR_COLUMN_REFERENCE, "discounts" },
  { NULL, "idClient", "\"x\"", COMPTOIR_COLUMN_TEXT, NULL },
  { NULL, "groupID", "1|2", COMPTOIR_COLUMN_INTEGER, NULL },
  { NULL, "paid", "1|2", COMPTOIR_COLUMN_INTEGER, NULL },
  { NULL, "id", "1|2", COMPTOIR_COLUMN_INTEGER, NULL },
  { NULL, "priceHT", "1|2.5", COMPTOIR_COLUMN_MONEY, NULL },
  { NULL, "mobile", "33612345678", COMPTOIR_COLUMN_TEXT, NULL },
};

static void
set_value (ComptoirTable *table, guint column, const char *value)
{
  gsize length = strlen (value);

  if (*value == '"')
    comptoir_table_set_cell (table, column, COMPTOIR_CELL_TEXT, value + 1, length - 2);
  else if (*value == '_')
    comptoir_table_set_cell (table, column, COMPTOIR_CELL_TEXT, "", 0);
  else if (*value == '[' || *value == '{')
    comptoir_table_set_cell (table, column, COMPTOIR_CELL_NESTED, value, length);
  else if (*value == 'n')
    comptoir_table_set_cell (table, column, COMPTOIR_CELL_NULL, NULL, 0);
  else if (*value == 't' || *value == 'f')
    comptoir_table_set_cell (table, column,
                             *value == 't' ? COMPTOIR_CELL_TRUE : COMPTOIR_CELL_FALSE, NULL, 0);
  else
    comptoir_table_set_cell (table, column, COMPTOIR_CELL_NUMBER, value, length);
}

static void
test_types (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (ComptoirTable) table = comptoir_table_new (columns[i].resource);
      guint column = comptoir_table_ensure_column (table, columns[i].name, -1);
      g_auto (GStrv) values = g_strsplit (columns[i].values, "|", -1);

      g_test_message ("%s: %s", columns[i].name, columns[i].values);
      for (guint j = 0; values[j] != NULL; j++)
        {
          set_value (table, column, values[j]);
          comptoir_table_commit_row (table);
        }
      g_assert_cmpint (comptoir_table_get_column_type (table, column), ==, columns[i].type);
      g_assert_cmpstr (comptoir_table_get_column_reference (table, column), ==,
                       columns[i].reference);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/types", test_types);
  return g_test_run ();
}
