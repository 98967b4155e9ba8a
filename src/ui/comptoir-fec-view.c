/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec-view.h"

#include <glib/gi18n-lib.h>

#include "comptoir-fec-columns.h"
#include "comptoir-fec-row.h"
#include "comptoir-sales-text.h"

struct _ComptoirFecView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkStackPage *problems_page;
  GtkColumnView *entries;
  GtkColumnView *accounts;
  GtkStack *problems_stack;
  GtkListView *problems;
  GtkLabel *totals;

  ComptoirShop *shop;
  ComptoirFecLedger *ledger; /* (nullable) */
};

static void comptoir_fec_view_content_init (ComptoirReportContentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComptoirFecView,
                               comptoir_fec_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (COMPTOIR_TYPE_REPORT_CONTENT,
                                                      comptoir_fec_view_content_init))

static GListModel *
create_lines (gpointer row, gpointer user_data)
{
  return comptoir_fec_row_create_lines (row);
}

static void
show_rows (GtkColumnView *view, GListModel *rows)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (rows);

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

/* (transfer full) */
static char *
dup_problem (const ComptoirFecProblem *problem)
{
  if (problem->line == 0)
    return g_strdup (problem->sentence);
  /* Translators: a line of a file and what is wrong there: "Line 12: the date is missing." */
  return g_strdup_printf (_ ("Line %u: %s"), problem->line, problem->sentence);
}

static void
show_problems (ComptoirFecView *self)
{
  GPtrArray *problems = comptoir_fec_ledger_get_problems (self->ledger);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < problems->len; i++)
    gtk_string_list_take (list, dup_problem (g_ptr_array_index (problems, i)));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&list)));
  gtk_list_view_set_model (self->problems, GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (self->problems_stack, problems->len > 0 ? "list" : "none");
  title = problems->len > 0 ? g_strdup_printf (_ ("Rule Check (%u)"), problems->len)
                            : g_strdup (_ ("Rule Check"));
  gtk_stack_page_set_title (self->problems_page, title);
}

static void
show_totals (ComptoirFecView *self)
{
  ComptoirDecimal debit, credit;
  g_autofree char *debit_text = NULL;
  g_autofree char *credit_text = NULL;
  g_autofree char *entries = NULL;
  g_autofree char *text = NULL;
  guint n = comptoir_fec_ledger_get_n_entries (self->ledger);

  comptoir_fec_ledger_get_totals (self->ledger, &debit, &credit);
  debit_text = comptoir_sales_text_money (self->shop, debit);
  credit_text = comptoir_sales_text_money (self->shop, credit);
  entries = g_strdup_printf (ngettext ("%'u entry", "%'u entries", n), n);
  /* Translators: "120 entries · debit 1,200.00 € · credit 1,200.00 €" */
  text = g_strdup_printf (_ ("%s · debit %s · credit %s"), entries, debit_text, credit_text);
  gtk_label_set_label (self->totals, text);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ComptoirFecView *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComptoirFecLedger) ledger = comptoir_fec_ledger_read_finish (result, &error);

  if (ledger == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_set_object (&self->ledger, ledger);
  show_rows (self->entries, G_LIST_MODEL (gtk_tree_list_model_new (
                                comptoir_fec_row_create_list (ledger, COMPTOIR_FEC_ROW_ENTRY),
                                FALSE, FALSE, create_lines, NULL, NULL)));
  show_rows (self->accounts, comptoir_fec_row_create_list (ledger, COMPTOIR_FEC_ROW_ACCOUNT));
  show_problems (self);
  show_totals (self);
  g_task_return_boolean (task, TRUE);
}

static void
load (ComptoirReportContent *content, GBytes *bytes, GDateTime *edited, GTask *task)
{
  comptoir_fec_ledger_read_async (bytes, g_task_get_cancellable (task), on_read,
                                  g_object_ref (task));
}

static void
clear (ComptoirReportContent *content)
{
  ComptoirFecView *self = COMPTOIR_FEC_VIEW (content);

  gtk_column_view_set_model (self->entries, NULL);
  gtk_column_view_set_model (self->accounts, NULL);
  gtk_list_view_set_model (self->problems, NULL);
  g_clear_object (&self->ledger);
}

static void
on_entry_activated (ComptoirFecView *self, guint position)
{
  g_autoptr (GtkTreeListRow) row
      = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->entries)), position);

  if (row != NULL)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
comptoir_fec_view_dispose (GObject *object)
{
  ComptoirFecView *self = COMPTOIR_FEC_VIEW (object);

  g_clear_object (&self->ledger);
  g_clear_object (&self->shop);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_FEC_VIEW);
  G_OBJECT_CLASS (comptoir_fec_view_parent_class)->dispose (object);
}

static void
comptoir_fec_view_class_init (ComptoirFecViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_fec_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-fec-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirFecView, stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFecView, problems_page);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFecView, entries);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFecView, accounts);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFecView, problems_stack);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFecView, problems);
  gtk_widget_class_bind_template_child (widget_class, ComptoirFecView, totals);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
}

static void
comptoir_fec_view_content_init (ComptoirReportContentInterface *iface)
{
  iface->load = load;
  iface->clear = clear;
}

static void
comptoir_fec_view_init (ComptoirFecView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * comptoir_fec_view_new:
 * @shop: for its currency
 *
 * Returns: a view without a file
 */
GtkWidget *
comptoir_fec_view_new (ComptoirShop *shop)
{
  ComptoirFecView *self;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  self = g_object_new (COMPTOIR_TYPE_FEC_VIEW, NULL);
  self->shop = g_object_ref (shop);
  comptoir_fec_columns_add_entries (self->entries, shop);
  comptoir_fec_columns_add_accounts (self->accounts, shop);
  return GTK_WIDGET (self);
}

/**
 * comptoir_fec_view_get_ledger:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
ComptoirFecLedger *
comptoir_fec_view_get_ledger (ComptoirFecView *self)
{
  g_return_val_if_fail (COMPTOIR_IS_FEC_VIEW (self), NULL);

  return self->ledger;
}
