/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-store-private.h"

#include "comptoir-replies.h"

typedef struct
{
  char *account;
  char *name;
  GBytes *body;
  GDateTime *fetched;
  GError *error;
} Request;

static Request *
request_new (const char *account, const char *name)
{
  Request *self = g_new0 (Request, 1);

  self->account = g_strdup (account);
  self->name = g_strdup (name);
  return self;
}

static void
request_free (Request *self)
{
  g_free (self->account);
  g_free (self->name);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->fetched, g_date_time_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static GTask *
create_task (ComptoirStore *self,
             gpointer tag,
             Request *request,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  return task;
}

static void
save_reply (gpointer data)
{
  g_autoptr (GTask) task = data;
  ComptoirStore *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (comptoir_replies_save (self->folder, request->account, request->name, request->body,
                             request->fetched, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
load_reply (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ComptoirStore *self = source;
  Request *request = task_data;
  g_autoptr (GBytes) body = NULL;
  GError *error = NULL;

  body = comptoir_replies_load (self->folder, request->account, request->name, &request->fetched,
                                &error);
  if (body != NULL)
    g_task_return_pointer (task, g_steal_pointer (&body), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* Not cancelled half-way: the values are on their way out already. */
static void
forget_account (gpointer data)
{
  g_autoptr (GTask) task = data;
  ComptoirStore *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  if (self->writer != NULL)
    comptoir_value_writer_flush (self->writer);
  if (!comptoir_replies_forget (self->folder, request->account, &error))
    g_task_return_error (task, error);
  else if (request->error != NULL)
    g_task_return_error (task, g_steal_pointer (&request->error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * comptoir_store_load_reply_async:
 * @account: the account's id
 * @name: 1 to 100 ASCII letters, digits, dots, hyphens and underscores, no dot first
 *
 * Looks for the last reply saved under @name, see comptoir_store_load_reply_finish().
 */
void
comptoir_store_load_reply_async (ComptoirStore *self,
                                 const char *account,
                                 const char *name,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COMPTOIR_IS_STORE (self));
  g_return_if_fail (account != NULL && name != NULL);

  task = create_task (self, comptoir_store_load_reply_async, request_new (account, name),
                      cancellable, callback, user_data);
  g_task_run_in_thread (task, load_reply);
}

/**
 * comptoir_store_load_reply_finish:
 * @fetched: (out) (optional) (nullable): when it was fetched, in local time
 * @error: %COMPTOIR_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full) (nullable): the reply, in memory only as far as it is looked at
 */
GBytes *
comptoir_store_load_reply_finish (ComptoirStore *self,
                                  GAsyncResult *result,
                                  GDateTime **fetched,
                                  GError **error)
{
  GBytes *body;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  body = g_task_propagate_pointer (G_TASK (result), error);
  if (fetched != NULL)
    {
      Request *request = g_task_get_task_data (G_TASK (result));

      *fetched = body != NULL ? g_steal_pointer (&request->fetched) : NULL;
    }
  return body;
}

/**
 * comptoir_store_save_reply_async:
 * @account: the account's id
 * @name: as for comptoir_store_load_reply_async()
 * @body: the reply as it came
 * @fetched: when it was fetched
 *
 * Keeps a reply in the place of an older one: the whole of it, or nothing.
 */
void
comptoir_store_save_reply_async (ComptoirStore *self,
                                 const char *account,
                                 const char *name,
                                 GBytes *body,
                                 GDateTime *fetched,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Request *request;

  g_return_if_fail (COMPTOIR_IS_STORE (self));
  g_return_if_fail (account != NULL && name != NULL);
  g_return_if_fail (body != NULL && fetched != NULL);

  request = request_new (account, name);
  request->body = g_bytes_ref (body);
  request->fetched = g_date_time_ref (fetched);
  comptoir_worker_push (self->files, save_reply,
                        create_task (self, comptoir_store_save_reply_async, request, cancellable,
                                     callback, user_data));
}

/**
 * comptoir_store_save_reply_finish:
 * @error: %COMPTOIR_STORE_ERROR_FULL, %COMPTOIR_STORE_ERROR_READ_ONLY, %COMPTOIR_STORE_ERROR_FAILED
 */
gboolean
comptoir_store_save_reply_finish (ComptoirStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * comptoir_store_forget_async:
 * @account: the account's id
 *
 * Forgets all of an account: its values, at once, and its replies. What is saved after this call
 * is kept. Once begun it isn't cancelled.
 */
void
comptoir_store_forget_async (ComptoirStore *self,
                             const char *account,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Request *request;
  GTask *task;

  g_return_if_fail (COMPTOIR_IS_STORE (self));
  g_return_if_fail (account != NULL);

  request = request_new (account, NULL);
  task = create_task (self, comptoir_store_forget_async, request, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  g_hash_table_remove (self->accounts, account);
  if (self->writer != NULL)
    comptoir_value_writer_forget (self->writer, account, &request->error);
  else
    request->error = g_error_copy (self->open_error);
  comptoir_worker_push (self->files, forget_account, task);
}

/**
 * comptoir_store_forget_finish:
 * @error: an error of the store where something of the account remains on the disk
 */
gboolean
comptoir_store_forget_finish (ComptoirStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
