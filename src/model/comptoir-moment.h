/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ComptoirMoment:
 * @time: Unix seconds; of a day without a time, its first second
 * @day: days since 1 January 1970, in the zone it was read for
 * @has_time: whether there is a time of day
 *
 * A date as the service may write it (kash-api.md §3): Unix seconds or milliseconds, ISO 8601,
 * YYYYMMDD, DD/MM/YYYY, with or without a time.
 */
typedef struct
{
  gint64 time;
  gint64 day;
  gboolean has_time;
} ComptoirMoment;

gboolean
comptoir_moment_parse (const char *text, gsize length, GTimeZone *zone, ComptoirMoment *moment);
gboolean comptoir_moment_is_none (const char *text, gsize length);
char *comptoir_moment_dup_day (const ComptoirMoment *moment); /* "2026-11-24" */

G_END_DECLS
