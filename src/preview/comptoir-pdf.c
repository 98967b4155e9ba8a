/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The helper process: opens one PDF and draws it, for the Comptoir at the other end of the socket
 * pair, which trusts none of its answers. It ends with the connection. */

#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <stdlib.h>

#include "comptoir-pdf-limits.h"
#include "comptoir-pdf-poppler.h"
#include "comptoir-pdf-protocol.h"
#include "comptoir-pdf-service.h"

typedef struct
{
  GMainLoop *loop;
  PopplerDocument *document;
} Helper;

/* Poppler's own types are made for g_autoptr only in newer versions. */
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

static PopplerPage *
get_page (Helper *helper, guint index, GDBusMethodInvocation *invocation)
{
  PopplerPage *page = NULL;

  if (helper->document != NULL && index < (guint) poppler_document_get_n_pages (helper->document))
    page = poppler_document_get_page (helper->document, (int) index);
  if (page == NULL)
    g_dbus_method_invocation_return_error (invocation, COMPTOIR_PDF_ERROR,
                                           COMPTOIR_PDF_ERROR_UNREADABLE, "No page %u", index);

  return page;
}

static gboolean
on_open (ComptoirPdfService *service,
         GDBusMethodInvocation *invocation,
         GUnixFDList *fds,
         GVariant *file,
         gpointer user_data)
{
  Helper *helper = user_data;
  g_autoptr (GError) error = NULL;
  int fd = -1;

  if (helper->document == NULL && fds != NULL)
    fd = g_unix_fd_list_get (fds, g_variant_get_handle (file), &error);
  if (fd >= 0)
    helper->document = comptoir_pdf_poppler_open (fd, &error);
  if (error != NULL)
    g_dbus_method_invocation_return_gerror (invocation, error);
  else if (fd < 0)
    g_dbus_method_invocation_return_error (invocation, COMPTOIR_PDF_ERROR,
                                           COMPTOIR_PDF_ERROR_UNREADABLE, "No file, or a second");
  else
    comptoir_pdf_service_complete_open (service, invocation, NULL,
                                        comptoir_pdf_poppler_sizes (helper->document));

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_render (ComptoirPdfService *service,
           GDBusMethodInvocation *invocation,
           GUnixFDList *fds,
           guint index,
           guint width,
           guint height,
           gboolean printing,
           gpointer user_data)
{
  g_autoptr (Page) page = get_page (user_data, index, invocation);
  g_autoptr (GUnixFDList) pixels = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  if (page == NULL)
    return G_DBUS_METHOD_INVOCATION_HANDLED;
  fd = comptoir_pdf_poppler_render (page, width, height, printing, &error);
  if (fd < 0)
    {
      g_dbus_method_invocation_return_gerror (invocation, error);
      return G_DBUS_METHOD_INVOCATION_HANDLED;
    }
  pixels = g_unix_fd_list_new_from_array (&fd, 1);
  comptoir_pdf_service_complete_render (service, invocation, pixels, g_variant_new_handle (0));

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_find (ComptoirPdfService *service,
         GDBusMethodInvocation *invocation,
         guint index,
         const char *text,
         gpointer user_data)
{
  g_autoptr (Page) page = get_page (user_data, index, invocation);

  if (page != NULL)
    comptoir_pdf_service_complete_find (service, invocation,
                                        comptoir_pdf_poppler_find (page, text));

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_select (ComptoirPdfService *service,
           GDBusMethodInvocation *invocation,
           guint index,
           GVariant *from_to,
           guint style,
           gpointer user_data)
{
  g_autoptr (Page) page = get_page (user_data, index, invocation);
  g_autofree char *text = NULL;
  PopplerRectangle points;
  GVariant *places;

  if (page == NULL)
    return G_DBUS_METHOD_INVOCATION_HANDLED;
  g_variant_get (from_to, "(dddd)", &points.x1, &points.y1, &points.x2, &points.y2);
  places = comptoir_pdf_poppler_select (page, &points, style, &text);
  comptoir_pdf_service_complete_select (service, invocation, text != NULL ? text : "", places);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static GDBusConnection *
connect_to_parent (void)
{
  g_autoptr (GSocket) socket = g_socket_new_from_fd (COMPTOIR_PDF_SOCKET_FD, NULL);
  g_autoptr (GSocketConnection) stream = NULL;

  if (socket == NULL)
    return NULL;
  stream = g_socket_connection_factory_create_connection (socket);

  return g_dbus_connection_new_sync (G_IO_STREAM (stream), NULL,
                                     G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                         | G_DBUS_CONNECTION_FLAGS_DELAY_MESSAGE_PROCESSING,
                                     NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  Helper helper = { 0 };
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (ComptoirPdfService) service = NULL;

  if (!comptoir_pdf_limits_apply ())
    return EXIT_FAILURE;
  connection = connect_to_parent ();
  if (connection == NULL)
    return EXIT_FAILURE;
  helper.loop = g_main_loop_new (NULL, FALSE);
  service = comptoir_pdf_service_skeleton_new ();
  g_signal_connect (service, "handle-open", G_CALLBACK (on_open), &helper);
  g_signal_connect (service, "handle-render", G_CALLBACK (on_render), &helper);
  g_signal_connect (service, "handle-find", G_CALLBACK (on_find), &helper);
  g_signal_connect (service, "handle-select", G_CALLBACK (on_select), &helper);
  g_signal_connect_swapped (connection, "closed", G_CALLBACK (g_main_loop_quit), helper.loop);
  if (!g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (service), connection,
                                         COMPTOIR_PDF_OBJECT_PATH, NULL))
    return EXIT_FAILURE;
  g_dbus_connection_start_message_processing (connection);
  g_main_loop_run (helper.loop);
  g_clear_object (&helper.document);
  g_main_loop_unref (helper.loop);

  return EXIT_SUCCESS;
}
