/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Where an order stands. It moves only forward:
 *   draft → sending → accepted | refused | unknown; refused → draft (the same entry goes on);
 *   sending → draft where nothing went out;
 *   unknown → accepted | draft, by the person's decision alone.
 * The numbers are those in the file. */
typedef enum
{
  COMPTOIR_ORDER_STATE_DRAFT,
  COMPTOIR_ORDER_STATE_SENDING,
  COMPTOIR_ORDER_STATE_ACCEPTED,
  COMPTOIR_ORDER_STATE_REFUSED,
  COMPTOIR_ORDER_STATE_UNKNOWN,
} ComptoirOrderState;

/**
 * ComptoirOrderRecord:
 * @id: of the entry, for good
 * @account: the account's id
 * @reference: our own short reference, unique, made with the entry
 * @state: where it stands
 * @draft: what was typed, as text that only the model reads
 * @title: a line to tell it by (client, first lines)
 * @total: (nullable): decimal text with a point
 * @sent: (nullable): the form body that went out last, key replaced by ***
 * @answer: (nullable): what came back, or why nothing did
 * @number: (nullable): the order's number at the service
 * @created: Unix microseconds
 * @changed: Unix microseconds
 */
typedef struct
{
  gint64 id;
  char *account;
  char *reference;
  ComptoirOrderState state;
  char *draft;
  char *title;
  char *total;
  char *sent;
  char *answer;
  char *number;
  gint64 created;
  gint64 changed;
} ComptoirOrderRecord;

#define COMPTOIR_TYPE_ORDER_RECORD (comptoir_order_record_get_type ())

GType comptoir_order_record_get_type (void);
ComptoirOrderRecord *comptoir_order_record_copy (const ComptoirOrderRecord *self);
void comptoir_order_record_free (ComptoirOrderRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirOrderRecord, comptoir_order_record_free)

char *comptoir_order_reference_new (void);

G_END_DECLS
