/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ITU-T E.164: at most 15 digits. */
#define MIN_PHONE_DIGITS 6
#define MAX_PHONE_DIGITS 15

/* ISO 3166-1 alpha-2, the codes that are assigned. */
static const char countries[]
    = " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
      "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM "
      "DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS "
      "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
      "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
      "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
      "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
      "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
      "VN VU WF WS YE YT ZA ZM ZW ";

static gboolean
is_email (const char *text)
{
  return g_regex_match_simple ("^[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+$", text, 0, 0);
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text);
  return n;
}

static gboolean
is_phone (const char *text)
{
  guint n = count_digits (text);

  return n >= MIN_PHONE_DIGITS && n <= MAX_PHONE_DIGITS
         && g_regex_match_simple ("^\\s*\\+?[0-9\\s().\\-/]+$", text, 0, 0);
}

static gboolean
is_country (const char *text)
{
  g_autofree char *code = g_strdup_printf (" %s ", text);

  return strlen (text) == 2 && strstr (countries, code) != NULL;
}

static gboolean
is_degrees (const char *text, gint64 limit)
{
  ComptoirDecimal degrees, most = { limit, 0 }, least = { -limit, 0 };

  return comptoir_decimal_parse_typed (text, &degrees)
         && comptoir_decimal_compare (degrees, least) >= 0
         && comptoir_decimal_compare (degrees, most) <= 0;
}

/* Returns: (nullable): what is odd about a field of a new client */
static const char *
check_field (KashClientField field, const char *text)
{
  switch (field)
    {
    case KASH_CLIENT_EMAIL:
      return is_email (text) ? NULL : _ ("This doesn’t look like an email address.");
    case KASH_CLIENT_TELEPHONE:
    case KASH_CLIENT_TELEPHONE2:
      return is_phone (text) ? NULL : _ ("This doesn’t look like a phone number.");
    case KASH_CLIENT_PAYS:
      return is_country (text) ? NULL
                               : _ ("A country is given by two capital letters, such as FR.");
    case KASH_CLIENT_LAT:
      return is_degrees (text, 90) ? NULL : _ ("A latitude is a number from −90 to 90.");
    case KASH_CLIENT_LNG:
      return is_degrees (text, 180) ? NULL : _ ("A longitude is a number from −180 to 180.");
    case KASH_CLIENT_NOM:
    case KASH_CLIENT_PRENOM:
    case KASH_CLIENT_ADRESSELIGNE1:
    case KASH_CLIENT_ADRESSELIGNE2:
    case KASH_CLIENT_COMMENTAIREADRESSE:
    case KASH_CLIENT_CODEPOSTAL:
    case KASH_CLIENT_VILLE:
    case KASH_CLIENT_NUMTVA:
    case KASH_CLIENT_RCS:
    case KASH_CLIENT_CODEBARRE:
    default:
      return NULL;
    }
}

/* "+33 6 12…" and "06 12…" are the same phone: their last nine digits are. */
static char *
dup_comparable (KashClientField field, const char *text, gsize length)
{
  g_autoptr (GString) digits = NULL;

  if (field != KASH_CLIENT_TELEPHONE)
    return g_ascii_strdown (text, (gssize) length);
  digits = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      g_string_append_c (digits, text[i]);
  if (digits->len > 9)
    g_string_erase (digits, 0, (gssize) digits->len - 9);
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static gboolean
is_taken (ComptoirOrderDraft *self, KashClientField field, const char *column_name)
{
  ComptoirDataset *clients
      = comptoir_catalogue_get_dataset (self->catalogue, KASH_RESOURCE_CLIENTS);
  ComptoirTable *table = comptoir_dataset_get_table (clients);
  g_autofree char *typed = NULL;
  guint column;

  if (*self->client_fields[field] == '\0' || table == NULL
      || !comptoir_table_find_column (table, column_name, &column))
    return FALSE;
  typed = dup_comparable (field, self->client_fields[field], strlen (self->client_fields[field]));
  for (guint row = 0; *typed != '\0' && row < comptoir_dataset_get_n_rows (clients); row++)
    {
      const char *text = NULL;
      gsize length = 0;
      ComptoirCellKind kind = comptoir_table_get_cell (table, row, column, &text, &length);
      g_autofree char *other = NULL;

      if ((kind != COMPTOIR_CELL_TEXT && kind != COMPTOIR_CELL_NUMBER) || length < strlen (typed))
        continue;
      other = dup_comparable (field, text, length);
      if (g_str_equal (typed, other))
        return TRUE;
    }
  return FALSE;
}

static void
check_new_client (ComptoirOrderDraft *self, GPtrArray *remarks)
{
  static const struct
  {
    KashClientField field;
    const char *column;
  } unique[] = {
    { KASH_CLIENT_EMAIL, "email" },
    { KASH_CLIENT_TELEPHONE, "phone" },
    { KASH_CLIENT_CODEBARRE, "barcode" },
  };
  gboolean has_lat = *self->client_fields[KASH_CLIENT_LAT] != '\0';
  gboolean has_lng = *self->client_fields[KASH_CLIENT_LNG] != '\0';

  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    {
      const char *text = self->client_fields[i];
      const char *problem = *text != '\0' ? check_field ((KashClientField) i, text) : NULL;

      if (problem != NULL)
        comptoir_draft_remark_add (remarks, COMPTOIR_DRAFT_PLACE_CLIENT, (int) i, FALSE, problem);
    }
  if (has_lat != has_lng)
    comptoir_draft_remark_add (remarks, COMPTOIR_DRAFT_PLACE_CLIENT,
                               has_lat ? KASH_CLIENT_LNG : KASH_CLIENT_LAT, FALSE,
                               _ ("A place has a latitude and a longitude."));
  for (guint i = 0; i < G_N_ELEMENTS (unique); i++)
    if (is_taken (self, unique[i].field, unique[i].column))
      comptoir_draft_remark_add (remarks, COMPTOIR_DRAFT_PLACE_CLIENT, unique[i].field, FALSE,
                                 _ ("The shop has a client with this already."));
}

static gboolean
has_text (ComptoirOrderDraft *self, const char *field)
{
  g_autofree char *text
      = comptoir_catalogue_dup_text (self->catalogue, KASH_RESOURCE_CLIENTS, self->client, field);

  return text != NULL && *g_strstrip (text) != '\0';
}

static void
check_known_client (ComptoirOrderDraft *self, GPtrArray *remarks)
{
  ComptoirKnown known
      = comptoir_catalogue_knows (self->catalogue, KASH_RESOURCE_CLIENTS, self->client);
  g_autofree char *blacklist = NULL;

  if (comptoir_order_draft_has_new_client (self))
    comptoir_draft_remark_add (
        remarks, COMPTOIR_DRAFT_PLACE_CLIENT, -1, FALSE,
        _ ("What was entered of a new client isn’t sent, because a client is chosen."));
  if (known == COMPTOIR_KNOWN_NO)
    comptoir_draft_remark_add (remarks, COMPTOIR_DRAFT_PLACE_CLIENT, -1, FALSE,
                               _ ("The shop no longer has this client."));
  blacklist = comptoir_catalogue_dup_text (self->catalogue, KASH_RESOURCE_CLIENTS, self->client,
                                           "blacklist");
  if (g_strcmp0 (blacklist, "1") == 0)
    comptoir_draft_remark_add (remarks, COMPTOIR_DRAFT_PLACE_CLIENT, -1, FALSE,
                               _ ("This client is blacklisted."));
}

static gboolean
has_address (ComptoirOrderDraft *self)
{
  if (self->client == 0)
    return *self->client_fields[KASH_CLIENT_ADRESSELIGNE1] != '\0'
           && *self->client_fields[KASH_CLIENT_VILLE] != '\0';
  /* What isn't known of a client isn't held against them. */
  return comptoir_catalogue_knows (self->catalogue, KASH_RESOURCE_CLIENTS, self->client)
             != COMPTOIR_KNOWN_YES
         || (has_text (self, "addressline1") && has_text (self, "city"));
}

void
comptoir_order_draft_check_client (ComptoirOrderDraft *self, GPtrArray *remarks)
{
  gboolean is_taken_there = self->delivery == KASH_DELIVERY_TO_BE_DELIVERED
                            || self->delivery == KASH_DELIVERY_TO_BE_SHIPPED;

  if (self->client != 0)
    check_known_client (self, remarks);
  else
    check_new_client (self, remarks);
  if (is_taken_there && !has_address (self))
    comptoir_draft_remark_add (remarks, COMPTOIR_DRAFT_PLACE_DELIVERY, -1, FALSE,
                               _ ("There is no address to bring the order to."));
}
