/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-column-chooser.h"
#include "comptoir-detail-pane.h"
#include "comptoir-filter-bar.h"
#include "comptoir-filter-popover.h"
#include "comptoir-load-progress.h"
#include "comptoir-notice-bar.h"
#include "comptoir-reply-view.h"
#include "comptoir-resource-page.h"
#include "comptoir-table-view.h"

G_BEGIN_DECLS

struct _ComptoirResourcePage
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  ComptoirFilterPopover *filter_popover;
  GtkMenuButton *columns_button;
  ComptoirColumnChooser *column_chooser;
  ComptoirFilterBar *filter_bar;
  ComptoirNoticeBar *notice;
  GtkPaned *paned;
  GtkStack *stack;
  ComptoirTableView *table;
  AdwStatusPage *empty;
  AdwStatusPage *failed;
  GtkLabel *failed_detail;
  GtkWidget *failed_expander;
  ComptoirLoadProgress *first_progress;
  ComptoirLoadProgress *progress;
  ComptoirReplyView *reply;
  ComptoirDetailPane *details;
  GtkWidget *status_line;
  GtkLabel *count;
  GtkLabel *selected;
  GtkLabel *age;

  ComptoirShop *shop;
  KashResource resource;
  ComptoirDataset *dataset;
  ComptoirTableModel *model;
  GSimpleActionGroup *actions;
  GtkWidget *menu;
  GCancellable *cancellable; /* cancelled when the page goes */
  char *wanted_id;           /* (nullable): the row to show once it is there */
  gboolean active;
  gboolean restoring;
  int details_width; /* pixels */
  gboolean details_placed;
  guint refresh_timeout;
};

/* comptoir-resource-page-actions.c */
void comptoir_resource_page_add_actions (ComptoirResourcePage *self);
void comptoir_resource_page_update_actions (ComptoirResourcePage *self);
void comptoir_resource_page_show_reply (ComptoirResourcePage *self);
void comptoir_resource_page_save_reply (ComptoirResourcePage *self);

/* comptoir-resource-page-menu.c */
void
comptoir_resource_page_popup_menu (ComptoirResourcePage *self, GtkWidget *at, double x, double y);

/* comptoir-resource-page-status.c */
void comptoir_resource_page_update_status (ComptoirResourcePage *self);
void comptoir_resource_page_update_selected (ComptoirResourcePage *self);

/* comptoir-resource-page-search.c */
void comptoir_resource_page_bind_search (GtkWidgetClass *widget_class);
void comptoir_resource_page_show_filters (ComptoirResourcePage *self);
void comptoir_resource_page_set_filters (ComptoirResourcePage *self, GPtrArray *filters);
void comptoir_resource_page_add_filter (ComptoirResourcePage *self, const ComptoirFilter *filter);
void comptoir_resource_page_clear (ComptoirResourcePage *self);

/* comptoir-resource-page.c */
void comptoir_resource_page_toast (ComptoirResourcePage *self, const char *sentence);
void comptoir_resource_page_state_changed (ComptoirResourcePage *self);
void
comptoir_resource_page_follow (ComptoirResourcePage *self, const char *resource, const char *id);

G_END_DECLS
