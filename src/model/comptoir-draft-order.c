/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-draft-private.h"

#include <glib/gi18n-lib.h>

#include "comptoir-submission.h"
#include "kash-error.h"

/* A figure as the service reads it, or what was typed where it is none. */
static char *
dup_figure (const char *typed)
{
  ComptoirDecimal decimal;

  if (*typed == '\0')
    return NULL;
  if (!comptoir_decimal_parse_typed (typed, &decimal))
    return g_strdup (typed);
  /* "2.500" and "2.5" are the same; the service takes no more than six decimals. */
  while (decimal.scale > 6 && decimal.value % 10 == 0)
    {
      decimal.value /= 10;
      decimal.scale--;
    }
  return comptoir_decimal_to_string (decimal);
}

static char *
dup_unless_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

KashOrderLine *
comptoir_order_draft_convert_line (ComptoirDraftLine *line)
{
  KashLineKind kind = comptoir_draft_line_get_kind (line);
  KashOrderLine *converted = kash_order_line_new (kind, comptoir_draft_line_get_id (line));
  const gint64 *variations = comptoir_draft_line_get_variations (line);

  converted->price = dup_figure (comptoir_draft_line_get_price (line));
  converted->title = dup_unless_blank (comptoir_draft_line_get_title (line));
  if (kind == KASH_LINE_ITEM)
    converted->quantity = dup_figure (comptoir_draft_line_get_quantity (line));
  /* The service wants a title here; the department's own is the least surprising. */
  if (kind == KASH_LINE_DEPARTMENT && converted->title == NULL)
    converted->title = dup_unless_blank (comptoir_draft_line_get_catalogue_title (line));
  for (guint i = 0; kind == KASH_LINE_ITEM && i < KASH_MAX_VARIATIONS; i++)
    converted->variations[i] = variations[i];
  return converted;
}

gboolean
comptoir_order_draft_read_number (ComptoirOrderDraft *self,
                                  ComptoirDraftField field,
                                  gint64 *number)
{
  gboolean is_id = field <= COMPTOIR_DRAFT_CASHBOX;
  g_autofree char *text = g_strstrip (g_strdup (self->fields[field]));

  return g_ascii_isdigit (*text)
         && g_ascii_string_to_signed (text, 10, is_id ? 1 : 0, is_id ? G_MAXINT64 : G_MAXINT,
                                      number, NULL);
}

static void
convert_client (ComptoirOrderDraft *self, KashOrder *order)
{
  order->id_client = self->client;
  for (guint i = 0; self->client == 0 && i < KASH_N_CLIENT_FIELDS; i++)
    {
      gboolean is_figure = i == KASH_CLIENT_LAT || i == KASH_CLIENT_LNG;

      order->client[i] = is_figure ? dup_figure (self->client_fields[i])
                                   : dup_unless_blank (self->client_fields[i]);
    }
}

static void
convert_fields (ComptoirOrderDraft *self, KashOrder *order)
{
  gint64 number;

  if (comptoir_order_draft_read_number (self, COMPTOIR_DRAFT_USER, &number))
    order->id_user = number;
  if (comptoir_order_draft_read_number (self, COMPTOIR_DRAFT_TABLE, &number))
    order->id_table = number;
  if (comptoir_order_draft_read_number (self, COMPTOIR_DRAFT_CASHBOX, &number))
    order->id_cashbox = number;
  if (comptoir_order_draft_read_number (self, COMPTOIR_DRAFT_PLACE_SETTINGS, &number))
    order->place_settings = (int) number;
  if (comptoir_order_draft_read_number (self, COMPTOIR_DRAFT_PAGER, &number))
    order->pager = (int) number;
  order->public_comment = dup_unless_blank (self->fields[COMPTOIR_DRAFT_PUBLIC_COMMENT]);
  order->private_comment = dup_unless_blank (self->fields[COMPTOIR_DRAFT_PRIVATE_COMMENT]);
}

static gboolean
fail_by_remark (const ComptoirDraftRemark *remark, GError **error)
{
  g_autofree char *sentence = NULL;

  if (remark->place == COMPTOIR_DRAFT_PLACE_LINE)
    /* Translators: the number of a line of the order, and what is wrong with it. */
    sentence = g_strdup_printf (_ ("Line %u: %s"), remark->line + 1, remark->sentence);
  g_propagate_error (error, kash_error_new (KASH_ERROR_INVALID, NULL,
                                            sentence != NULL ? sentence : remark->sentence));
  return FALSE;
}

static gboolean
check (ComptoirOrderDraft *self, GError **error)
{
  g_autoptr (GPtrArray) remarks = comptoir_order_draft_check (self);

  for (guint i = 0; i < remarks->len; i++)
    {
      const ComptoirDraftRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->blocks)
        return fail_by_remark (remark, error);
    }
  return TRUE;
}

/**
 * comptoir_order_draft_to_order:
 * @reference: (nullable): ours, added to the private comment
 * @error: %KASH_ERROR_INVALID with the first thing that stands in the way
 *
 * Returns: (transfer full) (nullable): the order as it would be sent
 */
KashOrder *
comptoir_order_draft_to_order (ComptoirOrderDraft *self, const char *reference, GError **error)
{
  g_autoptr (KashOrder) order = NULL;

  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), NULL);

  if (!check (self, error))
    return NULL;
  order = kash_order_new ();
  order->payment = self->payment;
  order->delivery_method = self->delivery;
  convert_client (self, order);
  convert_fields (self, order);
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (order->lines,
                     comptoir_order_draft_convert_line (g_ptr_array_index (self->lines, i)));
  if (reference != NULL)
    comptoir_submission_add_reference (order, reference);
  return kash_order_validate (order, error) ? g_steal_pointer (&order) : NULL;
}
