/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-facts.h"

#include <string.h>

#define WHOLE_NUMBERS \
  (COMPTOIR_FACT_ZERO | COMPTOIR_FACT_ONE | COMPTOIR_FACT_INTEGER | COMPTOIR_FACT_UNIX_TIME)
#define NUMBERS (WHOLE_NUMBERS | COMPTOIR_FACT_DECIMAL)
#define TRUTHS  (COMPTOIR_FACT_ZERO | COMPTOIR_FACT_ONE | COMPTOIR_FACT_TRUTH)
#define DATES   (COMPTOIR_FACT_DATE | COMPTOIR_FACT_ZERO_DATE)

/* Unix times from 1900 to 2100, those of 1966 to 1973 aside: small numbers are counts or ids. */
#define UNIX_TIME_1900     (-G_GINT64_CONSTANT (2208988800))
#define UNIX_TIME_2100     G_GINT64_CONSTANT (4102444800)
#define SMALLEST_UNIX_TIME 100000000

/* The words that stand for a resource in names such as idClient, client_id or deptID2. */
static const struct
{
  const char *word;
  const char *resource;
} resource_words[] = {
  { "article", "items" },
  { "item", "items" },
  { "plu", "items" },
  { "department", "departments" },
  { "dept", "departments" },
  { "rayon", "departments" },
  { "departmentgroup", "department-groups" },
  { "deptgroup", "department-groups" },
  { "declinaison", "variations" },
  { "variation", "variations" },
  { "client", "clients" },
  { "customer", "clients" },
  { "order", "pending-orders" },
  { "pending", "pending-orders" },
  { "pendingorder", "pending-orders" },
  { "delivery", "delivery-methods" },
  { "deliverymethod", "delivery-methods" },
  { "livraison", "delivery-methods" },
  { "deliveryzone", "delivery-zones" },
  { "zone", "delivery-zones" },
  { "relay", "relay-points" },
  { "relaydeposit", "relay-points" },
  { "relaypoint", "relay-points" },
  { "payment", "payment-methods" },
  { "paymentmethod", "payment-methods" },
  { "paymentmode", "payment-methods" },
  { "discount", "discounts" },
  { "cashbox", "cashboxes" },
  { "cashregister", "cashboxes" },
  { "caisse", "cashboxes" },
  { "table", "tables" },
  { "user", "users" },
};

static const char *const date_words[]
    = { "date", "time", "created", "updated", "modified", "expir", "birth", NULL };
static const char *const code_words[]
    = { "barcode", "codebar", "ean13",  "gtin",  "phone", "telephone", "mobile", "fax",
        "zip",     "postc",   "postal", "siret", "siren", "iban",      "vatnum", NULL };
static const char *const money_words[] = { "price", "prix", "amount", "montant", NULL };

static gboolean
is_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static guint
get_two_digits (const char *text)
{
  return (text[0] - '0') * 10 + (text[1] - '0');
}

/* HH:MM, HH:MM:SS, with a fraction and a zone if they like. */
static gboolean
is_time (const char *text, gsize length)
{
  if (length < 5 || !is_digits (text, 2) || text[2] != ':' || !is_digits (text + 3, 2)
      || get_two_digits (text) > 24 || get_two_digits (text + 3) > 59)
    return FALSE;
  for (gsize i = 5; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && strchr (":.+-Z ", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
ends_as_date (const char *text, gsize length)
{
  return length == 0 || ((text[0] == ' ' || text[0] == 'T') && is_time (text + 1, length - 1));
}

static ComptoirFacts
facts_of_iso_date (const char *text, gsize length)
{
  if (length < 10 || !is_digits (text, 4) || text[4] != '-' || !is_digits (text + 5, 2)
      || text[7] != '-' || !is_digits (text + 8, 2) || !ends_as_date (text + 10, length - 10))
    return COMPTOIR_FACT_WORDS;
  if (memcmp (text, "0000-00-00", 10) == 0)
    return COMPTOIR_FACT_ZERO_DATE;
  if (get_two_digits (text + 5) - 1 > 11 || get_two_digits (text + 8) - 1 > 30)
    return COMPTOIR_FACT_WORDS;
  return COMPTOIR_FACT_DATE;
}

static ComptoirFacts
facts_of_day_first_date (const char *text, gsize length)
{
  if (length < 10 || !is_digits (text, 2) || text[2] != '/' || !is_digits (text + 3, 2)
      || text[5] != '/' || !is_digits (text + 6, 4) || !ends_as_date (text + 10, length - 10))
    return COMPTOIR_FACT_WORDS;
  if (memcmp (text, "00/00/0000", 10) == 0)
    return COMPTOIR_FACT_ZERO_DATE;
  if (get_two_digits (text) - 1 > 30 || get_two_digits (text + 3) - 1 > 11)
    return COMPTOIR_FACT_WORDS;
  return COMPTOIR_FACT_DATE;
}

static ComptoirFacts
facts_of_integer (const char *digits, gsize n_digits, gboolean negative)
{
  gint64 value = 0;

  if (n_digits == 1 && digits[0] == '0')
    return COMPTOIR_FACT_ZERO;
  if (digits[0] == '0')
    return COMPTOIR_FACT_LEADING_ZERO;
  if (n_digits == 1 && digits[0] == '1' && !negative)
    return COMPTOIR_FACT_ONE;
  if (n_digits < 9 || n_digits > 10)
    return COMPTOIR_FACT_INTEGER;
  for (gsize i = 0; i < n_digits; i++)
    value = value * 10 + (digits[i] - '0');
  if (value < SMALLEST_UNIX_TIME || (negative ? -value < UNIX_TIME_1900 : value > UNIX_TIME_2100))
    return COMPTOIR_FACT_INTEGER;
  return COMPTOIR_FACT_UNIX_TIME;
}

static ComptoirFacts
facts_of_digits (ComptoirCellKind kind, const char *text, gsize length)
{
  gboolean negative = text[0] == '-';
  gsize start = negative, i = start, fraction;

  while (i < length && g_ascii_isdigit (text[i]))
    i++;
  if (i == length)
    return i > start ? facts_of_integer (text + start, i - start, negative) : COMPTOIR_FACT_WORDS;
  if (text[i] == '-' && !negative)
    return facts_of_iso_date (text, length);
  if (text[i] == '/' && !negative)
    return facts_of_day_first_date (text, length);
  if (i > start + 1 && text[start] == '0')
    return COMPTOIR_FACT_LEADING_ZERO;
  if (kind == COMPTOIR_CELL_NUMBER)
    return COMPTOIR_FACT_DECIMAL;
  if (text[i] != '.' && text[i] != ',')
    return COMPTOIR_FACT_WORDS;
  fraction = i + 1;
  if (fraction == length || !is_digits (text + fraction, length - fraction))
    return COMPTOIR_FACT_WORDS;
  return COMPTOIR_FACT_DECIMAL;
}

/**
 * comptoir_facts_of_cell:
 * @kind: how the cell came in
 * @text: (nullable): its text
 * @length: the text's length
 *
 * Returns: what is to be noted about it; nothing for an absent cell and a null
 */
ComptoirFacts
comptoir_facts_of_cell (ComptoirCellKind kind, const char *text, gsize length)
{
  if (kind == COMPTOIR_CELL_ABSENT || kind == COMPTOIR_CELL_NULL)
    return COMPTOIR_FACT_NONE;
  if (kind == COMPTOIR_CELL_TRUE || kind == COMPTOIR_CELL_FALSE)
    return COMPTOIR_FACT_TRUTH;
  if (kind == COMPTOIR_CELL_NESTED)
    return COMPTOIR_FACT_NESTED;
  if (length == 0)
    return COMPTOIR_FACT_EMPTY;
  if (g_ascii_isdigit (text[0]) || text[0] == '-' || text[0] == '.')
    return facts_of_digits (kind, text, length);
  if ((length == 4 && memcmp (text, "true", 4) == 0)
      || (length == 5 && memcmp (text, "false", 5) == 0))
    return COMPTOIR_FACT_TRUTH;
  return COMPTOIR_FACT_WORDS;
}

static gboolean
contains_any (const char *name, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (name, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "idclient", "clientid" and "clientid2" lead to the clients; @name is in small letters, without
 * underscores. */
static const char *
find_reference (char *name)
{
  gsize length = strlen (name);
  const char *word = name;

  while (length > 0 && g_ascii_isdigit (name[length - 1]))
    length--;
  name[length] = '\0';
  if (g_str_has_prefix (name, "id"))
    word = name + 2;
  else if (g_str_has_suffix (name, "id"))
    name[length - 2] = '\0';
  else
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (resource_words); i++)
    if (strcmp (word, resource_words[i].word) == 0)
      return resource_words[i].resource;
  return NULL;
}

/**
 * comptoir_name_hints_init:
 * @hints: (out): what is found
 * @resource: (nullable): a resource's name
 * @name: the name of a field of it
 */
void
comptoir_name_hints_init (ComptoirNameHints *hints, const char *resource, const char *name)
{
  g_autofree char *plain = g_ascii_strdown (name, -1);
  char *to = plain;

  for (const char *from = plain; *from != '\0'; from++)
    if (*from != '_' && *from != '-' && *from != ' ')
      *to++ = *from;
  *to = '\0';
  hints->field = comptoir_field_lookup (resource, name);
  hints->is_date = contains_any (plain, date_words);
  hints->is_code = contains_any (plain, code_words);
  hints->is_money = contains_any (plain, money_words);
  hints->reference = hints->field != NULL ? hints->field->reference : find_reference (plain);
}

static gboolean
fits (ComptoirFacts facts, const ComptoirField *field)
{
  switch (field->type)
    {
    case COMPTOIR_COLUMN_TEXT:
      return (facts & COMPTOIR_FACT_NESTED) == 0;
    case COMPTOIR_COLUMN_INTEGER:
      return (facts & ~WHOLE_NUMBERS) == 0;
    case COMPTOIR_COLUMN_DECIMAL:
    case COMPTOIR_COLUMN_MONEY:
      return (facts & ~NUMBERS) == 0;
    case COMPTOIR_COLUMN_DATE:
      return (facts & ~(DATES | COMPTOIR_FACT_UNIX_TIME | COMPTOIR_FACT_ZERO)) == 0;
    case COMPTOIR_COLUMN_BOOLEAN:
      return (facts & ~TRUTHS) == 0;
    case COMPTOIR_COLUMN_REFERENCE:
      return (facts & ~(WHOLE_NUMBERS | COMPTOIR_FACT_LEADING_ZERO)) == 0;
    case COMPTOIR_COLUMN_NESTED:
    default:
      return (facts & ~COMPTOIR_FACT_NESTED) == 0;
    }
}

static ComptoirColumnType
judge_by_values (ComptoirFacts facts, const ComptoirNameHints *hints)
{
  if (facts == COMPTOIR_FACT_NESTED)
    return COMPTOIR_COLUMN_NESTED;
  if (facts == 0)
    return COMPTOIR_COLUMN_TEXT;
  if ((facts & COMPTOIR_FACT_TRUTH) && (facts & ~TRUTHS) == 0)
    return COMPTOIR_COLUMN_BOOLEAN;
  if ((facts & COMPTOIR_FACT_DATE) && (facts & ~DATES) == 0)
    return COMPTOIR_COLUMN_DATE;
  if (hints->is_date && (facts & (DATES | COMPTOIR_FACT_UNIX_TIME))
      && (facts & ~(DATES | COMPTOIR_FACT_UNIX_TIME | COMPTOIR_FACT_ZERO)) == 0)
    return COMPTOIR_COLUMN_DATE;
  if (hints->is_code)
    return COMPTOIR_COLUMN_TEXT;
  if (hints->reference != NULL && (facts & ~WHOLE_NUMBERS) == 0)
    return COMPTOIR_COLUMN_REFERENCE;
  if (hints->is_money && (facts & ~NUMBERS) == 0)
    return COMPTOIR_COLUMN_MONEY;
  if ((facts & ~WHOLE_NUMBERS) == 0)
    return COMPTOIR_COLUMN_INTEGER;
  if ((facts & ~NUMBERS) == 0)
    return COMPTOIR_COLUMN_DECIMAL;
  return COMPTOIR_COLUMN_TEXT;
}

/**
 * comptoir_facts_get_type:
 * @facts: what the cells of a column have been
 * @hints: what the column's name gives away
 *
 * A known field is what it is documented to be, unless its values are something else. Zeros and
 * ones alone are a number and digits a date only where the name says so; digits with a leading
 * zero are text, so that nothing of them is lost.
 *
 * Returns: the column's type
 */
ComptoirColumnType
comptoir_facts_get_type (ComptoirFacts facts, const ComptoirNameHints *hints)
{
  facts &= ~COMPTOIR_FACT_EMPTY;
  if (hints->field != NULL && fits (facts, hints->field))
    return hints->field->type;
  return judge_by_values (facts, hints);
}
