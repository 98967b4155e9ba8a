/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-order-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kash-error.h"
#include "kash-form.h"

#define ITEMS_LIST "itemsList[]"

G_DEFINE_BOXED_TYPE (KashOrder, kash_order, kash_order_copy, kash_order_free)

/* kash-api.md §4: what the service calls them, what means "not given", and what is the least. */
const KashOrderNumber kash_order_numbers[KASH_N_ORDER_NUMBERS] = {
  { "idUser", G_STRUCT_OFFSET (KashOrder, id_user), FALSE, 0, 0 },
  { "payment", G_STRUCT_OFFSET (KashOrder, payment), FALSE, 0, KASH_PAYMENT_QUOTE },
  { "deliveryMethod", G_STRUCT_OFFSET (KashOrder, delivery_method), TRUE, KASH_DELIVERY_UNSET, -1 },
  { "idClient", G_STRUCT_OFFSET (KashOrder, id_client), FALSE, 0, 0 },
  { "idtable", G_STRUCT_OFFSET (KashOrder, id_table), FALSE, 0, 0 },
  { "idcaisse", G_STRUCT_OFFSET (KashOrder, id_cashbox), FALSE, 0, 0 },
  { "numcouverts", G_STRUCT_OFFSET (KashOrder, place_settings), TRUE, -1, -1 },
  { "pagerNum", G_STRUCT_OFFSET (KashOrder, pager), TRUE, -1, -1 },
};

G_STATIC_ASSERT (sizeof (KashDeliveryMethod) == sizeof (int));

/* The comments stand before the last of the numbers. */
#define PAGER (KASH_N_ORDER_NUMBERS - 1)

static const char *const client_fields[KASH_N_CLIENT_FIELDS] = {
  "nom",
  "prenom",
  "email",
  "telephone",
  "adresseligne1",
  "adresseligne2",
  "commentaireadresse",
  "codepostal",
  "ville",
  "pays",
  "numtva",
  "rcs",
  "codeBarre",
  "telephone2",
  "lat",
  "lng",
};

static gboolean
set_invalid (GError **error, const char *detail, const char *sentence)
{
  g_propagate_error (error, kash_error_new (KASH_ERROR_INVALID, detail, sentence));
  return FALSE;
}

static gboolean
validate_numbers (const KashOrder *self, GError **error)
{
  if (self->payment == 0)
    return set_invalid (error, "payment", _ ("Choose how the order is paid."));
  if (self->delivery_method > KASH_DELIVERY_TO_BE_SHIPPED)
    return set_invalid (error, "deliveryMethod",
                        _ ("There is no such delivery method. Choose another."));

  for (guint i = 0; i < KASH_N_ORDER_NUMBERS; i++)
    {
      if (kash_order_get_number (self, &kash_order_numbers[i]) < kash_order_numbers[i].least)
        {
          g_autofree char *sentence = g_strdup_printf (
              _ ("The number in “%s” can’t be below 0. Correct it."), kash_order_numbers[i].name);

          return set_invalid (error, kash_order_numbers[i].name, sentence);
        }
    }
  return TRUE;
}

static gboolean
validate_texts (const KashOrder *self, GError **error)
{
  gboolean valid
      = (self->public_comment == NULL || g_utf8_validate (self->public_comment, -1, NULL))
        && (self->private_comment == NULL || g_utf8_validate (self->private_comment, -1, NULL));

  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    valid = valid && (self->client[i] == NULL || g_utf8_validate (self->client[i], -1, NULL));

  return valid
         || set_invalid (error, "invalid UTF-8",
                         _ ("A comment or a field of the new client holds unreadable characters. "
                            "Enter it again."));
}

static void
append_text (GString *form, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    kash_form_append (form, name, value);
}

static void
append_number (GString *form, const KashOrder *self, const KashOrderNumber *number)
{
  gint64 value = kash_order_get_number (self, number);
  g_autofree char *text = NULL;

  if (value == number->absent)
    return;
  text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  kash_form_append (form, number->name, text);
}

static gboolean
take_text (char **place, char **value)
{
  if (*place != NULL)
    return FALSE;
  *place = g_steal_pointer (value);
  return TRUE;
}

static gboolean
take_number (KashOrder *self, const char *name, const char *value)
{
  for (guint i = 0; i < KASH_N_ORDER_NUMBERS; i++)
    {
      const KashOrderNumber *number = &kash_order_numbers[i];
      gint64 parsed;

      if (!g_str_equal (name, number->name))
        continue;
      if (kash_order_get_number (self, number) != number->absent
          || !g_ascii_string_to_signed (value, 10, number->least,
                                        number->is_int ? G_MAXINT : G_MAXINT64, &parsed, NULL))
        return FALSE;
      kash_order_set_number (self, number, parsed);
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_client_field (KashOrder *self, const char *name, char **value)
{
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    {
      g_autofree char *bracketed = g_strdup_printf ("client[%s]", client_fields[i]);

      if (g_str_equal (name, bracketed))
        return take_text (&self->client[i], value);
    }
  return FALSE;
}

static gboolean
take_field (KashOrder *self, const char *name, char **value)
{
  if (g_str_equal (name, ITEMS_LIST))
    {
      KashOrderLine *line = kash_order_line_decode (*value);

      if (line != NULL)
        g_ptr_array_add (self->lines, line);
      return line != NULL;
    }
  if (g_str_equal (name, "idboutique") || g_str_equal (name, "key"))
    return TRUE;
  if (g_str_equal (name, "publicComment"))
    return take_text (&self->public_comment, value);
  if (g_str_equal (name, "privateComment"))
    return take_text (&self->private_comment, value);
  if (g_str_has_prefix (name, "client["))
    return take_client_field (self, name, value);
  return take_number (self, name, *value);
}

gint64
kash_order_get_number (const KashOrder *self, const KashOrderNumber *number)
{
  return number->is_int ? G_STRUCT_MEMBER (int, self, number->offset)
                        : G_STRUCT_MEMBER (gint64, self, number->offset);
}

void
kash_order_set_number (KashOrder *self, const KashOrderNumber *number, gint64 value)
{
  if (number->is_int)
    G_STRUCT_MEMBER (int, self, number->offset) = value;
  else
    G_STRUCT_MEMBER (gint64, self, number->offset) = value;
}

/**
 * kash_order_new:
 *
 * Returns: (transfer full): an order without anything in it
 */
KashOrder *
kash_order_new (void)
{
  KashOrder *self = g_new0 (KashOrder, 1);

  for (guint i = 0; i < KASH_N_ORDER_NUMBERS; i++)
    kash_order_set_number (self, &kash_order_numbers[i], kash_order_numbers[i].absent);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) kash_order_line_free);
  return self;
}

/**
 * kash_order_copy:
 *
 * Returns: (transfer full): a deep copy
 */
KashOrder *
kash_order_copy (const KashOrder *self)
{
  KashOrder *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->public_comment = g_strdup (self->public_comment);
  copy->private_comment = g_strdup (self->private_comment);
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    copy->client[i] = g_strdup (self->client[i]);

  copy->lines = g_ptr_array_new_full (self->lines->len, (GDestroyNotify) kash_order_line_free);
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (copy->lines, kash_order_line_copy (g_ptr_array_index (self->lines, i)));
  return copy;
}

/**
 * kash_order_free:
 *
 * Frees an order.
 */
void
kash_order_free (KashOrder *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->public_comment);
  g_free (self->private_comment);
  for (guint i = 0; i < KASH_N_CLIENT_FIELDS; i++)
    g_free (self->client[i]);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * kash_client_field_get_name:
 *
 * Returns: what stands in the brackets of `client[…]`
 */
const char *
kash_client_field_get_name (KashClientField field)
{
  g_return_val_if_fail ((guint) field < KASH_N_CLIENT_FIELDS, NULL);

  return client_fields[field];
}

/**
 * kash_order_validate:
 * @self: an order
 * @error: return location
 *
 * Returns: whether the order can be sent; %FALSE with a %KASH_ERROR_INVALID that says what to
 *   correct, and in which line
 */
gboolean
kash_order_validate (const KashOrder *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->lines->len == 0)
    return set_invalid (error, ITEMS_LIST, _ ("The order has no lines. Add one."));

  for (guint i = 0; i < self->lines->len; i++)
    {
      if (!kash_order_line_validate (g_ptr_array_index (self->lines, i), i + 1, error))
        return FALSE;
    }
  return validate_numbers (self, error) && validate_texts (self, error);
}

/**
 * kash_order_encode:
 * @self: a valid order
 * @shop_id: SHOPID
 * @key: APIKEY, or `***` to show the body to a person
 *
 * Writes the body to send (kash-api.md §4), field by field in the order of the API page.
 *
 * Returns: (transfer full): application/x-www-form-urlencoded text
 */
char *
kash_order_encode (const KashOrder *self, const char *shop_id, const char *key)
{
  g_autoptr (GString) form = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && shop_id != NULL && key != NULL, NULL);

  kash_form_append (form, "idboutique", shop_id);
  kash_form_append (form, "key", key);
  for (guint i = 0; i < PAGER; i++)
    append_number (form, self, &kash_order_numbers[i]);
  append_text (form, "publicComment", self->public_comment);
  append_text (form, "privateComment", self->private_comment);
  append_number (form, self, &kash_order_numbers[PAGER]);

  for (guint i = 0; self->id_client == 0 && i < KASH_N_CLIENT_FIELDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("client[%s]", client_fields[i]);

      append_text (form, name, self->client[i]);
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *line = kash_order_line_encode (g_ptr_array_index (self->lines, i));

      kash_form_append (form, ITEMS_LIST, line);
    }
  return g_string_free (g_steal_pointer (&form), FALSE);
}

/**
 * kash_order_decode:
 * @body: what kash_order_encode() wrote
 * @error: return location
 *
 * Reads a body back; the account in it is passed over.
 *
 * Returns: (transfer full) (nullable): the order; %NULL with %KASH_ERROR_INVALID
 */
KashOrder *
kash_order_decode (const char *body, GError **error)
{
  g_autoptr (KashOrder) self = kash_order_new ();
  const char *rest = body;

  g_return_val_if_fail (body != NULL, NULL);

  while (*rest != '\0')
    {
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      kash_form_next (&rest, &name, &value);
      if (name == NULL || !take_field (self, name, &value))
        {
          set_invalid (error, name != NULL ? "a field can’t be read" : "not form-encoded UTF-8",
                       _ ("This order can’t be read. Enter it again."));
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}
