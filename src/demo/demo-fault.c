/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "demo-fault-body.h"
#include "demo-fault.h"

typedef enum
{
  KIND_WIRE_EMPTY, /* nothing is written */
  KIND_WIRE_HALF,
  KIND_WIRE_WHOLE,
  KIND_WIRE_SLOW,
  KIND_STATUS,
  KIND_STATUS_EMPTY,
  KIND_REDIRECT,
  KIND_PAGE,
  KIND_WARNING,
  KIND_TYPE,
  KIND_BAD_GZIP,
  KIND_NOT_GZIP,
  KIND_GZIP_BOMB,
  KIND_ENDLESS,
  KIND_DEEP,
  KIND_BYTES,
  KIND_BIG_CELL,
  KIND_REFUSED_KEY,
} Kind;

struct _DemoFaultKind
{
  const char *name;
  Kind kind;
  gboolean carried_out; /* the request is, before its answer goes wrong */
  guint number;         /* a status or a depth */
  const char *text;     /* a Content-Type or a redirect's target */
  DemoWireEnd end;
  gboolean close; /* said in the headers */
  GBytes *(*make_body) (void);
};

struct _DemoFault
{
  const DemoFaultKind *kind;
  char *endpoint; /* (nullable): of any */
  int n_left;     /* -1 = without end */
};

static const DemoFaultKind kinds[] = {
  { "reset-before", KIND_WIRE_EMPTY, .end = DEMO_WIRE_RESET },
  { "reset-before-recorded", KIND_WIRE_EMPTY, .end = DEMO_WIRE_RESET },
  { "reset-after-recorded", KIND_WIRE_EMPTY, TRUE, .end = DEMO_WIRE_RESET },
  { "silent-after-recorded", KIND_WIRE_EMPTY, TRUE, .end = DEMO_WIRE_HANG },
  { "500-after-recorded", KIND_STATUS, TRUE, 500 },
  { "reset-in-body", KIND_WIRE_HALF, TRUE, .end = DEMO_WIRE_RESET },
  { "reset-after", KIND_WIRE_WHOLE, TRUE, .end = DEMO_WIRE_RESET },
  { "short-body", KIND_WIRE_HALF, TRUE, .end = DEMO_WIRE_CLOSE },
  { "short-body-close", KIND_WIRE_HALF, TRUE, .end = DEMO_WIRE_CLOSE, .close = TRUE },
  { "slow", KIND_WIRE_SLOW, TRUE, .end = DEMO_WIRE_CLOSE },
  { "silent", KIND_WIRE_EMPTY, .end = DEMO_WIRE_HANG },
  { "redirect-http", KIND_REDIRECT, .number = 302, .text = "http://shop.invalid" },
  { "redirect-host", KIND_REDIRECT, .number = 302, .text = "http://localhost:%u" },
  { "redirect-circle", KIND_REDIRECT, .number = 301, .text = "http://127.0.0.1:%u" },
  { "401", KIND_STATUS, .number = 401 },
  { "401-empty", KIND_STATUS_EMPTY, .number = 401 },
  { "403", KIND_STATUS, .number = 403 },
  { "403-empty", KIND_STATUS_EMPTY, .number = 403 },
  { "404", KIND_STATUS, .number = 404 },
  { "404-empty", KIND_STATUS_EMPTY, .number = 404 },
  { "429", KIND_STATUS, .number = 429 },
  { "429-empty", KIND_STATUS_EMPTY, .number = 429 },
  { "500", KIND_STATUS, .number = 500 },
  { "500-empty", KIND_STATUS_EMPTY, .number = 500 },
  { "502", KIND_STATUS, .number = 502 },
  { "502-empty", KIND_STATUS_EMPTY, .number = 502 },
  { "503", KIND_STATUS, .number = 503 },
  { "503-empty", KIND_STATUS_EMPTY, .number = 503 },
  { "html-200", KIND_PAGE, .number = 200 },
  { "php-warning", KIND_WARNING, TRUE },
  { "wrong-type", KIND_TYPE, TRUE, .text = "image/png" },
  { "no-type", KIND_TYPE, TRUE },
  { "bad-gzip", KIND_BAD_GZIP },
  { "not-gzip", KIND_NOT_GZIP, TRUE },
  { "gzip-bomb", KIND_GZIP_BOMB, .end = DEMO_WIRE_CLOSE },
  { "endless", KIND_ENDLESS, .end = DEMO_WIRE_CLOSE },
  { "deep-100", KIND_DEEP, .number = 100 },
  { "deep-100000", KIND_DEEP, .number = 100000 },
  { "bad-utf8", KIND_BYTES, .make_body = demo_fault_body_bad_utf8 },
  { "nul", KIND_BYTES, .make_body = demo_fault_body_nul },
  { "big-cell", KIND_BIG_CELL, .number = 10 * 1024 * 1024 },
  { "duplicate-keys", KIND_BYTES, .make_body = demo_fault_body_duplicate_keys },
  { "refused-key", KIND_REFUSED_KEY, .number = 401 },
  { "refused-key-200", KIND_REFUSED_KEY, .number = 200 },
};

#define ERROR_PAGE                                                                            \
  "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>%s</title></head>" \
  "<body><h1>%s</h1><p>Le service est momentanément indisponible.</p></body></html>\n"

#define N_BOMB_MEBIBYTES 8192

static void
set_type (DemoReply *reply, const char *content_type)
{
  g_free (reply->content_type);
  reply->content_type = g_strdup (content_type);
}

static void
set_page (DemoReply *reply, guint status, const char *title)
{
  g_autofree char *page = g_strdup_printf (ERROR_PAGE, title, title);

  reply->status = status;
  set_type (reply, "text/html; charset=utf-8");
  demo_reply_set_body (reply, g_bytes_new (page, strlen (page)));
}

static void
set_json (DemoReply *reply, guint status, GBytes *body)
{
  reply->status = status;
  set_type (reply, "application/json; charset=utf-8");
  demo_reply_set_body (reply, body);
}

static void
set_redirect (DemoReply *reply, const DemoFaultKind *self, guint port, const char *address)
{
  g_autofree char *port_text = g_strdup_printf ("%u", port);
  g_auto (GStrv) parts = g_strsplit (self->text, "%u", 2);
  g_autofree char *host = g_strjoinv (port_text, parts);

  set_page (reply, self->number, "Redirection");
  reply->location = g_strconcat (host, address, NULL);
}

/* The head without a length, and how the body begins (transfer full). */
static GBytes *
make_head (const DemoReply *reply, GBytes *body)
{
  g_autofree char *head = demo_reply_to_head (reply, -1, TRUE);
  GBytes *start = demo_fault_body_prefixed (head, body);

  g_bytes_unref (body);
  return start;
}

/* The head with the true length, and the first @n_sent bytes of the body. */
static GBytes *
make_start (const DemoFaultKind *self, DemoReply *reply, gsize n_sent)
{
  g_autoptr (GBytes) start = g_bytes_new_from_bytes (demo_reply_get_body (reply), 0, n_sent);
  g_autofree char *head = demo_reply_to_head (reply, g_bytes_get_size (reply->body), self->close);

  return demo_fault_body_prefixed (head, start);
}

static DemoWirePlan *
make_plan (const DemoFaultKind *self, DemoReply *reply)
{
  gsize size = g_bytes_get_size (demo_reply_get_body (reply));
  DemoWirePlan *plan;

  switch (self->kind)
    {
    case KIND_WIRE_HALF:
      return demo_wire_plan_new (make_start (self, reply, size / 2), self->end);
    case KIND_WIRE_WHOLE:
      return demo_wire_plan_new (make_start (self, reply, size), self->end);
    case KIND_WIRE_SLOW:
      plan = demo_wire_plan_new (make_start (self, reply, 0), self->end);
      plan->trickle = g_bytes_ref (reply->body);
      return plan;
    case KIND_GZIP_BOMB:
      reply->encoding = g_strdup ("gzip");
      plan = demo_wire_plan_new (make_head (reply, demo_fault_body_gzip_head ()), self->end);
      plan->repeat = demo_fault_body_gzip_mebibyte ();
      plan->n_repeat = N_BOMB_MEBIBYTES;
      return plan;
    case KIND_ENDLESS:
      plan = demo_wire_plan_new (make_head (reply, g_bytes_new_static ("[", 1)), self->end);
      plan->repeat = demo_fault_body_rows ();
      return plan;
    default:
      return demo_wire_plan_new (g_bytes_new (NULL, 0), self->end);
    }
}

static void
change_reply (const DemoFaultKind *self, DemoReply *reply, guint port, const char *address)
{
  g_autofree char *title = NULL;

  switch (self->kind)
    {
    case KIND_STATUS:
      title = g_strdup_printf ("Erreur %u", self->number);
      set_page (reply, self->number, title);
      break;
    case KIND_STATUS_EMPTY:
      set_page (reply, self->number, "");
      demo_reply_set_body (reply, g_bytes_new (NULL, 0));
      break;
    case KIND_REDIRECT:
      set_redirect (reply, self, port, address);
      break;
    case KIND_PAGE:
      set_page (reply, self->number, "Maintenance en cours");
      break;
    case KIND_WARNING:
      demo_reply_set_body (reply, demo_fault_body_prefixed (
                                      demo_shape_get_prefix (demo_shape_find ("php-warning", NULL)),
                                      demo_reply_get_body (reply)));
      break;
    case KIND_TYPE:
      set_type (reply, self->text);
      break;
    case KIND_BAD_GZIP:
      reply->encoding = g_strdup ("gzip");
      set_json (reply, 200, demo_fault_body_bad_gzip ());
      break;
    case KIND_NOT_GZIP:
      reply->encoding = g_strdup ("gzip");
      break;
    case KIND_DEEP:
      set_json (reply, 200, demo_fault_body_deep (self->number));
      break;
    case KIND_BYTES:
      set_json (reply, 200, self->make_body ());
      break;
    case KIND_BIG_CELL:
      set_json (reply, 200, demo_fault_body_big_cell (self->number));
      break;
    case KIND_REFUSED_KEY:
    default:
      {
        static const char text[] = "{\"result\":\"ERROR\",\"message\":\"Clé d’accès refusée.\"}";

        set_json (reply, self->number, g_bytes_new_static (text, sizeof text - 1));
        break;
      }
    }
}

/**
 * demo_fault_new:
 * @text: NAME[:ENDPOINT][*TIMES]
 * @error: return location for %G_IO_ERROR_INVALID_ARGUMENT
 *
 * Returns: (transfer full) (nullable): the fault, %NULL with @error when there is none of this name
 */
DemoFault *
demo_fault_new (const char *text, GError **error)
{
  g_autoptr (DemoFault) self = g_new0 (DemoFault, 1);
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) names = NULL;
  guint64 times = 0;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, "*", 2);
  names = g_strsplit (parts[0] != NULL ? parts[0] : "", ":", 2);
  self->n_left = -1;
  if (parts[0] != NULL && parts[1] != NULL)
    {
      if (!g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXINT, &times, error))
        return NULL;
      self->n_left = times;
    }
  for (guint i = 0; names[0] != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, names[0]) == 0)
      self->kind = &kinds[i];
  if (self->kind == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "There is no fault “%s”", text);
      return NULL;
    }
  self->endpoint = g_strdup (names[1]);

  return g_steal_pointer (&self);
}

/**
 * demo_fault_free:
 * @self: (transfer full) (nullable): a fault
 */
void
demo_fault_free (DemoFault *self)
{
  if (self == NULL)
    return;
  g_free (self->endpoint);
  g_free (self);
}

/**
 * demo_fault_get_kind_name:
 * @index: from 0
 *
 * Returns: (nullable): the name of a fault there is, %NULL after the last
 */
const char *
demo_fault_get_kind_name (guint index)
{
  return index < G_N_ELEMENTS (kinds) ? kinds[index].name : NULL;
}

/**
 * demo_fault_take:
 * @self: a fault
 * @endpoint: "getPlus.php"
 * @host: (nullable): the host the request names
 *
 * Returns: whether the fault befalls this request, which then counts
 */
gboolean
demo_fault_take (DemoFault *self, const char *endpoint, const char *host)
{
  g_return_val_if_fail (self != NULL && endpoint != NULL, FALSE);

  if (self->n_left == 0 || (self->endpoint != NULL && strcmp (self->endpoint, endpoint) != 0))
    return FALSE;
  /* Whoever follows the redirect to the other name gets an answer there, and so is found out. */
  if (strcmp (self->kind->name, "redirect-host") == 0 && g_strcmp0 (host, "localhost") == 0)
    return FALSE;
  if (self->n_left > 0)
    self->n_left--;

  return TRUE;
}

/**
 * demo_fault_get_kind:
 * @self: a fault
 *
 * Returns: (transfer none): what kind it is, good for as long as the program runs
 */
const DemoFaultKind *
demo_fault_get_kind (const DemoFault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind;
}

/**
 * demo_fault_kind_is_carried_out:
 * @self: a kind of fault
 *
 * Returns: whether the request is carried out before its answer goes wrong
 */
gboolean
demo_fault_kind_is_carried_out (const DemoFaultKind *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->carried_out;
}

/**
 * demo_fault_kind_apply:
 * @self: a kind of fault
 * @reply: the right answer, or an empty one when the request isn't carried out; is changed
 * @port: the server's
 * @address: path and query of the request
 *
 * Returns: (transfer full) (nullable): how to answer by hand, %NULL when @reply can be sent as it
 * is
 */
DemoWirePlan *
demo_fault_kind_apply (const DemoFaultKind *self, DemoReply *reply, guint port, const char *address)
{
  g_return_val_if_fail (self != NULL && reply != NULL && address != NULL, NULL);

  switch (self->kind)
    {
    case KIND_WIRE_EMPTY:
    case KIND_WIRE_HALF:
    case KIND_WIRE_WHOLE:
    case KIND_WIRE_SLOW:
    case KIND_GZIP_BOMB:
    case KIND_ENDLESS:
      return make_plan (self, reply);
    case KIND_STATUS:
    case KIND_STATUS_EMPTY:
    case KIND_REDIRECT:
    case KIND_PAGE:
    case KIND_WARNING:
    case KIND_TYPE:
    case KIND_BAD_GZIP:
    case KIND_NOT_GZIP:
    case KIND_DEEP:
    case KIND_BYTES:
    case KIND_BIG_CELL:
    case KIND_REFUSED_KEY:
    default:
      change_reply (self, reply, port, address);
      return NULL;
    }
}
