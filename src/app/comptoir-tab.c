/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-tab.h"

#include <glib/gi18n-lib.h>

#include "comptoir-chooser.h"
#include "comptoir-destination.h"
#include "comptoir-page-kind.h"
#include "comptoir-resource-page.h"

struct _ComptoirTab
{
  AdwBin parent_instance;

  ComptoirShop *shop;
  const ComptoirDestination *destination; /* NULL: still to be chosen */
  char *state;                            /* of a page that isn't made yet */
  char *title;
  GtkWidget *page;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (ComptoirTab, comptoir_tab, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SHOW_REFERENCE,
  OPEN_PAGE,
  OPEN_STATE,
  STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_title (ComptoirTab *self, const char *title)
{
  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
set_destination (ComptoirTab *self, const ComptoirDestination *destination)
{
  self->destination = destination;
  set_title (self,
             destination != NULL ? comptoir_destination_get_title (destination) : _ ("New Tab"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON]);
}

static void
on_title_changed (ComptoirTab *self, GParamSpec *pspec, GtkWidget *page)
{
  g_autofree char *title = NULL;

  g_object_get (page, "title", &title, NULL);
  set_title (self, title);
}

static void
on_loading_changed (ComptoirTab *self, GParamSpec *pspec, GtkWidget *page)
{
  gboolean loading = FALSE;

  g_object_get (page, "loading", &loading, NULL);
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
on_show_reference (ComptoirTab *self, const char *resource, const char *id)
{
  g_signal_emit (self, signals[SHOW_REFERENCE], 0, resource, id);
}

static void
on_state_changed (ComptoirTab *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
on_show_sent_orders (ComptoirTab *self)
{
  g_signal_emit (self, signals[OPEN_STATE], 0, COMPTOIR_DESTINATION_SENT_ORDERS, NULL);
}

static void
on_open_order (ComptoirTab *self, gint64 id)
{
  g_autofree char *state = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_signal_emit (self, signals[OPEN_STATE], 0, COMPTOIR_DESTINATION_ORDER, state);
}

static void
on_chosen (ComptoirTab *self, const char *name)
{
  g_signal_emit (self, signals[OPEN_PAGE], 0, name);
}

static void
make_chooser (ComptoirTab *self)
{
  GtkWidget *chooser = comptoir_chooser_new ();

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), chooser);
}

/* Not every page has every signal. */
static void
connect_page (ComptoirTab *self, const char *signal, GCallback callback)
{
  if (g_signal_lookup (signal, G_OBJECT_TYPE (self->page)) != 0)
    g_signal_connect_object (self->page, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
make_page (ComptoirTab *self)
{
  self->page = comptoir_page_kind_get (self->destination)
                   ->create (self->shop, self->destination, self->state);
  g_clear_pointer (&self->state, g_free);
  g_signal_connect_object (self->page, "notify::title", G_CALLBACK (on_title_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "notify::loading", G_CALLBACK (on_loading_changed), self,
                           G_CONNECT_SWAPPED);
  connect_page (self, "show-reference", G_CALLBACK (on_show_reference));
  connect_page (self, "state-changed", G_CALLBACK (on_state_changed));
  connect_page (self, "show-sent-orders", G_CALLBACK (on_show_sent_orders));
  connect_page (self, "open-order", G_CALLBACK (on_open_order));
  adw_bin_set_child (ADW_BIN (self), self->page);
  on_title_changed (self, NULL, self->page);
  on_loading_changed (self, NULL, self->page);
}

static void
ensure_content (ComptoirTab *self)
{
  if (self->page != NULL)
    return;
  if (self->destination != NULL)
    make_page (self);
  else if (adw_bin_get_child (ADW_BIN (self)) == NULL)
    make_chooser (self);
}

static gboolean
comptoir_tab_grab_focus (GtkWidget *widget)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  return child != NULL && gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
comptoir_tab_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComptoirTab *self = COMPTOIR_TAB (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ICON:
      if (self->destination != NULL)
        g_value_take_object (value, g_themed_icon_new (self->destination->icon_name));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comptoir_tab_dispose (GObject *object)
{
  ComptoirTab *self = COMPTOIR_TAB (object);

  self->page = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (comptoir_tab_parent_class)->dispose (object);
}

static void
comptoir_tab_finalize (GObject *object)
{
  ComptoirTab *self = COMPTOIR_TAB (object);

  g_free (self->state);
  g_free (self->title);
  G_OBJECT_CLASS (comptoir_tab_parent_class)->finalize (object);
}

static void
comptoir_tab_class_init (ComptoirTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comptoir_tab_dispose;
  object_class->finalize = comptoir_tab_finalize;
  object_class->get_property = comptoir_tab_get_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = comptoir_tab_grab_focus;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON]
      = g_param_spec_object ("icon", NULL, NULL, G_TYPE_ICON,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING]
      = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SHOW_REFERENCE]
      = g_signal_new ("show-reference", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN_PAGE] = g_signal_new ("open-page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN_STATE]
      = g_signal_new ("open-state", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
comptoir_tab_init (ComptoirTab *self)
{
}

/**
 * comptoir_tab_new:
 * @shop: the shop
 * @name: (nullable): the page to show, %NULL to choose one
 * @state: (nullable): the page's state, as kept
 *
 * Returns: (transfer floating): a tab
 */
GtkWidget *
comptoir_tab_new (ComptoirShop *shop, const char *name, const char *state)
{
  ComptoirTab *self;

  g_return_val_if_fail (COMPTOIR_IS_SHOP (shop), NULL);

  self = g_object_new (COMPTOIR_TYPE_TAB, NULL);
  self->shop = g_object_ref (shop);
  self->state = g_strdup (state);
  set_destination (self, name != NULL ? comptoir_destination_lookup (name) : NULL);
  return GTK_WIDGET (self);
}

/**
 * comptoir_tab_get_name:
 * @self: a tab
 *
 * Returns: (nullable): the name of the page, %NULL for an empty tab
 */
const char *
comptoir_tab_get_name (ComptoirTab *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TAB (self), NULL);

  return self->destination != NULL ? self->destination->name : NULL;
}

/**
 * comptoir_tab_dup_state:
 * @self: a tab
 *
 * Returns: (transfer full) (nullable): the page's state, to keep
 */
char *
comptoir_tab_dup_state (ComptoirTab *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TAB (self), NULL);

  if (self->page == NULL)
    return g_strdup (self->state);
  if (comptoir_page_kind_get (self->destination)->dup_state == NULL)
    return NULL;
  return comptoir_page_kind_get (self->destination)->dup_state (self->page);
}

/**
 * comptoir_tab_get_page:
 * @self: a tab
 *
 * Returns: (transfer none) (nullable): the page, from when it is made
 */
GtkWidget *
comptoir_tab_get_page (ComptoirTab *self)
{
  g_return_val_if_fail (COMPTOIR_IS_TAB (self), NULL);

  return self->page;
}

/**
 * comptoir_tab_open:
 * @self: an empty tab
 * @name: a page's name
 *
 * Shows that page in place of the choice.
 */
void
comptoir_tab_open (ComptoirTab *self, const char *name)
{
  const ComptoirDestination *destination;

  g_return_if_fail (COMPTOIR_IS_TAB (self));
  g_return_if_fail (self->destination == NULL);

  destination = comptoir_destination_lookup (name);
  g_return_if_fail (destination != NULL);
  set_destination (self, destination);
  ensure_content (self);
}

/**
 * comptoir_tab_set_active:
 * @self: a tab
 * @active: whether it is the one in front
 *
 * Makes the page when it first comes to the front, and tells it.
 */
void
comptoir_tab_set_active (ComptoirTab *self, gboolean active)
{
  g_return_if_fail (COMPTOIR_IS_TAB (self));

  if (active)
    ensure_content (self);
  if (self->page != NULL && comptoir_page_kind_get (self->destination)->set_active != NULL)
    comptoir_page_kind_get (self->destination)->set_active (self->page, active);
}

/**
 * comptoir_tab_show_row:
 * @self: a tab with a resource
 * @id: a row's id
 *
 * Shows that row.
 */
void
comptoir_tab_show_row (ComptoirTab *self, const char *id)
{
  g_return_if_fail (COMPTOIR_IS_TAB (self));
  g_return_if_fail (id != NULL);

  ensure_content (self);
  if (COMPTOIR_IS_RESOURCE_PAGE (self->page))
    comptoir_resource_page_show_row (COMPTOIR_RESOURCE_PAGE (self->page), id);
}
