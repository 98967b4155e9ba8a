/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-store-private.h"

#include "comptoir-folder.h"
#include "comptoir-replies.h"

#include <glib/gi18n-lib.h>

/* What a crash left half-written is removed once it can't be in use any more, in seconds. */
#define LEFTOVER_AGE (24 * 60 * 60)

G_DEFINE_FINAL_TYPE (ComptoirStore, comptoir_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FOLDER,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  GWeakRef *weak;
  char *problem;
} Report;

static void
release_weak (GWeakRef *weak)
{
  g_atomic_rc_box_release_full (weak, (GDestroyNotify) g_weak_ref_clear);
}

static void
report_free (Report *self)
{
  release_weak (self->weak);
  g_free (self->problem);
  g_free (self);
}

static void
remember_value (const char *account, const char *name, const char *value, gpointer user_data)
{
  ComptoirStore *self = user_data;
  GHashTable *values = g_hash_table_lookup (self->accounts, account);

  if (values == NULL)
    {
      values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->accounts, g_strdup (account), values);
    }
  g_hash_table_insert (values, g_strdup (name), g_strdup (value));
}

static const char *
look_up (ComptoirStore *self, const char *account, const char *name)
{
  GHashTable *values = g_hash_table_lookup (self->accounts, account);

  return values != NULL ? g_hash_table_lookup (values, name) : NULL;
}

static gboolean
apply_report (gpointer data)
{
  Report *report = data;
  g_autoptr (ComptoirStore) self = g_weak_ref_get (report->weak);

  if (self != NULL && g_strcmp0 (self->write_problem, report->problem) != 0)
    {
      g_free (self->write_problem);
      self->write_problem = g_steal_pointer (&report->problem);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
    }
  return G_SOURCE_REMOVE;
}

/* On the writer's thread. An idle source, since g_main_context_invoke() may call at once, from
 * here, while the loop isn't running. */
static void
on_write_failed (const GError *error, gpointer user_data)
{
  ComptoirStore *self = user_data;
  g_autoptr (GSource) source = g_idle_source_new ();
  Report *report = g_new0 (Report, 1);

  report->weak = g_atomic_rc_box_acquire (self->weak);
  report->problem = error != NULL ? g_strdup (error->message) : NULL;
  g_source_set_callback (source, apply_report, report, (GDestroyNotify) report_free);
  g_source_attach (source, self->context);
}

static void
sweep (gpointer data)
{
  g_autofree char *folder = data;

  comptoir_replies_sweep (folder, LEFTOVER_AGE);
}

static void
read_standing_values (ComptoirStore *self)
{
  g_autoptr (ComptoirDatabase) database = comptoir_database_open_read_only (self->folder, NULL);

  if (database != NULL)
    comptoir_database_read_values (database, remember_value, self, NULL);
}

static void
open_database (ComptoirStore *self)
{
  g_autoptr (ComptoirDatabase) database = NULL;
  g_autofree char *set_aside = NULL;

  database = comptoir_database_open (self->folder, &set_aside, &self->open_error);
  if (database == NULL)
    {
      self->open_problem = g_strdup (self->open_error->message);
      if (g_error_matches (self->open_error, COMPTOIR_STORE_ERROR, COMPTOIR_STORE_ERROR_READ_ONLY))
        read_standing_values (self);
      return;
    }
  if (set_aside != NULL)
    /* Translators: %s is the name of a file. */
    self->open_problem = g_strdup_printf (_ ("What was kept on this computer was damaged. It has "
                                             "been set aside as “%s” in the folder “%s”."),
                                          set_aside, self->folder);
  comptoir_database_read_values (database, remember_value, self, NULL);
  self->writer = comptoir_value_writer_new (g_steal_pointer (&database), on_write_failed, self);
}

static void
comptoir_store_constructed (GObject *object)
{
  ComptoirStore *self = COMPTOIR_STORE (object);

  G_OBJECT_CLASS (comptoir_store_parent_class)->constructed (object);

  if (self->folder == NULL)
    self->folder = g_build_filename (g_get_user_data_dir (), "comptoir", NULL);
  self->weak = g_atomic_rc_box_new0 (GWeakRef);
  g_weak_ref_init (self->weak, self);
  comptoir_folder_make_private (self->folder);
  open_database (self);
  self->files = comptoir_worker_new ("store-files");
  comptoir_worker_push (self->files, sweep, g_strdup (self->folder));
}

static void
comptoir_store_finalize (GObject *object)
{
  ComptoirStore *self = COMPTOIR_STORE (object);

  g_clear_object (&self->journal);
  g_clear_pointer (&self->files, comptoir_worker_free);
  g_clear_pointer (&self->writer, comptoir_value_writer_free);
  g_clear_pointer (&self->weak, release_weak);
  g_clear_pointer (&self->accounts, g_hash_table_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_error (&self->open_error);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->open_problem, g_free);
  g_clear_pointer (&self->write_problem, g_free);
  G_OBJECT_CLASS (comptoir_store_parent_class)->finalize (object);
}

static void
comptoir_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirStore *self = COMPTOIR_STORE (object);

  switch (id)
    {
    case PROP_FOLDER:
      g_value_set_string (value, self->folder);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, comptoir_store_get_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_store_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ComptoirStore *self = COMPTOIR_STORE (object);

  switch (id)
    {
    case PROP_FOLDER:
      self->folder = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_store_class_init (ComptoirStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = comptoir_store_constructed;
  object_class->finalize = comptoir_store_finalize;
  object_class->get_property = comptoir_store_get_property;
  object_class->set_property = comptoir_store_set_property;

  properties[PROP_FOLDER]
      = g_param_spec_string ("folder", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM]
      = g_param_spec_string ("problem", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comptoir_store_init (ComptoirStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_hash_table_unref);
}

/**
 * comptoir_store_new:
 * @folder: (nullable): absolute path of a folder of its own, made or made private where needed;
 *   %NULL for $XDG_DATA_HOME/comptoir
 *
 * Opens what is kept on this computer. Never fails: see #ComptoirStore:problem.
 *
 * Returns: (transfer full): a store
 */
ComptoirStore *
comptoir_store_new (const char *folder)
{
  g_return_val_if_fail (folder == NULL || g_path_is_absolute (folder), NULL);

  return g_object_new (COMPTOIR_TYPE_STORE, "folder", folder, NULL);
}

/**
 * comptoir_store_get_folder:
 *
 * Returns: (transfer none): the absolute path of the store's folder
 */
const char *
comptoir_store_get_folder (ComptoirStore *self)
{
  g_return_val_if_fail (COMPTOIR_IS_STORE (self), NULL);

  return self->folder;
}

/**
 * comptoir_store_get_problem:
 *
 * Returns: (transfer none) (nullable): a translated sentence that says why things aren't kept, or
 *   what was set aside; the worse of the two
 */
const char *
comptoir_store_get_problem (ComptoirStore *self)
{
  g_return_val_if_fail (COMPTOIR_IS_STORE (self), NULL);

  return self->write_problem != NULL ? self->write_problem : self->open_problem;
}

/**
 * comptoir_store_dup_value:
 * @account: the account's id, or "" for what belongs to none
 * @name: the value's name
 *
 * Returns: (transfer full) (nullable): the value
 */
char *
comptoir_store_dup_value (ComptoirStore *self, const char *account, const char *name)
{
  g_return_val_if_fail (COMPTOIR_IS_STORE (self), NULL);
  g_return_val_if_fail (account != NULL && name != NULL, NULL);

  return g_strdup (look_up (self, account, name));
}

/**
 * comptoir_store_set_value:
 * @account: the account's id, or "" for what belongs to none
 * @name: the value's name
 * @value: (nullable): UTF-8, or %NULL to remove it
 *
 * Sets a value at once in memory; it is written soon after, in the order of the calls.
 */
void
comptoir_store_set_value (ComptoirStore *self,
                          const char *account,
                          const char *name,
                          const char *value)
{
  GHashTable *values;

  g_return_if_fail (COMPTOIR_IS_STORE (self));
  g_return_if_fail (account != NULL && name != NULL);
  g_return_if_fail (value == NULL || g_utf8_validate (value, -1, NULL));

  if (g_strcmp0 (look_up (self, account, name), value) == 0)
    return;
  values = g_hash_table_lookup (self->accounts, account);
  if (value != NULL)
    remember_value (account, name, value, self);
  else if (g_hash_table_remove (values, name) && g_hash_table_size (values) == 0)
    g_hash_table_remove (self->accounts, account);
  if (self->writer != NULL)
    comptoir_value_writer_write (self->writer, account, name, value);
}

/**
 * comptoir_store_list_accounts:
 * @name: a value's name
 *
 * Returns: (transfer full) (array zero-terminated=1): the accounts that have a value of that name,
 *   in no order; free with g_strfreev()
 */
char **
comptoir_store_list_accounts (ComptoirStore *self, const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer account, values;

  g_return_val_if_fail (COMPTOIR_IS_STORE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, &account, &values))
    if (g_hash_table_contains (values, name))
      g_strv_builder_add (builder, account);
  return g_strv_builder_end (builder);
}

/**
 * comptoir_store_get_journal:
 *
 * All who work on this store share one journal, so that each hears of what another changes.
 *
 * Returns: (transfer none): the drafts and the sent orders, opened when first asked for
 */
ComptoirOrderJournal *
comptoir_store_get_journal (ComptoirStore *self)
{
  g_return_val_if_fail (COMPTOIR_IS_STORE (self), NULL);

  if (self->journal == NULL)
    self->journal = comptoir_order_journal_new (self);
  return self->journal;
}

/**
 * comptoir_store_flush:
 *
 * Waits until all that was asked for so far is written, orders included, or has failed. Blocks:
 * for the end of the program.
 */
void
comptoir_store_flush (ComptoirStore *self)
{
  g_return_if_fail (COMPTOIR_IS_STORE (self));

  comptoir_worker_flush (self->files);
  if (self->writer != NULL)
    comptoir_value_writer_flush (self->writer);
  if (self->journal != NULL)
    comptoir_order_journal_flush (self->journal);
}
