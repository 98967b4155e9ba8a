/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-draft-private.h"

#include <glib/gi18n-lib.h>

/* What the service has room for (kash_order_validate()). */
#define MAX_DIGITS 12
#define MAX_PLACES 6

static void
remark_free (gpointer data)
{
  ComptoirDraftRemark *remark = data;

  g_free (remark->sentence);
  g_free (remark);
}

static void
add (GPtrArray *remarks,
     ComptoirDraftPlace place,
     guint line,
     int field,
     gboolean blocks,
     const char *sentence)
{
  ComptoirDraftRemark *remark = g_new0 (ComptoirDraftRemark, 1);

  remark->place = place;
  remark->line = line;
  remark->field = field;
  remark->blocks = blocks;
  remark->sentence = g_strdup (sentence);
  g_ptr_array_add (remarks, remark);
}

void
comptoir_draft_remark_add (GPtrArray *remarks,
                           ComptoirDraftPlace place,
                           int field,
                           gboolean blocks,
                           const char *sentence)
{
  add (remarks, place, 0, field, blocks, sentence);
}

void
comptoir_draft_remark_add_to_line (GPtrArray *remarks,
                                   guint line,
                                   ComptoirDraftLineField field,
                                   gboolean blocks,
                                   const char *sentence)
{
  add (remarks, COMPTOIR_DRAFT_PLACE_LINE, line, field, blocks, sentence);
}

/* Returns: (nullable): why a figure can't be sent; %NULL when it can, with its value */
static const char *
check_figure (const char *typed, ComptoirDecimal *decimal)
{
  gint64 whole;

  if (!comptoir_decimal_parse_typed (typed, decimal))
    return _ ("This isn’t a number. Correct it.");
  while (decimal->scale > 0 && decimal->value % 10 == 0)
    {
      decimal->value /= 10;
      decimal->scale--;
    }
  if (decimal->scale > MAX_PLACES)
    return _ ("This number has too many decimals. Shorten it.");
  whole = ABS (decimal->value / 10);
  for (guint i = 1; i < MAX_DIGITS + decimal->scale; i++)
    whole /= 10;
  return whole > 0 ? _ ("This number is too large. Correct it.") : NULL;
}

static void
check_quantity (GPtrArray *remarks, guint number, ComptoirDraftLine *line)
{
  const char *typed = comptoir_draft_line_get_quantity (line);
  ComptoirDecimal quantity;
  const char *problem;

  if (*typed == '\0')
    return;
  if (comptoir_draft_line_get_kind (line) != KASH_LINE_ITEM)
    {
      comptoir_draft_remark_add_to_line (
          remarks, number, COMPTOIR_LINE_QUANTITY, FALSE,
          _ ("The quantity isn’t sent: a free line has only a price, for all of it."));
      return;
    }
  problem = check_figure (typed, &quantity);
  if (problem == NULL && quantity.value <= 0)
    problem = _ ("The quantity must be above 0.");
  if (problem != NULL)
    comptoir_draft_remark_add_to_line (remarks, number, COMPTOIR_LINE_QUANTITY, TRUE, problem);
}

static void
check_price (GPtrArray *remarks, guint number, ComptoirDraftLine *line)
{
  const char *typed = comptoir_draft_line_get_price (line);
  ComptoirDecimal price;
  const char *problem;

  if (*typed == '\0')
    {
      if (comptoir_draft_line_get_kind (line) != KASH_LINE_ITEM)
        comptoir_draft_remark_add_to_line (remarks, number, COMPTOIR_LINE_PRICE, TRUE,
                                           _ ("Enter a price."));
      return;
    }
  problem = check_figure (typed, &price);
  if (problem != NULL)
    comptoir_draft_remark_add_to_line (remarks, number, COMPTOIR_LINE_PRICE, TRUE, problem);
  else if (price.value < 0)
    comptoir_draft_remark_add_to_line (remarks, number, COMPTOIR_LINE_PRICE, FALSE,
                                       _ ("The price is below 0; the service may refuse it."));
}

/* The separator of the service's lines can't be written otherwise (kash-api.md §4). */
static gboolean
is_adjusted (const char *title)
{
  for (const char *c = title; *c != '\0'; c = g_utf8_next_char (c))
    if (*c == '_' || g_unichar_iscntrl (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

static gboolean
is_blank (const char *title)
{
  for (const char *c = title != NULL ? title : ""; *c != '\0'; c = g_utf8_next_char (c))
    if (*c != '_' && !g_unichar_isspace (g_utf8_get_char (c))
        && !g_unichar_iscntrl (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static void
check_title (GPtrArray *remarks, guint number, ComptoirDraftLine *line)
{
  g_autoptr (KashOrderLine) converted = comptoir_order_draft_convert_line (line);

  if (converted->kind != KASH_LINE_ITEM && is_blank (converted->title))
    comptoir_draft_remark_add_to_line (remarks, number, COMPTOIR_LINE_TITLE, TRUE,
                                       _ ("Enter a title."));
  else if (converted->title != NULL && is_adjusted (converted->title))
    comptoir_draft_remark_add_to_line (
        remarks, number, COMPTOIR_LINE_TITLE, FALSE,
        _ ("In the title, spaces are sent in place of “_” and line breaks."));
}

static void
check_what (ComptoirOrderDraft *self, GPtrArray *remarks, guint number, ComptoirDraftLine *line)
{
  gboolean is_item = comptoir_draft_line_get_kind (line) == KASH_LINE_ITEM;
  KashResource resource = is_item ? KASH_RESOURCE_ITEMS : KASH_RESOURCE_DEPARTMENTS;
  gint64 id = comptoir_draft_line_get_id (line);
  const char *problem = NULL;

  if (comptoir_draft_line_get_kind (line) == KASH_LINE_FREE)
    return;
  if (id <= 0)
    problem = is_item ? _ ("Choose an item.") : _ ("Choose a department.");
  else if (comptoir_catalogue_knows (self->catalogue, resource, id) == COMPTOIR_KNOWN_NO)
    problem = is_item ? _ ("The shop no longer has this item. Remove the line.")
                      : _ ("The shop no longer has this department. Remove the line.");
  if (problem != NULL)
    comptoir_draft_remark_add_to_line (remarks, number, COMPTOIR_LINE_WHAT, TRUE, problem);
}

static void
check_variations (ComptoirOrderDraft *self,
                  GPtrArray *remarks,
                  guint number,
                  ComptoirDraftLine *line)
{
  const gint64 *variations = comptoir_draft_line_get_variations (line);
  const char *problem = NULL;

  for (guint i = 0; i < KASH_MAX_VARIATIONS && variations[i] != 0; i++)
    {
      ComptoirVariation variation;

      if (comptoir_catalogue_get_variation (self->catalogue, variations[i], &variation))
        {
          if (variation.unavailable)
            problem = _ ("A variation that was chosen can’t be had at the moment.");
        }
      else if (comptoir_catalogue_knows (self->catalogue, KASH_RESOURCE_VARIATIONS, variations[i])
               == COMPTOIR_KNOWN_NO)
        problem = _ ("The shop no longer has a variation that was chosen.");
    }
  if (problem != NULL)
    comptoir_draft_remark_add_to_line (remarks, number, COMPTOIR_LINE_VARIATIONS, FALSE, problem);
}

void
comptoir_order_draft_check_lines (ComptoirOrderDraft *self, GPtrArray *remarks)
{
  if (self->lines->len == 0)
    comptoir_draft_remark_add (remarks, COMPTOIR_DRAFT_PLACE_OTHER, -1, TRUE,
                               _ ("The order has no lines. Add one."));
  for (guint i = 0; i < self->lines->len; i++)
    {
      ComptoirDraftLine *line = g_ptr_array_index (self->lines, i);

      check_what (self, remarks, i, line);
      check_quantity (remarks, i, line);
      check_title (remarks, i, line);
      check_price (remarks, i, line);
      check_variations (self, remarks, i, line);
    }
}

static void
check_payment (ComptoirOrderDraft *self, GPtrArray *remarks)
{
  if (self->payment == 0)
    comptoir_draft_remark_add (remarks, COMPTOIR_DRAFT_PLACE_PAYMENT, -1, TRUE,
                               _ ("Choose how the order is paid."));
  else if (self->payment > 0
           && comptoir_catalogue_knows (self->catalogue, KASH_RESOURCE_PAYMENT_METHODS,
                                        self->payment)
                  == COMPTOIR_KNOWN_NO)
    comptoir_draft_remark_add (remarks, COMPTOIR_DRAFT_PLACE_PAYMENT, -1, FALSE,
                               _ ("The shop no longer has this payment method."));
}

static void
check_fields (ComptoirOrderDraft *self, GPtrArray *remarks)
{
  for (guint i = 0; i < COMPTOIR_DRAFT_PUBLIC_COMMENT; i++)
    {
      gint64 number;

      if (*self->fields[i] != '\0'
          && !comptoir_order_draft_read_number (self, (ComptoirDraftField) i, &number))
        comptoir_draft_remark_add (remarks, COMPTOIR_DRAFT_PLACE_OTHER, (int) i, TRUE,
                                   _ ("This isn’t a whole number. Correct it."));
    }
}

/**
 * comptoir_order_draft_check:
 *
 * Returns: (transfer full) (element-type ComptoirDraftRemark): what stands in the way, what is
 *   adjusted, what is worth a warning, in the order of the form
 */
GPtrArray *
comptoir_order_draft_check (ComptoirOrderDraft *self)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func (remark_free);

  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (self), remarks);

  comptoir_order_draft_check_lines (self, remarks);
  comptoir_order_draft_check_client (self, remarks);
  check_payment (self, remarks);
  check_fields (self, remarks);
  return remarks;
}
