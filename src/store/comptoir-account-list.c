/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-account-list.h"

/* Each entry is a value of its own account, so that two programs that add a shop at the same time
 * don't undo each other's work. */
#define ENTRY_NAME   "account"
#define CURRENT_NAME "current-account"

struct _ComptoirAccountList
{
  GObject parent_instance;

  ComptoirStore *store;
  GPtrArray *slots;
  ComptoirAccountEntry *current;
};

/* @added: Unix microseconds, the order of the list */
typedef struct
{
  ComptoirAccountEntry *entry;
  gint64 added;
} Slot;

static void comptoir_account_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirAccountList,
                               comptoir_account_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      comptoir_account_list_list_model_init))

enum
{
  PROP_0,
  PROP_STORE,
  PROP_CURRENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
slot_free (Slot *self)
{
  g_object_unref (self->entry);
  g_free (self);
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const Slot *first = *(Slot *const *) a;
  const Slot *second = *(Slot *const *) b;

  if (first->added != second->added)
    return first->added < second->added ? -1 : 1;
  return g_strcmp0 (comptoir_account_entry_get_id (first->entry),
                    comptoir_account_entry_get_id (second->entry));
}

static Slot *
find_slot (ComptoirAccountList *self, const char *id, guint *position)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = g_ptr_array_index (self->slots, i);

      if (g_str_equal (comptoir_account_entry_get_id (slot->entry), id))
        {
          if (position != NULL)
            *position = i;
          return slot;
        }
    }
  return NULL;
}

static char *
print_slot (Slot *slot)
{
  ComptoirAccountEntry *entry = slot->entry;
  g_autoptr (GVariant) variant = NULL;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *title = comptoir_account_entry_get_title (entry);
  const char *time_zone = comptoir_account_entry_get_time_zone (entry);

  g_variant_dict_insert (&dict, "base-url", "s", comptoir_account_entry_get_base_url (entry));
  g_variant_dict_insert (&dict, "shop-id", "s", comptoir_account_entry_get_shop_id (entry));
  g_variant_dict_insert (&dict, "title", "s", title);
  g_variant_dict_insert (&dict, "currency", "s", comptoir_account_entry_get_currency (entry));
  if (time_zone != NULL)
    g_variant_dict_insert (&dict, "time-zone", "s", time_zone);
  g_variant_dict_insert (&dict, "added", "x", slot->added);
  variant = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_print (variant, TRUE);
}

/* What is kept may have been changed by hand or by another version. */
static Slot *
parse_slot (const char *id, const char *text)
{
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *base_url = NULL, *shop_id = NULL, *title = NULL;
  g_autofree char *currency = NULL, *time_zone = NULL;
  Slot *slot;

  variant = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  if (*id == '\0' || variant == NULL || !g_variant_lookup (variant, "base-url", "s", &base_url)
      || !g_variant_lookup (variant, "shop-id", "s", &shop_id))
    return NULL;

  slot = g_new0 (Slot, 1);
  slot->entry = comptoir_account_entry_new (id, base_url, shop_id);
  if (g_variant_lookup (variant, "title", "s", &title) && !g_str_equal (title, shop_id))
    comptoir_account_entry_set_title (slot->entry, title);
  if (g_variant_lookup (variant, "currency", "s", &currency) && *currency != '\0')
    comptoir_account_entry_set_currency (slot->entry, currency);
  if (g_variant_lookup (variant, "time-zone", "s", &time_zone) && *time_zone != '\0')
    comptoir_account_entry_set_time_zone (slot->entry, time_zone);
  g_variant_lookup (variant, "added", "x", &slot->added);
  return slot;
}

static void
write_slot (ComptoirAccountList *self, Slot *slot)
{
  g_autofree char *text = NULL;

  if (!comptoir_account_entry_get_session_only (slot->entry))
    text = print_slot (slot);
  comptoir_store_set_value (self->store, comptoir_account_entry_get_id (slot->entry), ENTRY_NAME,
                            text);
}

static void
write_current (ComptoirAccountList *self)
{
  const char *id = NULL;

  if (self->current != NULL && !comptoir_account_entry_get_session_only (self->current))
    id = comptoir_account_entry_get_id (self->current);
  comptoir_store_set_value (self->store, "", CURRENT_NAME, id);
}

static void
on_entry_changed (ComptoirAccountList *self, GParamSpec *pspec, ComptoirAccountEntry *entry)
{
  write_slot (self, find_slot (self, comptoir_account_entry_get_id (entry), NULL));
  if (entry == self->current)
    write_current (self);
}

static void
watch_slot (ComptoirAccountList *self, Slot *slot)
{
  g_signal_connect_object (slot->entry, "notify", G_CALLBACK (on_entry_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
read_slots (ComptoirAccountList *self)
{
  g_auto (GStrv) ids = comptoir_store_list_accounts (self->store, ENTRY_NAME);
  g_autofree char *current = comptoir_store_dup_value (self->store, "", CURRENT_NAME);
  Slot *slot;

  for (char **id = ids; *id != NULL; id++)
    {
      g_autofree char *text = comptoir_store_dup_value (self->store, *id, ENTRY_NAME);

      slot = parse_slot (*id, text);
      if (slot == NULL)
        continue;
      g_ptr_array_add (self->slots, slot);
      watch_slot (self, slot);
    }
  g_ptr_array_sort (self->slots, compare_slots);
  slot = current != NULL ? find_slot (self, current, NULL) : NULL;
  if (slot == NULL && self->slots->len > 0)
    slot = g_ptr_array_index (self->slots, 0);
  self->current = slot != NULL ? slot->entry : NULL;
}

/* A later shop comes after an earlier one, whatever the clock did in between. */
static gint64
get_next_stamp (ComptoirAccountList *self)
{
  gint64 now = g_get_real_time ();
  Slot *last;

  if (self->slots->len == 0)
    return now;
  last = g_ptr_array_index (self->slots, self->slots->len - 1);
  return MAX (now, last->added + 1);
}

static void
append_entry (ComptoirAccountList *self, ComptoirAccountEntry *entry)
{
  Slot *slot = g_new0 (Slot, 1);

  slot->entry = g_object_ref (entry);
  slot->added = get_next_stamp (self);
  g_ptr_array_add (self->slots, slot);
  watch_slot (self, slot);
  write_slot (self, slot);
  g_list_model_items_changed (G_LIST_MODEL (self), self->slots->len - 1, 0, 1);
  if (self->current == NULL)
    comptoir_account_list_set_current (self, entry);
}

static void
replace_entry (ComptoirAccountList *self, Slot *slot, guint position, ComptoirAccountEntry *entry)
{
  gboolean current = slot->entry == self->current;

  g_signal_handlers_disconnect_by_data (slot->entry, self);
  g_set_object (&slot->entry, entry);
  if (current)
    {
      self->current = entry;
      write_current (self);
    }
  watch_slot (self, slot);
  write_slot (self, slot);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
  if (current)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static GType
comptoir_account_list_get_item_type (GListModel *model)
{
  return COMPTOIR_TYPE_ACCOUNT_ENTRY;
}

static guint
comptoir_account_list_get_n_items (GListModel *model)
{
  return COMPTOIR_ACCOUNT_LIST (model)->slots->len;
}

static gpointer
comptoir_account_list_get_item (GListModel *model, guint position)
{
  ComptoirAccountList *self = COMPTOIR_ACCOUNT_LIST (model);
  Slot *slot;

  if (position >= self->slots->len)
    return NULL;
  slot = g_ptr_array_index (self->slots, position);
  return g_object_ref (slot->entry);
}

static void
comptoir_account_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = comptoir_account_list_get_item_type;
  iface->get_n_items = comptoir_account_list_get_n_items;
  iface->get_item = comptoir_account_list_get_item;
}

static void
comptoir_account_list_constructed (GObject *object)
{
  G_OBJECT_CLASS (comptoir_account_list_parent_class)->constructed (object);

  read_slots (COMPTOIR_ACCOUNT_LIST (object));
}

static void
comptoir_account_list_finalize (GObject *object)
{
  ComptoirAccountList *self = COMPTOIR_ACCOUNT_LIST (object);

  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (comptoir_account_list_parent_class)->finalize (object);
}

static void
comptoir_account_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirAccountList *self = COMPTOIR_ACCOUNT_LIST (object);

  switch (id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_CURRENT:
      g_value_set_object (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_account_list_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  ComptoirAccountList *self = COMPTOIR_ACCOUNT_LIST (object);

  switch (id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_CURRENT:
      comptoir_account_list_set_current (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_account_list_class_init (ComptoirAccountListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = comptoir_account_list_constructed;
  object_class->finalize = comptoir_account_list_finalize;
  object_class->get_property = comptoir_account_list_get_property;
  object_class->set_property = comptoir_account_list_set_property;

  properties[PROP_STORE]
      = g_param_spec_object ("store", NULL, NULL, COMPTOIR_TYPE_STORE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CURRENT]
      = g_param_spec_object ("current", NULL, NULL, COMPTOIR_TYPE_ACCOUNT_ENTRY,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comptoir_account_list_init (ComptoirAccountList *self)
{
  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) slot_free);
}

/**
 * comptoir_account_list_new:
 * @store: where the list is kept
 *
 * Returns: (transfer full): the shops signed in to, the first one first
 */
ComptoirAccountList *
comptoir_account_list_new (ComptoirStore *store)
{
  g_return_val_if_fail (COMPTOIR_IS_STORE (store), NULL);

  return g_object_new (COMPTOIR_TYPE_ACCOUNT_LIST, "store", store, NULL);
}

/**
 * comptoir_account_list_find:
 * @id: an account's id
 *
 * Returns: (transfer none) (nullable): the entry with that id
 */
ComptoirAccountEntry *
comptoir_account_list_find (ComptoirAccountList *self, const char *id)
{
  Slot *slot;

  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_LIST (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  slot = find_slot (self, id, NULL);
  return slot != NULL ? slot->entry : NULL;
}

/**
 * comptoir_account_list_get_current:
 *
 * Returns: (transfer none) (nullable): the entry to open at the next start; %NULL only while the
 *   list is empty
 */
ComptoirAccountEntry *
comptoir_account_list_get_current (ComptoirAccountList *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_LIST (self), NULL);

  return self->current;
}

/**
 * comptoir_account_list_set_current:
 * @entry: an entry of the list
 */
void
comptoir_account_list_set_current (ComptoirAccountList *self, ComptoirAccountEntry *entry)
{
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_LIST (self));
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (entry));
  g_return_if_fail (comptoir_account_list_find (self, comptoir_account_entry_get_id (entry))
                    == entry);

  if (self->current == entry)
    return;
  self->current = entry;
  write_current (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

/**
 * comptoir_account_list_add:
 * @entry: a shop; one with the id of an entry in the list takes its place
 *
 * Adds a shop at the end. The first one becomes the current one.
 */
void
comptoir_account_list_add (ComptoirAccountList *self, ComptoirAccountEntry *entry)
{
  guint position = 0;
  Slot *slot;

  g_return_if_fail (COMPTOIR_IS_ACCOUNT_LIST (self));
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (entry));

  slot = find_slot (self, comptoir_account_entry_get_id (entry), &position);
  if (slot != NULL && slot->entry == entry)
    return;
  if (slot != NULL)
    replace_entry (self, slot, position, entry);
  else
    append_entry (self, entry);
}

/**
 * comptoir_account_list_remove:
 * @entry: an entry of the list
 *
 * Takes a shop off the list. What else is kept of it stays until comptoir_store_forget_async() and
 * comptoir_keyring_forget_async().
 */
void
comptoir_account_list_remove (ComptoirAccountList *self, ComptoirAccountEntry *entry)
{
  g_autoptr (ComptoirAccountEntry) kept = NULL;
  gboolean was_current;
  guint position;
  Slot *slot;

  g_return_if_fail (COMPTOIR_IS_ACCOUNT_LIST (self));
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (entry));

  slot = find_slot (self, comptoir_account_entry_get_id (entry), &position);
  g_return_if_fail (slot != NULL && slot->entry == entry);

  kept = g_object_ref (entry);
  was_current = self->current == entry;
  g_signal_handlers_disconnect_by_data (entry, self);
  g_ptr_array_remove_index (self->slots, position);
  comptoir_store_set_value (self->store, comptoir_account_entry_get_id (entry), ENTRY_NAME, NULL);
  if (was_current)
    {
      slot = self->slots->len > 0 ? g_ptr_array_index (self->slots, 0) : NULL;
      self->current = slot != NULL ? slot->entry : NULL;
      write_current (self);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  if (was_current)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}
