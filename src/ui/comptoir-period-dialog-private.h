/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-date-button.h"
#include "comptoir-period-dialog.h"
#include "comptoir-period-export.h"

G_BEGIN_DECLS

struct _ComptoirPeriodDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *export_button;
  GtkWidget *cancel_button;
  AdwComboRow *month;
  ComptoirDateButton *first;
  ComptoirDateButton *last;
  AdwPreferencesGroup *formats;
  AdwActionRow *folder_row;
  GtkProgressBar *bar;
  GtkLabel *count;
  GtkLabel *left;
  GtkLabel *result;
  GtkLabel *result_detail;
  GtkImage *result_icon;
  GtkWidget *failures_box;
  GtkListBox *failures;
  GtkWidget *retry_button;

  ComptoirSales *sales;
  GtkCheckButton *checks[KASH_N_REPORTS];
  GFile *folder; /* (nullable) */
  GtkFileChooserNative *chooser;
  ComptoirPeriodExport *export; /* (nullable) */
  GCancellable *cancellable;    /* (nullable): of the export under way */
  gboolean choosing_month;
};

/* comptoir-period-dialog.c */
gboolean comptoir_period_dialog_is_complete (ComptoirPeriodDialog *self);

/* comptoir-period-dialog-run.c */
void comptoir_period_dialog_start (ComptoirPeriodDialog *self);
void comptoir_period_dialog_retry (ComptoirPeriodDialog *self);
void comptoir_period_dialog_stop (ComptoirPeriodDialog *self);

G_END_DECLS
