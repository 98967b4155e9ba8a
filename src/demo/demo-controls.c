/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-controls.h"

struct _DemoControls
{
  GMutex mutex;
  GPtrArray *keys; /* the last is right; the others stay for whoever still holds one */
  const DemoShape *shape;
  GPtrArray *faults;
  GHashTable *n_requests; /* by endpoint */
  guint n_all_requests;
  guint n_orders;
};

static char *
make_key (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_compute_checksum_for_string (G_CHECKSUM_SHA1, uuid, -1);
}

/* Another one at each start, unless a test across processes needs to know it. */
static char *
make_first_key (void)
{
  const char *fixed = g_getenv ("KASH_DEMO_KEY");

  return fixed != NULL && *fixed != '\0' ? g_strdup (fixed) : make_key ();
}

static GPtrArray *
new_faults (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) demo_fault_free);
}

/**
 * demo_controls_new:
 *
 * Returns: (transfer full): a key of its own, the usual shape, no fault, nothing counted
 */
DemoControls *
demo_controls_new (void)
{
  DemoControls *self = g_new0 (DemoControls, 1);

  g_mutex_init (&self->mutex);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->keys, make_first_key ());
  self->shape = demo_shape_find (NULL, NULL);
  self->faults = new_faults ();
  self->n_requests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * demo_controls_free:
 * @self: (transfer full) (nullable): the controls
 */
void
demo_controls_free (DemoControls *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->faults);
  g_hash_table_unref (self->n_requests);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * demo_controls_get_key:
 * @self: the controls
 *
 * Returns: (transfer none): the key that is right now; stays valid as long as @self
 */
const char *
demo_controls_get_key (DemoControls *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return g_ptr_array_index (self->keys, self->keys->len - 1);
}

/**
 * demo_controls_change_key:
 * @self: the controls
 *
 * Makes another key, in place of the one there was.
 */
void
demo_controls_change_key (DemoControls *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_ptr_array_add (self->keys, make_key ());
}

/**
 * demo_controls_get_shape:
 * @self: the controls
 *
 * Returns: (transfer none): how lists are written
 */
const DemoShape *
demo_controls_get_shape (DemoControls *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->shape;
}

/**
 * demo_controls_set_shape:
 * @self: the controls
 * @name: (nullable): see demo-shape.h
 * @error: return location for %G_IO_ERROR_INVALID_ARGUMENT
 *
 * Returns: whether there is such a shape
 */
gboolean
demo_controls_set_shape (DemoControls *self, const char *name, GError **error)
{
  const DemoShape *shape = demo_shape_find (name, error);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (shape != NULL)
    self->shape = shape;

  return shape != NULL;
}

/**
 * demo_controls_set_faults:
 * @self: the controls
 * @faults: (nullable): see demo-fault.h; they take the place of those there were
 * @error: return location for %G_IO_ERROR_INVALID_ARGUMENT
 *
 * Returns: whether there are such faults
 */
gboolean
demo_controls_set_faults (DemoControls *self, const char *const *faults, GError **error)
{
  g_autoptr (GPtrArray) made = new_faults ();
  g_autoptr (GPtrArray) previous = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  for (guint i = 0; faults != NULL && faults[i] != NULL; i++)
    {
      DemoFault *fault = demo_fault_new (faults[i], error);

      if (fault == NULL)
        return FALSE;
      g_ptr_array_add (made, fault);
    }
  locker = g_mutex_locker_new (&self->mutex);
  previous = self->faults;
  self->faults = g_steal_pointer (&made);

  return TRUE;
}

/**
 * demo_controls_take_fault:
 * @self: the controls
 * @endpoint: "getPlus.php"
 * @host: (nullable): the host the request names
 *
 * Returns: (transfer none) (nullable): the fault that befalls this request
 */
const DemoFaultKind *
demo_controls_take_fault (DemoControls *self, const char *endpoint, const char *host)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  for (guint i = 0; i < self->faults->len; i++)
    {
      DemoFault *fault = g_ptr_array_index (self->faults, i);

      if (demo_fault_take (fault, endpoint, host))
        return demo_fault_get_kind (fault);
    }

  return NULL;
}

/**
 * demo_controls_count_request:
 * @self: the controls
 * @endpoint: "getPlus.php"
 */
void
demo_controls_count_request (DemoControls *self, const char *endpoint)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_requests, endpoint));

  g_hash_table_insert (self->n_requests, g_strdup (endpoint), GUINT_TO_POINTER (count + 1));
  self->n_all_requests++;
}

/**
 * demo_controls_get_n_requests:
 * @self: the controls
 * @endpoint: (nullable): "getPlus.php", %NULL for all
 *
 * Returns: how many were counted
 */
guint
demo_controls_get_n_requests (DemoControls *self, const char *endpoint)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (endpoint == NULL)
    return self->n_all_requests;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->n_requests, endpoint));
}

/**
 * demo_controls_set_n_orders:
 * @self: the controls
 * @n_orders: how many are recorded
 */
void
demo_controls_set_n_orders (DemoControls *self, guint n_orders)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->n_orders = n_orders;
}

/**
 * demo_controls_get_n_orders:
 * @self: the controls
 *
 * Returns: how many were recorded when it was last said
 */
guint
demo_controls_get_n_orders (DemoControls *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->n_orders;
}
