/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-order-draft.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_CLIENT_FORM (comptoir_client_form_get_type ())

/* A new client: the 16 fields the service takes, the address first where the goods go there. */
G_DECLARE_FINAL_TYPE (ComptoirClientForm, comptoir_client_form, COMPTOIR, CLIENT_FORM, AdwBin)

void comptoir_client_form_set_draft (ComptoirClientForm *self, ComptoirOrderDraft *draft);
void comptoir_client_form_set_remark (ComptoirClientForm *self,
                                      KashClientField field,
                                      const char *sentence, /* (nullable) */
                                      gboolean blocks);
void comptoir_client_form_edit (ComptoirClientForm *self, KashClientField field);

G_END_DECLS
