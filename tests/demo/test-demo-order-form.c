/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-order-form.h"

#define ITEM "&itemsList[]=1"

static DemoOrder *
read_form (DemoCatalogue *catalogue, const char *text, DemoClient *client, char **message)
{
  g_autoptr (DemoForm) form = demo_form_parse (text);
  gboolean has_client = FALSE;

  g_assert_nonnull (form);
  return demo_order_form_read (catalogue, form, 1700000000, client, &has_client, message);
}

static void
test_accepted (void)
{
  static const char *const cases[] = {
    "payment=-2" ITEM,
    "payment=-1" ITEM,
    "payment=1" ITEM,
    "payment=7" ITEM,
    "payment=1&idUser=&idClient=&idtable=" ITEM,
    "payment=1&idUser=5&idClient=400&idtable=14&idcaisse=2&numcouverts=4&pagerNum=12" ITEM,
    "payment=1&deliveryMethod=6" ITEM,
    "payment=6&idClient=3" ITEM,
    "payment=6&client[nom]=Durand" ITEM,
    "payment=1&client[nom]=&client[prenom]=" ITEM,
    "payment=1&client[lat]=48.848&client[lng]=-2.347" ITEM,
    "payment=1&paymentAmount=2.00&dateValeur=1700000000" ITEM,
    "payment=1" ITEM ITEM "&itemsList[]=Free_2_Sac",
  };
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = NULL;
      DemoClient client;
      g_autoptr (DemoOrder) order = read_form (catalogue, cases[i], &client, &message);

      g_test_message ("%s: %s", cases[i], message);
      g_assert_nonnull (order);
      g_assert_null (message);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *form, *word;
  } cases[] = {
    { "", "paiement" },
    { "payment=" ITEM, "paiement" },
    { "payment=0" ITEM, "paiement" },
    { "payment=-3" ITEM, "paiement" },
    { "payment=99" ITEM, "paiement" },
    { "payment=card" ITEM, "paiement" },
    { "payment=1", "article" },
    { "payment=1&itemsList=1", "article" },
    { "payment=1&itemsList[]=", "Ligne" },
    { "payment=1&itemsList[]=9999", "Article inconnu" },
    { "payment=1" ITEM "&itemsList[]=1_0", "Quantité" },
    { "payment=1&idUser=6" ITEM, "Utilisateur" },
    { "payment=1&idUser=x" ITEM, "Utilisateur" },
    { "payment=1&idClient=401" ITEM, "Client" },
    { "payment=1&idClient=-1" ITEM, "Client" },
    { "payment=1&idtable=15" ITEM, "Table" },
    { "payment=1&idcaisse=3" ITEM, "Caisse" },
    { "payment=1&deliveryMethod=7" ITEM, "livraison" },
    { "payment=1&deliveryMethod=-1" ITEM, "livraison" },
    { "payment=1&numcouverts=-5" ITEM, "couverts" },
    { "payment=1&pagerNum=x" ITEM, "bipeur" },
    { "payment=1&client[name]=Durand" ITEM, "client[name]" },
    { "payment=1&client[email]=durand" ITEM, "e-mail" },
    { "payment=1&client[lat]=91" ITEM, "Latitude" },
    { "payment=1&client[lng]=2,3" ITEM, "Longitude" },
    { "payment=1&idClient=3&client[nom]=Durand" ITEM, "pas les deux" },
    { "payment=6" ITEM, "compte" },
  };
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = NULL;
      DemoClient client;
      g_autoptr (DemoOrder) order = read_form (catalogue, cases[i].form, &client, &message);

      g_test_message ("%s: %s", cases[i].form, message);
      g_assert_null (order);
      g_assert_nonnull (strstr (message, cases[i].word));
    }
  g_assert_cmpuint (catalogue->n_users, ==, 5);
}

static void
test_fields (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (1, 0, 0);
  g_autofree char *message = NULL;
  DemoClient client;
  g_autoptr (DemoForm) form = demo_form_parse (
      "payment=8&deliveryMethod=2&idtable=3&numcouverts=2&publicComment=Bien+cuit"
      "&privateComment=VIP&pagerNum=7&itemsList[]=1_2&client[nom]=Durand&client[prenom]=Zo%C3%A9"
      "&client[email]=z@example.com&client[telephone]=06&client[adresseligne1]=a1"
      "&client[adresseligne2]=a2&client[commentaireadresse]=ac&client[codepostal]=75005"
      "&client[ville]=Paris&client[pays]=FR&client[numtva]=FR1&client[rcs]=RCS"
      "&client[codeBarre]=0012&client[telephone2]=01&client[lat]=48.5&client[lng]=2.25");
  gboolean has_client = FALSE;
  g_autoptr (DemoOrder) order
      = demo_order_form_read (catalogue, form, 1700000000, &client, &has_client, &message);

  g_assert_nonnull (order);
  g_assert_true (order->sale->refund);
  g_assert_cmpint (order->sale->total, ==, -230);
  g_assert_cmpint (order->sale->time, ==, 1700000000);
  g_assert_cmpint (order->sale->table, ==, 3);
  g_assert_cmpint (order->sale->place_settings, ==, 2);
  g_assert_cmpint (order->pager, ==, 7);
  g_assert_cmpint (order->sale->user, ==, 6);
  g_assert_cmpuint (catalogue->n_users, ==, 6);
  g_assert_cmpstr (order->sale->public_comment, ==, "Bien cuit");
  g_assert_cmpstr (order->sale->private_comment, ==, "VIP");
  g_assert_true (has_client);
  g_assert_cmpstr (client.last_name, ==, "Durand");
  g_assert_cmpstr (client.first_name, ==, "Zoé");
  g_assert_cmpstr (client.email, ==, "z@example.com");
  g_assert_cmpstr (client.phone, ==, "06");
  g_assert_cmpstr (client.phone2, ==, "01");
  g_assert_cmpstr (client.address1, ==, "a1");
  g_assert_cmpstr (client.address2, ==, "a2");
  g_assert_cmpstr (client.address_comment, ==, "ac");
  g_assert_cmpstr (client.postcode, ==, "75005");
  g_assert_cmpstr (client.city, ==, "Paris");
  g_assert_cmpstr (client.country, ==, "FR");
  g_assert_cmpstr (client.vat_number, ==, "FR1");
  g_assert_cmpstr (client.registration, ==, "RCS");
  g_assert_cmpstr (client.barcode, ==, "0012");
  g_assert_cmpfloat (client.latitude, ==, 48.5);
  g_assert_cmpfloat (client.longitude, ==, 2.25);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/order-form/accepted", test_accepted);
  g_test_add_func ("/demo/order-form/refused", test_refused);
  g_test_add_func ("/demo/order-form/fields", test_fields);
  return g_test_run ();
}
