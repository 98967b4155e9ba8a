/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-window.h"

G_BEGIN_DECLS

void comptoir_window_actions_install (ComptoirWindow *self);
void comptoir_window_actions_update (ComptoirWindow *self);

G_END_DECLS
