/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-fec-header.h"

G_BEGIN_DECLS

void comptoir_fec_check_lines (const ComptoirFec *fec,
                               const ComptoirFecHeader *header,
                               ComptoirFecProblems *problems);
void comptoir_fec_check_entries (const ComptoirFec *fec, ComptoirFecProblems *problems);
void comptoir_fec_check_file_name (const char *file_name, ComptoirFecProblems *problems);

G_END_DECLS
