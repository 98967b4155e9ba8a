/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A SAF-T: what its tree shows is what is there, level by level. */

#include "fuzz.h"

#include "comptoir-saft.h"

#define MAX_CHILDREN 50
#define MAX_LEVELS   20

static void
walk (GBytes *bytes, guint64 offset, guint level)
{
  g_autoptr (GPtrArray) children
      = comptoir_xml_read_children (bytes, offset, MAX_CHILDREN, NULL, NULL);

  if (children == NULL)
    return;
  g_assert_cmpuint (children->len, <=, MAX_CHILDREN);
  for (guint i = 0; i < children->len; i++)
    {
      const ComptoirXmlNode *node = g_ptr_array_index (children, i);

      g_assert_cmpuint (node->offset, >, offset);
      g_assert_cmpuint (node->offset, <, g_bytes_get_size (bytes));
      g_assert_true (g_utf8_validate (node->name, -1, NULL));
      if (node->n_children > 0 && level < MAX_LEVELS && i < 4)
        walk (bytes, node->offset, level + 1);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (ComptoirSaft) saft = comptoir_saft_read (bytes, NULL, NULL);

  if (saft != NULL)
    walk (bytes, 0, 0);
  return 0;
}
