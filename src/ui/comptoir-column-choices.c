/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-column-choices.h"

#define STATE_GROUP "columns"
#define MAX_WIDTH   4000

struct _ComptoirColumnChoices
{
  GPtrArray *choices; /* (element-type ComptoirColumnChoice) */
};

static void
choice_free (gpointer data)
{
  ComptoirColumnChoice *choice = data;

  g_free (choice->name);
  g_free (choice);
}

/**
 * comptoir_column_choices_new:
 *
 * Returns: (transfer full): no choice yet
 */
ComptoirColumnChoices *
comptoir_column_choices_new (void)
{
  ComptoirColumnChoices *self = g_new0 (ComptoirColumnChoices, 1);

  self->choices = g_ptr_array_new_with_free_func (choice_free);
  return self;
}

/**
 * comptoir_column_choices_free:
 */
void
comptoir_column_choices_free (ComptoirColumnChoices *self)
{
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/**
 * comptoir_column_choices_clear:
 *
 * Forgets all of them.
 */
void
comptoir_column_choices_clear (ComptoirColumnChoices *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_set_size (self->choices, 0);
}

/**
 * comptoir_column_choices_find:
 * @name: a field's name
 * @place: (out) (optional): where in the order; untouched when there is none
 *
 * Returns: (nullable): what was chosen for it
 */
ComptoirColumnChoice *
comptoir_column_choices_find (ComptoirColumnChoices *self, const char *name, guint *place)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      ComptoirColumnChoice *choice = g_ptr_array_index (self->choices, i);

      if (g_str_equal (choice->name, name))
        {
          if (place != NULL)
            *place = i;
          return choice;
        }
    }
  return NULL;
}

/**
 * comptoir_column_choices_place:
 * @name: a field's name
 * @place: where in the order it belongs, at most behind all that are there
 *
 * Returns: (transfer none): its choice, made when there was none, at that place
 */
ComptoirColumnChoice *
comptoir_column_choices_place (ComptoirColumnChoices *self, const char *name, guint place)
{
  ComptoirColumnChoice *choice;
  guint old;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  choice = comptoir_column_choices_find (self, name, &old);
  if (choice != NULL)
    {
      g_ptr_array_steal_index (self->choices, old);
    }
  else
    {
      choice = g_new0 (ComptoirColumnChoice, 1);
      choice->name = g_strdup (name);
      choice->visible = TRUE;
    }
  g_ptr_array_insert (self->choices, (int) MIN (place, self->choices->len), choice);
  return choice;
}

/**
 * comptoir_column_choices_save:
 * @state: where to put them, if there are any
 */
void
comptoir_column_choices_save (ComptoirColumnChoices *self, GKeyFile *state)
{
  guint n;
  g_autofree const char **names = NULL;
  g_autofree gboolean *visible = NULL;
  g_autofree int *widths = NULL;

  g_return_if_fail (self != NULL && state != NULL);

  n = self->choices->len;
  if (n == 0)
    return;
  names = g_new (const char *, n);
  visible = g_new (gboolean, n);
  widths = g_new (int, n);
  for (guint i = 0; i < n; i++)
    {
      const ComptoirColumnChoice *choice = g_ptr_array_index (self->choices, i);

      names[i] = choice->name;
      visible[i] = choice->visible;
      widths[i] = choice->width;
    }
  g_key_file_set_string_list (state, STATE_GROUP, "names", names, n);
  g_key_file_set_boolean_list (state, STATE_GROUP, "visible", visible, n);
  g_key_file_set_integer_list (state, STATE_GROUP, "widths", widths, n);
}

/**
 * comptoir_column_choices_restore:
 * @state: what comptoir_column_choices_save() wrote; what can't be read is ignored
 */
void
comptoir_column_choices_restore (ComptoirColumnChoices *self, GKeyFile *state)
{
  gsize n_names = 0, n_visible = 0, n_widths = 0;
  g_auto (GStrv) names = NULL;
  g_autofree gboolean *visible = NULL;
  g_autofree int *widths = NULL;

  g_return_if_fail (self != NULL && state != NULL);

  names = g_key_file_get_string_list (state, STATE_GROUP, "names", &n_names, NULL);
  visible = g_key_file_get_boolean_list (state, STATE_GROUP, "visible", &n_visible, NULL);
  widths = g_key_file_get_integer_list (state, STATE_GROUP, "widths", &n_widths, NULL);
  comptoir_column_choices_clear (self);
  for (gsize i = 0; i < n_names; i++)
    {
      ComptoirColumnChoice *choice = comptoir_column_choices_place (self, names[i], G_MAXUINT);

      if (i < n_visible)
        choice->visible = visible[i];
      if (i < n_widths)
        choice->width = CLAMP (widths[i], 0, MAX_WIDTH);
    }
}
