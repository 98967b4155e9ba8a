/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SplitMix64 (Steele, Lea, Flood 2014): the same figures on every machine and GLib version, and
 * any row of a million can be made without making those before it. */
typedef guint64 DemoRandom;

static inline guint64
demo_random_next (DemoRandom *self)
{
  guint64 z = (*self += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* A generator for the thing @index of the kind @stream in the shop @seed. */
static inline DemoRandom
demo_random_init (guint32 seed, guint32 stream, guint32 index)
{
  DemoRandom self = ((guint64) seed << 32) ^ index;

  self = demo_random_next (&self) ^ ((guint64) stream << 40);
  demo_random_next (&self);
  return self;
}

/* From @from to @to, both included. */
static inline gint64
demo_random_range (DemoRandom *self, gint64 from, gint64 to)
{
  return from + (gint64) (demo_random_next (self) % (guint64) (to - from + 1));
}

static inline gboolean
demo_random_percent (DemoRandom *self, guint percent)
{
  return demo_random_next (self) % 100 < percent;
}

/* An index of @weights, drawn as often as its weight says. */
static inline guint
demo_random_weighted (DemoRandom *self, const guint8 *weights, guint n_weights)
{
  guint total = 0, draw, i;

  for (i = 0; i < n_weights; i++)
    total += weights[i];
  draw = demo_random_next (self) % total;
  for (i = 0; draw >= weights[i]; i++)
    draw -= weights[i];
  return i;
}

G_END_DECLS
