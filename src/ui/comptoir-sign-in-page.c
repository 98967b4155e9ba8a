/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sign-in-page.h"

#include <glib/gi18n-lib.h>

#include "comptoir-keyring.h"
#include "comptoir-sign-in-form.h"

struct _ComptoirSignInPage
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  ComptoirSignInForm *form;
  AdwActionRow *keep_row;
  GtkSwitch *keep_switch;
  GtkStack *button_stack;
  GtkWidget *demo_button;
  GtkWidget *cancel_button;
  GtkSpinner *spinner;
  GtkLabel *busy_label;

  GCancellable *cancellable;
  gboolean demo_busy;
  gboolean probed;
};

G_DEFINE_FINAL_TYPE (ComptoirSignInPage, comptoir_sign_in_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DEMO_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNED_IN,
  DEMO_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_busy (ComptoirSignInPage *self)
{
  gboolean trying = comptoir_sign_in_form_get_busy (self->form);
  gboolean busy = trying || self->demo_busy;

  gtk_stack_set_visible_child_name (self->button_stack, busy ? "busy" : "ready");
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_label_set_label (self->busy_label,
                       self->demo_busy ? _ ("Opening the demo shop…") : _ ("Signing in…"));
  gtk_widget_set_visible (self->cancel_button, trying);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep_row), !busy);
}

static void
set_keyring_available (ComptoirSignInPage *self, gboolean available)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep_switch), available);
  if (!available)
    gtk_switch_set_active (self->keep_switch, FALSE);
  adw_action_row_set_subtitle (
      self->keep_row, available ? ""
                                : _ ("This computer has no keyring to keep the key in, so it is "
                                     "kept until the program is closed."));
}

static void
on_keyring_probed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  char *key = comptoir_keyring_load_finish (result, &error);

  comptoir_keyring_free_key (key);
  if (self->cancellable != NULL)
    set_keyring_available (self, !g_error_matches (error, COMPTOIR_STORE_ERROR,
                                                   COMPTOIR_STORE_ERROR_NO_SECRET_SERVICE));
}

static void
on_busy_changed (ComptoirSignInPage *self)
{
  update_busy (self);
}

static void
on_signed_in (ComptoirSignInPage *self, KashAccount *account)
{
  g_signal_emit (self, signals[SIGNED_IN], 0, account, gtk_switch_get_active (self->keep_switch));
}

static void
on_demo_clicked (ComptoirSignInPage *self)
{
  g_signal_emit (self, signals[DEMO_WANTED], 0);
}

/* Looking for a key that can't be there tells whether there is a place for keys at all. */
static void
comptoir_sign_in_page_map (GtkWidget *widget)
{
  ComptoirSignInPage *self = COMPTOIR_SIGN_IN_PAGE (widget);

  GTK_WIDGET_CLASS (comptoir_sign_in_page_parent_class)->map (widget);
  if (self->probed)
    return;
  self->probed = TRUE;
  comptoir_keyring_load_async ("-", self->cancellable, on_keyring_probed, g_object_ref (self));
}

static gboolean
comptoir_sign_in_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_SIGN_IN_PAGE (widget)->form));
}

static void
comptoir_sign_in_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirSignInPage *self = COMPTOIR_SIGN_IN_PAGE (object);

  switch (id)
    {
    case PROP_DEMO_BUSY:
      g_value_set_boolean (value, self->demo_busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_sign_in_page_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DEMO_BUSY:
      comptoir_sign_in_page_set_demo_busy (COMPTOIR_SIGN_IN_PAGE (object),
                                           g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_sign_in_page_dispose (GObject *object)
{
  ComptoirSignInPage *self = COMPTOIR_SIGN_IN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SIGN_IN_PAGE);
  G_OBJECT_CLASS (comptoir_sign_in_page_parent_class)->dispose (object);
}

static void
comptoir_sign_in_page_class_init (ComptoirSignInPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_sign_in_page_dispose;
  object_class->get_property = comptoir_sign_in_page_get_property;
  object_class->set_property = comptoir_sign_in_page_set_property;
  widget_class->map = comptoir_sign_in_page_map;
  widget_class->grab_focus = comptoir_sign_in_page_grab_focus;

  properties[PROP_DEMO_BUSY]
      = g_param_spec_boolean ("demo-busy", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNED_IN]
      = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, KASH_TYPE_ACCOUNT, G_TYPE_BOOLEAN);
  signals[DEMO_WANTED] = g_signal_new ("demo-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COMPTOIR_TYPE_SIGN_IN_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInPage, form);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInPage, keep_row);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInPage, keep_switch);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInPage, button_stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInPage, demo_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInPage, busy_label);
  gtk_widget_class_bind_template_callback (widget_class, on_busy_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_signed_in);
  gtk_widget_class_bind_template_callback (widget_class, on_demo_clicked);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_sign_in_form_submit);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_sign_in_form_cancel);
}

static void
comptoir_sign_in_page_init (ComptoirSignInPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_busy (self);
}

/**
 * comptoir_sign_in_page_new:
 *
 * Returns: (transfer floating): an empty sign-in page
 */
GtkWidget *
comptoir_sign_in_page_new (void)
{
  return g_object_new (COMPTOIR_TYPE_SIGN_IN_PAGE, NULL);
}

/**
 * comptoir_sign_in_page_set_shop:
 * @self: a sign-in page
 * @base_url: its server
 * @shop_id: its shop ID
 * @title: what the person calls it
 *
 * Asks for the key of a shop that is known already.
 */
void
comptoir_sign_in_page_set_shop (ComptoirSignInPage *self,
                                const char *base_url,
                                const char *shop_id,
                                const char *title)
{
  g_autofree char *heading = NULL;

  g_return_if_fail (COMPTOIR_IS_SIGN_IN_PAGE (self));
  g_return_if_fail (title != NULL);

  heading = g_strdup_printf (_ ("Sign In to %s"), title);
  gtk_label_set_label (self->title_label, heading);
  gtk_label_set_label (self->subtitle_label, _ ("Its key isn’t kept on this computer."));
  comptoir_sign_in_form_clear (self->form);
  comptoir_sign_in_form_set_account (self->form, base_url, shop_id);
}

/**
 * comptoir_sign_in_page_reset:
 * @self: a sign-in page
 *
 * Empties the page and cancels what was under way, for another shop.
 */
void
comptoir_sign_in_page_reset (ComptoirSignInPage *self)
{
  g_return_if_fail (COMPTOIR_IS_SIGN_IN_PAGE (self));

  comptoir_sign_in_form_cancel (self->form);
  comptoir_sign_in_form_clear (self->form);
  gtk_label_set_label (self->title_label, _ ("Sign In to Your Shop"));
  gtk_label_set_label (self->subtitle_label, _ ("With the account you use for the cash register."));
}

/**
 * comptoir_sign_in_page_get_demo_busy:
 * @self: a sign-in page
 *
 * Returns: whether the demo shop is being made
 */
gboolean
comptoir_sign_in_page_get_demo_busy (ComptoirSignInPage *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SIGN_IN_PAGE (self), FALSE);

  return self->demo_busy;
}

/**
 * comptoir_sign_in_page_set_demo_busy:
 * @self: a sign-in page
 * @busy: whether the demo shop is being made
 *
 * While it is, the page says so in place of its buttons.
 */
void
comptoir_sign_in_page_set_demo_busy (ComptoirSignInPage *self, gboolean busy)
{
  g_return_if_fail (COMPTOIR_IS_SIGN_IN_PAGE (self));

  busy = !!busy;
  if (self->demo_busy == busy)
    return;
  self->demo_busy = busy;
  /* A text field that turns insensitive under the cursor goes on taking keys. */
  if (busy && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !busy);
  update_busy (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEMO_BUSY]);
}
