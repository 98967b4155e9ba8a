/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ComptoirMatch:
 * @id: what is chosen by it
 * @title: its first line
 * @detail: (nullable): a second line, dimmed
 * @end: (nullable): at the end of the line: a price
 * @section: (nullable): the heading it stands under; neighbours of one section share it
 */
typedef struct
{
  gint64 id;
  char *title;
  char *detail;
  char *end;
  char *section;
} ComptoirMatch;

ComptoirMatch *comptoir_match_new (gint64 id, const char *title);
void comptoir_match_free (ComptoirMatch *self);

#define COMPTOIR_TYPE_MATCH_LIST (comptoir_match_list_get_type ())

/* A short list to choose one from while the keyboard stays in an entry.
 * Signal "chosen" (guint position). */
G_DECLARE_FINAL_TYPE (ComptoirMatchList, comptoir_match_list, COMPTOIR, MATCH_LIST, AdwBin)

GtkWidget *comptoir_match_list_new (void);
void comptoir_match_list_set_matches (ComptoirMatchList *self,
                                      GPtrArray *matches, /* (element-type ComptoirMatch) */
                                      const char *nothing);
guint comptoir_match_list_get_n_matches (ComptoirMatchList *self);
const ComptoirMatch *comptoir_match_list_get_match (ComptoirMatchList *self, guint position);
void comptoir_match_list_select (ComptoirMatchList *self, gint64 id);
void comptoir_match_list_move (ComptoirMatchList *self, int steps);
gboolean comptoir_match_list_choose (ComptoirMatchList *self);

G_END_DECLS
