/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-match-list.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_MATCH_ENTRY (comptoir_match_entry_get_type ())

/* An entry that shows what matches in a list under it: ↑ and ↓ move in it, Enter takes one, Escape
 * closes it. Whoever has it gives the matches.
 *
 * Signals: "text-changed" (void): look for matches; "chosen" (guint position); "entered" (void):
 * Enter, with nothing to choose; "left" (void): ↓ with no list open. */
G_DECLARE_FINAL_TYPE (ComptoirMatchEntry, comptoir_match_entry, COMPTOIR, MATCH_ENTRY, AdwBin)

const char *comptoir_match_entry_get_text (ComptoirMatchEntry *self);
void comptoir_match_entry_clear (ComptoirMatchEntry *self);
void comptoir_match_entry_describe (ComptoirMatchEntry *self,
                                    const char *label,
                                    const char *placeholder,
                                    const char *icon_name);
void comptoir_match_entry_show_matches (ComptoirMatchEntry *self,
                                        GPtrArray *matches, /* (element-type ComptoirMatch) */
                                        const char *nothing);
void comptoir_match_entry_hide_matches (ComptoirMatchEntry *self);
const ComptoirMatch *comptoir_match_entry_get_match (ComptoirMatchEntry *self, guint position);

G_END_DECLS
