/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMPTOIR_TYPE_NOTICE_BAR (comptoir_notice_bar_get_type ())

/* A bar over a page for a state that lasts, with what one can do about it.
 * Signals: "retry" (void), "details" (void). */
G_DECLARE_FINAL_TYPE (ComptoirNoticeBar, comptoir_notice_bar, COMPTOIR, NOTICE_BAR, AdwBin)

void comptoir_notice_bar_show_notice (ComptoirNoticeBar *self,
                                      const char *sentence,
                                      const char *second,
                                      const char *details);
void comptoir_notice_bar_hide_notice (ComptoirNoticeBar *self);
const char *comptoir_notice_bar_get_notice (ComptoirNoticeBar *self);

G_END_DECLS
