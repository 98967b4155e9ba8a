/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-account.h"

#include <string.h>

#include "kash-error.h"

#define KEY "kEy-9f3b"

static void
test_addresses (void)
{
  static const struct
  {
    const char *given;
    const char *kept; /* NULL: refused with code */
    int code;
  } cases[] = {
    { "https://kash.click", "https://kash.click" },
    { " https://kash.click/ ", "https://kash.click" },
    { "HTTPS://Kash.Click//", "https://kash.click" },
    { "https://kash.click/caisse/", "https://kash.click/caisse" },
    { "https://kash.click:443", "https://kash.click" },
    { "http://127.0.0.1:80", "http://127.0.0.1" },
    { "https://kash.click:8443/a/b", "https://kash.click:8443/a/b" },
    { "https://[2001:db8::1]:444", "https://[2001:db8::1]:444" },
    { "http://127.0.0.1:8080", "http://127.0.0.1:8080" },
    { "http://127.8.9.10", "http://127.8.9.10" },
    { "http://[::1]:81/", "http://[::1]:81" },
    { "http://localhost:8080", "http://localhost:8080" },
    { "http://LOCALHOST", "http://localhost" },
    { "http://kash.click", NULL, KASH_ERROR_NOT_SECURE },
    { "http://128.0.0.1", NULL, KASH_ERROR_NOT_SECURE },
    { "http://127.0.0.1.example.com", NULL, KASH_ERROR_NOT_SECURE },
    { "http://localhost.example.com", NULL, KASH_ERROR_NOT_SECURE },
    { "http://2130706433", NULL, KASH_ERROR_NOT_SECURE },
    { "ftp://kash.click", NULL, KASH_ERROR_NOT_SECURE },
    { "file:///etc/passwd", NULL, KASH_ERROR_INVALID },
    { "kash.click", NULL, KASH_ERROR_INVALID },
    { "https://", NULL, KASH_ERROR_INVALID },
    { "", NULL, KASH_ERROR_INVALID },
    { "https://me@kash.click", NULL, KASH_ERROR_INVALID },
    { "https://me:pw@kash.click", NULL, KASH_ERROR_INVALID },
    { "http://127.0.0.1@kash.click", NULL, KASH_ERROR_INVALID },
    { "https://kash.click?key=1", NULL, KASH_ERROR_INVALID },
    { "https://kash.click/#top", NULL, KASH_ERROR_INVALID },
    { "https://kash.click:port", NULL, KASH_ERROR_INVALID },
    { "https://kash click", NULL, KASH_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KashAccount) account = kash_account_new (cases[i].given, "42", KEY, &error);

      g_test_message ("%s", cases[i].given);
      if (cases[i].kept != NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (kash_account_get_base_url (account), ==, cases[i].kept);
        }
      else
        {
          g_assert_error (error, KASH_ERROR, cases[i].code);
          g_assert_null (account);
          g_assert_null (strstr (error->message, KEY));
        }
    }
}

static void
test_identifiers (void)
{
  static const struct
  {
    const char *shop_id;
    const char *key;
    gboolean valid;
  } cases[] = {
    { "42", KEY, TRUE },    { " 42\n", "\t" KEY " ", TRUE }, { "", KEY, FALSE },
    { "42", "", FALSE },    { "   ", KEY, FALSE },           { "42", " \n", FALSE },
    { "4\n2", KEY, FALSE }, { "42", "a\nb", FALSE },         { "4\xff", KEY, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KashAccount) account
          = kash_account_new (KASH_DEFAULT_BASE_URL, cases[i].shop_id, cases[i].key, &error);

      if (cases[i].valid)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (kash_account_get_shop_id (account), ==, "42");
          g_assert_cmpstr (kash_account_get_key (account), ==, KEY);
        }
      else
        g_assert_error (error, KASH_ERROR, KASH_ERROR_INVALID);
    }
}

static void
test_id (void)
{
  static const struct
  {
    const char *base_url;
    const char *shop_id;
    const char *id;
  } cases[] = {
    { "https://kash.click", "42", "kash.click/42" },
    { "https://KASH.click/", "42", "kash.click/42" },
    { "http://127.0.0.1:8080/a", "demo-shop", "127.0.0.1:8080/a/demo-shop" },
    { "https://kash.click/a", "42", "kash.click/a/42" },
    { "https://kash.click", "a/42", "kash.click/a%2F42" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KashAccount) account
          = kash_account_new (cases[i].base_url, cases[i].shop_id, KEY, NULL);
      g_autoptr (KashAccount) renewed
          = kash_account_new (cases[i].base_url, cases[i].shop_id, "other", NULL);
      g_autofree char *id = kash_account_dup_id (account);
      g_autofree char *renewed_id = kash_account_dup_id (renewed);

      g_assert_cmpstr (id, ==, cases[i].id);
      g_assert_cmpstr (renewed_id, ==, cases[i].id);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/account/addresses", test_addresses);
  g_test_add_func ("/kash/account/identifiers", test_identifiers);
  g_test_add_func ("/kash/account/id", test_id);
  return g_test_run ();
}
