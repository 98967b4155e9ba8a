/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-window.h"

#include <glib/gi18n-lib.h>

#include "comptoir-key-dialog.h"
#include "comptoir-sign-in-page.h"
#include "comptoir-window-actions.h"

struct _ComptoirWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkWidget *opening_box;
  GtkLabel *opening_label;
  GtkWidget *back_button;
  ComptoirSignInPage *sign_in_page;
  AdwBin *shop_bin;
  GtkRevealer *problem_revealer;
  GtkLabel *problem_label;
  GMenuModel *main_menu;

  GSettings *settings;
  ComptoirSession *session;
  GSignalGroup *shop;
  GCancellable *opening;
  ComptoirAccountEntry *wanted; /* what is being opened */
  GtkWidget *key_dialog;
  guint spinner_source;
};

G_DEFINE_FINAL_TYPE (ComptoirWindow, comptoir_window, ADW_TYPE_APPLICATION_WINDOW)

static void
stop_opening (ComptoirWindow *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->wanted);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_widget_set_visible (self->opening_box, FALSE);
}

static void
on_opening_takes_long (gpointer user_data)
{
  ComptoirWindow *self = user_data;

  self->spinner_source = 0;
  gtk_widget_set_visible (self->opening_box, TRUE);
}

static void
start_opening (ComptoirWindow *self, const char *sentence)
{
  stop_opening (self);
  self->opening = g_cancellable_new ();
  gtk_label_set_label (self->opening_label, sentence);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  self->spinner_source = g_timeout_add_once (500, on_opening_takes_long, self);
  comptoir_window_actions_update (self);
}

/* Of several windows on a shop, the first one keeps its tabs. */
static gboolean
is_first_on (ComptoirWindow *self, ComptoirShop *shop)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      ComptoirShopView *view;

      if (!COMPTOIR_IS_WINDOW (l->data) || l->data == (gpointer) self)
        continue;
      view = comptoir_window_get_shop_view (l->data);
      if (view != NULL && comptoir_shop_view_get_shop (view) == shop
          && comptoir_shop_view_get_keeps_tabs (view))
        return FALSE;
    }
  return TRUE;
}

static void
on_new_key (ComptoirWindow *self, KashAccount *account)
{
  comptoir_session_replace_key (self->session, comptoir_window_get_shop (self), account);
}

/* Comes once a failed request; one dialog is enough. */
static void
on_key_refused (ComptoirWindow *self, ComptoirShop *shop)
{
  if (self->key_dialog != NULL || !is_first_on (self, shop))
    return;
  g_set_weak_pointer (&self->key_dialog, comptoir_key_dialog_new (shop, GTK_WINDOW (self)));
  g_signal_connect_object (self->key_dialog, "signed-in", G_CALLBACK (on_new_key), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->key_dialog));
}

static void
on_key_not_kept (ComptoirWindow *self, ComptoirAccountEntry *entry)
{
  comptoir_window_toast (self, _ ("The keyring didn’t take the key. You stay signed in until the "
                                  "program is closed."));
}

static void
on_signed_in (ComptoirWindow *self, KashAccount *account, gboolean keep)
{
  comptoir_window_show_shop (self, comptoir_session_add (self->session, account, keep));
}

static void
on_demo_wanted (ComptoirWindow *self)
{
  comptoir_window_open_demo (self, 0, NULL);
}

static void
on_entry_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirWindow) self = user_data;
  g_autoptr (ComptoirAccountEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirShop) shop
      = comptoir_session_open_finish (COMPTOIR_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->wanted == NULL)
    return;
  entry = g_steal_pointer (&self->wanted);
  if (shop != NULL)
    comptoir_window_show_shop (self, shop);
  else
    comptoir_window_show_sign_in (self, entry);
}

static void
on_demo_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirShop) shop
      = comptoir_session_open_demo_finish (COMPTOIR_SESSION (source), result, &error);

  comptoir_sign_in_page_set_demo_busy (self->sign_in_page, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->opening == NULL)
    return;
  if (shop != NULL)
    {
      comptoir_window_show_shop (self, shop);
      return;
    }
  comptoir_window_show_sign_in (self, NULL);
  comptoir_window_toast (self, _ ("The demo shop could not be opened."));
}

static void
on_problem_changed (ComptoirWindow *self)
{
  const char *problem = comptoir_store_get_problem (comptoir_session_get_store (self->session));

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_revealer_set_reveal_child (self->problem_revealer, problem != NULL);
}

static gboolean
comptoir_window_close_request (GtkWindow *window)
{
  ComptoirShopView *view = comptoir_window_get_shop_view (COMPTOIR_WINDOW (window));

  if (view != NULL)
    comptoir_shop_view_keep_tabs (view);
  return GTK_WINDOW_CLASS (comptoir_window_parent_class)->close_request (window);
}

static void
comptoir_window_dispose (GObject *object)
{
  ComptoirWindow *self = COMPTOIR_WINDOW (object);

  if (self->stack != NULL)
    stop_opening (self);
  g_clear_weak_pointer (&self->key_dialog);
  g_clear_object (&self->shop);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_WINDOW);
  G_OBJECT_CLASS (comptoir_window_parent_class)->dispose (object);
}

static void
comptoir_window_class_init (ComptoirWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = comptoir_window_close_request;

  g_type_ensure (COMPTOIR_TYPE_SIGN_IN_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/app/comptoir-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ComptoirWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirWindow, opening_box);
  gtk_widget_class_bind_template_child (widget_class, ComptoirWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirWindow, sign_in_page);
  gtk_widget_class_bind_template_child (widget_class, ComptoirWindow, shop_bin);
  gtk_widget_class_bind_template_child (widget_class, ComptoirWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, ComptoirWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirWindow, main_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_signed_in);
  gtk_widget_class_bind_template_callback (widget_class, on_demo_wanted);
}

static void
comptoir_window_init (ComptoirWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_icon_name (GTK_WINDOW (self), COMPTOIR_APPLICATION_ID);
  self->settings = g_settings_new (COMPTOIR_APPLICATION_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  self->shop = g_signal_group_new (COMPTOIR_TYPE_SHOP);
  g_signal_group_connect_swapped (self->shop, "key-refused", G_CALLBACK (on_key_refused), self);
}

/**
 * comptoir_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that GTK owns, still to be told what to open
 */
GtkWidget *
comptoir_window_new (ComptoirApplication *application)
{
  ComptoirWindow *self;

  g_return_val_if_fail (COMPTOIR_IS_APPLICATION (application), NULL);

  self = g_object_new (COMPTOIR_TYPE_WINDOW, "application", application, NULL);
  self->session = g_object_ref (comptoir_application_get_session (application));
  g_signal_connect_object (self->session, "key-not-kept", G_CALLBACK (on_key_not_kept), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (comptoir_session_get_store (self->session), "notify::problem",
                           G_CALLBACK (on_problem_changed), self, G_CONNECT_SWAPPED);
  on_problem_changed (self);
  comptoir_window_actions_install (self);
  return GTK_WIDGET (self);
}

/**
 * comptoir_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): the shops of the program
 */
ComptoirSession *
comptoir_window_get_session (ComptoirWindow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * comptoir_window_get_shop_view:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the shop it is in, also while another signs in
 */
ComptoirShopView *
comptoir_window_get_shop_view (ComptoirWindow *self)
{
  GtkWidget *child;

  g_return_val_if_fail (COMPTOIR_IS_WINDOW (self), NULL);

  child = self->shop_bin != NULL ? adw_bin_get_child (self->shop_bin) : NULL;
  return child != NULL ? COMPTOIR_SHOP_VIEW (child) : NULL;
}

/**
 * comptoir_window_get_shop:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the shop it is in
 */
ComptoirShop *
comptoir_window_get_shop (ComptoirWindow *self)
{
  ComptoirShopView *view = comptoir_window_get_shop_view (self);

  return view != NULL ? comptoir_shop_view_get_shop (view) : NULL;
}

/**
 * comptoir_window_is_in_shop:
 * @self: a window
 *
 * Returns: whether a shop is what it shows
 */
gboolean
comptoir_window_is_in_shop (ComptoirWindow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_WINDOW (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "shop") == 0;
}

/**
 * comptoir_window_open_entry:
 * @self: a window
 * @entry: a shop
 *
 * Opens a shop, or asks for its key where that isn't kept.
 */
void
comptoir_window_open_entry (ComptoirWindow *self, ComptoirAccountEntry *entry)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (COMPTOIR_IS_WINDOW (self));
  g_return_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (entry));

  sentence = g_strdup_printf (_ ("Looking for the key of %s…"),
                              comptoir_account_entry_get_title (entry));
  start_opening (self, sentence);
  self->wanted = g_object_ref (entry);
  comptoir_session_open_async (self->session, entry, self->opening, on_entry_opened,
                               g_object_ref (self));
}

/**
 * comptoir_window_open_first:
 * @self: a window
 *
 * Opens the shop of the last time, or signs in.
 */
void
comptoir_window_open_first (ComptoirWindow *self)
{
  ComptoirSession *session = self->session;
  ComptoirAccountEntry *current = comptoir_session_get_current (session);
  g_autoptr (ComptoirAccountEntry) first
      = g_list_model_get_item (comptoir_session_get_shops (session), 0);

  if (current == NULL)
    current = first;
  if (current != NULL)
    comptoir_window_open_entry (self, current);
  else
    comptoir_window_show_sign_in (self, NULL);
}

/**
 * comptoir_window_open_demo:
 * @self: a window
 * @seed: the same seed gives the same shop
 * @today: (nullable): the day it is there, %NULL for the real one
 *
 * Makes the demo shop and opens it.
 */
void
comptoir_window_open_demo (ComptoirWindow *self, guint32 seed, const GDate *today)
{
  g_return_if_fail (COMPTOIR_IS_WINDOW (self));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "sign-in") == 0)
    {
      stop_opening (self);
      self->opening = g_cancellable_new ();
      comptoir_sign_in_page_set_demo_busy (self->sign_in_page, TRUE);
    }
  else
    start_opening (self, _ ("Opening the demo shop…"));
  comptoir_session_open_demo_async (self->session, seed, today, self->opening, on_demo_opened,
                                    g_object_ref (self));
}

/**
 * comptoir_window_show_shop:
 * @self: a window
 * @shop: an open shop
 *
 * Shows a shop in place of what was there.
 */
void
comptoir_window_show_shop (ComptoirWindow *self, ComptoirShop *shop)
{
  ComptoirSession *session;
  GtkWidget *view;

  g_return_if_fail (COMPTOIR_IS_WINDOW (self));
  g_return_if_fail (COMPTOIR_IS_SHOP (shop));

  session = self->session;
  stop_opening (self);
  if (comptoir_window_get_shop (self) != shop)
    {
      comptoir_window_leave_shop (self);
      view = comptoir_shop_view_new (shop, comptoir_session_get_shops (session),
                                     is_first_on (self, shop));
      comptoir_shop_view_set_up (COMPTOIR_SHOP_VIEW (view), self->main_menu, self->settings);
      adw_bin_set_child (self->shop_bin, view);
      g_signal_group_set_target (self->shop, shop);
      comptoir_session_set_current (session, comptoir_shop_get_entry (shop));
    }
  comptoir_sign_in_page_reset (self->sign_in_page);
  gtk_stack_set_visible_child_name (self->stack, "shop");
  gtk_widget_grab_focus (GTK_WIDGET (comptoir_window_get_shop_view (self)));
  comptoir_window_actions_update (self);
}

/**
 * comptoir_window_show_sign_in:
 * @self: a window
 * @entry: (nullable): the shop to ask the key of, %NULL for a new one
 *
 * Shows the sign-in page; with a way back where a shop is open.
 */
void
comptoir_window_show_sign_in (ComptoirWindow *self, ComptoirAccountEntry *entry)
{
  g_return_if_fail (COMPTOIR_IS_WINDOW (self));
  g_return_if_fail (entry == NULL || COMPTOIR_IS_ACCOUNT_ENTRY (entry));

  stop_opening (self);
  comptoir_sign_in_page_reset (self->sign_in_page);
  if (entry != NULL)
    comptoir_sign_in_page_set_shop (self->sign_in_page, comptoir_account_entry_get_base_url (entry),
                                    comptoir_account_entry_get_shop_id (entry),
                                    comptoir_account_entry_get_title (entry));
  gtk_widget_set_visible (self->back_button, comptoir_window_get_shop (self) != NULL);
  gtk_stack_set_visible_child_name (self->stack, "sign-in");
  gtk_widget_grab_focus (GTK_WIDGET (self->sign_in_page));
  comptoir_window_actions_update (self);
}

/**
 * comptoir_window_leave_sign_in:
 * @self: a window
 *
 * Goes back to the shop that is open behind the sign-in page, if there is one.
 */
void
comptoir_window_leave_sign_in (ComptoirWindow *self)
{
  ComptoirShop *shop = comptoir_window_get_shop (self);

  if (shop != NULL)
    comptoir_window_show_shop (self, shop);
}

/**
 * comptoir_window_leave_shop:
 * @self: a window
 *
 * Closes the shop's view; its tabs are kept.
 */
void
comptoir_window_leave_shop (ComptoirWindow *self)
{
  ComptoirShopView *view;

  g_return_if_fail (COMPTOIR_IS_WINDOW (self));

  view = comptoir_window_get_shop_view (self);
  if (view == NULL)
    return;
  comptoir_shop_view_keep_tabs (view);
  g_signal_group_set_target (self->shop, NULL);
  if (self->key_dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->key_dialog));
  adw_bin_set_child (self->shop_bin, NULL);
}

/**
 * comptoir_window_toast:
 * @self: a window
 * @sentence: what happened
 *
 * Says something in passing.
 */
void
comptoir_window_toast (ComptoirWindow *self, const char *sentence)
{
  g_return_if_fail (COMPTOIR_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (sentence));
}
