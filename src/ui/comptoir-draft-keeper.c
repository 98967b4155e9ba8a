/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-draft-keeper.h"

/* Milliseconds between a change and its writing, counted from the first that isn't written. */
#define DELAY 400

struct _ComptoirDraftKeeper
{
  GObject parent_instance;

  ComptoirOrderJournal *journal;
  char *account;
  ComptoirOrderDraft *draft;
  gint64 id;
  char *reference;
  char *problem;
  guint timeout;
  gboolean dirty;
  gboolean writing;
  gboolean closed;
  GQueue flushes; /* GTask, until all is written */
};

G_DEFINE_FINAL_TYPE (ComptoirDraftKeeper, comptoir_draft_keeper, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_PROBLEM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void write_if_dirty (ComptoirDraftKeeper *self);

static void
set_problem (ComptoirDraftKeeper *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* A program that is left goes on until what was typed is in the journal: a text that is replaced
 * while it is being written needs a second write. */
static void
set_writing (ComptoirDraftKeeper *self, gboolean writing)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL && writing)
    g_application_hold (application);
  else if (application != NULL)
    g_application_release (application);
  self->writing = writing;
}

static void
finish_flushes (ComptoirDraftKeeper *self, const GError *error)
{
  GTask *task;

  while ((task = g_queue_pop_head (&self->flushes)) != NULL)
    {
      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComptoirDraftKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *reference = NULL;
  gint64 id = comptoir_order_journal_save_finish (self->journal, result, &reference, &error);

  set_writing (self, FALSE);
  set_problem (self, error != NULL ? error->message : NULL);
  if (error != NULL)
    {
      self->dirty = TRUE;
      finish_flushes (self, error);
      return;
    }
  g_free (self->reference);
  self->reference = g_steal_pointer (&reference);
  if (self->id != id)
    {
      self->id = id;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
    }
  if (self->dirty && (self->closed || !g_queue_is_empty (&self->flushes)))
    write_if_dirty (self);
  else if (!self->dirty)
    finish_flushes (self, NULL);
}

/* An entry's first writing gives it its id: until then a second would make another entry. */
static void
write_if_dirty (ComptoirDraftKeeper *self)
{
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *total = NULL;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->writing || !self->dirty)
    return;
  self->dirty = FALSE;
  set_writing (self, TRUE);
  text = comptoir_order_draft_to_text (self->draft);
  title = comptoir_order_draft_dup_title (self->draft);
  g_object_get (self->draft, "total", &total, NULL);
  comptoir_order_journal_save_async (self->journal, self->id, self->account, text, title, total,
                                     NULL, on_saved, g_object_ref (self));
}

static gboolean
on_timeout (gpointer user_data)
{
  ComptoirDraftKeeper *self = user_data;

  self->timeout = 0;
  if (self->writing)
    self->timeout = g_timeout_add (DELAY, on_timeout, self);
  else
    write_if_dirty (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (ComptoirDraftKeeper *self)
{
  if (self->closed || (self->id == 0 && comptoir_order_draft_is_empty (self->draft)))
    return;
  self->dirty = TRUE;
  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY, on_timeout, self);
}

static void
comptoir_draft_keeper_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirDraftKeeper *self = COMPTOIR_DRAFT_KEEPER (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_draft_keeper_finalize (GObject *object)
{
  ComptoirDraftKeeper *self = COMPTOIR_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_object_unref (self->draft);
  g_object_unref (self->journal);
  g_free (self->account);
  g_free (self->reference);
  g_free (self->problem);
  G_OBJECT_CLASS (comptoir_draft_keeper_parent_class)->finalize (object);
}

static void
comptoir_draft_keeper_class_init (ComptoirDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = comptoir_draft_keeper_get_property;
  object_class->finalize = comptoir_draft_keeper_finalize;
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, read_only);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, read_only);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comptoir_draft_keeper_init (ComptoirDraftKeeper *self)
{
  g_queue_init (&self->flushes);
}

/**
 * comptoir_draft_keeper_new:
 * @journal: where to keep it
 * @account: whose it is
 * @draft: what is being typed
 * @id: its entry in the journal, 0 while it has none
 * @reference: (nullable): the entry's reference
 *
 * Returns: (transfer full): what keeps @draft until comptoir_draft_keeper_close()
 */
ComptoirDraftKeeper *
comptoir_draft_keeper_new (ComptoirOrderJournal *journal,
                           const char *account,
                           ComptoirOrderDraft *draft,
                           gint64 id,
                           const char *reference)
{
  ComptoirDraftKeeper *self;

  g_return_val_if_fail (COMPTOIR_IS_ORDER_JOURNAL (journal), NULL);
  g_return_val_if_fail (account != NULL, NULL);
  g_return_val_if_fail (COMPTOIR_IS_ORDER_DRAFT (draft), NULL);

  self = g_object_new (COMPTOIR_TYPE_DRAFT_KEEPER, NULL);
  self->journal = g_object_ref (journal);
  self->account = g_strdup (account);
  self->draft = g_object_ref (draft);
  self->id = id;
  self->reference = g_strdup (reference);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * comptoir_draft_keeper_get_id:
 *
 * Returns: the entry in the journal, 0 while there is none
 */
gint64
comptoir_draft_keeper_get_id (ComptoirDraftKeeper *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DRAFT_KEEPER (self), 0);
  return self->id;
}

/**
 * comptoir_draft_keeper_get_reference:
 *
 * Returns: (nullable): the entry's reference
 */
const char *
comptoir_draft_keeper_get_reference (ComptoirDraftKeeper *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DRAFT_KEEPER (self), NULL);
  return self->reference;
}

/**
 * comptoir_draft_keeper_get_problem:
 *
 * Returns: (nullable): why what was typed last could not be kept
 */
const char *
comptoir_draft_keeper_get_problem (ComptoirDraftKeeper *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DRAFT_KEEPER (self), NULL);
  return self->problem;
}

/**
 * comptoir_draft_keeper_is_busy:
 *
 * Returns: whether what was typed last isn't in the journal yet
 */
gboolean
comptoir_draft_keeper_is_busy (ComptoirDraftKeeper *self)
{
  g_return_val_if_fail (COMPTOIR_IS_DRAFT_KEEPER (self), FALSE);
  return self->writing || self->dirty;
}

/**
 * comptoir_draft_keeper_close:
 *
 * Writes what isn't written yet and follows the draft no more. An entry that was emptied is thrown
 * away.
 */
void
comptoir_draft_keeper_close (ComptoirDraftKeeper *self)
{
  g_return_if_fail (COMPTOIR_IS_DRAFT_KEEPER (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->id != 0 && !self->writing && self->dirty && comptoir_order_draft_is_empty (self->draft))
    comptoir_order_journal_discard_async (self->journal, self->id, NULL, NULL, NULL);
  else
    write_if_dirty (self);
}

/**
 * comptoir_draft_keeper_flush_async:
 *
 * Writes the draft as it is now, even if it is empty.
 */
void
comptoir_draft_keeper_flush_async (ComptoirDraftKeeper *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (COMPTOIR_IS_DRAFT_KEEPER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, comptoir_draft_keeper_flush_async);
  if (self->id == 0 && !self->writing)
    self->dirty = TRUE;
  g_queue_push_tail (&self->flushes, task);
  if (!self->dirty && !self->writing)
    finish_flushes (self, NULL);
  else
    write_if_dirty (self);
}

/**
 * comptoir_draft_keeper_flush_finish:
 *
 * Returns: whether all that was typed is in the journal
 */
gboolean
comptoir_draft_keeper_flush_finish (ComptoirDraftKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
