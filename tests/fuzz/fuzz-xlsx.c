/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A workbook, zipped or not. */

#include "fuzz.h"

#include "comptoir-xlsx.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) sheets = comptoir_xlsx_list_sheets (bytes, NULL);

  for (guint i = 0; sheets != NULL && i < MIN (sheets->len, 3); i++)
    {
      g_autoptr (ComptoirTable) table = comptoir_xlsx_read_sheet (bytes, i, NULL);

      if (table != NULL)
        g_assert_cmpuint (comptoir_table_get_n_rows (table), <=, 100000);
    }
  return 0;
}
