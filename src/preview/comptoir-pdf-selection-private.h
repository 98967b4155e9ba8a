/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comptoir-pdf-selection.h"

G_BEGIN_DECLS

typedef struct
{
  guint page;
  graphene_point_t point;
} ComptoirPdfPlace;

struct _ComptoirPdfSelection
{
  GObject parent_instance;

  ComptoirPdfDocument *document;
  ComptoirPdfPlace start; /* where it began */
  ComptoirPdfPlace end;   /* before or behind it */
  ComptoirPdfStyle style;
  gboolean active;
  guint extent;      /* counts up with each change */
  GHashTable *parts; /* page → Part */
};

void comptoir_pdf_selection_get_range (ComptoirPdfSelection *self,
                                       ComptoirPdfPlace *first,
                                       ComptoirPdfPlace *last);
gboolean comptoir_pdf_selection_get_part (ComptoirPdfSelection *self,
                                          guint page,
                                          graphene_point_t *from,
                                          graphene_point_t *to);

G_END_DECLS
