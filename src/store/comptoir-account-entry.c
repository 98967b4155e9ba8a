/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-account-entry.h"

#define DEFAULT_CURRENCY "EUR"

struct _ComptoirAccountEntry
{
  GObject parent_instance;

  char *id;
  char *base_url;
  char *shop_id;
  char *title;
  char *currency;
  char *time_zone;
  gboolean session_only;
};

G_DEFINE_FINAL_TYPE (ComptoirAccountEntry, comptoir_account_entry, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_BASE_URL,
  PROP_SHOP_ID,
  PROP_TITLE,
  PROP_CURRENCY,
  PROP_TIME_ZONE,
  PROP_SESSION_ONLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_text (ComptoirAccountEntry *self, char **field, const char *text, guint property)
{
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
comptoir_account_entry_finalize (GObject *object)
{
  ComptoirAccountEntry *self = COMPTOIR_ACCOUNT_ENTRY (object);

  g_free (self->id);
  g_free (self->base_url);
  g_free (self->shop_id);
  g_free (self->title);
  g_free (self->currency);
  g_free (self->time_zone);
  G_OBJECT_CLASS (comptoir_account_entry_parent_class)->finalize (object);
}

static void
comptoir_account_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirAccountEntry *self = COMPTOIR_ACCOUNT_ENTRY (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_BASE_URL:
      g_value_set_string (value, self->base_url);
      break;
    case PROP_SHOP_ID:
      g_value_set_string (value, self->shop_id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, comptoir_account_entry_get_title (self));
      break;
    case PROP_CURRENCY:
      g_value_set_string (value, self->currency);
      break;
    case PROP_TIME_ZONE:
      g_value_set_string (value, self->time_zone);
      break;
    case PROP_SESSION_ONLY:
      g_value_set_boolean (value, self->session_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_account_entry_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  ComptoirAccountEntry *self = COMPTOIR_ACCOUNT_ENTRY (object);

  switch (id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_BASE_URL:
      self->base_url = g_value_dup_string (value);
      break;
    case PROP_SHOP_ID:
      self->shop_id = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      comptoir_account_entry_set_title (self, g_value_get_string (value));
      break;
    case PROP_CURRENCY:
      comptoir_account_entry_set_currency (self, g_value_get_string (value));
      break;
    case PROP_TIME_ZONE:
      comptoir_account_entry_set_time_zone (self, g_value_get_string (value));
      break;
    case PROP_SESSION_ONLY:
      comptoir_account_entry_set_session_only (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_account_entry_class_init (ComptoirAccountEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags fixed = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags changing = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = comptoir_account_entry_finalize;
  object_class->get_property = comptoir_account_entry_get_property;
  object_class->set_property = comptoir_account_entry_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, fixed);
  properties[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, NULL, fixed);
  properties[PROP_SHOP_ID] = g_param_spec_string ("shop-id", NULL, NULL, NULL, fixed);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, changing);
  properties[PROP_CURRENCY]
      = g_param_spec_string ("currency", NULL, NULL, DEFAULT_CURRENCY, changing);
  properties[PROP_TIME_ZONE] = g_param_spec_string ("time-zone", NULL, NULL, NULL, changing);
  properties[PROP_SESSION_ONLY]
      = g_param_spec_boolean ("session-only", NULL, NULL, FALSE, changing);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comptoir_account_entry_init (ComptoirAccountEntry *self)
{
  self->currency = g_strdup (DEFAULT_CURRENCY);
}

/**
 * comptoir_account_entry_new:
 * @id: kash_account_dup_id() of the account
 * @base_url: where its server is
 * @shop_id: the service's name for the shop
 *
 * Returns: (transfer full): an entry in euros, in the system's time zone, with the shop id as title
 */
ComptoirAccountEntry *
comptoir_account_entry_new (const char *id, const char *base_url, const char *shop_id)
{
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (base_url != NULL && shop_id != NULL, NULL);

  return g_object_new (COMPTOIR_TYPE_ACCOUNT_ENTRY, "id", id, "base-url", base_url, "shop-id",
                       shop_id, NULL);
}

const char *
comptoir_account_entry_get_id (ComptoirAccountEntry *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self), NULL);

  return self->id;
}

const char *
comptoir_account_entry_get_base_url (ComptoirAccountEntry *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self), NULL);

  return self->base_url;
}

const char *
comptoir_account_entry_get_shop_id (ComptoirAccountEntry *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self), NULL);

  return self->shop_id;
}

/**
 * comptoir_account_entry_get_title:
 *
 * Returns: (transfer none): what the person calls the shop, or else its shop id
 */
const char *
comptoir_account_entry_get_title (ComptoirAccountEntry *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self), NULL);

  return self->title != NULL ? self->title : self->shop_id;
}

/**
 * comptoir_account_entry_set_title:
 * @title: (nullable): %NULL or empty for the shop id
 */
void
comptoir_account_entry_set_title (ComptoirAccountEntry *self, const char *title)
{
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self));

  set_text (self, &self->title, title != NULL && *title != '\0' ? title : NULL, PROP_TITLE);
}

/**
 * comptoir_account_entry_get_currency:
 *
 * Returns: (transfer none): an ISO 4217 code
 */
const char *
comptoir_account_entry_get_currency (ComptoirAccountEntry *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self), NULL);

  return self->currency;
}

/**
 * comptoir_account_entry_set_currency:
 * @currency: an ISO 4217 code
 */
void
comptoir_account_entry_set_currency (ComptoirAccountEntry *self, const char *currency)
{
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self));
  g_return_if_fail (currency != NULL && *currency != '\0');

  set_text (self, &self->currency, currency, PROP_CURRENCY);
}

/**
 * comptoir_account_entry_get_time_zone:
 *
 * Returns: (transfer none) (nullable): an IANA name, or %NULL for the system's time zone
 */
const char *
comptoir_account_entry_get_time_zone (ComptoirAccountEntry *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self), NULL);

  return self->time_zone;
}

/**
 * comptoir_account_entry_set_time_zone:
 * @time_zone: (nullable): an IANA name
 */
void
comptoir_account_entry_set_time_zone (ComptoirAccountEntry *self, const char *time_zone)
{
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self));

  set_text (self, &self->time_zone, time_zone, PROP_TIME_ZONE);
}

/**
 * comptoir_account_entry_get_session_only:
 *
 * Returns: whether the shop is forgotten at the end of the session, since its key is
 */
gboolean
comptoir_account_entry_get_session_only (ComptoirAccountEntry *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self), FALSE);

  return self->session_only;
}

void
comptoir_account_entry_set_session_only (ComptoirAccountEntry *self, gboolean session_only)
{
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (self));

  session_only = !!session_only;
  if (self->session_only == session_only)
    return;
  self->session_only = session_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION_ONLY]);
}
