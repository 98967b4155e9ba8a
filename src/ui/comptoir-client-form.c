/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-client-form.h"

#include "comptoir-order-text.h"
#include "comptoir-text-row.h"

#define N_BLOCKS 3

struct _ComptoirClientForm
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkWidget *blocks[N_BLOCKS];
  ComptoirTextRow *rows[KASH_N_CLIENT_FIELDS];

  ComptoirOrderDraft *draft;
};

G_DEFINE_FINAL_TYPE (ComptoirClientForm, comptoir_client_form, ADW_TYPE_BIN)

/* In the order of a phone call: who calls, where it goes, what the books want. */
static const struct
{
  guint block;
  KashClientField field;
  GtkInputPurpose purpose;
} fields[] = {
  { 0, KASH_CLIENT_NOM, GTK_INPUT_PURPOSE_NAME },
  { 0, KASH_CLIENT_PRENOM, GTK_INPUT_PURPOSE_NAME },
  { 0, KASH_CLIENT_TELEPHONE, GTK_INPUT_PURPOSE_PHONE },
  { 0, KASH_CLIENT_EMAIL, GTK_INPUT_PURPOSE_EMAIL },
  { 1, KASH_CLIENT_ADRESSELIGNE1, GTK_INPUT_PURPOSE_FREE_FORM },
  { 1, KASH_CLIENT_ADRESSELIGNE2, GTK_INPUT_PURPOSE_FREE_FORM },
  { 1, KASH_CLIENT_CODEPOSTAL, GTK_INPUT_PURPOSE_FREE_FORM },
  { 1, KASH_CLIENT_VILLE, GTK_INPUT_PURPOSE_FREE_FORM },
  { 1, KASH_CLIENT_PAYS, GTK_INPUT_PURPOSE_FREE_FORM },
  { 1, KASH_CLIENT_COMMENTAIREADRESSE, GTK_INPUT_PURPOSE_FREE_FORM },
  { 1, KASH_CLIENT_LAT, GTK_INPUT_PURPOSE_NUMBER },
  { 1, KASH_CLIENT_LNG, GTK_INPUT_PURPOSE_NUMBER },
  { 2, KASH_CLIENT_TELEPHONE2, GTK_INPUT_PURPOSE_PHONE },
  { 2, KASH_CLIENT_CODEBARRE, GTK_INPUT_PURPOSE_FREE_FORM },
  { 2, KASH_CLIENT_NUMTVA, GTK_INPUT_PURPOSE_FREE_FORM },
  { 2, KASH_CLIENT_RCS, GTK_INPUT_PURPOSE_FREE_FORM },
};

static void
on_changed (ComptoirClientForm *self, ComptoirTextRow *row)
{
  for (guint field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    if (self->rows[field] == row)
      comptoir_order_draft_set_client_field (self->draft, field, comptoir_text_row_get_text (row));
}

static void
update (ComptoirClientForm *self)
{
  for (guint field = 0; field < KASH_N_CLIENT_FIELDS; field++)
    comptoir_text_row_set_text (self->rows[field],
                                comptoir_order_draft_get_client_field (self->draft, field));
  /* The books' part is in the way of an address that is wanted now. */
  gtk_box_reorder_child_after (
      self->box, self->blocks[1],
      comptoir_delivery_needs_address (comptoir_order_draft_get_delivery (self->draft))
          ? self->blocks[0]
          : self->blocks[2]);
}

static void
create_rows (ComptoirClientForm *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = comptoir_text_row_new (comptoir_client_field_get_title (fields[i].field));

      comptoir_text_row_set_purpose (COMPTOIR_TEXT_ROW (row), fields[i].purpose);
      g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->blocks[fields[i].block]), row);
      self->rows[fields[i].field] = COMPTOIR_TEXT_ROW (row);
    }
}

static gboolean
comptoir_client_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMPTOIR_CLIENT_FORM (widget)->rows[KASH_CLIENT_NOM]));
}

static void
comptoir_client_form_dispose (GObject *object)
{
  ComptoirClientForm *self = COMPTOIR_CLIENT_FORM (object);

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (comptoir_client_form_parent_class)->dispose (object);
}

static void
comptoir_client_form_class_init (ComptoirClientFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comptoir_client_form_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = comptoir_client_form_grab_focus;
}

static void
comptoir_client_form_init (ComptoirClientForm *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  for (guint i = 0; i < N_BLOCKS; i++)
    {
      self->blocks[i] = adw_preferences_group_new ();
      gtk_box_append (self->box, self->blocks[i]);
    }
  create_rows (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * comptoir_client_form_set_draft:
 * @draft: the order whose new client it is
 */
void
comptoir_client_form_set_draft (ComptoirClientForm *self, ComptoirOrderDraft *draft)
{
  g_return_if_fail (COMPTOIR_IS_CLIENT_FORM (self));
  g_return_if_fail (COMPTOIR_IS_ORDER_DRAFT (draft));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * comptoir_client_form_set_remark:
 * @field: which
 * @sentence: (nullable): what is the matter with it
 * @blocks: whether the order can't be sent like this
 */
void
comptoir_client_form_set_remark (ComptoirClientForm *self,
                                 KashClientField field,
                                 const char *sentence,
                                 gboolean blocks)
{
  g_return_if_fail (COMPTOIR_IS_CLIENT_FORM (self));
  g_return_if_fail (field < KASH_N_CLIENT_FIELDS);
  comptoir_text_row_set_remark (self->rows[field], sentence, blocks);
}

/**
 * comptoir_client_form_edit:
 * @field: which
 *
 * Puts the keyboard into the field.
 */
void
comptoir_client_form_edit (ComptoirClientForm *self, KashClientField field)
{
  g_return_if_fail (COMPTOIR_IS_CLIENT_FORM (self));
  g_return_if_fail (field < KASH_N_CLIENT_FIELDS);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[field]));
}
