/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COMPTOIR_XML_OPEN,  /* <name …> */
  COMPTOIR_XML_EMPTY, /* <name …/> */
  COMPTOIR_XML_CLOSE, /* </name> */
  COMPTOIR_XML_TEXT,  /* as it stands, with its character references */
  COMPTOIR_XML_CDATA, /* literally */
  COMPTOIR_XML_ASIDE, /* a comment or a processing instruction */
  COMPTOIR_XML_DOCTYPE,
  COMPTOIR_XML_BROKEN, /* markup that doesn't end, or isn't any */
  COMPTOIR_XML_END,
} ComptoirXmlTokenKind;

/* @text: the name of a tag, with its prefix; what a text or CDATA holds; else empty. */
typedef struct
{
  ComptoirXmlTokenKind kind;
  gsize start;
  const char *text;
  gsize length;
} ComptoirXmlToken;

/* Cuts XML into tags and texts where they stand, in any encoding in which ASCII is ASCII. It reads
 * forward only, each byte once, keeps nothing, and goes into nothing: what libxml2 can't tell
 * dependably, the byte at which an element begins, is all it is for. */
typedef struct
{
  const char *data;
  gsize length;
  gsize position;
} ComptoirXmlScan;

void comptoir_xml_scan_next (ComptoirXmlScan *self, ComptoirXmlToken *token);

G_END_DECLS
