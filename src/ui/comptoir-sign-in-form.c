/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-sign-in-form.h"

#include <glib/gi18n-lib.h>

#include "comptoir-sign-in.h"
#include "kash-client.h"

struct _ComptoirSignInForm
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkEditable *login_row;
  GtkEditable *password_row;
  GtkEditable *shop_row;
  GtkEditable *key_row;
  GtkEditable *server_row;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;
  GtkWidget *more_group;
  AdwExpanderRow *more_row;

  KashAccount *pinned;
  GCancellable *cancellable;
  gboolean complete;
};

G_DEFINE_FINAL_TYPE (ComptoirSignInForm, comptoir_sign_in_form, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_COMPLETE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_by_key (ComptoirSignInForm *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "key") == 0;
}

static gboolean
is_filled (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);

  while (g_ascii_isspace (*text))
    text++;
  return *text != '\0';
}

static void
mark (GtkEditable *row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
clear_error (ComptoirSignInForm *self)
{
  GtkEditable *rows[]
      = { self->login_row, self->password_row, self->shop_row, self->key_row, self->server_row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    mark (rows[i], FALSE);
  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
}

static void
show_error (ComptoirSignInForm *self, GtkEditable *row, const char *sentence)
{
  if (row != NULL)
    mark (row, TRUE);
  if (row == self->server_row)
    adw_expander_row_set_expanded (self->more_row, TRUE);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self));
  gtk_label_set_label (self->error_label, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
}

/* The field that a person has to look at again. */
static GtkEditable *
find_culprit (ComptoirSignInForm *self, const GError *error)
{
  gboolean own_server = self->pinned == NULL && is_filled (self->server_row);

  if (error->domain != KASH_ERROR)
    return NULL;
  switch ((KashError) error->code)
    {
    case KASH_ERROR_REFUSED_KEY:
    case KASH_ERROR_REFUSED:
      return is_by_key (self) ? self->key_row : self->password_row;
    case KASH_ERROR_NOT_SECURE:
    case KASH_ERROR_INVALID:
      return self->pinned == NULL ? self->server_row : NULL;
    case KASH_ERROR_NO_NETWORK:
    case KASH_ERROR_NOT_FOUND:
    case KASH_ERROR_UNREADABLE:
      return own_server ? self->server_row : NULL;
    case KASH_ERROR_NO_ANSWER:
    case KASH_ERROR_TOO_MANY:
    case KASH_ERROR_SERVER_FAULT:
    case KASH_ERROR_TOO_LARGE:
    case KASH_ERROR_UNKNOWN_OUTCOME:
    default:
      return NULL;
    }
}

static const char *
get_sentence (ComptoirSignInForm *self, const GError *error)
{
  if (g_error_matches (error, KASH_ERROR, KASH_ERROR_REFUSED_KEY))
    return is_by_key (self) ? _ ("The service doesn’t accept this shop ID with this key.")
                            : _ ("The service doesn’t accept this login with this password.");
  return error->message;
}

static void
set_cancellable (ComptoirSignInForm *self, GCancellable *cancellable)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!g_set_object (&self->cancellable, cancellable))
    return;
  /* A text field that turns insensitive under the cursor goes on taking keys. */
  if (cancellable != NULL && root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (adw_bin_get_child (ADW_BIN (self)), cancellable == NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
update_complete (ComptoirSignInForm *self)
{
  gboolean complete
      = is_by_key (self)
            ? is_filled (self->key_row) && (self->pinned != NULL || is_filled (self->shop_row))
            : is_filled (self->login_row) && is_filled (self->password_row);

  if (complete == self->complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
finish_attempt (ComptoirSignInForm *self, KashAccount *account, GError *error)
{
  set_cancellable (self, NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_grab_focus (GTK_WIDGET (is_by_key (self) ? self->key_row : self->password_row));
  else if (error != NULL)
    show_error (self, find_culprit (self, error), get_sentence (self, error));
  else if (self->pinned != NULL
           && g_strcmp0 (kash_account_get_shop_id (account),
                         kash_account_get_shop_id (self->pinned))
                  != 0)
    show_error (self, self->login_row, _ ("This login belongs to another shop."));
  else
    g_signal_emit (self, signals[SIGNED_IN], 0, account);
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirSignInForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KashAccount) account = comptoir_sign_in_finish (result, &error);

  if (self->cancellable != NULL && self->cancellable == g_task_get_cancellable (G_TASK (result)))
    finish_attempt (self, account, error);
}

static void
on_changed (ComptoirSignInForm *self)
{
  clear_error (self);
  update_complete (self);
}

static void
on_way_changed (ComptoirSignInForm *self)
{
  /* Also comes while the template is built, before the rows are there. */
  if (self->key_row != NULL && self->server_row != NULL)
    on_changed (self);
}

static gboolean
comptoir_sign_in_form_grab_focus (GtkWidget *widget)
{
  ComptoirSignInForm *self = COMPTOIR_SIGN_IN_FORM (widget);
  GtkEditable *first = is_by_key (self) ? self->shop_row : self->login_row;
  GtkEditable *second = is_by_key (self) ? self->key_row : self->password_row;
  gboolean to_second = is_filled (first) || !gtk_widget_get_visible (GTK_WIDGET (first));

  return gtk_widget_grab_focus (GTK_WIDGET (to_second ? second : first));
}

static void
comptoir_sign_in_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirSignInForm *self = COMPTOIR_SIGN_IN_FORM (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, comptoir_sign_in_form_get_busy (self));
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_sign_in_form_dispose (GObject *object)
{
  ComptoirSignInForm *self = COMPTOIR_SIGN_IN_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->pinned);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_SIGN_IN_FORM);
  G_OBJECT_CLASS (comptoir_sign_in_form_parent_class)->dispose (object);
}

static void
comptoir_sign_in_form_class_init (ComptoirSignInFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comptoir_sign_in_form_dispose;
  object_class->get_property = comptoir_sign_in_form_get_property;
  widget_class->grab_focus = comptoir_sign_in_form_grab_focus;

  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPLETE]
      = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNED_IN] = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, KASH_TYPE_ACCOUNT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-sign-in-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInForm, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInForm, login_row);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInForm, password_row);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInForm, shop_row);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInForm, key_row);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInForm, server_row);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInForm, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInForm, error_label);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInForm, more_group);
  gtk_widget_class_bind_template_child (widget_class, ComptoirSignInForm, more_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_way_changed);
  gtk_widget_class_bind_template_callback (widget_class, comptoir_sign_in_form_submit);
}

static void
comptoir_sign_in_form_init (ComptoirSignInForm *self)
{
  g_autofree char *server = g_strdup_printf (_ ("Server: %s"), KASH_DEFAULT_BASE_URL);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_expander_row_set_subtitle (self->more_row, server);
}

/**
 * comptoir_sign_in_form_new:
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
comptoir_sign_in_form_new (void)
{
  return g_object_new (COMPTOIR_TYPE_SIGN_IN_FORM, NULL);
}

/**
 * comptoir_sign_in_form_set_account:
 * @self: a form
 * @base_url: (nullable): a server, %NULL for the usual one
 * @shop_id: (nullable): a shop
 *
 * Fills in what is known of a shop, for the person to change or to add the secret to.
 */
void
comptoir_sign_in_form_set_account (ComptoirSignInForm *self,
                                   const char *base_url,
                                   const char *shop_id)
{
  gboolean usual = base_url == NULL || g_str_equal (base_url, KASH_DEFAULT_BASE_URL);

  g_return_if_fail (COMPTOIR_IS_SIGN_IN_FORM (self));

  gtk_editable_set_text (self->shop_row, shop_id != NULL ? shop_id : "");
  gtk_editable_set_text (self->server_row, usual ? "" : base_url);
  adw_expander_row_set_expanded (self->more_row, !usual);
}

/**
 * comptoir_sign_in_form_pin_account:
 * @self: a form
 * @account: the account that a new key is wanted for
 *
 * Asks for the secret only: another shop's account is an error.
 */
void
comptoir_sign_in_form_pin_account (ComptoirSignInForm *self, KashAccount *account)
{
  g_return_if_fail (COMPTOIR_IS_SIGN_IN_FORM (self));
  g_return_if_fail (KASH_IS_ACCOUNT (account));

  g_set_object (&self->pinned, account);
  gtk_widget_set_visible (GTK_WIDGET (self->shop_row), FALSE);
  gtk_widget_set_visible (self->more_group, FALSE);
  update_complete (self);
}

/**
 * comptoir_sign_in_form_get_busy:
 * @self: a form
 *
 * Returns: whether an attempt is under way
 */
gboolean
comptoir_sign_in_form_get_busy (ComptoirSignInForm *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SIGN_IN_FORM (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * comptoir_sign_in_form_get_complete:
 * @self: a form
 *
 * Returns: whether what an attempt needs is filled in
 */
gboolean
comptoir_sign_in_form_get_complete (ComptoirSignInForm *self)
{
  g_return_val_if_fail (COMPTOIR_IS_SIGN_IN_FORM (self), FALSE);

  return self->complete;
}

/**
 * comptoir_sign_in_form_submit:
 * @self: a form
 *
 * Tries what was entered; does nothing while it isn't complete or an attempt is under way. Ends
 * in "signed-in" or in a sentence beside the field.
 */
void
comptoir_sign_in_form_submit (ComptoirSignInForm *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *server, *shop_id;

  g_return_if_fail (COMPTOIR_IS_SIGN_IN_FORM (self));

  if (!self->complete || self->cancellable != NULL)
    return;
  clear_error (self);
  set_cancellable (self, cancellable);
  server = self->pinned != NULL ? kash_account_get_base_url (self->pinned)
                                : gtk_editable_get_text (self->server_row);
  shop_id = self->pinned != NULL ? kash_account_get_shop_id (self->pinned)
                                 : gtk_editable_get_text (self->shop_row);
  if (is_by_key (self))
    comptoir_sign_in_with_key_async (server, shop_id, gtk_editable_get_text (self->key_row),
                                     cancellable, on_tried, g_object_ref (self));
  else
    comptoir_sign_in_with_login_async (server, gtk_editable_get_text (self->login_row),
                                       gtk_editable_get_text (self->password_row), cancellable,
                                       on_tried, g_object_ref (self));
}

/**
 * comptoir_sign_in_form_cancel:
 * @self: a form
 *
 * Gives up the attempt that is under way.
 */
void
comptoir_sign_in_form_cancel (ComptoirSignInForm *self)
{
  g_return_if_fail (COMPTOIR_IS_SIGN_IN_FORM (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * comptoir_sign_in_form_clear:
 * @self: a form
 *
 * Empties every field: secrets don't stay in a form that isn't on screen.
 */
void
comptoir_sign_in_form_clear (ComptoirSignInForm *self)
{
  g_return_if_fail (COMPTOIR_IS_SIGN_IN_FORM (self));

  gtk_editable_set_text (self->login_row, "");
  gtk_editable_set_text (self->password_row, "");
  gtk_editable_set_text (self->key_row, "");
  comptoir_sign_in_form_set_account (self, NULL, NULL);
}
