/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-xml-element.h"

/* (transfer full): the only list that is filled so far */
static ComptoirXmlElement *
wait_for (GListModel *list, guint position)
{
  while (g_list_model_get_n_items (list) <= position)
    g_main_context_iteration (NULL, TRUE);
  return g_list_model_get_item (list, position);
}

static void
test_levels (void)
{
  static const char text[]
      = "<?xml "
        "version=\"1.0\"?><AuditFile><Header><City>Rennes</City></Header><Empty/></AuditFile>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GListModel) roots = comptoir_xml_element_read_root (bytes);
  g_autoptr (ComptoirXmlElement) root = wait_for (roots, 0);
  g_autoptr (GListModel) sections = comptoir_xml_element_read_children (root);
  g_autoptr (ComptoirXmlElement) header = wait_for (sections, 0);
  g_autoptr (ComptoirXmlElement) empty = wait_for (sections, 1);
  g_autoptr (GListModel) values = comptoir_xml_element_read_children (header);
  g_autoptr (ComptoirXmlElement) city = wait_for (values, 0);

  g_assert_cmpuint (g_list_model_get_n_items (roots), ==, 1);
  g_assert_cmpstr (comptoir_xml_element_get_name (root), ==, "AuditFile");
  g_assert_cmpuint (comptoir_xml_element_get_n_children (root), ==, 2);
  g_assert_cmpuint (comptoir_xml_element_get_n_children (empty), ==, 0);
  g_assert_cmpstr (comptoir_xml_element_get_name (city), ==, "City");
  g_assert_cmpstr (comptoir_xml_element_get_text (city), ==, "Rennes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-element/levels", test_levels);
  return g_test_run ();
}
