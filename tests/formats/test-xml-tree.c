/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-saft.h"
#include "comptoir-table-reader.h"
#include "demo-report.h"

#include <string.h>

/* The whole tree, level by level, as a person would open it. */
static void
dump_level (GString *dump, GBytes *bytes, guint64 offset)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nodes = comptoir_xml_read_children (bytes, offset, G_MAXUINT, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < nodes->len; i++)
    {
      const ComptoirXmlNode *node = g_ptr_array_index (nodes, i);

      g_assert_cmpuint (node->offset, >, offset);
      g_assert_true ((node->text == NULL) == (node->n_children > 0));
      g_string_append (dump, node->name);
      if (node->text != NULL && *node->text != '\0')
        g_string_append_printf (dump, "=%s", node->text);
      if (node->n_children > 0)
        g_string_append_printf (dump, "%u", node->n_children);
      g_string_append_c (dump, '(');
      dump_level (dump, bytes, node->offset);
      g_string_append_c (dump, ')');
    }
}

static void
test_tree (void)
{
  static const struct
  {
    const char *text;
    const char *tree;
  } cases[] = {
    { "<a/>", "a()" },
    { "<a></a>", "a()" },
    { "<a>text</a>", "a=text()" },
    { "\357\273\277<?xml version='1.0'?>\n<!-- <b> -->\n<a><b>1</b><c/><b>2</b></a>\n",
      "a3(b=1()c()b=2())" },
    { "<n:a xmlns:n='u'><n:b n:x='>' y=\"'/>\"><n:c  />x</n:b ></n:a>", "a1(b1(c()))" },
    { "<a> <b>\n x &lt;y&gt; &amp;amp; &#233;&#x20AC;&quot;&apos; &no; & &#0; &#xD800;\n</b></a>",
      "a1(b=x <y> &amp; é€\"' &no; & \357\277\275 \357\277\275())" },
    { "<a><b><![CDATA[<c>&amp;]]]]><![CDATA[>]]></b><?php <d> ?></a>", "a1(b=<c>&amp;]]>())" },
    { "<a>x<b/>y</a>", "a1(b())" },
    { "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a><\351>\200</\351></a>", "a1(é=€())" },
    { "<?xml version=\"1.0\" encoding='ISO-8859-15'?><a>\244</a>", "a=€()" },
    { "<?xml version=\"1.0\" encoding='UTF-8'?><a>\351t\351</a>", "a=été()" },
    { "<été><où>là</où></été>", "été1(où=là())" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GString) dump = g_string_new (NULL);

      g_test_message ("case %u", i);
      dump_level (dump, bytes, 0);
      g_assert_cmpstr (dump->str, ==, cases[i].tree);
    }
}

static void
test_limits (void)
{
  static const char text[] = "<a><b>1</b><b>2</b><b>3</b></a>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) root = comptoir_xml_read_children (bytes, 0, 0, NULL, NULL);
  const ComptoirXmlNode *node = g_ptr_array_index (root, 0);
  g_autoptr (GPtrArray) two = comptoir_xml_read_children (bytes, node->offset, 2, NULL, NULL);
  g_autoptr (GPtrArray) none = comptoir_xml_read_children (bytes, node->offset, 0, NULL, NULL);
  g_autoptr (GString) large = g_string_new ("<a>");
  g_autoptr (GBytes) large_bytes = NULL;
  g_autoptr (GPtrArray) cut = NULL;

  g_assert_cmpuint (root->len, ==, 1);
  g_assert_cmpuint (node->n_children, ==, 3);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (((ComptoirXmlNode *) g_ptr_array_index (two, 1))->text, ==, "2");
  g_assert_cmpuint (none->len, ==, 0);

  for (guint i = 0; i < 100000; i++)
    g_string_append (large, "long ");
  g_string_append (large, "</a>");
  large_bytes = g_bytes_new_static (large->str, large->len);
  cut = comptoir_xml_read_children (large_bytes, 0, 1, NULL, NULL);
  node = g_ptr_array_index (cut, 0);
  g_assert_cmpuint (strlen (node->text), <, 70000);
  g_assert_true (g_str_has_suffix (node->text, "…"));
}

/* Depth is counted, not followed. */
static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) nodes = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<a>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "</a>");
  bytes = g_bytes_new_static (text->str, text->len);
  nodes = comptoir_xml_read_children (bytes, 0, 1, NULL, NULL);
  g_assert_cmpuint (((ComptoirXmlNode *) g_ptr_array_index (nodes, 0))->n_children, ==, 1);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    guint64 offset;
    ComptoirFormatError code;
  } cases[] = {
    { "", 0, COMPTOIR_FORMAT_ERROR_TRUNCATED },
    { "text", 0, COMPTOIR_FORMAT_ERROR_TRUNCATED },
    { "<a><b>", 0, COMPTOIR_FORMAT_ERROR_TRUNCATED },
    { "<a><b", 0, COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<a b='", 0, COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<a <b></b></a>", 0, COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<a><!-- </a>", 0, COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<a>< b></a>", 0, COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", 0, COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<?xml version='1.0' encoding='UTF-7'?><a/>", 0, COMPTOIR_FORMAT_ERROR_NOT_DATA },
    { "\377\376<", 0, COMPTOIR_FORMAT_ERROR_NOT_DATA },
    { "<a><b/></a>", 2, COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<a><b/></a>", 8, COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<a><b/></a>", 11, COMPTOIR_FORMAT_ERROR_MALFORMED },
    { "<a><b/></a>", G_MAXUINT64, COMPTOIR_FORMAT_ERROR_MALFORMED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (comptoir_xml_read_children (bytes, cases[i].offset, 10, NULL, &error));
      g_assert_error (error, COMPTOIR_FORMAT_ERROR, (int) cases[i].code);
    }
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<a><b/></a>", 11);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (comptoir_xml_read_children (bytes, 0, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static guint64
count_level (GBytes *bytes, guint64 offset)
{
  g_autoptr (GPtrArray) nodes = comptoir_xml_read_children (bytes, offset, G_MAXUINT, NULL, NULL);
  guint64 n;

  g_assert_nonnull (nodes);
  n = nodes->len;
  for (guint i = 0; i < nodes->len; i++)
    {
      const ComptoirXmlNode *node = g_ptr_array_index (nodes, i);

      if (node->n_children > 0)
        n += count_level (bytes, node->offset);
    }
  return n;
}

/* The tree has as many elements as libxml2 counts. */
static void
test_demo_shop (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (5, 0, 0);
  g_autoptr (DemoDay) day = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ComptoirSaft) saft = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 15, G_DATE_MARCH, 2025);
  day = demo_day_new (catalogue, 5, &date, G_MAXINT64);
  bytes = demo_report_saft (catalogue, day, 1742068800);
  saft = comptoir_saft_read (bytes, NULL, NULL);
  g_assert_cmpuint (count_level (bytes, 0), ==, saft->n_elements);
}

/* Whatever bytes come, every offset handed out can be read or refused. */
static void
test_damage (void)
{
  static const char text[]
      = "<?xml version='1.0'?><a x='1'><b>1&amp;</b><!-- c --><c><d/><![CDATA[e]]>"
        "</c></a>";
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 5000; i++)
    {
      gsize length = g_rand_int_range (rand, 0, sizeof text);
      g_autofree char *damaged = g_memdup2 (text, length);
      g_autoptr (GBytes) bytes = NULL;

      for (guint j = 0; length > 0 && j < 3; j++)
        damaged[g_rand_int_range (rand, 0, length)]
            = "<>/&;'\"!-[]?\0\377"[g_rand_int_range (rand, 0, 14)];
      bytes = g_bytes_new_take (g_steal_pointer (&damaged), length);
      for (guint64 offset = 0; offset <= length; offset++)
        {
          g_autoptr (GPtrArray) nodes = comptoir_xml_read_children (bytes, offset, 3, NULL, NULL);

          if (nodes != NULL)
            g_assert_cmpuint (nodes->len, <=, 3);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/xml-tree/tree", test_tree);
  g_test_add_func ("/formats/xml-tree/limits", test_limits);
  g_test_add_func ("/formats/xml-tree/depth", test_depth);
  g_test_add_func ("/formats/xml-tree/errors", test_errors);
  g_test_add_func ("/formats/xml-tree/cancel", test_cancel);
  g_test_add_func ("/formats/xml-tree/demo-shop", test_demo_shop);
  g_test_add_func ("/formats/xml-tree/damage", test_damage);
  return g_test_run ();
}
