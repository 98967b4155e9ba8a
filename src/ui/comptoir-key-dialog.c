/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-key-dialog.h"

#include <glib/gi18n-lib.h>

#include "comptoir-sign-in-form.h"

struct _ComptoirKeyDialog
{
  AdwWindow parent_instance;

  GtkLabel *text_label;
  GtkWidget *sign_in_button;
  ComptoirSignInForm *form;
};

G_DEFINE_FINAL_TYPE (ComptoirKeyDialog, comptoir_key_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_form_changed (ComptoirKeyDialog *self)
{
  gtk_widget_set_sensitive (self->sign_in_button,
                            comptoir_sign_in_form_get_complete (self->form)
                                && !comptoir_sign_in_form_get_busy (self->form));
}

static void
on_signed_in (ComptoirKeyDialog *self, KashAccount *account)
{
  g_signal_emit (self, signals[SIGNED_IN], 0, account);
  gtk_window_close (GTK_WINDOW (self));
}

/* Gives up the attempt that is under way first, then the dialog. */
static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComptoirKeyDialog *self = COMPTOIR_KEY_DIALOG (widget);

  if (comptoir_sign_in_form_get_busy (self->form))
    comptoir_sign_in_form_cancel (self->form);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
comptoir_key_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMPTOIR_TYPE_KEY_DIALOG);
  G_OBJECT_CLASS (comptoir_key_dialog_parent_class)->dispose (object);
}

static void
comptoir_key_dialog_class_init (ComptoirKeyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_key_dialog_dispose;

  signals[SIGNED_IN] = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, KASH_TYPE_ACCOUNT);

  g_type_ensure (COMPTOIR_TYPE_SIGN_IN_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-key-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirKeyDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirKeyDialog, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirKeyDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_signed_in);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_sign_in_form_submit);
  gtk_widget_class_install_action (widget_class, "key-dialog.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "key-dialog.cancel", NULL);
}

static void
comptoir_key_dialog_init (ComptoirKeyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_form_changed (self);
}

/**
 * comptoir_key_dialog_new:
 * @shop: the shop whose key is refused
 * @parent: the window it stands in front of
 *
 * Returns: (transfer none): a dialog that GTK owns until it is closed
 */
GtkWidget *
comptoir_key_dialog_new (ComptoirShop *shop, GtkWindow *parent)
{
  ComptoirKeyDialog *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (COMPTOIR_TYPE_KEY_DIALOG, "transient-for", parent, NULL);
  text = g_strdup_printf (_ ("The service no longer accepts the key of %s. Once you have signed in "
                             "again, everything goes on where it was."),
                          comptoir_account_entry_get_title (comptoir_shop_get_entry (shop)));
  gtk_label_set_label (self->text_label, text);
  comptoir_sign_in_form_pin_account (self->form,
                                     kash_client_get_account (comptoir_shop_get_client (shop)));
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
  return GTK_WIDGET (self);
}
