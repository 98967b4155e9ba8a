/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-field.h"

static void
test_lookup (void)
{
  const ComptoirField *field = comptoir_field_lookup ("items", "deptID");

  g_assert_nonnull (field);
  g_assert_cmpint (field->type, ==, COMPTOIR_COLUMN_REFERENCE);
  g_assert_cmpstr (field->reference, ==, "departments");
  g_assert_true (field == comptoir_field_lookup ("clients", "DEPTid"));
  g_assert_null (comptoir_field_lookup ("items", "nothing"));
  g_assert_null (comptoir_field_lookup (NULL, ""));
}

/* The vendor's clients have their first name in "surname" and their last name in "name". */
static void
test_titles (void)
{
  g_assert_cmpstr (comptoir_field_get_title ("clients", "surname"), ==, "First name");
  g_assert_cmpstr (comptoir_field_get_title ("clients", "name"), ==, "Last name");
  g_assert_cmpstr (comptoir_field_get_title ("tables", "name"), ==, "Name");
  g_assert_cmpstr (comptoir_field_get_title (NULL, "buyingPrice"), ==, "Buying price");
  g_assert_cmpstr (comptoir_field_get_title ("items", "whatElse"), ==, "whatElse");
}

/* Every field the vendor documents for writing is known (kash-api.md §3). */
static void
test_documented (void)
{
  static const struct
  {
    const char *resource;
    const char *names;
  } documented[] = {
    { "items",
      "id title shortTitle description price buyingPrice deptID vatID eatinvatID supplierID unitID "
      "discountID barcode stock stockAlert consumptionDate weight calories variationID0 "
      "variationID1 variationID2 variationID3 variationID4 shopHide keyboardHide needPrepa "
      "prepaLength position activityCode" },
    { "departments", "id title shortTitle price deptGroupID vatID eatinvatID position" },
    { "department-groups", "id title position accountingChapter accountingChapterComplement" },
    { "clients",
      "id title surname name email phone phone2 addressline1 addressline2 adressComment postcode "
      "city country lat lng VATnum registrationNumber barcode commentPrivate commentPublic "
      "birthDate clientGroupID activityCode blacklist" },
    { "variations", "idVariation title deltaPrice ending unavailable" },
    { NULL, "id title rate accountingChapter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (documented); i++)
    {
      g_auto (GStrv) names = g_strsplit (documented[i].names, " ", -1);
      guint n_shown = 0;

      for (guint j = 0; names[j] != NULL; j++)
        {
          const ComptoirField *field = comptoir_field_lookup (documented[i].resource, names[j]);

          g_test_message ("%s", names[j]);
          g_assert_nonnull (field);
          n_shown += field->shown;
        }
      g_assert_cmpuint (n_shown, >=, 3);
      g_assert_cmpuint (n_shown, <=, 8);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/lookup", test_lookup);
  g_test_add_func ("/field/titles", test_titles);
  g_test_add_func ("/field/documented", test_documented);
  return g_test_run ();
}
