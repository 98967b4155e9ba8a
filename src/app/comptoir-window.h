/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-application.h"
#include "comptoir-session.h"
#include "comptoir-shop-view.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_WINDOW (comptoir_window_get_type ())

/* A window: signing in, or a shop. */
G_DECLARE_FINAL_TYPE (ComptoirWindow, comptoir_window, COMPTOIR, WINDOW, AdwApplicationWindow)

GtkWidget *comptoir_window_new (ComptoirApplication *application);
ComptoirSession *comptoir_window_get_session (ComptoirWindow *self);
ComptoirShopView *comptoir_window_get_shop_view (ComptoirWindow *self); /* (nullable) */
ComptoirShop *comptoir_window_get_shop (ComptoirWindow *self);          /* (nullable) */
gboolean comptoir_window_is_in_shop (ComptoirWindow *self);
void comptoir_window_open_entry (ComptoirWindow *self, ComptoirAccountEntry *entry);
void comptoir_window_open_first (ComptoirWindow *self);
void comptoir_window_open_demo (ComptoirWindow *self, guint32 seed, const GDate *today);
void comptoir_window_show_shop (ComptoirWindow *self, ComptoirShop *shop);
void comptoir_window_show_sign_in (ComptoirWindow *self, ComptoirAccountEntry *entry);
void comptoir_window_leave_sign_in (ComptoirWindow *self);
void comptoir_window_leave_shop (ComptoirWindow *self);
void comptoir_window_toast (ComptoirWindow *self, const char *sentence);

G_END_DECLS
