/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "driver.h"

G_BEGIN_DECLS

typedef struct _Tour Tour;

typedef void (*TourFunc) (Tour *tour);

/* A walk through the program that leaves pictures in a folder. */
struct _Tour
{
  ComptoirApplication *application;
  ComptoirWindow *window;
  const char *folder;
  const char *prefix; /* not empty for a short walk in another language */
  TourFunc walk;
};

int tour_run (int argc, char *argv[], TourFunc walk);
void tour_take (Tour *tour, GtkWidget *top, const char *name);
void tour_take_window (Tour *tour, const char *name);
void tour_open_demo (Tour *tour);
void tour_fill_screen (Tour *tour);
void tour_make_narrow (Tour *tour);

G_END_DECLS
