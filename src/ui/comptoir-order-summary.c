/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-order-summary.h"

#include <glib/gi18n-lib.h>

#include "comptoir-decimal.h"
#include "comptoir-order-text.h"

struct _ComptoirOrderSummary
{
  AdwBin parent_instance;

  GtkListBox *lines;
  GtkListBox *facts;
  GtkLabel *form;

  ComptoirShop *shop;
};

G_DEFINE_FINAL_TYPE (ComptoirOrderSummary, comptoir_order_summary, ADW_TYPE_BIN)

static void
append_row (GtkListBox *list, const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (value != NULL)
    {
      label = gtk_label_new (value);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_can_focus (label, FALSE);
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  gtk_list_box_append (list, row);
}

static char *
dup_quantity (const KashOrderLine *line)
{
  ComptoirDecimal quantity;

  if (line->quantity != NULL && comptoir_decimal_parse (line->quantity, -1, &quantity))
    return comptoir_decimal_format (quantity);
  return g_strdup (line->quantity != NULL ? line->quantity : "1");
}

static char *
dup_line_title (ComptoirOrderSummary *self, const KashOrderLine *line)
{
  g_autofree char *title = NULL;
  g_autofree char *quantity = NULL;

  if (line->title != NULL && *line->title != '\0')
    title = g_strdup (line->title);
  else if (line->kind == KASH_LINE_FREE)
    title = g_strdup ("");
  else
    title = comptoir_order_dup_reference (
        self->shop, line->kind == KASH_LINE_ITEM ? KASH_RESOURCE_ITEMS : KASH_RESOURCE_DEPARTMENTS,
        line->id);
  if (line->kind != KASH_LINE_ITEM)
    return g_steal_pointer (&title);
  quantity = dup_quantity (line);
  /* Translators: a quantity and what of: “3 × Croissant” */
  return g_strdup_printf (_ ("%s × %s"), quantity, title);
}

/* (transfer full): the department of a line in one, the variations of an item's */
static char *
dup_line_detail (ComptoirOrderSummary *self, const KashOrderLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (line->kind == KASH_LINE_DEPARTMENT)
    return comptoir_order_dup_reference (self->shop, KASH_RESOURCE_DEPARTMENTS, line->id);
  for (guint i = 0; i < KASH_MAX_VARIATIONS; i++)
    {
      g_autofree char *title = NULL;

      if (line->variations[i] == 0)
        continue;
      title = comptoir_order_dup_reference (self->shop, KASH_RESOURCE_VARIATIONS,
                                            line->variations[i]);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", title);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_line (ComptoirOrderSummary *self, const KashOrderLine *line)
{
  g_autofree char *title = dup_line_title (self, line);
  g_autofree char *detail = dup_line_detail (self, line);
  g_autofree char *money = NULL;
  g_autofree char *price = NULL;

  if (line->price != NULL && *line->price != '\0')
    {
      money = comptoir_order_dup_money_text (self->shop, line->price);
      /* Translators: a price per unit that is not the catalogue's */
      price = line->kind == KASH_LINE_ITEM ? g_strdup_printf (_ ("at %s"), money)
                                           : g_steal_pointer (&money);
    }
  append_row (self->lines, title, detail, price);
}

static char *
dup_payment (ComptoirOrderSummary *self, gint64 payment)
{
  if (payment == KASH_PAYMENT_QUOTE)
    return g_strdup (_ ("Quote"));
  if (payment == KASH_PAYMENT_TO_BE_PAID)
    return g_strdup (_ ("To be paid"));
  return comptoir_order_dup_reference (self->shop, KASH_RESOURCE_PAYMENT_METHODS, payment);
}

static void
append_reference (ComptoirOrderSummary *self, const char *title, KashResource resource, gint64 id)
{
  g_autofree char *text = NULL;

  if (id == 0)
    return;
  text = comptoir_order_dup_reference (self->shop, resource, id);
  append_row (self->facts, title, NULL, text);
}

static void
append_number (ComptoirOrderSummary *self, const char *title, int number)
{
  g_autofree char *text = NULL;

  if (number < 0)
    return;
  text = g_strdup_printf ("%d", number);
  append_row (self->facts, title, NULL, text);
}

static void
append_text (ComptoirOrderSummary *self, const char *title, const char *text)
{
  if (text != NULL && *text != '\0')
    append_row (self->facts, title, NULL, text);
}

static void
append_facts (ComptoirOrderSummary *self, const KashOrder *order)
{
  g_autofree char *payment = dup_payment (self, order->payment);

  append_row (self->facts, _ ("Payment"), NULL, payment);
  if (order->delivery_method != KASH_DELIVERY_UNSET)
    append_row (self->facts, _ ("Delivery"), NULL,
                comptoir_delivery_get_title (order->delivery_method));
  append_reference (self, _ ("Client"), KASH_RESOURCE_CLIENTS, order->id_client);
  for (guint field = 0; order->id_client == 0 && field < KASH_N_CLIENT_FIELDS; field++)
    append_text (self, comptoir_client_field_get_title (field), order->client[field]);
  append_reference (self, C_ ("place", "Table"), KASH_RESOURCE_TABLES, order->id_table);
  append_number (self, _ ("Place Settings"), order->place_settings);
  append_number (self, _ ("Pager Number"), order->pager);
  append_reference (self, _ ("User"), KASH_RESOURCE_USERS, order->id_user);
  append_reference (self, _ ("Cash Register"), KASH_RESOURCE_CASHBOXES, order->id_cashbox);
  append_text (self, _ ("Comment for the Client"), order->public_comment);
  append_text (self, _ ("Private Comment"), order->private_comment);
}

/* One field a line, unescaped, so that a person can read it. */
static char *
dup_form (const char *body)
{
  g_auto (GStrv) fields = g_strsplit (body, "&", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *plain = g_strdelimit (g_strdup (fields[i]), "+", ' ');
      g_autofree char *field = g_uri_unescape_string (plain, NULL);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, field != NULL ? field : fields[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
comptoir_order_summary_dispose (GObject *object)
{
  ComptoirOrderSummary *self = COMPTOIR_ORDER_SUMMARY (object);

  g_clear_object (&self->shop);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_ORDER_SUMMARY);
  G_OBJECT_CLASS (comptoir_order_summary_parent_class)->dispose (object);
}

static void
comptoir_order_summary_class_init (ComptoirOrderSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_order_summary_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-order-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderSummary, lines);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderSummary, facts);
  gtk_widget_class_bind_template_child (widget_class, ComptoirOrderSummary, form);
}

static void
comptoir_order_summary_init (ComptoirOrderSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_order_summary_new:
 *
 * Returns: (transfer floating): a summary of nothing yet
 */
GtkWidget *
comptoir_order_summary_new (void)
{
  return g_object_new (COMPTOIR_TYPE_ORDER_SUMMARY, NULL);
}

/**
 * comptoir_order_summary_show_order:
 * @shop: for titles and the currency
 * @order: the order
 * @body: the form as it goes out, without the key
 * @total: (nullable): what it comes to, decimal text with a point
 */
void
comptoir_order_summary_show_order (ComptoirOrderSummary *self,
                                   ComptoirShop *shop,
                                   const KashOrder *order,
                                   const char *body,
                                   const char *total)
{
  g_autofree char *money = NULL;
  g_autofree char *form = NULL;

  g_return_if_fail (COMPTOIR_IS_ORDER_SUMMARY (self));
  g_return_if_fail (COMPTOIR_IS_SHOP (shop));
  g_return_if_fail (order != NULL && body != NULL);

  g_set_object (&self->shop, shop);
  clear (self->lines);
  clear (self->facts);
  for (guint i = 0; i < order->lines->len; i++)
    append_line (self, g_ptr_array_index (order->lines, i));
  money = comptoir_order_dup_money_text (shop, total);
  if (*money != '\0')
    append_row (self->lines, _ ("Total"), NULL, money);
  append_facts (self, order);
  form = dup_form (body);
  gtk_label_set_label (self->form, form);
}
