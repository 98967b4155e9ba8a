/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-kept-tabs.h"

#define VALUE_NAME "tabs"
#define FORMAT     "(ua(ss))"

/**
 * comptoir_kept_tab_new:
 * @name: the page's name
 * @state: (nullable): the page's state
 *
 * Returns: (transfer full): a tab to keep
 */
ComptoirKeptTab *
comptoir_kept_tab_new (const char *name, const char *state)
{
  ComptoirKeptTab *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (ComptoirKeptTab, 1);
  self->name = g_strdup (name);
  self->state = g_strdup (state);
  return self;
}

/**
 * comptoir_kept_tab_free:
 * @self: (transfer full): a kept tab
 *
 * Frees @self.
 */
void
comptoir_kept_tab_free (ComptoirKeptTab *self)
{
  g_free (self->name);
  g_free (self->state);
  g_free (self);
}

/**
 * comptoir_kept_tabs_to_string:
 * @tabs: (element-type ComptoirKeptTab): the open tabs in their order
 * @selected: the one in front, from 0
 *
 * Returns: (transfer full): text that comptoir_kept_tabs_from_string() reads
 */
char *
comptoir_kept_tabs_to_string (GPtrArray *tabs, guint selected)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder builder;

  g_return_val_if_fail (tabs != NULL, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < tabs->len; i++)
    {
      ComptoirKeptTab *tab = g_ptr_array_index (tabs, i);

      g_variant_builder_add (&builder, "(ss)", tab->name, tab->state != NULL ? tab->state : "");
    }
  variant = g_variant_ref_sink (g_variant_new (FORMAT, selected, &builder));
  return g_variant_print (variant, FALSE);
}

/**
 * comptoir_kept_tabs_from_string:
 * @text: (nullable): what was kept
 * @selected: (out): the tab in front, from 0
 *
 * Returns: (transfer full) (element-type ComptoirKeptTab): the tabs; none where @text can't be read
 */
GPtrArray *
comptoir_kept_tabs_from_string (const char *text, guint *selected)
{
  GPtrArray *tabs = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_kept_tab_free);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariantIter) iter = NULL;
  const char *name;
  const char *state;

  g_return_val_if_fail (selected != NULL, tabs);

  *selected = 0;
  if (text != NULL)
    variant = g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL);
  if (variant == NULL)
    return tabs;
  g_variant_get (variant, FORMAT, selected, &iter);
  while (g_variant_iter_next (iter, "(&s&s)", &name, &state))
    g_ptr_array_add (tabs, comptoir_kept_tab_new (name, *state != '\0' ? state : NULL));
  return tabs;
}

/**
 * comptoir_kept_tabs_save:
 * @store: a store
 * @entry: whose tabs they are
 * @tabs: (element-type ComptoirKeptTab): the open tabs in their order
 * @selected: the one in front, from 0
 *
 * Keeps the open tabs of a shop.
 */
void
comptoir_kept_tabs_save (ComptoirStore *store,
                         ComptoirAccountEntry *entry,
                         GPtrArray *tabs,
                         guint selected)
{
  g_autofree char *text = comptoir_kept_tabs_to_string (tabs, selected);

  comptoir_store_set_value (store, comptoir_account_entry_get_id (entry), VALUE_NAME, text);
}

/**
 * comptoir_kept_tabs_load:
 * @store: a store
 * @entry: whose tabs they are
 * @selected: (out): the tab in front, from 0
 *
 * Returns: (transfer full) (element-type ComptoirKeptTab): the tabs that were kept
 */
GPtrArray *
comptoir_kept_tabs_load (ComptoirStore *store, ComptoirAccountEntry *entry, guint *selected)
{
  g_autofree char *text
      = comptoir_store_dup_value (store, comptoir_account_entry_get_id (entry), VALUE_NAME);

  return comptoir_kept_tabs_from_string (text, selected);
}
