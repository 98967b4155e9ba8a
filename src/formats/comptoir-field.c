/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-field.h"

#include <glib/gi18n-lib.h>

#define TEXT      COMPTOIR_COLUMN_TEXT
#define INTEGER   COMPTOIR_COLUMN_INTEGER
#define DECIMAL   COMPTOIR_COLUMN_DECIMAL
#define MONEY     COMPTOIR_COLUMN_MONEY
#define DATE      COMPTOIR_COLUMN_DATE
#define BOOLEAN   COMPTOIR_COLUMN_BOOLEAN
#define REFERENCE COMPTOIR_COLUMN_REFERENCE
#define NESTED    COMPTOIR_COLUMN_NESTED

/* One line a field: resource, name in the reply, title, type, resource referred to, rank, shown. A
 * line for one resource goes before the line for any. The names are those the vendor documents for
 * writing (kash-api.md §3 and §4); names are compared without regard to case. VAT rates, suppliers,
 * units and client groups are no resources of the service, so their ids lead nowhere. */
/* clang-format off */
static const ComptoirField fields[] = {
  /* What a row is. */
  { "items",             "id",              NC_("field", "ID"),                   INTEGER, NULL, 0, FALSE },
  { "clients",           "id",              NC_("field", "ID"),                   INTEGER, NULL, 0, FALSE },
  { "variations",        "id",              NC_("field", "ID"),                   INTEGER, NULL, 0, FALSE },
  { NULL,                "id",              NC_("field", "ID"),                   INTEGER, NULL, 0, TRUE },
  { "clients",           "title",           NC_("field", "Form of address"),      TEXT, NULL, 8, FALSE },
  { NULL,                "title",           NC_("field", "Title"),                TEXT, NULL, 10, TRUE },
  { "clients",           "name",            NC_("field", "Last name"),            TEXT, NULL, 10, TRUE },
  { "clients",           "surname",         NC_("field", "First name"),           TEXT, NULL, 11, TRUE },
  { "users",             "surname",         NC_("field", "First name"),           TEXT, NULL, 13, TRUE },
  { NULL,                "name",            NC_("field", "Name"),                 TEXT, NULL, 11, TRUE },
  { NULL,                "firstName",       NC_("field", "First name"),           TEXT, NULL, 12, TRUE },
  { NULL,                "lastName",        NC_("field", "Last name"),            TEXT, NULL, 12, TRUE },
  { NULL,                "login",           NC_("field", "Login"),                TEXT, NULL, 14, TRUE },
  { NULL,                "role",            NC_("field", "Role"),                 TEXT, NULL, 15, TRUE },
  { NULL,                "shortTitle",      NC_("field", "Short title"),          TEXT, NULL, 16, FALSE },
  { NULL,                "description",     NC_("field", "Description"),          TEXT, NULL, 17, FALSE },

  /* Items, departments and groups. */
  { NULL,                "price",           NC_("field", "Price"),                MONEY, NULL, 20, TRUE },
  { NULL,                "buyingPrice",     NC_("field", "Buying price"),         MONEY, NULL, 21, FALSE },
  { NULL,                "deltaPrice",      NC_("field", "Price difference"),     MONEY, NULL, 22, TRUE },
  { NULL,                "deptID",          NC_("field", "Department"),           REFERENCE, "departments", 24, TRUE },
  { NULL,                "deptGroupID",     NC_("field", "Department group"),     REFERENCE, "department-groups", 25, TRUE },
  { NULL,                "vatID",           NC_("field", "VAT rate ID"),          REFERENCE, NULL, 26, FALSE },
  { NULL,                "eatinvatID",      NC_("field", "VAT rate ID on site"),  REFERENCE, NULL, 27, FALSE },
  { NULL,                "rate",            NC_("field", "Rate"),                 DECIMAL, NULL, 28, TRUE },
  { NULL,                "barcode",         NC_("field", "Barcode"),              TEXT, NULL, 30, FALSE },
  { "items",             "barcode",         NC_("field", "Barcode"),              TEXT, NULL, 30, TRUE },
  { NULL,                "stock",           NC_("field", "Stock"),                DECIMAL, NULL, 31, TRUE },
  { NULL,                "stockAlert",      NC_("field", "Stock alert"),          DECIMAL, NULL, 32, FALSE },
  { NULL,                "unitID",          NC_("field", "Unit"),                 REFERENCE, NULL, 33, FALSE },
  { NULL,                "supplierID",      NC_("field", "Supplier ID"),          REFERENCE, NULL, 34, FALSE },
  { NULL,                "supplier",        NC_("field", "Supplier"),             TEXT, NULL, 34, FALSE },
  { NULL,                "prices",          NC_("field", "Prices"),               NESTED, NULL, 23, FALSE },
  { NULL,                "takeAway",        NC_("field", "Take-away"),            MONEY, NULL, 23, FALSE },
  { NULL,                "eatIn",           NC_("field", "On site"),              MONEY, NULL, 23, FALSE },
  { NULL,                "discountID",      NC_("field", "Discount"),             REFERENCE, "discounts", 35, FALSE },
  { NULL,                "consumptionDate", NC_("field", "Best before"),          DATE, NULL, 36, FALSE },
  { NULL,                "weight",          NC_("field", "Weight"),               DECIMAL, NULL, 37, FALSE },
  { NULL,                "calories",        NC_("field", "Calories"),             DECIMAL, NULL, 38, FALSE },
  { "variations",        "idVariation",     NC_("field", "Variation ID"),         INTEGER, NULL, 5, FALSE },
  { NULL,                "idVariation",     NC_("field", "Variation"),            REFERENCE, "variations", 39, FALSE },
  { NULL,                "variationID0",    NC_("field", "Variation 1"),          REFERENCE, "variations", 40, FALSE },
  { NULL,                "variationID1",    NC_("field", "Variation 2"),          REFERENCE, "variations", 41, FALSE },
  { NULL,                "variationID2",    NC_("field", "Variation 3"),          REFERENCE, "variations", 42, FALSE },
  { NULL,                "variationID3",    NC_("field", "Variation 4"),          REFERENCE, "variations", 43, FALSE },
  { NULL,                "variationID4",    NC_("field", "Variation 5"),          REFERENCE, "variations", 44, FALSE },
  { NULL,                "choices",         NC_("field", "Choices"),              NESTED, NULL, 45, TRUE },
  { NULL,                "ending",          NC_("field", "Ends the choice"),      BOOLEAN, NULL, 46, FALSE },
  { NULL,                "unavailable",     NC_("field", "Unavailable"),          BOOLEAN, NULL, 47, TRUE },
  { NULL,                "shopHide",        NC_("field", "Hidden in web shop"),   BOOLEAN, NULL, 48, FALSE },
  { NULL,                "keyboardHide",    NC_("field", "Hidden on keyboard"),   BOOLEAN, NULL, 49, FALSE },
  { NULL,                "needPrepa",       NC_("field", "Needs preparation"),    BOOLEAN, NULL, 50, FALSE },
  { NULL,                "prepaLength",     NC_("field", "Preparation time"),     INTEGER, NULL, 51, FALSE },
  { NULL,                "position",        NC_("field", "Position"),             INTEGER, NULL, 52, FALSE },
  { NULL,                "color",           NC_("field", "Color"),                TEXT, NULL, 53, FALSE },
  { NULL,                "activityCode",    NC_("field", "Activity code"),        TEXT, NULL, 54, FALSE },
  { "department-groups", "accountingChapter", NC_("field", "Accounting chapter"), TEXT, NULL, 55, TRUE },
  { NULL,                "accountingChapter", NC_("field", "Accounting chapter"), TEXT, NULL, 55, FALSE },
  { "department-groups", "accountingChapterComplement", NC_("field", "Chapter complement"), TEXT, NULL, 56, TRUE },
  { NULL,                "accountingChapterComplement", NC_("field", "Chapter complement"), TEXT, NULL, 56, FALSE },

  /* Orders. */
  { NULL,                "orderID",         NC_("field", "Order"),                REFERENCE, "pending-orders", 1, TRUE },
  { NULL,                "idOrder",         NC_("field", "Order"),                REFERENCE, "pending-orders", 1, TRUE },
  { NULL,                "number",          NC_("field", "Number"),               TEXT, NULL, 2, TRUE },
  { NULL,                "date",            NC_("field", "Date"),                 DATE, NULL, 3, TRUE },
  { NULL,                "createdDate",     NC_("field", "Created"),              DATE, NULL, 60, FALSE },
  { NULL,                "deliveryDate",    NC_("field", "Delivery date"),        DATE, NULL, 61, FALSE },
  { NULL,                "dateValeur",      NC_("field", "Value date"),           DATE, NULL, 62, FALSE },
  { NULL,                "total",           NC_("field", "Total"),                MONEY, NULL, 63, TRUE },
  { NULL,                "amount",          NC_("field", "Amount"),               MONEY, NULL, 64, TRUE },
  { NULL,                "paymentAmount",   NC_("field", "Amount paid"),          MONEY, NULL, 65, FALSE },
  { NULL,                "clientID",        NC_("field", "Client"),               REFERENCE, "clients", 66, TRUE },
  { NULL,                "idClient",        NC_("field", "Client"),               REFERENCE, "clients", 66, TRUE },
  { NULL,                "userID",          NC_("field", "User"),                 REFERENCE, "users", 67, FALSE },
  { NULL,                "idUser",          NC_("field", "User"),                 REFERENCE, "users", 67, FALSE },
  { NULL,                "tableID",         NC_("field", "Table"),                REFERENCE, "tables", 68, TRUE },
  { NULL,                "idTable",         NC_("field", "Table"),                REFERENCE, "tables", 68, TRUE },
  { NULL,                "numcouverts",     NC_("field", "Place settings"),       INTEGER, NULL, 69, FALSE },
  { NULL,                "pagerNum",        NC_("field", "Pager"),                INTEGER, NULL, 70, FALSE },
  { NULL,                "cashboxID",       NC_("field", "Cashbox"),              REFERENCE, "cashboxes", 71, FALSE },
  { NULL,                "idCaisse",        NC_("field", "Cashbox"),              REFERENCE, "cashboxes", 71, FALSE },
  { NULL,                "deliveryMethod",  NC_("field", "Delivery method"),      REFERENCE, "delivery-methods", 72, TRUE },
  { NULL,                "deliveryMethodID", NC_("field", "Delivery method"),     REFERENCE, "delivery-methods", 72, TRUE },
  { NULL,                "deliveryZoneID",  NC_("field", "Delivery zone"),        REFERENCE, "delivery-zones", 73, FALSE },
  { NULL,                "relayDepositID",  NC_("field", "Relay point"),          REFERENCE, "relay-points", 74, FALSE },
  { NULL,                "payment",         NC_("field", "Payment method"),       REFERENCE, "payment-methods", 75, TRUE },
  { NULL,                "paymentModeID",   NC_("field", "Payment method"),       REFERENCE, "payment-methods", 75, TRUE },
  { NULL,                "itemID",          NC_("field", "Item"),                 REFERENCE, "items", 76, TRUE },
  { NULL,                "quantity",        NC_("field", "Quantity"),             DECIMAL, NULL, 77, TRUE },
  { NULL,                "items",           NC_("field", "Items"),                NESTED, NULL, 78, FALSE },
  { NULL,                "itemsList",       NC_("field", "Items"),                NESTED, NULL, 78, FALSE },
  { "pending-orders",    "client",          NC_("field", "New client"),           NESTED, NULL, 78, FALSE },
  { NULL,                "status",          NC_("field", "Status"),               TEXT, NULL, 79, TRUE },
  { NULL,                "publicComment",   NC_("field", "Public comment"),       TEXT, NULL, 80, FALSE },
  { NULL,                "privateComment",  NC_("field", "Private comment"),      TEXT, NULL, 81, FALSE },

  /* Clients and places. */
  { "clients",           "phone",           NC_("field", "Phone"),                TEXT, NULL, 84, TRUE },
  { NULL,                "phone",           NC_("field", "Phone"),                TEXT, NULL, 84, FALSE },
  { NULL,                "phone2",          NC_("field", "Second phone"),         TEXT, NULL, 85, FALSE },
  { NULL,                "email",           NC_("field", "Email"),                TEXT, NULL, 86, TRUE },
  { NULL,                "address",         NC_("field", "Address"),              TEXT, NULL, 87, TRUE },
  { NULL,                "addressline1",    NC_("field", "Address"),              TEXT, NULL, 88, FALSE },
  { NULL,                "addressline2",    NC_("field", "Address, second line"), TEXT, NULL, 89, FALSE },
  { NULL,                "adressComment",   NC_("field", "Address comment"),      TEXT, NULL, 90, FALSE },
  { NULL,                "postcode",        NC_("field", "Postcode"),             TEXT, NULL, 91, TRUE },
  { NULL,                "postcodes",       NC_("field", "Postcodes"),            TEXT, NULL, 91, TRUE },
  { NULL,                "city",            NC_("field", "City"),                 TEXT, NULL, 92, TRUE },
  { NULL,                "country",         NC_("field", "Country"),              TEXT, NULL, 93, FALSE },
  { NULL,                "lat",             NC_("field", "Latitude"),             DECIMAL, NULL, 94, FALSE },
  { NULL,                "lng",             NC_("field", "Longitude"),            DECIMAL, NULL, 95, FALSE },
  { NULL,                "VATnum",          NC_("field", "VAT number"),           TEXT, NULL, 96, FALSE },
  { NULL,                "registrationNumber", NC_("field", "Registration number"), TEXT, NULL, 97, FALSE },
  { NULL,                "birthDate",       NC_("field", "Date of birth"),        DATE, NULL, 98, FALSE },
  { NULL,                "clientGroupID",   NC_("field", "Client group"),         REFERENCE, NULL, 99, FALSE },
  { NULL,                "blacklist",       NC_("field", "Blacklisted"),          BOOLEAN, NULL, 100, FALSE },
  { NULL,                "commentPublic",   NC_("field", "Public comment"),       TEXT, NULL, 101, FALSE },
  { NULL,                "commentPrivate",  NC_("field", "Private comment"),      TEXT, NULL, 102, FALSE },

  /* Methods, zones, discounts, tables, users. */
  { NULL,                "type",            NC_("field", "Type"),                 TEXT, NULL, 110, TRUE },
  { "payment-methods",   "client",          NC_("field", "Needs a client"),       BOOLEAN, NULL, 118, FALSE },
  { "discounts",         "value",           NC_("field", "Value"),                DECIMAL, NULL, 111, TRUE },
  { "cashboxes",         "float",           NC_("field", "Cash float"),           MONEY, NULL, 119, TRUE },
  { NULL,                "percent",         NC_("field", "Percentage"),           DECIMAL, NULL, 111, TRUE },
  { NULL,                "percentage",      NC_("field", "Percentage"),           DECIMAL, NULL, 111, TRUE },
  { NULL,                "minimum",         NC_("field", "Minimum order"),        MONEY, NULL, 112, TRUE },
  { NULL,                "minimumOrder",    NC_("field", "Minimum order"),        MONEY, NULL, 112, TRUE },
  { NULL,                "freeFrom",        NC_("field", "Free from"),            MONEY, NULL, 113, TRUE },
  { NULL,                "delay",           NC_("field", "Delay"),                TEXT, NULL, 114, TRUE },
  { NULL,                "openingHours",    NC_("field", "Opening hours"),        TEXT, NULL, 115, TRUE },
  { NULL,                "seats",           NC_("field", "Seats"),                INTEGER, NULL, 116, TRUE },
  { NULL,                "room",            NC_("field", "Room"),                 TEXT, NULL, 117, TRUE },
  { NULL,                "refund",          NC_("field", "Refund method"),        BOOLEAN, NULL, 118, TRUE },
  { NULL,                "startDate",       NC_("field", "From"),                 DATE, NULL, 119, TRUE },
  { NULL,                "endDate",         NC_("field", "Until"),                DATE, NULL, 120, TRUE },
  { NULL,                "enabled",         NC_("field", "Enabled"),              BOOLEAN, NULL, 121, TRUE },
  { NULL,                "active",          NC_("field", "Active"),               BOOLEAN, NULL, 121, TRUE },
  { NULL,                "beginDate",       NC_("field", "From"),                DATE, NULL, 119, TRUE },
  { NULL,                "creationDate",    NC_("field", "Created"),             DATE, NULL, 60, FALSE },
  { NULL,                "validated",       NC_("field", "Validated"),           BOOLEAN, NULL, 79, FALSE },
  { NULL,                "openDrawer",      NC_("field", "Opens the drawer"),    BOOLEAN, NULL, 118, FALSE },
  { NULL,                "places",          NC_("field", "Seats"),               INTEGER, NULL, 116, TRUE },
  { NULL,                "zone",            NC_("field", "Zone"),                TEXT, NULL, 117, TRUE },
  { NULL,                "admin",           NC_("field", "Administrator"),       BOOLEAN, NULL, 118, TRUE },
  { NULL,                "lastClosing",     NC_("field", "Last closing"),        DATE, NULL, 120, TRUE },
  { NULL,                "lastConnection",  NC_("field", "Last connection"),     DATE, NULL, 120, TRUE },
  { NULL,                "allergens",       NC_("field", "Allergens"),           TEXT, NULL, 38, FALSE },
  { NULL,                "variationTitle",  NC_("field", "Variation"),           TEXT, NULL, 9, TRUE },
  { NULL,                "comments",        NC_("field", "Comments"),             TEXT, NULL, 122, FALSE },
  { NULL,                "comment",         NC_("field", "Comment"),              TEXT, NULL, 122, FALSE },
};
/* clang-format on */

/**
 * comptoir_field_lookup:
 * @resource: (nullable): a resource's name ("clients")
 * @name: a field's name as it came, in any case
 *
 * Returns: (nullable) (transfer none): what is known of the field, in that resource if it means
 *   something else there
 */
const ComptoirField *
comptoir_field_lookup (const char *resource, const char *name)
{
  const ComptoirField *general = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_ascii_strcasecmp (fields[i].name, name) != 0)
        continue;
      if (fields[i].resource == NULL)
        general = &fields[i];
      else if (g_strcmp0 (fields[i].resource, resource) == 0)
        return &fields[i];
    }
  return general;
}

/**
 * comptoir_field_get_title:
 * @resource: (nullable): a resource's name
 * @name: a field's name as it came
 *
 * Returns: (transfer none): the translated title of a known field, otherwise @name itself
 */
const char *
comptoir_field_get_title (const char *resource, const char *name)
{
  const ComptoirField *field = comptoir_field_lookup (resource, name);

  if (field == NULL)
    return name;
  return g_dpgettext2 (GETTEXT_PACKAGE, "field", field->title);
}
