/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec-problems.h"

#include "comptoir-fec.h"

#include <glib/gi18n-lib.h>

#define MAX_PROBLEMS 1000

struct _ComptoirFecProblems
{
  GPtrArray *kept;
  guint counts[COMPTOIR_FEC_N_RULES];
};

static ComptoirFecProblem *
problem_new (guint line, char *sentence)
{
  ComptoirFecProblem *problem = g_new (ComptoirFecProblem, 1);

  problem->line = line;
  problem->sentence = sentence;
  return problem;
}

static void
problem_free (gpointer data)
{
  ComptoirFecProblem *problem = data;

  g_free (problem->sentence);
  g_free (problem);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const ComptoirFecProblem *left = *(const ComptoirFecProblem *const *) a;
  const ComptoirFecProblem *right = *(const ComptoirFecProblem *const *) b;

  return (left->line > right->line) - (left->line < right->line);
}

/**
 * comptoir_fec_problems_new:
 *
 * Returns: (transfer full): a collection without problems
 */
ComptoirFecProblems *
comptoir_fec_problems_new (void)
{
  ComptoirFecProblems *self = g_new0 (ComptoirFecProblems, 1);

  self->kept = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

/**
 * comptoir_fec_problems_add:
 * @self: a collection
 * @rule: the rule that doesn't hold
 * @line: the line it stands on, 0 for the whole file
 * @format: a translated sentence with printf()'s marks
 * @...: what to put for them
 */
void
comptoir_fec_problems_add (ComptoirFecProblems *self,
                           ComptoirFecRule rule,
                           guint line,
                           const char *format,
                           ...)
{
  va_list arguments;

  g_return_if_fail (self != NULL);
  g_return_if_fail (rule < COMPTOIR_FEC_N_RULES);

  if (self->counts[rule]++ >= MAX_PROBLEMS)
    return;
  va_start (arguments, format);
  g_ptr_array_add (self->kept, problem_new (line, g_strdup_vprintf (format, arguments)));
  va_end (arguments);
}

/**
 * comptoir_fec_problems_list:
 * @self: a collection, left empty
 *
 * Returns: (transfer full) (element-type ComptoirFecProblem): the problems by line, at most 1,000;
 *   where there are more, the last says how many
 */
GPtrArray *
comptoir_fec_problems_list (ComptoirFecProblems *self)
{
  g_autoptr (GPtrArray) list = NULL;
  guint n_problems = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < COMPTOIR_FEC_N_RULES; i++)
    {
      n_problems += self->counts[i];
      self->counts[i] = 0;
    }
  list = g_steal_pointer (&self->kept);
  self->kept = g_ptr_array_new_with_free_func (problem_free);
  g_ptr_array_sort (list, compare_lines);
  if (n_problems > MAX_PROBLEMS)
    {
      guint n_more = n_problems - (MAX_PROBLEMS - 1);

      g_ptr_array_set_size (list, MAX_PROBLEMS - 1);
      g_ptr_array_add (
          list, problem_new (
                    0, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There is %u more problem.",
                                                     "There are %u more problems.", n_more),
                                        n_more)));
    }
  return g_steal_pointer (&list);
}

/**
 * comptoir_fec_problems_free:
 * @self: (transfer full): a collection
 */
void
comptoir_fec_problems_free (ComptoirFecProblems *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->kept);
  g_free (self);
}
