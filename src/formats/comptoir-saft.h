/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  COMPTOIR_SAFT_UNKNOWN,   /* XML of some other namespace: only the tree */
  COMPTOIR_SAFT_PORTUGAL,  /* urn:OECD:StandardAuditFile-Tax:PT_1.04_01 */
  COMPTOIR_SAFT_NORWAY,    /* urn:StandardAuditFile-Taxation-CashRegister:NO */
  COMPTOIR_SAFT_OECD,      /* another urn:OECD:StandardAuditFile-Tax */
} ComptoirSaftVariant;

/* A name and a value, both UTF-8: of the header, or a total. */
typedef struct
{
  char *name;
  char *value;
} ComptoirSaftValue;

/**
 * ComptoirSaft:
 * @header: (element-type ComptoirSaftValue): the header's simple elements, in their order
 * @totals: (element-type ComptoirSaftValue): NumberOfEntries, TotalDebit, TotalCredit and the like
 * @n_elements: elements in the file
 *
 * What a SAF-T says of itself. Read as a stream, in memory that doesn't grow with the file; no
 * DTD, no external entity, no network.
 */
typedef struct
{
  ComptoirSaftVariant variant;
  char *namespace_uri;
  GPtrArray *header;
  GPtrArray *totals;
  guint64 n_elements;
} ComptoirSaft;

ComptoirSaft *comptoir_saft_read (GBytes        *bytes,
                                  GCancellable  *cancellable,
                                  GError       **error);
void          comptoir_saft_free (ComptoirSaft  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComptoirSaft, comptoir_saft_free)

/**
 * ComptoirXmlNode:
 * @name: the element's local name
 * @text: (nullable): its text, for an element without child elements
 * @n_children: child elements
 * @offset: where the element begins, to read its children with comptoir_xml_read_children()
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
GPtrArray *comptoir_xml_read_children (GBytes        *bytes,
                                       guint64        offset,
                                       guint          max,
                                       GCancellable  *cancellable,
                                       GError       **error); /* (element-type ComptoirXmlNode) */

G_END_DECLS
