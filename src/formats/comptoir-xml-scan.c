/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-xml-scan.h"

#include <string.h>

static gboolean
starts_with (const ComptoirXmlScan *self, const char *word)
{
  gsize n = strlen (word);

  return self->length - self->position >= n && memcmp (self->data + self->position, word, n) == 0;
}

/* Bytes above ASCII may be letters; what else begins a name, XML 1.0 §2.3 says. */
static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_' || c == ':' || (guchar) c >= 0x80;
}

static gboolean
is_name (char c)
{
  return is_name_start (c) || g_ascii_isdigit (c) || c == '-' || c == '.';
}

/* Past what @closing ends, which begins with @n_opening bytes. */
static void
scan_enclosed (ComptoirXmlScan *self,
               ComptoirXmlToken *token,
               ComptoirXmlTokenKind kind,
               gsize n_opening,
               const char *closing)
{
  const char *text = self->data + self->position + n_opening;
  const char *end = self->data + self->length;
  const char *close = memmem (text, end - text, closing, strlen (closing));

  if (close == NULL)
    {
      self->position = self->length;
      return;
    }
  token->kind = kind;
  if (kind == COMPTOIR_XML_CDATA)
    {
      token->text = text;
      token->length = close - text;
    }
  self->position = close + strlen (closing) - self->data;
}

/* Past the bracket that ends a tag: one in an attribute's value doesn't. */
static const char *
find_tag_end (const char *p, const char *end)
{
  while (p < end && *p != '>')
    {
      if (*p == '<')
        return NULL;
      if (*p == '"' || *p == '\'')
        p = memchr (p + 1, *p, end - p - 1);
      if (p == NULL)
        return NULL;
      p++;
    }
  return p < end ? p : NULL;
}

static void
scan_tag (ComptoirXmlScan *self, ComptoirXmlToken *token)
{
  const char *end = self->data + self->length;
  const char *name = self->data + self->position + 1;
  gboolean closing = name < end && *name == '/';
  const char *name_end, *tag_end;

  name += closing;
  name_end = name;
  if (name < end && is_name_start (*name))
    while (name_end < end && is_name (*name_end))
      name_end++;
  tag_end = name_end > name ? find_tag_end (name_end, end) : NULL;
  if (tag_end == NULL)
    {
      self->position = self->length;
      return;
    }
  token->text = name;
  token->length = name_end - name;
  if (closing)
    token->kind = COMPTOIR_XML_CLOSE;
  else
    token->kind = tag_end[-1] == '/' ? COMPTOIR_XML_EMPTY : COMPTOIR_XML_OPEN;
  self->position = tag_end + 1 - self->data;
}

static void
scan_text (ComptoirXmlScan *self, ComptoirXmlToken *token)
{
  const char *text = self->data + self->position;
  const char *tag = memchr (text, '<', self->length - self->position);

  token->kind = COMPTOIR_XML_TEXT;
  token->text = text;
  token->length = tag != NULL ? (gsize) (tag - text) : self->length - self->position;
  self->position += token->length;
}

/**
 * comptoir_xml_scan_next:
 * @self: a scan, its position at a text or tag
 * @token: (out caller-allocates): what stands there
 *
 * Goes on past it. Broken markup goes on to the end of the data.
 */
void
comptoir_xml_scan_next (ComptoirXmlScan *self, ComptoirXmlToken *token)
{
  g_return_if_fail (self != NULL && token != NULL);

  *token = (ComptoirXmlToken){ .kind = COMPTOIR_XML_BROKEN, .start = self->position, .text = "" };
  if (self->position >= self->length)
    token->kind = COMPTOIR_XML_END;
  else if (self->data[self->position] != '<')
    scan_text (self, token);
  else if (starts_with (self, "<!--"))
    scan_enclosed (self, token, COMPTOIR_XML_ASIDE, 4, "-->");
  else if (starts_with (self, "<![CDATA["))
    scan_enclosed (self, token, COMPTOIR_XML_CDATA, 9, "]]>");
  else if (starts_with (self, "<?"))
    scan_enclosed (self, token, COMPTOIR_XML_ASIDE, 2, "?>");
  else if (starts_with (self, "<!DOCTYPE"))
    scan_enclosed (self, token, COMPTOIR_XML_DOCTYPE, 9, ">");
  else
    scan_tag (self, token);
}
