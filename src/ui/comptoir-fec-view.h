/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comptoir-fec-ledger.h"
#include "comptoir-report-content.h"
#include "comptoir-shop.h"

G_BEGIN_DECLS

#define COMPTOIR_TYPE_FEC_VIEW (comptoir_fec_view_get_type ())

/* A FEC as entries with their balance, totals by account, and the rules that don't hold. */
G_DECLARE_FINAL_TYPE (ComptoirFecView, comptoir_fec_view, COMPTOIR, FEC_VIEW, AdwBin)

GtkWidget *comptoir_fec_view_new (ComptoirShop *shop);
ComptoirFecLedger *comptoir_fec_view_get_ledger (ComptoirFecView *self); /* (nullable) */

G_END_DECLS
