/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ComptoirColumnChoice:
 * @name: the field's name
 * @visible: whether its column shows
 * @width: pixels; 0 for what fits
 *
 * What a person chose for a column. It stays when the service leaves the field out for a while.
 */
typedef struct
{
  char *name;
  gboolean visible;
  int width;
} ComptoirColumnChoice;

/* The choices for a table, in the order of its columns. */
typedef struct _ComptoirColumnChoices ComptoirColumnChoices;

ComptoirColumnChoices *comptoir_column_choices_new (void);
void comptoir_column_choices_free (ComptoirColumnChoices *self);
void comptoir_column_choices_clear (ComptoirColumnChoices *self);
ComptoirColumnChoice *
comptoir_column_choices_find (ComptoirColumnChoices *self, const char *name, guint *place);
ComptoirColumnChoice *
comptoir_column_choices_place (ComptoirColumnChoices *self, const char *name, guint place);
void comptoir_column_choices_save (ComptoirColumnChoices *self, GKeyFile *state);
void comptoir_column_choices_restore (ComptoirColumnChoices *self, GKeyFile *state);

G_END_DECLS
