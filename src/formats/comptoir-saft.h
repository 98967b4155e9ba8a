/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  COMPTOIR_SAFT_UNKNOWN,  /* XML of some other namespace: only the tree */
  COMPTOIR_SAFT_PORTUGAL, /* urn:OECD:StandardAuditFile-Tax:PT_1.04_01 */
  COMPTOIR_SAFT_NORWAY,   /* urn:StandardAuditFile-Taxation-CashRegister:NO */
  COMPTOIR_SAFT_OECD,     /* another urn:OECD:StandardAuditFile-Tax */
} ComptoirSaftVariant;

/* What the file says of itself, or a total: UTF-8. @section: the element around it: "Header",
 * "CompanyAddress", "SalesInvoices", "eventReport". */
typedef struct
{
  char *section;
  char *name;
  char *value;
} ComptoirSaftValue;

/**
 * ComptoirSaft:
 * @namespace_uri: (nullable): of the root element
 * @start_date, @end_date: (nullable): the period, as the header has it
 * @header: (element-type ComptoirSaftValue): the header's simple elements, in their order; of a
 *   cash register also those of the company, the location and the cash registers
 * @totals: (element-type ComptoirSaftValue): NumberOfEntries, TotalDebit, TotalCredit and the
 *   like; of a cash register those of its event reports. At most 1,000.
 * @n_elements: elements in the file
 *
 * What a SAF-T says of itself. Read as a stream, in memory that doesn't grow with the file; no
 * DTD, no external entity, no network.
 */
typedef struct
{
  ComptoirSaftVariant variant;
  char *namespace_uri;
  char *start_date;
  char *end_date;
  GPtrArray *header;
  GPtrArray *totals;
  guint64 n_elements;
} ComptoirSaft;

ComptoirSaft *comptoir_saft_read (GBytes *bytes, GCancellable *cancellable, GError **error);
void comptoir_saft_free (ComptoirSaft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirSaft, comptoir_saft_free)

/**
 * ComptoirXmlNode:
 * @name: the element's local name
 * @text: (nullable): its text, for an element without child elements
 * @n_children: child elements
 * @offset: where the element's name begins, to read its children with
 *   comptoir_xml_read_children(); never 0
 *
 * One element of the tree, of which only the opened levels are in memory.
 */
typedef struct
{
  char *name;
  char *text;
  guint n_children;
  guint64 offset;
} ComptoirXmlNode;

/* The children of the element at @offset (0: the root element itself), at most @max of them. */
GPtrArray *comptoir_xml_read_children (GBytes *bytes,
                                       guint64 offset,
                                       guint max,
                                       GCancellable *cancellable,
                                       GError **error); /* (element-type ComptoirXmlNode) */

G_END_DECLS
