/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-order.h"

#include <string.h>

#include "kash-error.h"

static void
test_json (void)
{
  static const char json[] = "{\"payment\":-1,\"deliveryMethod\":\"0\",\"idClient\":\"123\","
                             "\"client\":{\"nom\":\"Durand\",\"codepostal\":75005},"
                             "\"idUser\":1,\"idtable\":2,\"idcaisse\":3,\"numcouverts\":4,"
                             "\"publicComment\":\"a\\u00e9\",\"privateComment\":null,"
                             "\"pagerNum\":5,\"items\":[{\"id\":12,\"quantity\":2.50,\"title\":"
                             "\"Pizza\",\"price\":14.50,\"variations\":[3,\"8\"]},"
                             "{\"department\":5,\"price\":\"9.990\",\"title\":\"Libre\"},{\"free\":"
                             "true,\"price\":0.10,\"title\":\"x\"},"
                             "{\"free\":false,\"id\":\"7\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrder) order = kash_order_from_json (json, strlen (json), &error);
  g_autofree char *body = NULL;

  g_assert_no_error (error);
  g_assert_true (kash_order_validate (order, NULL));
  g_assert_cmpstr (order->client[KASH_CLIENT_CODEPOSTAL], ==, "75005");
  body = kash_order_encode (order, "1", "***");
  g_assert_cmpstr (
      body, ==,
      "idboutique=1&key=***&idUser=1&payment=-1&deliveryMethod=0&idClient=123&idtable=2&idcaisse=3"
      "&numcouverts=4&publicComment=a%C3%A9&pagerNum=5&itemsList%5B%5D=12_2.50_Pizza_14.50_3_8"
      "&itemsList%5B%5D=-5_9.990_Libre&itemsList%5B%5D=Free_0.10_x&itemsList%5B%5D=7");
}

static void
test_bad_json (void)
{
  static const struct
  {
    const char *json;
    const char *named; /* (nullable): what the sentence must name */
  } cases[] = {
    { "" },
    { "null" },
    { "[]" },
    { "{" },
    { "{\"payment\":-1} x" },
    { "{\"payment\":01}" },
    { "{\"payment\":1.}" },
    { "{\"payment\":'1'}" },
    { "{\"payment\":NaN}" },
    { "{\"payment\":1.5}", "payment" },
    { "{\"payment\":true}", "payment" },
    { "{\"payment\":[1]}", "payment" },
    { "{\"payment\":99999999999999999999}", "payment" },
    { "{\"pagerNum\":99999999999}", "pagerNum" },
    { "{\"colour\":1}", "colour" },
    { "{\"client\":[]}", "client" },
    { "{\"client\":{\"name\":\"x\"}}", "name" },
    { "{\"items\":{}}", "items" },
    { "{\"items\":[1]}", "1" },
    { "{\"items\":[{}]}", "1" },
    { "{\"items\":[{\"id\":1},{\"id\":1,\"department\":2}]}", "2" },
    { "{\"items\":[{\"free\":\"yes\"}]}", "1" },
    { "{\"items\":[{\"id\":1,\"size\":2}]}", "size" },
    { "{\"items\":[{\"id\":1,\"variations\":3}]}", "variations" },
    { "{\"items\":[{\"id\":1},{\"id\":1,\"variations\":[1,2,3,4,5,6]}]}", "2" },
    { "{\"items\":[{\"id\":1,\"title\":{}}]}", "title" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KashOrder) order = kash_order_from_json (cases[i].json, -1, &error);

      g_test_message ("%s", cases[i].json);
      g_assert_error (error, KASH_ERROR, KASH_ERROR_INVALID);
      g_assert_null (order);
      if (cases[i].named != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].named));
    }
}

static void
test_deep_json (void)
{
  g_autoptr (GString) json = g_string_new ("{\"client\":");
  g_autoptr (GError) error = NULL;
  g_autoptr (KashOrder) order = NULL;

  for (int i = 0; i < 1000000; i++)
    g_string_append_c (json, '[');
  order = kash_order_from_json (json->str, json->len, &error);
  g_assert_error (error, KASH_ERROR, KASH_ERROR_INVALID);

  g_clear_error (&error);
  order = kash_order_from_json ("{\"payment\":1\0}", 14, &error);
  g_assert_error (error, KASH_ERROR, KASH_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/order-json/good", test_json);
  g_test_add_func ("/kash/order-json/bad", test_bad_json);
  g_test_add_func ("/kash/order-json/deep", test_deep_json);
  return g_test_run ();
}
