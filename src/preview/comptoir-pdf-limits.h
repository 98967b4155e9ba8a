/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean comptoir_pdf_limits_apply (void);

G_END_DECLS
