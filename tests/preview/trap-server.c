/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "trap-server.h"

#include <string.h>

#include "preview-test.h"

/* ms: many times what the same page takes to come where nothing holds it back. */
#define TIME 2000

struct _TrapServer
{
  GSocketService *service;
  guint port;
  guint n_connections;
};

/* "@" stands for the server. */
static const char *const traps[] = {
  "<meta http-equiv=refresh content='0;url=@/refresh'>",
  "<meta http-equiv=x-dns-prefetch-control content=on>",
  "<link rel=stylesheet href='@/style.css'>",
  "<link rel=icon href='@/icon.png'>",
  "<link rel=preconnect href='@'>",
  "<link rel=dns-prefetch href='@'>",
  "<link rel=prefetch href='@/prefetch'>",
  "<link rel=preload as=image href='@/preload.png'>",
  "<link rel=modulepreload href='@/module.js'>",
  "<link rel=manifest href='@/manifest.json'>",
  "<style>@import '@/import.css'; @font-face{font-family:f;src:url(@/font.woff)}"
  "body{background:url(@/background.png);font-family:f;cursor:url(@/cursor.png),auto}"
  "p::after{content:url(@/after.png)} li{list-style-image:url(@/list.png)}"
  "p{border-image:url(@/border.png) 1;mask-image:url(@/mask.svg)}</style>",
  "<script src='@/script.js'></script>",
  "<script>new Image().src='@/script.png';fetch('@/fetch');navigator.sendBeacon('@/beacon');"
  "new WebSocket('@/socket'.replace('http','ws'));window.open('@/window');"
  "new EventSource('@/events');location='@/location'</script>",
  "<base href='@/base/'>",
  "<p>Croissant<ul><li>Baguette</ul>",
  "<img src='@/image.png'><img src='relative.png'>",
  "<img srcset='@/set.png 1x' alt=''><picture><source srcset='@/picture.png'><img></picture>",
  "<img src=x onerror=\"location='@/onerror'\">",
  "<iframe src='@/frame'></iframe>",
  "<iframe srcdoc=\"<img src='@/srcdoc.png'>\"></iframe>",
  "<object data='@/object'></object>",
  "<embed src='@/embed'>",
  "<video src='@/video' poster='@/poster.png' autoplay></video>",
  "<audio src='@/audio' autoplay></audio>",
  "<video><track src='@/track.vtt' default></video>",
  "<svg width=9 height=9><image href='@/svg.png' width=9 height=9/><use href='@/use.svg#a'/>"
  "<filter id=f><feImage href='@/filter.png'/></filter></svg>",
  "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"
  "<image href='@/data.png'/></svg>\">",
  "<table background='@/table.png'><tr><td>1</table>",
  "<input type=image src='@/input.png'>",
  "<form id=f action='@/form' method=post><input name=a value=1><input type=submit></form>"
  "<script>document.forms[0].submit()</script>",
  "<body onload=\"document.forms[0].submit()\">",
  "<a href='@/link' ping='@/ping' id=a>A link</a><script>a.click()</script>",
  "<a href='@/download' download id=d>A download</a><script>d.click()</script>",
  "<math><maction href='@/math'>x</maction></math>",
  "<frameset><frame src='@/frameset'></frameset>",
};

static gboolean
on_incoming (TrapServer *self)
{
  self->n_connections++;

  return TRUE;
}

TrapServer *
trap_server_new (void)
{
  TrapServer *self = g_new0 (TrapServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) own = NULL;
  g_autoptr (GError) error = NULL;

  self->service = g_socket_service_new ();
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &own, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (own));
  g_signal_connect_swapped (self->service, "incoming", G_CALLBACK (on_incoming), self);

  return self;
}

void
trap_server_free (TrapServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_object_unref (self->service);
  g_free (self);
}

char *
trap_server_make_page (TrapServer *self)
{
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  GString *page = g_string_new ("<!DOCTYPE html><title>Traps</title>");

  for (guint i = 0; i < G_N_ELEMENTS (traps); i++)
    {
      g_string_append (page, traps[i]);
      g_string_append_c (page, '\n');
    }
  g_string_replace (page, "@import", "\001", 0);
  g_string_replace (page, "@font-face", "\002", 0);
  g_string_replace (page, "@", address, 0);
  g_string_replace (page, "\001", "@import", 0);
  g_string_replace (page, "\002", "@font-face", 0);

  return g_string_free (page, FALSE);
}

guint
trap_server_get_n_connections (TrapServer *self)
{
  return self->n_connections;
}

/* Lets the page do what it does later. */
void
trap_server_give_time (TrapServer *self)
{
  gint64 end = g_get_monotonic_time () + TIME * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    preview_test_turn ();
}

/* The second and fourth of the fields that /proc/PID/stat begins with. */
static gboolean
read_process (const char *number, char **name, GPid *parent)
{
  g_autofree char *path = g_build_filename ("/proc", number, "stat", NULL);
  g_autofree char *text = NULL;
  const char *open, *close;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  open = strchr (text, '(');
  close = strrchr (text, ')');
  if (open == NULL || close == NULL || close < open || strlen (close) < 5)
    return FALSE;
  *name = g_strndup (open + 1, close - open - 1);
  *parent = (GPid) g_ascii_strtoll (close + 4, NULL, 10);

  return TRUE;
}

static gboolean
is_ours (GPid pid)
{
  while (pid > 1 && pid != getpid ())
    {
      g_autofree char *number = g_strdup_printf ("%d", pid);
      g_autofree char *name = NULL;

      if (!read_process (number, &name, &pid))
        return FALSE;
    }

  return pid == getpid ();
}

GPid
trap_server_find_web_process (void)
{
  g_autoptr (GDir) processes = g_dir_open ("/proc", 0, NULL);
  const char *number;

  while ((number = g_dir_read_name (processes)) != NULL)
    {
      g_autofree char *name = NULL;
      GPid pid = (GPid) g_ascii_strtoll (number, NULL, 10);
      GPid parent;

      if (pid > 0 && read_process (number, &name, &parent)
          && g_str_has_prefix (name, "WebKitWebProc") && is_ours (pid))
        return pid;
    }
  g_assert_not_reached ();
}
