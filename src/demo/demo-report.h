/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-books.h"

G_BEGIN_DECLS

/* The six reports of a day, each written from the same books; (transfer full). @edited: when the
 * report was made, Unix seconds. */
GBytes *demo_report_html (const DemoCatalogue *catalogue, const DemoDay *day, gint64 edited);
GBytes *demo_report_pdf (const DemoCatalogue *catalogue, const DemoDay *day, gint64 edited);
GBytes *demo_report_xlsx (const DemoCatalogue *catalogue, const DemoDay *day, gint64 edited);
GBytes *demo_report_csv (const DemoCatalogue *catalogue, const DemoDay *day);
GBytes *demo_report_fec (const DemoCatalogue *catalogue, const DemoDay *day);
GBytes *demo_report_saft (const DemoCatalogue *catalogue, const DemoDay *day, gint64 edited);

/* The name the FEC goes under: SIREN + FEC + YYYYMMDD. */
char *demo_report_fec_file_name (const GDate *date);

G_END_DECLS
