/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-draft-line.h"

G_BEGIN_DECLS

#define COMPTOIR_N_DRAFT_FIELDS (COMPTOIR_DRAFT_PRIVATE_COMMENT + 1)

struct _ComptoirOrderDraft
{
  GObject parent_instance;

  ComptoirCatalogue *catalogue;
  GPtrArray *lines;
  gint64 payment;
  KashDeliveryMethod delivery;
  gint64 client;
  char *client_fields[KASH_N_CLIENT_FIELDS];
  char *fields[COMPTOIR_N_DRAFT_FIELDS];

  char *total;
  gboolean complete;
};

void comptoir_order_draft_change (ComptoirOrderDraft *self);

/* A line as it would be sent, whether it can be or not. */
KashOrderLine *comptoir_order_draft_convert_line (ComptoirDraftLine *line);
gboolean comptoir_order_draft_has_new_client (ComptoirOrderDraft *self);
gboolean comptoir_order_draft_read_number (ComptoirOrderDraft *self,
                                           ComptoirDraftField field,
                                           gint64 *number);

/* Parts of comptoir_order_draft_check(). */
void comptoir_draft_remark_add (GPtrArray *remarks,
                                ComptoirDraftPlace place,
                                int field,
                                gboolean blocks,
                                const char *sentence);
void comptoir_draft_remark_add_to_line (GPtrArray *remarks,
                                        guint line,
                                        ComptoirDraftLineField field,
                                        gboolean blocks,
                                        const char *sentence);
void comptoir_order_draft_check_lines (ComptoirOrderDraft *self, GPtrArray *remarks);
void comptoir_order_draft_check_client (ComptoirOrderDraft *self, GPtrArray *remarks);

G_END_DECLS
