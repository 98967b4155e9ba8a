/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-page-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (ComptoirOrderPage, comptoir_order_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_LOADING,
  N_PROPS,
};

enum
{
  SHOW_REFERENCE,
  SHOW_SENT_ORDERS,
  STATE_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_draft_changed (ComptoirOrderPage *self)
{
  comptoir_order_page_update_remarks (self, NULL, NULL, NULL);
  comptoir_order_page_update_total (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
on_keeper_changed (ComptoirOrderPage *self)
{
  const char *problem = comptoir_draft_keeper_get_problem (self->keeper);
  g_autofree char *sentence = NULL;

  if (problem != NULL)
    /* Translators: %s is a sentence that says why */
    sentence = g_strdup_printf (_ ("What you type is not kept on this computer. %s"), problem);
  gtk_label_set_label (self->kept_sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->kept_problem, problem != NULL);
}

static void
on_id_changed (ComptoirOrderPage *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

/* The keyboard stays in the entry for the next item; a line of its own wants its title and price.
 */
static void
on_added (ComptoirOrderPage *self, ComptoirDraftLine *line)
{
  guint last = g_list_model_get_n_items (G_LIST_MODEL (self->draft)) - 1;

  if (comptoir_draft_line_get_kind (line) == KASH_LINE_ITEM)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else
    comptoir_draft_lines_edit (self->lines, last, COMPTOIR_LINE_TITLE);
}

static void
on_entry_left (ComptoirOrderPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->lines));
}

static void
on_lines_left (ComptoirOrderPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_show_reference (ComptoirOrderPage *self, const char *resource, const char *id)
{
  g_signal_emit (self, signals[SHOW_REFERENCE], 0, resource, id);
}

static void
on_close_message (ComptoirOrderPage *self)
{
  comptoir_order_page_show_message (self, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
comptoir_order_page_grab_focus (GtkWidget *widget)
{
  ComptoirOrderPage *self = COMPTOIR_ORDER_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "outcome") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->outcome));
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
comptoir_order_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (comptoir_order_page_parent_class)->map (widget);
  gtk_widget_grab_focus (widget);
}

static void
comptoir_order_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirOrderPage *self = COMPTOIR_ORDER_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      if (self->draft == NULL || comptoir_order_draft_is_empty (self->draft))
        g_value_set_static_string (value, _ ("New Order"));
      else
        g_value_take_string (value, comptoir_order_draft_dup_title (self->draft));
      break;
    case PROP_ICON_NAME:
      g_value_set_static_string (value, "comptoir-new-order-symbolic");
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading || self->sending != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
let_go_of_draft (ComptoirOrderPage *self)
{
  if (self->draft == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->draft, self);
  g_signal_handlers_disconnect_by_data (self->keeper, self);
  comptoir_draft_keeper_close (self->keeper);
  g_clear_object (&self->keeper);
  g_clear_object (&self->draft);
}

/* A sending under way goes on: the journal notes how it ends. */
static void
comptoir_order_page_dispose (GObject *object)
{
  ComptoirOrderPage *self = COMPTOIR_ORDER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->summary);
  let_go_of_draft (self);
  /* The bound child is the bin's own: it would be unparented twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_ORDER_PAGE);
  g_clear_object (&self->shop);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (comptoir_order_page_parent_class)->dispose (object);
}

static void
comptoir_order_page_finalize (GObject *object)
{
  ComptoirOrderPage *self = COMPTOIR_ORDER_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->sending);
  g_clear_pointer (&self->order, kash_order_free);
  g_free (self->number);
  G_OBJECT_CLASS (comptoir_order_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COMPTOIR_TYPE_SPLIT);
  g_type_ensure (COMPTOIR_TYPE_ITEM_ENTRY);
  g_type_ensure (COMPTOIR_TYPE_DRAFT_LINES);
  g_type_ensure (COMPTOIR_TYPE_ORDER_DETAILS);
  g_type_ensure (COMPTOIR_TYPE_ORDER_OUTCOME);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-order-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, kept_problem);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, kept_sentence);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, message);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, message_sentence);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, message_words);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, form);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, entry);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, lines);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, details);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, total);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, hint);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, bar);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, send_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, sending_box);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderPage, outcome);
  gtk_widget_class_bind_template_callback (widget_class, on_added);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_left);
  gtk_widget_class_bind_template_callback (widget_class, on_lines_left);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_order_page_removed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_reference);
  gtk_widget_class_bind_template_callback (widget_class, on_close_message);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_order_page_start_new);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_order_page_start_same);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_order_page_settle_recorded);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_order_page_settle_again);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_order_page_look);
}

static void
comptoir_order_page_class_init (ComptoirOrderPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = comptoir_order_page_get_property;
  object_class->dispose = comptoir_order_page_dispose;
  object_class->finalize = comptoir_order_page_finalize;
  widget_class->grab_focus = comptoir_order_page_grab_focus;
  widget_class->map = comptoir_order_page_map;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read_only);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, read_only);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SHOW_REFERENCE] = g_signal_new ("show-reference", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SHOW_SENT_ORDERS] = g_signal_new ("show-sent-orders", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  comptoir_order_page_install_actions (widget_class);
  bind_template (widget_class);
}

static void
comptoir_order_page_init (ComptoirOrderPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows a draft in place of the one before, which is kept as it is. */
void
comptoir_order_page_set_draft (ComptoirOrderPage *self,
                               ComptoirOrderDraft *draft,
                               gint64 id,
                               const char *reference)
{
  const char *account = comptoir_account_entry_get_id (comptoir_shop_get_entry (self->shop));

  let_go_of_draft (self);
  self->draft = g_object_ref (draft);
  self->keeper = comptoir_draft_keeper_new (self->journal, account, draft, id, reference);
  self->tried = FALSE;
  self->state = COMPTOIR_ORDER_STATE_DRAFT;
  g_clear_pointer (&self->number, g_free);
  comptoir_item_entry_set_draft (self->entry, self->shop, draft);
  comptoir_draft_lines_set_draft (self->lines, self->shop, draft);
  comptoir_order_details_set_draft (self->details, self->shop, draft);
  comptoir_order_page_show_message (self, NULL, NULL);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (on_draft_changed), self);
  g_signal_connect_swapped (draft, "notify", G_CALLBACK (comptoir_order_page_update_total), self);
  g_signal_connect_swapped (self->keeper, "notify::problem", G_CALLBACK (on_keeper_changed), self);
  g_signal_connect_swapped (self->keeper, "notify::id", G_CALLBACK (on_id_changed), self);
  on_keeper_changed (self);
  on_draft_changed (self);
  on_id_changed (self);
}

void
comptoir_order_page_set_loading (ComptoirOrderPage *self, gboolean loading)
{
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* @name: "loading", "form" or "outcome"; the keyboard goes there */
void
comptoir_order_page_show (ComptoirOrderPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* @sentence: (nullable): ours, %NULL for no message; @words: (nullable): somebody else's */
void
comptoir_order_page_show_message (ComptoirOrderPage *self, const char *sentence, const char *words)
{
  gtk_label_set_label (self->message_sentence, sentence != NULL ? sentence : "");
  gtk_label_set_label (self->message_words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_words), words != NULL);
  gtk_widget_set_visible (self->message, sentence != NULL);
}

/**
 * comptoir_order_page_new:
 * @shop: the shop
 * @journal: where drafts are kept and orders noted
 * @id: an entry of the journal to go on with, 0 for a new order
 *
 * Returns: (transfer floating): a page to key an order in
 */
GtkWidget *
comptoir_order_page_new (ComptoirShop *shop, ComptoirOrderJournal *journal, gint64 id)
{
  ComptoirOrderPage *self;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);
  g_return_val_if_fail (COMPTOIR_IS_ORDER_JOURNAL (journal), NULL);

  self = g_object_new (COMPTOIR_TYPE_ORDER_PAGE, NULL);
  self->shop = g_object_ref (shop);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "changed", G_CALLBACK (comptoir_order_page_follow), self,
                           G_CONNECT_SWAPPED);
  comptoir_order_page_start_new (self);
  if (id != 0)
    comptoir_order_page_open (self, id);
  return GTK_WIDGET (self);
}

/**
 * comptoir_order_page_get_id:
 *
 * Returns: the entry of the journal it works on, 0 while nothing was typed
 */
gint64
comptoir_order_page_get_id (ComptoirOrderPage *self)
{
  g_return_val_if_fail (COMPTOIR_IS_ORDER_PAGE (self), 0);
  if (self->opening != 0)
    return self->opening;
  return self->keeper != NULL ? comptoir_draft_keeper_get_id (self->keeper) : 0;
}
