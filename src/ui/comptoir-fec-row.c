/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "comptoir-moment.h"

struct _ComptoirFecRow
{
  GObject parent_instance;

  ComptoirFecLedger *ledger;
  ComptoirFecRowKind kind;
  guint position;
};

G_DEFINE_FINAL_TYPE (ComptoirFecRow, comptoir_fec_row, G_TYPE_OBJECT)

/* Rows of a ledger, made when asked for: a file may have hundreds of thousands. */
struct _ComptoirFecList
{
  GObject parent_instance;

  ComptoirFecLedger *ledger;
  ComptoirFecRowKind kind;
  guint first;
  guint n_items;
};

#define COMPTOIR_TYPE_FEC_LIST (comptoir_fec_list_get_type ())
G_DECLARE_FINAL_TYPE (ComptoirFecList, comptoir_fec_list, COMPTOIR, FEC_LIST, GObject)

static void comptoir_fec_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirFecList,
                               comptoir_fec_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      comptoir_fec_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return COMPTOIR_TYPE_FEC_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return COMPTOIR_FEC_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ComptoirFecList *self = COMPTOIR_FEC_LIST (model);

  return position < self->n_items
             ? comptoir_fec_row_new (self->ledger, self->kind, self->first + position)
             : NULL;
}

static void
comptoir_fec_list_finalize (GObject *object)
{
  g_object_unref (COMPTOIR_FEC_LIST (object)->ledger);
  G_OBJECT_CLASS (comptoir_fec_list_parent_class)->finalize (object);
}

static void
comptoir_fec_list_class_init (ComptoirFecListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_fec_list_finalize;
}

static void
comptoir_fec_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
comptoir_fec_list_init (ComptoirFecList *self)
{
}

static GListModel *
create_list (ComptoirFecLedger *ledger, ComptoirFecRowKind kind, guint first, guint n_items)
{
  ComptoirFecList *self = g_object_new (COMPTOIR_TYPE_FEC_LIST, NULL);

  self->ledger = g_object_ref (ledger);
  self->kind = kind;
  self->first = first;
  self->n_items = n_items;
  return G_LIST_MODEL (self);
}

static const ComptoirLedgerEntry *
get_entry (ComptoirFecRow *self)
{
  return comptoir_fec_ledger_get_entry (self->ledger, self->position);
}

static const ComptoirLedgerAccount *
get_account (ComptoirFecRow *self)
{
  return comptoir_fec_ledger_get_account (self->ledger, self->position);
}

/* Of an entry, its first line. */
static const ComptoirFecLine *
get_line (ComptoirFecRow *self)
{
  return comptoir_fec_ledger_get_line (self->ledger, self->kind == COMPTOIR_FEC_ROW_ENTRY
                                                         ? get_entry (self)->first
                                                         : self->position);
}

static void
comptoir_fec_row_finalize (GObject *object)
{
  g_object_unref (COMPTOIR_FEC_ROW (object)->ledger);
  G_OBJECT_CLASS (comptoir_fec_row_parent_class)->finalize (object);
}

static void
comptoir_fec_row_class_init (ComptoirFecRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_fec_row_finalize;
}

static void
comptoir_fec_row_init (ComptoirFecRow *self)
{
}

/**
 * comptoir_fec_row_new:
 * @position: among the ledger's entries, lines or accounts
 */
ComptoirFecRow *
comptoir_fec_row_new (ComptoirFecLedger *ledger, ComptoirFecRowKind kind, guint position)
{
  ComptoirFecRow *self;

  g_return_val_if_fail (COMPTOIR_IS_FEC_LEDGER (ledger), NULL);

  self = g_object_new (COMPTOIR_TYPE_FEC_ROW, NULL);
  self->ledger = g_object_ref (ledger);
  self->kind = kind;
  self->position = position;
  return self;
}

/**
 * comptoir_fec_row_create_list:
 * @kind: entries or accounts
 *
 * Returns: (transfer full): all of them, as a list of #ComptoirFecRow
 */
GListModel *
comptoir_fec_row_create_list (ComptoirFecLedger *ledger, ComptoirFecRowKind kind)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_LEDGER (ledger), NULL);

  return create_list (ledger, kind, 0,
                      kind == COMPTOIR_FEC_ROW_ACCOUNT
                          ? comptoir_fec_ledger_get_n_accounts (ledger)
                          : comptoir_fec_ledger_get_n_entries (ledger));
}

/**
 * comptoir_fec_row_create_lines:
 *
 * Returns: (transfer full) (nullable): the lines of an entry
 */
GListModel *
comptoir_fec_row_create_lines (ComptoirFecRow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_ROW (self), NULL);

  if (self->kind != COMPTOIR_FEC_ROW_ENTRY)
    return NULL;
  return create_list (self->ledger, COMPTOIR_FEC_ROW_LINE, get_entry (self)->first,
                      get_entry (self)->n_lines);
}

ComptoirFecRowKind
comptoir_fec_row_get_kind (ComptoirFecRow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_ROW (self), COMPTOIR_FEC_ROW_ENTRY);

  return self->kind;
}

/**
 * comptoir_fec_row_get_number:
 *
 * Returns: (transfer none): the number of an entry, else that of an account
 */
const char *
comptoir_fec_row_get_number (ComptoirFecRow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_ROW (self), NULL);

  switch (self->kind)
    {
    case COMPTOIR_FEC_ROW_ENTRY:
      return get_entry (self)->number;
    case COMPTOIR_FEC_ROW_ACCOUNT:
      return get_account (self)->code;
    case COMPTOIR_FEC_ROW_LINE:
    default:
      return get_line (self)->fields[COMPTOIR_FEC_COMPTE_NUM];
    }
}

/**
 * comptoir_fec_row_dup_day:
 *
 * Returns: (transfer full): the day of an entry as the locale writes it, else as it came; "" for
 *   other rows
 */
char *
comptoir_fec_row_dup_day (ComptoirFecRow *self)
{
  const char *text;
  g_autoptr (GTimeZone) utc = NULL;
  ComptoirMoment moment;

  g_return_val_if_fail (COMPTOIR_IS_FEC_ROW (self), NULL);

  if (self->kind != COMPTOIR_FEC_ROW_ENTRY)
    return g_strdup ("");
  text = get_line (self)->fields[COMPTOIR_FEC_ECRITURE_DATE];
  utc = g_time_zone_new_utc ();
  if (comptoir_moment_parse (text, strlen (text), utc, &moment))
    {
      g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (moment.time);

      return g_date_time_format (date, "%x");
    }
  return g_strdup (text);
}

/**
 * comptoir_fec_row_dup_label:
 *
 * Returns: (transfer full): what an entry is about, or what an account is called
 */
char *
comptoir_fec_row_dup_label (ComptoirFecRow *self)
{
  const char *const *fields;

  g_return_val_if_fail (COMPTOIR_IS_FEC_ROW (self), NULL);

  if (self->kind == COMPTOIR_FEC_ROW_ACCOUNT)
    return g_strdup (get_account (self)->label);
  fields = get_line (self)->fields;
  if (self->kind == COMPTOIR_FEC_ROW_ENTRY)
    return g_strdup (fields[COMPTOIR_FEC_ECRITURE_LIB]);
  if (*fields[COMPTOIR_FEC_COMP_AUX_LIB] != '\0')
    /* Translators: an account and whose it is: "Clients, DUPONT" */
    return g_strdup_printf (C_ ("account", "%s, %s"), fields[COMPTOIR_FEC_COMPTE_LIB],
                            fields[COMPTOIR_FEC_COMP_AUX_LIB]);
  return g_strdup (fields[COMPTOIR_FEC_COMPTE_LIB]);
}

ComptoirDecimal
comptoir_fec_row_get_debit (ComptoirFecRow *self)
{
  switch (self->kind)
    {
    case COMPTOIR_FEC_ROW_ENTRY:
      return get_entry (self)->debit;
    case COMPTOIR_FEC_ROW_ACCOUNT:
      return get_account (self)->debit;
    case COMPTOIR_FEC_ROW_LINE:
    default:
      return get_line (self)->debit;
    }
}

ComptoirDecimal
comptoir_fec_row_get_credit (ComptoirFecRow *self)
{
  switch (self->kind)
    {
    case COMPTOIR_FEC_ROW_ENTRY:
      return get_entry (self)->credit;
    case COMPTOIR_FEC_ROW_ACCOUNT:
      return get_account (self)->credit;
    case COMPTOIR_FEC_ROW_LINE:
    default:
      return get_line (self)->credit;
    }
}

/**
 * comptoir_fec_row_get_balanced:
 *
 * Returns: whether debit and credit of an entry are the same; %TRUE for other rows
 */
gboolean
comptoir_fec_row_get_balanced (ComptoirFecRow *self)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_ROW (self), TRUE);

  return self->kind != COMPTOIR_FEC_ROW_ENTRY || get_entry (self)->balanced;
}
