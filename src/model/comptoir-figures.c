/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-figures.h"

#include "comptoir-sales-day.h"

/* A file in the store. It isn't written before it was read, so that no day of it is lost. */
typedef struct
{
  ComptoirFigures *figures; /* unowned */
  int number;               /* months since year 0 */
  char *name;               /* "summaries-2026-11.json" */
  gboolean loading;
  gboolean loaded;
  gboolean dirty;
  gboolean saving;
  GQueue waiting; /* (element-type GTask): until it is loaded */
} Month;

struct _ComptoirFigures
{
  GObject parent_instance;

  ComptoirStore *store; /* (nullable) */
  char *account;
  GHashTable *days;   /* Julian day → ComptoirDayFigures */
  GHashTable *months; /* number → Month */
};

G_DEFINE_FINAL_TYPE (ComptoirFigures, comptoir_figures, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void load_month (Month *month);
static void save_month (Month *month);

static void
month_free (gpointer data)
{
  Month *month = data;

  g_free (month->name);
  g_free (month);
}

static int
get_month_number (const GDate *day)
{
  return g_date_get_year (day) * 12 + (int) g_date_get_month (day) - 1;
}

static Month *
get_month (ComptoirFigures *self, int number)
{
  Month *month = g_hash_table_lookup (self->months, GINT_TO_POINTER (number));

  if (month != NULL)
    return month;
  month = g_new0 (Month, 1);
  month->figures = self;
  month->number = number;
  month->name = g_strdup_printf ("summaries-%04d-%02d.json", number / 12, number % 12 + 1);
  month->loaded = self->store == NULL;
  g_queue_init (&month->waiting);
  g_hash_table_insert (self->months, GINT_TO_POINTER (number), month);
  return month;
}

static gpointer
get_key (const GDate *day)
{
  return GUINT_TO_POINTER (g_date_get_julian (day));
}

static void
put (ComptoirFigures *self, ComptoirDayFigures *figures)
{
  g_autofree char *iso = comptoir_sales_day_to_iso (&figures->day);

  g_hash_table_replace (self->days, get_key (&figures->day), figures);
  g_signal_emit (self, signals[CHANGED], 0, iso);
}

/* What was learnt since the start goes before what was kept. */
static void
take_kept (Month *month, GPtrArray *days)
{
  ComptoirFigures *self = month->figures;

  while (days->len > 0)
    {
      g_autoptr (ComptoirDayFigures) figures = g_ptr_array_steal_index_fast (days, days->len - 1);
      const ComptoirDayFigures *known = comptoir_figures_peek (self, &figures->day);

      if (get_month_number (&figures->day) == month->number && (known == NULL || !known->final))
        put (self, g_steal_pointer (&figures));
    }
}

static void
set_loaded (Month *month)
{
  GTask *task;

  month->loading = FALSE;
  month->loaded = TRUE;
  save_month (month);
  while ((task = g_queue_pop_head (&month->waiting)) != NULL)
    {
      guint *n_missing = g_task_get_task_data (task);

      if (--*n_missing == 0)
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, comptoir_figures_file_read (task_data),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Month *month = user_data;
  g_autoptr (GPtrArray) days = g_task_propagate_pointer (G_TASK (result), NULL);

  take_kept (month, days);
  set_loaded (month);
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Month *month = user_data;
  g_autoptr (ComptoirFigures) self = month->figures;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GBytes) bytes
      = comptoir_store_load_reply_finish (COMPTOIR_STORE (object), result, NULL, NULL);

  if (bytes == NULL)
    {
      set_loaded (month);
      return;
    }
  task = g_task_new (self, NULL, on_read, month);
  g_task_set_source_tag (task, load_month);
  g_task_set_task_data (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static void
load_month (Month *month)
{
  ComptoirFigures *self = month->figures;

  if (month->loading || month->loaded)
    return;
  month->loading = TRUE;
  g_object_ref (self);
  comptoir_store_load_reply_async (self->store, self->account, month->name, NULL, on_loaded, month);
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Month *month = user_data;
  ComptoirFigures *self = month->figures;
  g_autoptr (GError) error = NULL;

  if (!comptoir_store_save_reply_finish (COMPTOIR_STORE (object), result, &error))
    g_debug ("Figures were not kept: %s", error->message);
  month->saving = FALSE;
  save_month (month);
  g_object_unref (self);
}

static GPtrArray *
list_days (Month *month)
{
  GPtrArray *days = g_ptr_array_new ();
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, month->number % 12 + 1, month->number / 12);
  for (; get_month_number (&day) == month->number; g_date_add_days (&day, 1))
    {
      ComptoirDayFigures *figures = g_hash_table_lookup (month->figures->days, get_key (&day));

      if (figures != NULL)
        g_ptr_array_add (days, figures);
    }
  return days;
}

/* What changes while it is being written is written afterwards, at one go. */
static void
save_month (Month *month)
{
  ComptoirFigures *self = month->figures;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!month->dirty || month->saving || self->store == NULL)
    return;
  if (!month->loaded)
    {
      load_month (month);
      return;
    }
  days = list_days (month);
  bytes = comptoir_figures_file_write (days);
  now = g_date_time_new_now_utc ();
  month->dirty = FALSE;
  month->saving = TRUE;
  g_object_ref (self);
  comptoir_store_save_reply_async (self->store, self->account, month->name, bytes, now, NULL,
                                   on_saved, month);
}

static void
comptoir_figures_finalize (GObject *object)
{
  ComptoirFigures *self = COMPTOIR_FIGURES (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_clear_pointer (&self->months, g_hash_table_unref);

  G_OBJECT_CLASS (comptoir_figures_parent_class)->finalize (object);
}

static void
comptoir_figures_class_init (ComptoirFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_figures_finalize;

  /**
   * ComptoirFigures::changed:
   * @iso_date: the day
   *
   * More is known of a day than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
comptoir_figures_init (ComptoirFigures *self)
{
  self->days = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) comptoir_day_figures_free);
  self->months = g_hash_table_new_full (NULL, NULL, NULL, month_free);
}

/**
 * comptoir_figures_new:
 * @store: (nullable): where they are kept; %NULL for in memory only
 * @account: the account's id
 *
 * Returns: (transfer full): figures, none of them in memory yet
 */
ComptoirFigures *
comptoir_figures_new (ComptoirStore *store, const char *account)
{
  ComptoirFigures *self;

  g_return_val_if_fail (store == NULL || COMPTOIR_IS_STORE (store), NULL);
  g_return_val_if_fail (account != NULL, NULL);

  self = g_object_new (COMPTOIR_TYPE_FIGURES, NULL);
  self->store = store != NULL ? g_object_ref (store) : NULL;
  self->account = g_strdup (account);
  return self;
}

/**
 * comptoir_figures_peek:
 *
 * Returns: (transfer none) (nullable): what is known of a day in memory, until the next change
 */
const ComptoirDayFigures *
comptoir_figures_peek (ComptoirFigures *self, const GDate *day)
{
  g_return_val_if_fail (COMPTOIR_IS_FIGURES (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  return g_hash_table_lookup (self->days, get_key (day));
}

/**
 * comptoir_figures_take:
 * @figures: (transfer full): what is now known of a day; kept if it is final
 */
void
comptoir_figures_take (ComptoirFigures *self, ComptoirDayFigures *figures)
{
  Month *month;

  g_return_if_fail (COMPTOIR_IS_FIGURES (self));
  g_return_if_fail (figures != NULL && figures->summary != NULL && figures->edited != NULL);

  month = get_month (self, get_month_number (&figures->day));
  month->dirty = month->dirty || figures->final;
  put (self, figures);
  save_month (month);
}

/**
 * comptoir_figures_load_async:
 * @first: a day
 * @last: that day, or a later one
 *
 * Reads what is kept of the months of @first to @last into memory; what was read before isn't read
 * again.
 */
void
comptoir_figures_load_async (ComptoirFigures *self,
                             const GDate *first,
                             const GDate *last,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  guint *n_missing;

  g_return_if_fail (COMPTOIR_IS_FIGURES (self));
  g_return_if_fail (first != NULL && g_date_valid (first));
  g_return_if_fail (last != NULL && g_date_valid (last));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, comptoir_figures_load_async);
  n_missing = g_new0 (guint, 1);
  g_task_set_task_data (task, n_missing, g_free);
  for (int number = get_month_number (first); number <= get_month_number (last); number++)
    {
      Month *month = get_month (self, number);

      if (month->loaded)
        continue;
      ++*n_missing;
      g_queue_push_tail (&month->waiting, g_object_ref (task));
      load_month (month);
    }
  if (*n_missing == 0)
    g_task_return_boolean (task, TRUE);
}

/**
 * comptoir_figures_load_finish:
 * @error: %G_IO_ERROR_CANCELLED; what can't be read is as if it weren't kept
 */
gboolean
comptoir_figures_load_finish (ComptoirFigures *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
