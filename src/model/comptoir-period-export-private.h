/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-period-export.h"

G_BEGIN_DECLS

/* What has become of an item. */
typedef struct
{
  gboolean done;
  char *older;      /* (nullable): a file that is to be replaced */
  gboolean replace; /* whatever is there */
} ComptoirPeriodState;

struct _ComptoirPeriodExport
{
  GObject parent_instance;

  ComptoirSales *sales;
  GFile *folder;
  ComptoirExisting existing;
  GPtrArray *plan;
  ComptoirPeriodState *states; /* by item of @plan */
  GPtrArray *failures;
  guint n_done;
  int seconds_left;

  /* The run under way. */
  GTask *run; /* (nullable) */
  GCancellable *stop;
  gulong cancelled_id;
  GError *error; /* (nullable): why it ends early */
  guint next;    /* item */
  guint n_requests;
  guint n_writes;
  guint n_fetched;
  guint n_to_fetch;
  guint n_in_row; /* of failures that aren't about one day */
  gint64 started; /* monotonic */
};

const char *comptoir_period_export_get_shop_id (ComptoirPeriodExport *self);
void comptoir_period_export_look (ComptoirPeriodExport *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void comptoir_period_export_start (ComptoirPeriodExport *self, GTask *task);

G_END_DECLS
