/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kash-refusal.h"

#include <string.h>

#define WARNING                                                                                 \
  "<br />\n<b>Notice</b>:  Undefined offset: 3 in <b>/srv/getPlus.php</b> on line <b>3</b><br " \
  "/>\n"

static void
test_refusals (void)
{
  static const struct
  {
    const char *body;
    const char *words;
  } cases[] = {
    { "{\"result\":\"ERROR\",\"message\":\"Boutique fermée\"}", "Boutique fermée" },
    { "{\"result\":\"ERROR\",\"errorMessage\":\"No\",\"message\":\"other\"}", "No" },
    { "{\"result\":\"error\"}", NULL },
    { "{\"success\":false,\"result\":\"Bad token\"}", "Bad token" },
    { "{\"success\":0,\"message\":\"a\\n b\"}", "a b" },
    { "{\"success\":false,\"result\":[]}", NULL },
    { "{\"error\":\"Invalid key\"}", "Invalid key" },
    { "\n\n\xEF\xBB\xBF{\"error\":\"x\"}", "x" },
    { "\xEF\xBB\xBF \n{\"error\":\"x\"}", "x" },
    { WARNING "{\"result\":\"ERROR\",\"message\":\"x\"}\n", "x" },
    { "Warning: {x} in {y}\n{\"result\":\"ERROR\",\"message\":\"x\"}", "x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;
      gboolean found = kash_refusal_find (cases[i].body, strlen (cases[i].body), &words);

      g_test_message ("%s", cases[i].body);
      g_assert_true (found);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_data (void)
{
  static const char *const bodies[] = {
    "",
    "[]",
    "{}",
    "null",
    "ERROR",
    "[{\"id\":1,\"title\":\"ERROR\"}]",
    "[{\"result\":\"ERROR\",\"message\":\"x\"}]",
    "{\"result\":[{\"id\":1}]}",
    "{\"result\":{\"1\":{\"id\":1}}}",
    "{\"result\":\"OK\",\"items\":[{\"id\":1}]}",
    "{\"success\":true,\"result\":[{\"id\":1}]}",
    "{\"success\":false,\"result\":[{\"id\":1}]}",
    "{\"1\":{\"result\":\"ERROR\"}}",
    "{\"error\":\"\",\"items\":[]}",
    "{\"error\":\"none\",\"items\":[{\"id\":1}]}",
    "{\"error\":null}",
    "{\"message\":\"x\"}",
    "id;title\n1;{\"result\":\"ERROR\"}",
    "{\"result\":\"ERROR\"} and more",
    "{\"result\":\"ERROR\"",
    "<html>{\"result\":\"ERROR\"}</html>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *words = NULL;

      g_test_message ("%s", bodies[i]);
      g_assert_false (kash_refusal_find (bodies[i], strlen (bodies[i]), &words));
      g_assert_null (words);
    }
}

static void
test_words_of_key (void)
{
  static const char *const of_key[] = {
    "Clé invalide",          "Clé API inconnue",
    "CLÉ INVALIDE",          "Invalid key",
    "APIKEY missing",        "Bad token",
    "Token expiré",          "Unauthorized",
    "Authentification",      "Erreur d'authentification",
    "Authentication failed", "Login inconnu",
    "wrong api key",         "Mot de passe incorrect",
    "Accès refusé",          "api_key not valid",
    "shopid unknown",
  };
  static const char *const of_else[]
      = { "Article inconnu", "Monkey business", "Clément n'existe pas",
          "Author unknown",  "Date invalide",   "Stock épuisé" };

  for (gsize i = 0; i < G_N_ELEMENTS (of_key); i++)
    {
      g_test_message ("%s", of_key[i]);
      g_assert_true (kash_refusal_is_of_key (of_key[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (of_else); i++)
    {
      g_test_message ("%s", of_else[i]);
      g_assert_false (kash_refusal_is_of_key (of_else[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kash/refusal/refusals", test_refusals);
  g_test_add_func ("/kash/refusal/data", test_data);
  g_test_add_func ("/kash/refusal/words-of-key", test_words_of_key);
  return g_test_run ();
}
