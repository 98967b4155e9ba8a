/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "demo-shop.h"

G_BEGIN_DECLS

/* The program run as a script runs it, in a home of its own, without a session bus; with an
 * account at a demo shop of the test where one was started. */
typedef struct
{
  char *folder;
  GSubprocessLauncher *launcher;
  DemoShop *shop;
  gboolean ignore_leaks; /* of a library that the runs use */

  /* Of the last run. */
  int status;
  char *out;
  gsize out_length;
  char *err;
} CliTest;

void cli_test_set_up (CliTest *self, gconstpointer data);
void cli_test_set_up_shop (CliTest *self, gconstpointer data);
void cli_test_tear_down (CliTest *self, gconstpointer data);
void cli_test_set (CliTest *self, const char *variable, const char *value);
void cli_test_set_fault (CliTest *self, const char *fault);
char *cli_test_write (CliTest *self, const char *name, const char *text, gssize length);
char *cli_test_get_path (CliTest *self, const char *name);
GSubprocess *cli_test_spawn (CliTest *self, const char *command_line, GSubprocessFlags flags);
void cli_test_run_with_input (CliTest *self, const char *input, const char *command_line);
void cli_test_run (CliTest *self, const char *command_line);

#define cli_test_assert_done(self)           \
  G_STMT_START                               \
  {                                          \
    g_assert_cmpstr ((self)->err, ==, "");   \
    g_assert_cmpint ((self)->status, ==, 0); \
  }                                          \
  G_STMT_END

/* One sentence on standard error, and nothing where results go. */
#define cli_test_assert_failed(self, expected)                        \
  G_STMT_START                                                        \
  {                                                                   \
    g_test_message ("%s", (self)->err);                               \
    g_assert_cmpint ((self)->status, ==, (expected));                 \
    g_assert_cmpstr ((self)->out, ==, "");                            \
    g_assert_true (g_str_has_prefix ((self)->err, "comptoir-cli: ")); \
    g_assert_true (g_str_has_suffix ((self)->err, "\n"));             \
    g_assert_true (strchr ((self)->err, '\n')[1] == '\0');            \
  }                                                                   \
  G_STMT_END

G_END_DECLS
