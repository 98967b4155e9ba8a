/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-application.h"

G_BEGIN_DECLS

void comptoir_desktop_actions_install (ComptoirApplication *application);

G_END_DECLS
