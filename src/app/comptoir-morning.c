/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-morning.h"

#include <glib/gi18n-lib.h>

#include "comptoir-sales-day.h"
#include "comptoir-sales-text.h"
#include "comptoir-sales.h"

#define SETTING "morning-notification"

/* Where the store keeps the day it was told on. */
#define TOLD "morning-told"

/* Hours where the shop is. Later in the day nobody waits for yesterday's total any more. */
#define BEGIN_HOUR 6
#define END_HOUR   12

/* Seconds. What the windows show goes first; and a computer that slept wakes at any time. */
#define FIRST_CHECK 20
#define CHECK_EVERY (15 * 60)

struct _ComptoirMorning
{
  GObject parent_instance;

  GApplication *application; /* unowned: it owns this */
  ComptoirSession *session;
  GSettings *settings;
  GCancellable *cancellable; /* (nullable): of a check under way */
  guint source;
};

G_DEFINE_FINAL_TYPE (ComptoirMorning, comptoir_morning, G_TYPE_OBJECT)

/* Whose sales are looked up, and on which day that is told. */
typedef struct
{
  ComptoirMorning *morning; /* unowned: gone where the check is given up */
  ComptoirSales *sales;
  GDate yesterday;
  char *today;
} Look;

static void schedule (ComptoirMorning *self, guint seconds);

static void
look_free (Look *look)
{
  g_object_unref (look->sales);
  g_free (look->today);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
stop (ComptoirMorning *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Whether a result is of no use any more, and what wanted it perhaps gone. */
static gboolean
is_given_up (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

static void
end_check (ComptoirMorning *self)
{
  g_clear_object (&self->cancellable);
  schedule (self, CHECK_EVERY);
}

static GDateTime *
get_now (ComptoirShop *shop)
{
  const char *name = comptoir_account_entry_get_time_zone (comptoir_shop_get_entry (shop));
  g_autoptr (GTimeZone) zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  if (zone == NULL)
    zone = g_time_zone_new_local ();
  return g_date_time_new_now (zone);
}

static char *
dup_told (ComptoirShop *shop)
{
  ComptoirStore *store = comptoir_shop_get_store (shop);

  return store != NULL ? comptoir_store_dup_value (
             store, comptoir_account_entry_get_id (comptoir_shop_get_entry (shop)), TOLD)
                       : NULL;
}

static void
set_told (ComptoirShop *shop, const char *today)
{
  ComptoirStore *store = comptoir_shop_get_store (shop);

  if (store != NULL)
    comptoir_store_set_value (store, comptoir_account_entry_get_id (comptoir_shop_get_entry (shop)),
                              TOLD, today);
}

/* (transfer full) */
static GNotification *
create_notification (ComptoirShop *shop, const GDate *day, const ComptoirSalesSummary *summary)
{
  g_autofree char *date = comptoir_sales_text_day (day);
  g_autofree char *money = comptoir_sales_text_money (shop, summary->sales_incl_vat);
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;
  GNotification *notification;

  if (comptoir_sales_is_closed (summary))
    title = g_strdup (_ ("No sales yesterday"));
  else
    /* Translators: the title of a notification: "Yesterday’s sales: 1,200.00 €" */
    title = g_strdup_printf (_ ("Yesterday’s sales: %s"), money);
  /* Translators: a shop and a day: "Bakery, Monday 23 November 2026" */
  body = g_strdup_printf (C_ ("notification", "%s, %s"),
                          comptoir_account_entry_get_title (comptoir_shop_get_entry (shop)), date);
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.daily-sales");
  return notification;
}

/* Without figures there is nothing to tell, and the next check tries again. */
static void
on_summary (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  ComptoirMorning *self = look->morning;
  ComptoirShop *shop = comptoir_sales_get_shop (look->sales);
  g_autoptr (GNotification) notification = NULL;
  g_autoptr (ComptoirSalesSummary) summary
      = comptoir_sales_load_summary_finish (COMPTOIR_SALES (source), result, NULL);

  if (is_given_up (result))
    return;
  if (summary != NULL)
    {
      notification = create_notification (shop, &look->yesterday, summary);
      set_told (shop, look->today);
      g_application_send_notification (self->application, "yesterday", notification);
    }
  end_check (self);
}

static void
look_up (ComptoirMorning *self, ComptoirShop *shop)
{
  Look *look = g_new0 (Look, 1);
  GDate today;

  look->morning = self;
  look->sales = comptoir_sales_new (shop);
  comptoir_sales_get_today (look->sales, &today);
  comptoir_sales_get_yesterday (look->sales, &look->yesterday);
  look->today = comptoir_sales_day_to_iso (&today);
  comptoir_sales_load_summary_async (look->sales, &look->yesterday, FALSE, self->cancellable,
                                     on_summary, look);
}

static void
on_shop_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComptoirMorning *self = user_data;
  g_autoptr (ComptoirShop) shop
      = comptoir_session_open_finish (COMPTOIR_SESSION (source), result, NULL);
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *told = NULL;

  if (is_given_up (result))
    return;
  if (shop != NULL)
    {
      now = get_now (shop);
      told = dup_told (shop);
    }
  if (shop != NULL && comptoir_morning_is_due (now, told))
    look_up (self, shop);
  else
    end_check (self);
}

static gboolean
on_time (gpointer user_data)
{
  ComptoirMorning *self = user_data;

  self->source = 0;
  comptoir_morning_check (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (ComptoirMorning *self, guint seconds)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (g_settings_get_boolean (self->settings, SETTING))
    self->source = g_timeout_add_seconds (seconds, on_time, self);
}

static void
on_setting_changed (ComptoirMorning *self)
{
  stop (self);
  schedule (self, FIRST_CHECK);
}

static void
comptoir_morning_dispose (GObject *object)
{
  ComptoirMorning *self = COMPTOIR_MORNING (object);

  stop (self);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (comptoir_morning_parent_class)->dispose (object);
}

static void
comptoir_morning_class_init (ComptoirMorningClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comptoir_morning_dispose;
}

static void
comptoir_morning_init (ComptoirMorning *self)
{
}

/**
 * comptoir_morning_new:
 * @application: who tells, and has the action "app.daily-sales"; outlives this
 * @session: the shop opened last there is the one whose sales are told
 * @settings: with "morning-notification"; without it nothing wakes up
 *
 * Returns: (transfer full): what tells
 */
ComptoirMorning *
comptoir_morning_new (GApplication *application, ComptoirSession *session, GSettings *settings)
{
  ComptoirMorning *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (COMPTOIR_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (COMPTOIR_TYPE_MORNING, NULL);
  self->application = application;
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" SETTING, G_CALLBACK (on_setting_changed), self,
                           G_CONNECT_SWAPPED);
  schedule (self, FIRST_CHECK);
  return self;
}

/**
 * comptoir_morning_is_due:
 * @now: the moment, where the shop is
 * @told: (nullable): the day it was told on last, "2026-11-24"
 *
 * Returns: whether it is morning, and it wasn't told today
 */
gboolean
comptoir_morning_is_due (GDateTime *now, const char *told)
{
  g_autofree char *today = NULL;
  int hour;

  g_return_val_if_fail (now != NULL, FALSE);

  today = g_date_time_format (now, "%Y-%m-%d");
  hour = g_date_time_get_hour (now);
  return hour >= BEGIN_HOUR && hour < END_HOUR && g_strcmp0 (told, today) != 0;
}

/**
 * comptoir_morning_check:
 *
 * Tells if it is due. Happens by itself from time to time.
 */
void
comptoir_morning_check (ComptoirMorning *self)
{
  ComptoirAccountEntry *entry;

  g_return_if_fail (COMPTOIR_IS_MORNING (self));

  stop (self);
  if (!g_settings_get_boolean (self->settings, SETTING))
    return;
  entry = comptoir_session_get_current (self->session);
  if (entry == NULL)
    {
      schedule (self, CHECK_EVERY);
      return;
    }
  self->cancellable = g_cancellable_new ();
  comptoir_session_open_async (self->session, entry, self->cancellable, on_shop_opened, self);
}
