/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-xml-element.h"

#include "comptoir-saft.h"

/* As many as a person would ever scroll through; an audit file may have millions. */
#define MAX_CHILDREN 5000

struct _ComptoirXmlElement
{
  GObject parent_instance;

  GBytes *bytes;
  char *name;
  char *text; /* (nullable) */
  guint n_children;
  guint64 offset;
};

G_DEFINE_FINAL_TYPE (ComptoirXmlElement, comptoir_xml_element, G_TYPE_OBJECT)

typedef struct
{
  GBytes *bytes;
  guint64 offset;
} Level;

static void
level_free (gpointer data)
{
  Level *level = data;

  g_bytes_unref (level->bytes);
  g_free (level);
}

static ComptoirXmlElement *
element_new (GBytes *bytes, const ComptoirXmlNode *node)
{
  ComptoirXmlElement *self = g_object_new (COMPTOIR_TYPE_XML_ELEMENT, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (node->name);
  self->text = g_strdup (node->text);
  self->n_children = node->n_children;
  self->offset = node->offset;
  return self;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Level *level = task_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *nodes
      = comptoir_xml_read_children (level->bytes, level->offset, MAX_CHILDREN, cancellable, &error);

  if (nodes != NULL)
    g_task_return_pointer (task, nodes, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* What can't be read stays empty: reading the whole file has told why. */
static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Level *level = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) nodes = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    g_ptr_array_add (elements, element_new (level->bytes, g_ptr_array_index (nodes, i)));
  g_list_store_splice (G_LIST_STORE (object), 0, 0, elements->pdata, elements->len);
}

/* A list that fills itself once a worker thread has been through that part of the file. */
static GListModel *
read_level (GBytes *bytes, guint64 offset)
{
  GListStore *store = g_list_store_new (COMPTOIR_TYPE_XML_ELEMENT);
  g_autoptr (GTask) task = g_task_new (store, NULL, on_read, NULL);
  Level *level = g_new0 (Level, 1);

  level->bytes = g_bytes_ref (bytes);
  level->offset = offset;
  g_task_set_source_tag (task, read_level);
  g_task_set_task_data (task, level, level_free);
  g_task_run_in_thread (task, read_in_thread);
  return G_LIST_MODEL (store);
}

static void
comptoir_xml_element_finalize (GObject *object)
{
  ComptoirXmlElement *self = COMPTOIR_XML_ELEMENT (object);

  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self->text);
  G_OBJECT_CLASS (comptoir_xml_element_parent_class)->finalize (object);
}

static void
comptoir_xml_element_class_init (ComptoirXmlElementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comptoir_xml_element_finalize;
}

static void
comptoir_xml_element_init (ComptoirXmlElement *self)
{
}

/**
 * comptoir_xml_element_read_root:
 * @bytes: an XML file
 *
 * Returns: (transfer full): a list of #ComptoirXmlElement, empty until the file was read, with
 *   the root alone from then on
 */
GListModel *
comptoir_xml_element_read_root (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_level (bytes, 0);
}

const char *
comptoir_xml_element_get_name (ComptoirXmlElement *self)
{
  g_return_val_if_fail (COMPTOIR_IS_XML_ELEMENT (self), NULL);

  return self->name;
}

const char *
comptoir_xml_element_get_text (ComptoirXmlElement *self)
{
  g_return_val_if_fail (COMPTOIR_IS_XML_ELEMENT (self), NULL);

  return self->text;
}

guint
comptoir_xml_element_get_n_children (ComptoirXmlElement *self)
{
  g_return_val_if_fail (COMPTOIR_IS_XML_ELEMENT (self), 0);

  return self->n_children;
}

/**
 * comptoir_xml_element_read_children:
 *
 * Returns: (transfer full): a list of the elements inside, empty until they are read; at most
 *   5,000 of them
 */
GListModel *
comptoir_xml_element_read_children (ComptoirXmlElement *self)
{
  g_return_val_if_fail (COMPTOIR_IS_XML_ELEMENT (self), NULL);

  return read_level (self->bytes, self->offset);
}
