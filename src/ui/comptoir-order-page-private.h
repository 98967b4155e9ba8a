/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-order-page.h"

#include "comptoir-draft-keeper.h"
#include "comptoir-draft-lines.h"
#include "comptoir-item-entry.h"
#include "comptoir-order-details.h"
#include "comptoir-order-outcome.h"
#include "comptoir-split.h"

G_BEGIN_DECLS

struct _ComptoirOrderPage
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *kept_problem;
  GtkLabel *kept_sentence;
  GtkWidget *message;
  GtkLabel *message_sentence;
  GtkLabel *message_words;
  GtkWidget *form;
  ComptoirItemEntry *entry;
  ComptoirDraftLines *lines;
  ComptoirOrderDetails *details;
  GtkLabel *total;
  GtkLabel *hint;
  GtkStack *bar;
  GtkWidget *send_button;
  GtkWidget *sending_box;
  ComptoirOrderOutcome *outcome;

  ComptoirShop *shop;
  ComptoirOrderJournal *journal;
  ComptoirOrderDraft *draft;
  ComptoirDraftKeeper *keeper;
  GCancellable *cancellable; /* for what the page asks for to show */
  GCancellable *sending;     /* (nullable): gives up the sending under way */
  GtkWidget *summary;        /* (nullable): the dialog over the order, while it is open */
  KashOrder *order;          /* (nullable): as it stands in the summary, or is being sent */
  char *number;              /* (nullable): of the order at the service, as far as it is known */
  gboolean tried;            /* what is missing is marked from the first try to send on */
  gboolean preparing;        /* the summary is on its way */
  gboolean loading;
  ComptoirOrderState state; /* of what is shown; once accepted, nothing here is sent any more */
  gint64 opening;           /* the entry that is on its way from the journal, or 0 */
};

/* Of comptoir-order-page.c */
void comptoir_order_page_set_draft (ComptoirOrderPage *self,
                                    ComptoirOrderDraft *draft,
                                    gint64 id,
                                    const char *reference);
void comptoir_order_page_set_loading (ComptoirOrderPage *self, gboolean loading);
void comptoir_order_page_show (ComptoirOrderPage *self, const char *name);
void
comptoir_order_page_show_message (ComptoirOrderPage *self, const char *sentence, const char *words);

/* Of comptoir-order-page-actions.c */
void comptoir_order_page_install_actions (GtkWidgetClass *widget_class);
void comptoir_order_page_start_new (ComptoirOrderPage *self);
void comptoir_order_page_start_same (ComptoirOrderPage *self);
void comptoir_order_page_removed (ComptoirOrderPage *self, ComptoirDraftLine *line, guint position);

/* Of comptoir-order-page-remarks.c */
gboolean comptoir_order_page_update_remarks (ComptoirOrderPage *self,
                                             ComptoirDraftPlace *place,
                                             guint *line,
                                             int *field);
void
comptoir_order_page_edit (ComptoirOrderPage *self, ComptoirDraftPlace place, guint line, int field);
void comptoir_order_page_show_refusal (ComptoirOrderPage *self, const char *words);
void comptoir_order_page_update_total (ComptoirOrderPage *self);

/* Of comptoir-order-page-send.c */
void comptoir_order_page_review (ComptoirOrderPage *self);
void comptoir_order_page_cancel (ComptoirOrderPage *self);

/* Of comptoir-order-page-open.c */
void comptoir_order_page_open (ComptoirOrderPage *self, gint64 id);
void comptoir_order_page_follow (ComptoirOrderPage *self, gint64 id);
void comptoir_order_page_list (ComptoirOrderPage *self,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
const ComptoirOrderRecord *comptoir_order_page_find_record (ComptoirOrderPage *self,
                                                            GPtrArray *records);

/* Of comptoir-order-page-outcome.c */
void comptoir_order_page_look (ComptoirOrderPage *self);
void comptoir_order_page_show_unknown (ComptoirOrderPage *self, const char *sentence);
void comptoir_order_page_settle_recorded (ComptoirOrderPage *self);
void comptoir_order_page_settle_again (ComptoirOrderPage *self);

G_END_DECLS
