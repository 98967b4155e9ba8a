/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-client-chooser.h"

#include <glib/gi18n-lib.h>

#include "comptoir-client-form.h"
#include "comptoir-client-match.h"
#include "comptoir-display.h"
#include "comptoir-match-entry.h"
#include "comptoir-remark.h"
#include "comptoir-table-model.h"

#define MAX_MATCHES 10

struct _ComptoirClientChooser
{
  AdwBin parent_instance;

  GtkWidget *new_button;
  GtkWidget *search_button;
  GtkStack *stack;
  ComptoirMatchEntry *entry;
  AdwActionRow *client;
  GtkWidget *remove_button;
  ComptoirClientForm *form;
  GtkLabel *remark;

  ComptoirShop *shop;
  ComptoirOrderDraft *draft;
  ComptoirDataset *dataset;
  ComptoirTableModel *clients;
  gboolean typing;                  /* a new client, though nothing of it is typed yet */
  char *kept[KASH_N_CLIENT_FIELDS]; /* (nullable): what was typed of one, and then left out */
};

G_DEFINE_FINAL_TYPE (ComptoirClientChooser, comptoir_client_chooser, ADW_TYPE_BIN)

static guint show_reference_signal;

static gboolean
has_new_client (ComptoirClientChooser *self)
{
  for (guint field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    if (*comptoir_order_draft_get_client_field (self->draft, field) != '\0')
      return TRUE;
  return FALSE;
}

static void
show_client (ComptoirClientChooser *self, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  ComptoirTable *table = comptoir_dataset_get_table (self->dataset);
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  guint row;

  if (table != NULL && comptoir_dataset_find_row (self->dataset, text, &row))
    {
      title = comptoir_display_row_title (self->shop, table, row);
      detail = comptoir_client_match_dup_detail (self->shop, table, row);
    }
  else if (table != NULL && !comptoir_dataset_get_loading (self->dataset))
    detail = g_strdup (_ ("This client is not in the list of clients any more."));
  if (title == NULL)
    title = g_strdup_printf (_ ("Client No. %s"), text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->client), title);
  adw_action_row_set_subtitle (self->client, detail != NULL ? detail : "");
}

static void
update (ComptoirClientChooser *self)
{
  gint64 id = comptoir_order_draft_get_client (self->draft);
  const char *page = id != 0 ? "chosen" : self->typing || has_new_client (self) ? "new" : "search";

  if (id != 0)
    show_client (self, id);
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->new_button, g_str_equal (page, "search"));
  gtk_widget_set_visible (self->search_button, g_str_equal (page, "new"));
}

static gboolean
is_focused (ComptoirClientChooser *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static const char *
get_reason (ComptoirClientChooser *self)
{
  if (comptoir_table_model_get_busy (self->clients))
    return _ ("Searching…");
  if (comptoir_dataset_get_loading (self->dataset))
    return _ ("The clients are being loaded…");
  if (comptoir_dataset_get_error (self->dataset) != NULL
      && comptoir_dataset_get_n_rows (self->dataset) == 0)
    return _ ("The clients could not be loaded. A new client can still be typed in.");
  return _ ("No client matches. “New Client” types one in.");
}

static void
show_matches (ComptoirClientChooser *self)
{
  GPtrArray *matches;
  guint n;

  if (*comptoir_match_entry_get_text (self->entry) == '\0' || !is_focused (self)
      || comptoir_table_model_get_busy (self->clients))
    return;
  matches = g_ptr_array_new_with_free_func ((GDestroyNotify) comptoir_match_free);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->clients));
  for (guint i = 0; i < MIN (n, MAX_MATCHES); i++)
    {
      ComptoirTable *table = comptoir_dataset_get_table (self->dataset);
      guint row = comptoir_table_model_get_row_index (self->clients, i);

      g_ptr_array_add (matches, comptoir_client_match_new (self->shop, table, row));
    }
  comptoir_match_entry_show_matches (self->entry, matches, get_reason (self));
}

static void
on_text_changed (ComptoirClientChooser *self)
{
  const char *text = comptoir_match_entry_get_text (self->entry);

  if (self->clients == NULL)
    return;
  comptoir_table_model_set_search (self->clients, text);
  if (*text == '\0')
    comptoir_match_entry_hide_matches (self->entry);
  else
    show_matches (self);
}

static void
on_chosen (ComptoirClientChooser *self, guint position)
{
  gint64 id = comptoir_match_entry_get_match (self->entry, position)->id;

  comptoir_match_entry_clear (self->entry);
  comptoir_order_draft_set_client (self->draft, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->client));
}

static void
forget_kept (ComptoirClientChooser *self)
{
  for (guint field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    g_clear_pointer (&self->kept[field], g_free);
}

static void
on_new (ComptoirClientChooser *self)
{
  self->typing = TRUE;
  comptoir_match_entry_clear (self->entry);
  for (guint field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    if (self->kept[field] != NULL)
      comptoir_order_draft_set_client_field (self->draft, field, self->kept[field]);
  forget_kept (self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
on_search (ComptoirClientChooser *self)
{
  forget_kept (self);
  self->typing = FALSE;
  for (guint field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    {
      self->kept[field] = g_strdup (comptoir_order_draft_get_client_field (self->draft, field));
      comptoir_order_draft_set_client_field (self->draft, field, "");
    }
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_remove (ComptoirClientChooser *self)
{
  comptoir_order_draft_set_client (self->draft, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_show_client (ComptoirClientChooser *self)
{
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, comptoir_order_draft_get_client (self->draft));

  g_signal_emit (self, show_reference_signal, 0, "clients", id);
}

static gboolean
comptoir_client_chooser_grab_focus (GtkWidget *widget)
{
  ComptoirClientChooser *self = COMPTOIR_CLIENT_CHOOSER (widget);
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (g_str_equal (page, "search"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return gtk_widget_grab_focus (g_str_equal (page, "new") ? GTK_WIDGET (self->form)
                                                          : GTK_WIDGET (self->client));
}

static void
unfollow (ComptoirClientChooser *self)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  if (self->clients != NULL)
    g_signal_handlers_disconnect_by_data (self->clients, self);
  if (self->dataset != NULL)
    g_signal_handlers_disconnect_by_data (self->dataset, self);
}

static void
comptoir_client_chooser_dispose (GObject *object)
{
  ComptoirClientChooser *self = COMPTOIR_CLIENT_CHOOSER (object);

  unfollow (self);
  forget_kept (self);
  g_clear_object (&self->clients);
  g_clear_object (&self->dataset);
  g_clear_object (&self->draft);
  g_clear_object (&self->shop);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_CLIENT_CHOOSER);
  G_OBJECT_CLASS (comptoir_client_chooser_parent_class)->dispose (object);
}

static void
comptoir_client_chooser_class_init (ComptoirClientChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_client_chooser_dispose;
  widget_class->grab_focus = comptoir_client_chooser_grab_focus;
  show_reference_signal
      = g_signal_new ("show-reference", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (COMPTOIR_TYPE_MATCH_ENTRY);
  g_type_ensure (COMPTOIR_TYPE_CLIENT_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-client-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirClientChooser, new_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirClientChooser, search_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirClientChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirClientChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, ComptoirClientChooser, client);
  gtk_widget_class_bind_template_child (widget_class, ComptoirClientChooser, remove_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirClientChooser, form);
  gtk_widget_class_bind_template_child (widget_class, ComptoirClientChooser, remark);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_show_client);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
comptoir_client_chooser_init (ComptoirClientChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  comptoir_match_entry_describe (self->entry, _ ("Search the clients"),
                                 _ ("Name, phone, e-mail or barcode"), "system-search-symbolic");
}

/**
 * comptoir_client_chooser_set_draft:
 * @shop: whose clients to search; they are loaded
 * @draft: the order
 */
void
comptoir_client_chooser_set_draft (ComptoirClientChooser *self,
                                   ComptoirShop *shop,
                                   ComptoirOrderDraft *draft)
{
  g_return_if_fail (COMPTOIR_IS_CLIENT_CHOOSER (self));
  g_return_if_fail (COMPTOIR_IS_SHOP (shop));
  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (draft));

  unfollow (self);
  forget_kept (self);
  g_set_object (&self->draft, draft);
  if (g_set_object (&self->shop, shop))
    {
      g_set_object (&self->dataset, comptoir_shop_get_dataset (shop, KASH_RESOURCE_CLIENTS));
      g_clear_object (&self->clients);
      self->clients = comptoir_table_model_new (shop, self->dataset);
      comptoir_dataset_load (self->dataset);
    }
  g_signal_connect_swapped (self->clients, "items-changed", G_CALLBACK (show_matches), self);
  g_signal_connect_swapped (self->clients, "notify::busy", G_CALLBACK (show_matches), self);
  g_signal_connect_swapped (self->dataset, "notify::loading", G_CALLBACK (update), self);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (update), self);
  self->typing = FALSE;
  comptoir_match_entry_clear (self->entry);
  comptoir_client_form_set_draft (self->form, draft);
  update (self);
}

/**
 * comptoir_client_chooser_clear_remarks:
 */
void
comptoir_client_chooser_clear_remarks (ComptoirClientChooser *self)
{
  g_return_if_fail (COMPTOIR_IS_CLIENT_CHOOSER (self));

  for (guint field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    comptoir_client_form_set_remark (self->form, field, NULL, FALSE);
  comptoir_remark_show (self->remark, NULL, NULL, FALSE);
}

/**
 * comptoir_client_chooser_add_remark:
 * @field: which field of a new client, or -1 for the client as a whole
 * @sentence: what is the matter with it
 * @blocks: whether the order can't be sent like this
 */
void
comptoir_client_chooser_add_remark (ComptoirClientChooser *self,
                                    int field,
                                    const char *sentence,
                                    gboolean blocks)
{
  g_return_if_fail (COMPTOIR_IS_CLIENT_CHOOSER (self));
  g_return_if_fail (field < KASH_N_CLIENT_FIELDS);

  if (field >= 0 && comptoir_order_draft_get_client (self->draft) == 0
      && (self->typing || has_new_client (self)))
    comptoir_client_form_set_remark (self->form, field, sentence, blocks);
  else
    comptoir_remark_show (self->remark, NULL, sentence, blocks);
}

/**
 * comptoir_client_chooser_edit:
 * @field: which field of a new client, or -1
 *
 * Puts the keyboard where the client is typed in or chosen.
 */
void
comptoir_client_chooser_edit (ComptoirClientChooser *self, int field)
{
  g_return_if_fail (COMPTOIR_IS_CLIENT_CHOOSER (self));
  g_return_if_fail (field < KASH_N_CLIENT_FIELDS);

  if (field >= 0 && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "new"))
    comptoir_client_form_edit (self->form, field);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
