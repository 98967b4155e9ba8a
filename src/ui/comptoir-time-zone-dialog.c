/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-time-zone-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The zones that differ since 1970, one a line: countries, coordinates, name, remarks (tzfile(5)).
 */
#define ZONES "/usr/share/zoneinfo/zone1970.tab"

struct _ComptoirTimeZoneDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkListView *list;

  ComptoirAccountEntry *entry;
  GtkStringFilter *filter;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (ComptoirTimeZoneDialog, comptoir_time_zone_dialog, ADW_TYPE_WINDOW)

static guint chosen_signal;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): "America/New_York" */
static char *
dup_name (GtkStringObject *zone)
{
  return g_strdelimit (g_strdup (gtk_string_object_get_string (zone)), " ", '_');
}

/* (transfer full): as people write them, "America/New York"; the first stands for that of this
 * computer */
static GtkStringList *
list_zones (const char *current)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean known = current == NULL;

  g_file_get_contents (ZONES, &text, NULL, NULL);
  lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = lines[i][0] != '#' ? g_strsplit (lines[i], "\t", 4) : NULL;

      if (fields == NULL || g_strv_length (fields) < 3)
        continue;
      known = known || g_str_equal (fields[2], current);
      g_ptr_array_add (names, g_strdup (fields[2]));
    }
  if (!known)
    g_ptr_array_add (names, g_strdup (current));
  g_ptr_array_sort (names, compare_names);
  gtk_string_list_append (list, _ ("As on this computer"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_take (list, g_strdelimit (g_ptr_array_index (names, i), "_", ' '));
  return list;
}

/* (transfer full): what time it is there, by which one sees that it is the right one */
static char *
dup_time (const char *name, gboolean here)
{
  g_autoptr (GTimeZone) zone = here ? NULL : g_time_zone_new_identifier (name);
  g_autoptr (GDateTime) now = NULL;

  if (zone == NULL && !here)
    return g_strdup ("");
  now = here ? g_date_time_new_now_local () : g_date_time_new_now (zone);
  return g_date_time_format (now, "%R");
}

/* The first of all, however the list is narrowed. */
static gboolean
is_here (ComptoirTimeZoneDialog *self, GtkStringObject *zone)
{
  GtkFilterListModel *filtered
      = GTK_FILTER_LIST_MODEL (gtk_single_selection_get_model (self->selection));
  g_autoptr (GtkStringObject) first
      = g_list_model_get_item (gtk_filter_list_model_get_model (filtered), 0);

  return zone == first;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *time = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (time, "dim-label");
  gtk_widget_add_css_class (time, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), time);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, ComptoirTimeZoneDialog *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkStringObject *zone = gtk_list_item_get_item (item);
  g_autofree char *name = dup_name (zone);
  g_autofree char *time = dup_time (name, is_here (self, zone));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)),
                       gtk_string_object_get_string (zone));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), time);
}

static void
on_search (ComptoirTimeZoneDialog *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_use (ComptoirTimeZoneDialog *self)
{
  GtkStringObject *zone = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *name = NULL;

  if (zone == NULL)
    return;
  name = is_here (self, zone) ? NULL : dup_name (zone);
  comptoir_account_entry_set_time_zone (self->entry, name);
  g_signal_emit (self, chosen_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
select_current (ComptoirTimeZoneDialog *self, const char *current)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = current != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 1; i < n; i++)
    {
      g_autoptr (GtkStringObject) zone = g_list_model_get_item (model, i);
      g_autofree char *name = dup_name (zone);

      if (g_str_equal (name, current))
        {
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
          return;
        }
    }
}

static void
comptoir_time_zone_dialog_dispose (GObject *object)
{
  ComptoirTimeZoneDialog *self = COMPTOIR_TIME_ZONE_DIALOG (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMPTOIR_TYPE_TIME_ZONE_DIALOG);
  G_OBJECT_CLASS (comptoir_time_zone_dialog_parent_class)->dispose (object);
}

static void
comptoir_time_zone_dialog_class_init (ComptoirTimeZoneDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comptoir_time_zone_dialog_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/comptoir_pos/Comptoir/ui/comptoir-time-zone-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComptoirTimeZoneDialog, search);
  gtk_widget_class_bind_template_child (widget_class, ComptoirTimeZoneDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comptoir_time_zone_dialog_init (ComptoirTimeZoneDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/**
 * comptoir_time_zone_dialog_new:
 * @parent: (nullable): the window that asks
 * @entry: whose time zone
 *
 * Returns: a dialog over all time zones, at the one chosen before
 */
GtkWidget *
comptoir_time_zone_dialog_new (GtkWindow *parent, ComptoirAccountEntry *entry)
{
  ComptoirTimeZoneDialog *self;
  GtkFilterListModel *filtered;
  const char *current;

  g_return_val_if_fail (COMPTOIR_IS_ACCOUNT_ENTRY (entry), NULL);

  self = g_object_new (COMPTOIR_TYPE_TIME_ZONE_DIALOG, "transient-for", parent, NULL);
  self->entry = g_object_ref (entry);
  current = comptoir_account_entry_get_time_zone (entry);
  self->filter = gtk_string_filter_new (
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (list_zones (current)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  select_current (self, current);
  return GTK_WIDGET (self);
}
