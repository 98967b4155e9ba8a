/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite and GIO call the functions of the C library by way of the dynamic linker, which finds
 * those of the program first. */
#include "order-steps.h"

#include <dlfcn.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

static int n_steps;
static int fatal_step;

static void
step (void)
{
  if (g_atomic_int_add (&n_steps, 1) + 1 == fatal_step)
    kill (getpid (), SIGKILL);
}

/* clang-format off */
#define STEP(type, name, parameters, arguments)                                   \
  __attribute__ ((visibility ("default"))) type name parameters;                  \
  type                                                                            \
  name parameters                                                                 \
  {                                                                               \
    type (*original) parameters = (type (*) parameters) dlsym (RTLD_NEXT, #name); \
    type result;                                                                  \
                                                                                  \
    step ();                                                                      \
    result = original arguments;                                                  \
    step ();                                                                      \
    return result;                                                                \
  }

STEP (ssize_t, pwrite64, (int fd, const void *data, size_t size, off64_t offset), (fd, data, size, offset))
STEP (int, ftruncate64, (int fd, off64_t size), (fd, size))
STEP (int, fdatasync, (int fd), (fd))
STEP (int, unlink, (const char *path), (path))
STEP (int, connect, (int fd, const struct sockaddr *address, socklen_t length), (fd, address, length))
STEP (ssize_t, send, (int fd, const void *data, size_t size, int flags), (fd, data, size, flags))
STEP (ssize_t, sendmsg, (int fd, const struct msghdr *message, int flags), (fd, message, flags))
STEP (ssize_t, recv, (int fd, void *data, size_t size, int flags), (fd, data, size, flags))
STEP (ssize_t, recvmsg, (int fd, struct msghdr *message, int flags), (fd, message, flags))
/* clang-format on */

void
order_steps_kill_at (guint step)
{
  fatal_step = (int) step;
}

guint
order_steps_get_n (void)
{
  return (guint) g_atomic_int_get (&n_steps);
}
