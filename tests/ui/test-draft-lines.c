/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of an order on screen. */

#include "order-test.h"

#include <string.h>
#include <time.h>

#include "comptoir-draft-line-row.h"
#include "comptoir-variation-popover.h"

/* With one more, as many as the demo shop takes; under the sanitizers each takes twenty times as
 * long. */
#ifdef __SANITIZE_ADDRESS__
#define N_MANY 99
#else
#define N_MANY 499
#endif

static void
start (OrderTest *test)
{
  order_test_start (test);
  order_test_open (test, 0);
}

static GtkWidget *
get_row (OrderTest *test, guint position)
{
  GtkWidget *row;

  ui_test_wait_until (
      (row = ui_test_find (GTK_WIDGET (test->page->lines), COMPTOIR_TYPE_DRAFT_LINE_ROW, position))
      != NULL);
  return row;
}

static gboolean
says (GtkWidget *row, const char *sentence)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find (row, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_get_visible (label)
        && strstr (gtk_label_get_label (GTK_LABEL (label)), sentence) != NULL)
      return TRUE;
  return FALSE;
}

/* The entries of a row, from the left: quantity, title, price. */
static gboolean
is_marked (GtkWidget *row, guint number)
{
  return gtk_widget_has_css_class (ui_test_find (row, GTK_TYPE_ENTRY, number), "error");
}

/* What can't go out like this is marked at its field, with the reason. */
static void
test_marks (void)
{
  static const struct
  {
    gint64 id;
    const char *quantity, *price;
    guint entry;
    const char *sentence;
  } cases[] = {
    { 1, "0", "", 0, "The quantity must be above 0." },
    { 1, "-1", "", 0, "The quantity must be above 0." },
    { 1, "two", "", 0, "This isn’t a number." },
    { 1, "1", "1.2.3", 2, "This isn’t a number." },
    { 1, "1", "1234567890123", 2, "This number is too large." },
    { 99999, "1", "", 1, "The shop no longer has this item." },
  };
  OrderTest test = { 0 };

  start (&test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComptoirDraftLine *line = comptoir_order_draft_add_item (test.page->draft, cases[i].id, NULL);

      g_object_set (line, "quantity", cases[i].quantity, "price", cases[i].price, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = get_row (&test, i);

      g_test_message ("%s × %s", cases[i].quantity, cases[i].price);
      g_assert_true (says (row, cases[i].sentence));
      for (guint entry = 0; entry < 3; entry++)
        g_assert_cmpint (is_marked (row, entry), ==, entry == cases[i].entry);
    }
  order_test_stop (&test);
}

/* Right-to-left text, emoji and a long title leave the row as it is; "_" is told of. */
static void
test_titles (void)
{
  OrderTest test = { 0 };
  GtkWidget *row;

  start (&test);
  g_object_set (comptoir_order_draft_add_item (test.page->draft, 1, NULL), "title",
                "🥐 לחם טרי عربي", NULL);
  g_object_set (comptoir_order_draft_add_item (test.page->draft, 1, NULL), "title", "a_b", NULL);
  row = get_row (&test, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_test_find (row, GTK_TYPE_ENTRY, 1))), ==,
                   "🥐 לחם טרי عربي");
  g_assert_false (is_marked (row, 1));
  g_assert_true (says (get_row (&test, 1), "spaces are sent in place of “_”"));
  g_assert_false (is_marked (get_row (&test, 1), 1));
  order_test_stop (&test);
}

/* Chosen with the keyboard, from the item's own sets, up to five. */
static void
test_variations (void)
{
  OrderTest test = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  ComptoirDraftLine *line;
  GtkWidget *row, *button, *popover;
  const gint64 *chosen;

  start (&test);
  items = comptoir_order_draft_match (test.page->draft, "café crème", 1, NULL);
  line = comptoir_order_draft_add_item (
      test.page->draft, ((ComptoirItemMatch *) g_ptr_array_index (items, 0))->id, NULL);
  chosen = comptoir_draft_line_get_variations (line);
  row = get_row (&test, 0);
  button = ui_test_find (row, GTK_TYPE_MENU_BUTTON, 0);
  gtk_widget_grab_focus (button);
  order_test_press (&test, "space");
  ui_test_wait_until ((popover = ui_test_find (button, COMPTOIR_TYPE_VARIATION_POPOVER, 0)) != NULL
                      && gtk_widget_get_mapped (popover));
  order_test_press (&test, "space");
  ui_test_wait_until (chosen[0] != 0);
  order_test_press (&test, "Tab");
  order_test_press (&test, "space");
  ui_test_wait_until (chosen[1] != 0);
  order_test_press (&test, "Escape");
  ui_test_wait_until (!gtk_widget_get_mapped (popover));
  g_assert_true (says (row, " · "));
  order_test_stop (&test);
}

static void
assert_ids (OrderTest *test, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < order_test_get_n_lines (test); i++)
    {
      g_autoptr (ComptoirDraftLine) line
          = g_list_model_get_item (G_LIST_MODEL (test->page->draft), i);

      g_string_append_printf (ids, "%s%d", i > 0 ? " " : "",
                              (int) comptoir_draft_line_get_id (line));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

/* The menu of a line does what its keys do. */
static void
test_menu (void)
{
  OrderTest test = { 0 };
  GtkWidget *button, *undo = NULL;

  start (&test);
  for (gint64 id = 1; id <= 3; id++)
    comptoir_order_draft_add_item (test.page->draft, id, NULL);
  button = ui_test_find (get_row (&test, 1), GTK_TYPE_MENU_BUTTON, 1);
  gtk_widget_grab_focus (button);
  order_test_press (&test, "space");
  ui_test_wait_until (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)) != NULL
                      && gtk_widget_get_mapped (
                          GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
  /* The first of it is the copy. */
  order_test_press (&test, "Return");
  ui_test_wait_until (order_test_get_n_lines (&test) == 4);
  assert_ids (&test, "1 2 2 3");
  gtk_widget_grab_focus (get_row (&test, 3));
  gtk_widget_activate_action (GTK_WIDGET (test.page->lines), "lines.move-up", NULL);
  assert_ids (&test, "1 2 3 2");
  gtk_widget_activate_action (GTK_WIDGET (test.page->lines), "lines.move-down", NULL);
  assert_ids (&test, "1 2 2 3");
  gtk_widget_activate_action (GTK_WIDGET (test.page->lines), "lines.remove", NULL);
  assert_ids (&test, "1 2 2");
  for (guint i = 0; undo == NULL; i++)
    {
      GtkWidget *found = ui_test_find (GTK_WIDGET (test.page->toasts), GTK_TYPE_BUTTON, i);

      g_assert_nonnull (found);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (found)), "_Undo") == 0)
        undo = found;
    }
  g_signal_emit_by_name (undo, "clicked");
  assert_ids (&test, "1 2 2 3");
  order_test_stop (&test);
}

/* Milliseconds that this thread has worked: what others do on the machine doesn't count. */
static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

/* 500 lines can be typed on with, are all there after a restart, and go out. */
static void
test_many (void)
{
  OrderTest test = { 0 };
  g_autoptr (ComptoirDraftLine) line = NULL;
  gint64 id;
  double begin;

  start (&test);
  begin = get_work ();
  for (guint i = 0; i < N_MANY; i++)
    comptoir_order_draft_add_item (test.page->draft, 1 + i % 100, "2");
  g_test_message ("Adding: %.1f ms each", (get_work () - begin) / N_MANY);
  order_test_type (&test, "3*croissant");
  order_test_press (&test, "Return");
  ui_test_wait_until (order_test_get_n_lines (&test) == N_MANY + 1);
  /* All have their rows in the end; under the sanitizers that takes its time. */
  while (ui_test_find (GTK_WIDGET (test.page->lines), COMPTOIR_TYPE_DRAFT_LINE_ROW, N_MANY) == NULL)
    ui_test_turn ();
  line = g_list_model_get_item (G_LIST_MODEL (test.page->draft), N_MANY);
  begin = get_work ();
  g_object_set (line, "quantity", "12", NULL);
  g_test_message ("A key: %.1f ms", get_work () - begin);
  ui_test_wait_until (comptoir_order_page_get_id (test.page) != 0
                      && !comptoir_draft_keeper_is_busy (test.page->keeper));
  id = comptoir_order_page_get_id (test.page);
  order_test_restart_journal (&test);
  begin = get_work ();
  order_test_open (&test, id);
  g_test_message ("Opening: %.1f ms", get_work () - begin);
  g_assert_cmpuint (order_test_get_n_lines (&test), ==, N_MANY + 1);
  comptoir_order_draft_set_payment (test.page->draft, KASH_PAYMENT_QUOTE);
  begin = get_work ();
  order_test_send (&test);
  g_test_message ("Looking over and sending: %.1f ms", get_work () - begin);
  ui_test_wait_until (test.page->state == COMPTOIR_ORDER_STATE_ACCEPTED);
  order_test_stop (&test);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/draft-lines/marks", test_marks);
  g_test_add_func ("/ui/draft-lines/titles", test_titles);
  g_test_add_func ("/ui/draft-lines/variations", test_variations);
  g_test_add_func ("/ui/draft-lines/menu", test_menu);
  g_test_add_func ("/ui/draft-lines/many", test_many);
  return g_test_run ();
}
