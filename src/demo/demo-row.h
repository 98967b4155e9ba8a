/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DEMO_FIELD_TEXT,   /* any text */
  DEMO_FIELD_FIGURE, /* a number or a yes/no, which PHP writes as a string */
  DEMO_FIELD_NUMBER, /* a number written as one */
  DEMO_FIELD_JSON,   /* already JSON: nested values, null */
} DemoFieldKind;

typedef struct
{
  const char *name;
  DemoFieldKind kind;
  gsize offset; /* into the row's text */
  gsize length;
} DemoField;

/* One row of a reply, filled anew for each, without an allocation once it has grown. */
typedef struct
{
  GArray *fields; /* DemoField */
  GString *text;
} DemoRow;

DemoRow *demo_row_new (void);
void demo_row_free (DemoRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoRow, demo_row_free)

void demo_row_clear (DemoRow *self);
void demo_row_add (DemoRow *self, DemoFieldKind kind, const char *name, const char *value);
void demo_row_add_int (DemoRow *self, const char *name, gint64 value);
void demo_row_add_number (DemoRow *self, const char *name, gint64 value);
void demo_row_add_money (DemoRow *self, const char *name, gint64 cents);
void demo_row_add_thousandths (DemoRow *self, const char *name, gint64 value);
void demo_row_add_degrees (DemoRow *self, const char *name, double value);

const char *demo_row_get (const DemoRow *self, const char *name);

void demo_append_json_string (GString *out, const char *text, gsize length, gboolean ascii);
void demo_append_html (GString *out, const char *text, gsize length);
void demo_append_money (GString *out, gint64 cents);

G_END_DECLS
