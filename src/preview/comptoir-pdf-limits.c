/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-pdf-limits.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "comptoir-pdf-protocol.h"

/* Rendering the largest picture takes a quarter of it. */
#define MAX_MEMORY (1024u * 1024 * 1024)
#define MAX_FILES  64

static gboolean
limit (__rlimit_resource_t resource, rlim_t value)
{
  struct rlimit limits = { value, value };

  return setrlimit (resource, &limits) == 0;
}

/**
 * comptoir_pdf_limits_apply:
 *
 * Takes from this process, for good, what reading a PDF doesn't need: more memory than a large page
 * takes, files, cores, privileges, and a life after its parent's. Time is its parent's to watch,
 * call by call.
 *
 * Returns: whether all of it is in force
 */
gboolean
comptoir_pdf_limits_apply (void)
{
#ifndef __SANITIZE_ADDRESS__ /* which reserves terabytes */
  if (!limit (RLIMIT_AS, MAX_MEMORY))
    return FALSE;
#endif

  return limit (RLIMIT_CORE, 0) && limit (RLIMIT_NOFILE, MAX_FILES)
         && limit (RLIMIT_FSIZE, (rlim_t) COMPTOIR_PDF_MAX_PIXELS * 4)
         && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
         && prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0;
}
