/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kash-resource.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ComptoirPeriodItem:
 * @day: a day
 * @report: a report of it
 * @stem: the name of its file, without the extension
 *
 * A file that is to be had.
 */
typedef struct
{
  GDate day;
  KashReport report;
  char *stem;
} ComptoirPeriodItem;

/**
 * ComptoirPeriodFind:
 * @name: (nullable): the file of an item that is there
 * @finished: it was written when the day was over
 */
typedef struct
{
  char *name;
  gboolean finished;
} ComptoirPeriodFind;

GPtrArray *comptoir_period_plan_new (const char *shop_id,
                                     const GDate *first,
                                     const GDate *last,
                                     guint reports);

void comptoir_period_plan_look_async (GPtrArray *plan,
                                      const char *folder,
                                      GTimeZone *zone,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GArray *comptoir_period_plan_look_finish (GAsyncResult *result, GError **error);

G_END_DECLS
