/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "draft-test.h"

/* ' stands for ". */
static const char items[]
    = "[{'id':1,'title':'Baguette','price':'1.20','deptID':1,'barcode':'3760000000017',"
      "'variationID0':0,'variationID1':0},"
      "{'id':'2','title':'Café crème','price':2.5,'deptID':2,'barcode':'0012000000029',"
      "'variationID0':7,'variationID1':8},"
      "{'id':3,'title':'Pain au chocolat','price':'1,35','deptID':1},"
      "{'id':4,'title':'Tomates','price':'3.99','deptID':9},"
      "{'id':5,'title':'Sans prix'},"
      "{'id':12,'title':'Croissant','price':'1.30','deptID':1},"
      "{'id':13,'title':'Demi-baguette','price':'0.65','deptID':1},"
      "{'id':14,'title':'Pain','price':'2.00','deptID':1}]";

static const char departments[]
    = "[{'id':1,'title':'Pains'},{'id':2,'title':'Boissons'},{'id':5,'title':'Divers'}]";

static const char variations[]
    = "[{'id':71,'idVariation':7,'variationTitle':'Taille','title':'Grand','deltaPrice':'0.80'},"
      "{'id':72,'idVariation':7,'variationTitle':'Taille','title':'Petit','deltaPrice':'-0.50'},"
      "{'id':81,'idVariation':8,'variationTitle':'Lait','title':'Avoine','deltaPrice':'0.35'},"
      "{'id':82,'idVariation':8,'variationTitle':'Lait','title':'Soja','deltaPrice':'0.30',"
      "'unavailable':1},"
      "{'id':91,'idVariation':9,'variationTitle':'Cuisson','title':'Bien cuit'}]";

static const char clients[]
    = "[{'id':123,'surname':'Zoé','name':'Durand','email':'zoe.durand@example.com',"
      "'phone':'06 12 34 56 78','addressline1':'10 rue des Écoles','city':'Paris'},"
      "{'id':124,'surname':'Jean','name':'Martin','blacklist':1}]";

static void
set_reply (DraftTest *test, const char *endpoint, const char *json)
{
  g_autofree char *body = g_strdelimit (g_strdup (json), "'", '"');

  model_test_service_set_reply (test->service, endpoint, 200, body, FALSE);
}

void
draft_test_load (DraftTest *test, KashResource resource)
{
  ComptoirDataset *dataset = comptoir_shop_get_dataset (test->shop, resource);

  comptoir_dataset_load (dataset);
  model_test_wait_until (!comptoir_dataset_get_loading (dataset));
  g_assert_nonnull (comptoir_dataset_get_table (dataset));
}

void
draft_test_set_up (DraftTest *test, gconstpointer data)
{
  g_autoptr (ComptoirAccountEntry) entry
      = comptoir_account_entry_new ("account", "http://127.0.0.1:9", "shop");
  g_autoptr (KashAccount) account = NULL;

  test->service = model_test_service_new ();
  set_reply (test, "getPlus.php", data != NULL ? data : items);
  set_reply (test, "getDepartments.php", departments);
  set_reply (test, "getDeclinaisons.php", variations);
  set_reply (test, "getClients.php", clients);
  set_reply (test, "getPaymentModes.php", "[{'id':1,'title':'Espèces'},{'id':2,'title':'CB'}]");
  account = model_test_service_account (test->service, "key");
  test->shop = comptoir_shop_new (entry, account, NULL);
  test->draft = comptoir_order_draft_new (test->shop);
  draft_test_load (test, KASH_RESOURCE_ITEMS);
  draft_test_load (test, KASH_RESOURCE_DEPARTMENTS);
  draft_test_load (test, KASH_RESOURCE_VARIATIONS);
}

void
draft_test_tear_down (DraftTest *test, gconstpointer data)
{
  g_clear_object (&test->draft);
  g_clear_object (&test->shop);
  for (guint i = 0; i < 30; i++)
    model_test_iterate ();
  g_clear_pointer (&test->service, model_test_service_free);
}

char *
draft_test_get (gpointer object, const char *property)
{
  char *text;

  g_object_get (object, property, &text, NULL);
  return text;
}
