/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comptoir-fec.h"

#include "comptoir-table-reader.h"
#include "demo-report.h"

#include <string.h>

#define HEADER                                                                                     \
  "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t"         \
  "CompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\t" \
  "Montantdevise\tIdevise\r\n"
#define LINE(number, account, debit, credit)                                                \
  "VT\tVentes\t" number "\t20250315\t" account "\tCompte\t\t\tP1\t20250315\tTicket\t" debit \
  "\t" credit "\t\t\t20250315\t\t\r\n"
#define ENTRY(number) LINE (number, "530", "1,00", "0,00") LINE (number, "707", "0,00", "1,00")

static ComptoirFec *
read_data (const char *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  ComptoirFec *fec = comptoir_fec_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return fec;
}

static ComptoirFec *
read_text (const char *text)
{
  return read_data (text, strlen (text));
}

static const ComptoirFecLine *
get_line (ComptoirFec *fec, guint index)
{
  g_assert_cmpuint (index, <, fec->lines->len);
  return &g_array_index (fec->lines, ComptoirFecLine, index);
}

static void
assert_decimal (ComptoirDecimal decimal, const char *expected)
{
  g_autofree char *text = comptoir_decimal_to_string (decimal);

  g_assert_cmpstr (text, ==, expected);
}

static char *
list_problems (ComptoirFec *fec)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < fec->problems->len; i++)
    {
      const ComptoirFecProblem *problem = g_ptr_array_index (fec->problems, i);

      g_string_append_printf (list, "%u: %s\n", problem->line, problem->sentence);
    }
  return g_string_free (list, FALSE);
}

static void
assert_problems (ComptoirFec *fec, const char *expected)
{
  g_autofree char *list = list_problems (fec);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_fields (void)
{
  g_autoptr (ComptoirFec) fec
      = read_text (HEADER "VT\tJournal des ventes\t1\t20250315\t411\tClients\tC1\tZoé Le Goff\t12\t"
                          "20250314\tTicket 12\t1234,50\t0,00\tAA\t20250316\t20250317\t1300,00\t"
                          "USD\r\n" LINE ("1", "707", "", "1234,50"));
  const ComptoirFecLine *line = get_line (fec, 0);
  static const char *const fields[] = { "VT",        "Journal des ventes",
                                        "1",         "20250315",
                                        "411",       "Clients",
                                        "C1",        "Zoé Le Goff",
                                        "12",        "20250314",
                                        "Ticket 12", "1234,50",
                                        "0,00",      "AA",
                                        "20250316",  "20250317",
                                        "1300,00",   "USD" };

  g_assert_cmpuint (fec->lines->len, ==, 2);
  for (guint i = 0; i < COMPTOIR_FEC_N_FIELDS; i++)
    g_assert_cmpstr (line->fields[i], ==, fields[i]);
  g_assert_cmpuint (line->number, ==, 2);
  assert_decimal (line->debit, "1234.50");
  assert_decimal (get_line (fec, 1)->credit, "1234.50");
  assert_problems (fec, "");
}

/* The same two lines however they come. */
static void
test_variants (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *problems;
  } cases[] = {
    { "tabs", HEADER LINE ("1", "530", "2,50", "0,00") LINE ("1", "707", "0,00", "2,50"), "" },
    { "point", HEADER LINE ("1", "530", "2.50", "0.00") LINE ("1", "707", "0.00", "2.50"), "" },
    { "blank sides", HEADER LINE ("1", "530", "2,50", "") LINE ("1", "707", "", "2,50"), "" },
    { "padded",
      HEADER LINE ("1   ", "  530   ", "      2,50", " 0,00 ") LINE ("1", "707 ", "0", "2,50  "),
      "" },
    { "byte order mark",
      "\357\273\277" HEADER LINE ("1", "530", "2,50", "0") LINE ("1", "707", "0", "2,50"), "" },
    { "end of text",
      HEADER LINE ("1", "530", "2,50", "0") LINE ("1", "707", "0", "2,50") "\r\n\032", "" },
    { "bars, Montant and Sens in letters, LF",
      "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|"
      "PieceRef|PieceDate|EcritureLib|Montant|Sens|EcritureLet|DateLet|ValidDate|Montantdevise|"
      "Idevise\n"
      "VT|Ventes|1|20250315|530|Caisse|||P1|20250315|Ticket|2,50|D|||20250315||\n"
      "VT|Ventes|1|20250315|707|Ventes|||P1|20250315|Ticket|2,50|c|||20250315||",
      "" },
    { "Montant and Sens in figures, CR",
      "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t"
      "CompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tMontant\tSens\tEcritureLet\tDateLet\t"
      "ValidDate\tMontantdevise\tIdevise\r"
      "VT\tVentes\t1\t20250315\t530\tCaisse\t\t\tP1\t20250315\tTicket\t2,50\t+1\t\t\t20250315\t\t\r"
      "VT\tVentes\t1\t20250315\t707\tVentes\t\t\tP1\t20250315\tTicket\t2,50\t-1\t\t\t20250315\t\t"
      "\r",
      "" },
    { "22 columns, a separator at the end of lines",
      "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|"
      "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|"
      "Idevise|DateRglt|ModeRglt|NatOp|IdClient\n"
      "VT|Ventes|1|20250315|530|Caisse|||P1|20250315|Ticket|2,50|0,00|||20250315|||20250315|CB|V|7|"
      "\n"
      "VT|Ventes|1|20250315|707|Ventes|||P1|20250315|Ticket|0,00|2,50|||20250315|||20250315|CB|V|7|"
      "\n",
      "" },
    { "a separator at the end of all lines",
      "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|"
      "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|"
      "Idevise|\n"
      "VT|Ventes|1|20250315|530|Caisse|||P1|20250315|Ticket|2,50|0,00|||20250315|||\n"
      "VT|Ventes|1|20250315|707|Ventes|||P1|20250315|Ticket|0,00|2,50|||20250315|||\n",
      "" },
    { "capitals, another order",
      "JOURNALCODE|journallib|EcritureNum|EcritureDate|Compte_Num|CompteLib|CompAuxNum|CompAuxLib|"
      "PieceRef|PieceDate|EcritureLib|CREDIT|DEBIT|EcritureLet|DateLet|ValidDate|MontantDevise|"
      "IDevise\n"
      "VT|Ventes|1|20250315|530|Caisse|||P1|20250315|Ticket|0,00|2,50|||20250315||\n"
      "VT|Ventes|1|20250315|707|Ventes|||P1|20250315|Ticket|2,50|0,00|||20250315||\n",
      "1: The column “Credit” doesn’t stand where the law has it; the order of the columns is "
      "fixed.\n" },
    { "quoted, separated by semicolons, after a line of something else",
      "Export\n\"JournalCode\";\"JournalLib\";\"EcritureNum\";\"EcritureDate\";\"CompteNum\";"
      "\"CompteLib\";\"CompAuxNum\";\"CompAuxLib\";\"PieceRef\";\"PieceDate\";\"EcritureLib\";"
      "\"Debit\";\"Credit\";\"EcritureLet\";\"DateLet\";\"ValidDate\";\"Montantdevise\";"
      "\"Idevise\"\n"
      "\"VT\";\"Ventes; \"\"comptoir\"\"\";1;20250315;530;Caisse;;;P1;20250315;Ticket;\"2,50\";0;;;"
      "20250315;;\n"
      "\"VT\";\"Ventes\";1;20250315;707;Ventes;;;P1;20250315;Ticket;0;\"2,50\";;;20250315;;\n",
      "2: Something stands before the names of the columns.\n"
      "2: The fields are separated by “;”; only a tab and “|” are allowed.\n"
      "2: The fields stand in quotation marks, which aren’t part of the format.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirFec) fec = read_text (cases[i].text);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (fec->lines->len, ==, 2);
      g_assert_cmpstr (get_line (fec, 0)->fields[COMPTOIR_FEC_COMPTE_NUM], ==, "530");
      g_assert_cmpstr (get_line (fec, 1)->fields[COMPTOIR_FEC_COMPTE_NUM], ==, "707");
      g_assert_cmpstr (get_line (fec, 0)->fields[COMPTOIR_FEC_VALID_DATE], ==, "20250315");
      assert_decimal (get_line (fec, 0)->debit, "2.50");
      assert_decimal (get_line (fec, 1)->credit, "2.50");
      g_assert_cmpint (get_line (fec, 0)->credit.value, ==, 0);
      g_assert_cmpint (get_line (fec, 1)->debit.value, ==, 0);
      assert_problems (fec, cases[i].problems);
    }
}

static void
test_rules (void)
{
  static const struct
  {
    const char *text;
    const char *problems;
  } cases[] = {
    { HEADER, "" },
    { HEADER ENTRY ("1") "\tVentes\t2\t20250315\t\tCaisse\t\t\tP1\t\tTicket\t0\t0\t\t\t\t\t\n",
      "4: “JournalCode” is empty.\n4: “CompteNum” is empty.\n4: “PieceDate” is empty.\n"
      "4: “ValidDate” is empty.\n" },
    { HEADER LINE ("1", "530", "", ""), "2: Neither a debit nor a credit is given.\n" },
    { HEADER LINE ("1", "530", "5,00", "5,00"), "2: Both a debit and a credit are given.\n" },
    { HEADER LINE ("1", "530", "5,00", "x"),
      "0: The debits of the file come to 5.00, its credits to "
      "0: 5.00 apart.\n"
      "2: “x” in “Credit” isn’t an amount.\n"
      "2: The debits of entry “1” come to 5.00, its credits "
      "to 0: 5.00 apart.\n" },
    /* Balanced as a whole, but not entry by entry. */
    { HEADER ENTRY ("1") LINE ("2", "530", "5,00", "0") LINE ("3", "707", "0", "5,00"),
      "4: The debits of entry “2” come to 5.00, its credits to 0: 5.00 apart.\n"
      "5: The debits of entry “3” come to 0, its credits to 5.00: 5.00 apart.\n" },
    /* Its lines need not stand together. */
    { HEADER LINE ("1", "530", "5,00", "0") ENTRY ("2") LINE ("1", "707", "0", "5,00"), "" },
    { HEADER LINE ("1", "530", "9000000000000000000", "0")
          LINE ("1", "530", "9000000000000000000", "0"),
      "0: The amounts are too large to be added up.\n"
      "2: The amounts are too large to be added up.\n" },
    { HEADER ENTRY ("1") ENTRY ("3") ENTRY ("7"),
      "4: 1 entry number is missing between “1” and “3”.\n"
      "6: 3 entry numbers are missing between “3” and “7”.\n" },
    /* In whatever order, with leading zeros or not, with letters before. */
    { HEADER ENTRY ("VT9") ENTRY ("VT11") ENTRY ("VT010") ENTRY ("AB"), "" },
    { HEADER ENTRY ("VT9") ENTRY ("AC1") ENTRY ("VT11"),
      "6: 1 entry number is missing between “VT9” and “VT11”.\n" },
    { HEADER ENTRY ("202503150001") ENTRY ("202503150003"),
      "4: 1 entry number is missing between “202503150001” and “202503150003”.\n" },
    { HEADER "VT\tVentes\t1\t2025-03-15\t530\tC\t\t\tP\t20250231\tT\t0\t0\t\t2025\t20250315\t\t\n",
      "2: “2025-03-15” in “EcritureDate” isn’t a date; dates are written as year, month and day, "
      "such as 20251231.\n"
      "2: “20250231” in “PieceDate” isn’t a date; dates are written as year, month and day, such "
      "as 20251231.\n"
      "2: “2025” in “DateLet” isn’t a date; dates are written as year, month and day, such as "
      "20251231.\n" },
    { HEADER "VT\tVentes\t1\t20250315\t530\tC\t\t\tP\t20250315\tT\t0\t0\t\t\t20250315\n"
             "VT\tVentes\t1\t20250315\t530\tC\t\t\tP\t20250315\tT\t0\t0\t\t\t20250315\t\t\t\tx\n"
             "\n" ENTRY ("2"),
      "2: There are 16 fields, where the header has 18.\n"
      "3: There are 20 fields, where the header has 18.\n"
      "4: The line is empty.\n" },
    { "JournalCode|EcritureNum|EcritureDate|CompteNum|CompteLib|EcritureLib|Debit|Credit\n"
      "VT|1|20250315|530|Caisse|Ticket|1|0\nVT|1|20250315|707|Ventes|Ticket|0|1\n",
      "1: The column “JournalLib” is missing.\n1: The column “CompAuxNum” is missing.\n"
      "1: The column “CompAuxLib” is missing.\n1: The column “PieceRef” is missing.\n"
      "1: The column “PieceDate” is missing.\n1: The column “EcritureLet” is missing.\n"
      "1: The column “DateLet” is missing.\n1: The column “ValidDate” is missing.\n"
      "1: The column “Montantdevise” is missing.\n1: The column “Idevise” is missing.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirFec) fec = read_text (cases[i].text);

      assert_problems (fec, cases[i].problems);
    }
}

/* Numbered within each journal, so that a gap in one isn't filled by the other; days that are
 * joined start anew. */
static void
test_sequences (void)
{
  g_autoptr (ComptoirFec) journals = read_text (HEADER ENTRY ("1") ENTRY ("2") ENTRY (
      "4") "AC\tAchats\t1\t20250315\t60\tA\t\t\tP\t20250315\tT\t0\t0\t\t\t20250315\t\t\n"
           "AC\tAchats\t2\t20250315\t60\tA\t\t\tP\t20250315\tT\t0\t0\t\t\t20250315\t\t\n"
           "AC\tAchats\t3\t20250315\t60\tA\t\t\tP\t20250315\tT\t0\t0\t\t\t20250315\t\t\n");
  g_autoptr (ComptoirFec) days
      = read_text (HEADER ENTRY ("202503150001")
                       ENTRY ("202503150002") "VT\tV\t202503160001\t20250316\t53\tC\t\t\tP\t2025031"
                                              "6\tT\t0\t0\t\t\t20250316\t\t"
                                              "\n");

  assert_problems (journals, "6: 1 entry number is missing between “2” and “4”.\n");
  assert_problems (days, "");
}

static void
test_sense (void)
{
  g_autoptr (ComptoirFec) fec
      = read_text ("JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|"
                   "CompAuxLib|PieceRef|PieceDate|EcritureLib|Montant|Sens|EcritureLet|DateLet|"
                   "ValidDate|Montantdevise|Idevise\n"
                   "VT|V|1|20250315|530|C|||P1|20250315|T||D|||20250315||\n"
                   "VT|V|1|20250315|530|C|||P1|20250315|T|5|X|||20250315||\n");

  g_assert_cmpint (get_line (fec, 1)->debit.value, ==, 0);
  assert_problems (fec, "2: “Montant” is empty.\n"
                        "3: “X” in “Sens” says neither debit (D or +1) nor credit (C or -1).\n");
}

static void
test_encodings (void)
{
#define LABELLED(label) \
  "VT\tVentes\t1\t20250315\t530\t" label "\t\t\tP\t20250315\tT\t0\t0\t\t\t20250315\t\t\r\n"
  static const struct
  {
    const char *text;
    const char *label;
    const char *problems;
  } cases[] = {
    { HEADER LABELLED ("Chèque – 5 €"), "Chèque – 5 €", "" },
    /* ISO 8859-15. */
    { HEADER LABELLED ("Ch\350que 5 \244 c\275ur"), "Chèque 5 € cœur", "" },
    /* A Windows-1252 quotation mark in it. */
    { HEADER LABELLED ("Ch\350que d\222avance"), "Chèque d’avance",
      "2: A character isn’t written as the rest of the file is; it was read as “Chèque "
      "d’avance”.\n" },
    /* A stray byte in UTF-8. */
    { HEADER LABELLED ("Ch\350que") LABELLED ("Été éternel"), "Chèque",
      "2: A character isn’t written as the rest of the file is; it was read as “Chèque”.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirFec) fec = read_text (cases[i].text);

      g_assert_cmpstr (get_line (fec, 0)->fields[COMPTOIR_FEC_COMPTE_LIB], ==, cases[i].label);
      assert_problems (fec, cases[i].problems);
    }
}

static void
test_nul (void)
{
  static const char data[]
      = HEADER "VT\tVen\0tes\t1\t20250315\t530\tC\t\t\tP\t20250315\tT\t0\t0\t\t\t20250315\t\t\r\n";
  g_autoptr (ComptoirFec) fec = read_data (data, sizeof data - 1);

  g_assert_cmpstr (get_line (fec, 0)->fields[COMPTOIR_FEC_JOURNAL_LIB], ==, "Ven\357\277\275tes");
  g_assert_cmpuint (fec->problems->len, ==, 1);
}

static void
test_interning (void)
{
  g_autoptr (ComptoirFec) fec = read_text (HEADER ENTRY ("1") ENTRY ("2") ENTRY ("1"));

  for (guint i = 0; i < COMPTOIR_FEC_N_FIELDS; i++)
    g_assert_true (get_line (fec, 0)->fields[i] == get_line (fec, 4)->fields[i]);
}

/* One rule broken on every line leaves room for what the others find. */
static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (ComptoirFec) fec = NULL;
  const ComptoirFecProblem *problem;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text,
                     "VT\tV\t1\t20250315\t53\t\t\t\tP\t20250315\tT\t0\t0\t\t\t20250315\t\t\n");
  g_string_append (text, LINE ("1", "53", "1,00", "0"));
  fec = read_text (text->str);
  g_assert_cmpuint (fec->lines->len, ==, 5001);
  g_assert_cmpuint (fec->problems->len, ==, 1000);
  problem = g_ptr_array_index (fec->problems, 0);
  g_assert_cmpuint (problem->line, ==, 0);
  g_assert_nonnull (strstr (problem->sentence, "1.00 apart"));
  problem = g_ptr_array_index (fec->problems, 999);
  g_assert_cmpuint (problem->line, ==, 0);
  g_assert_cmpstr (problem->sentence, ==, "There are 4003 more problems.");
}

static void
test_file_name (void)
{
  static const struct
  {
    const char *name;
    gboolean good;
  } cases[] = {
    { "732829320FEC20250315", TRUE },
    { "732829320FEC20250315.txt", TRUE },
    { "/tmp/732829320fec20250315.TXT", TRUE },
    { "73282932FEC20250315.txt", FALSE },
    { "7328293200FEC20250315.txt", FALSE },
    { "732829320FEC20250231.txt", FALSE },
    { "732829320FEC2025-03-15.txt", FALSE },
    { "732829320FEC20250315-2.txt", FALSE },
    { "732829320", FALSE },
    { "fec.txt", FALSE },
    { "", FALSE },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (HEADER, strlen (HEADER));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComptoirFec) fec = comptoir_fec_read (bytes, cases[i].name, NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (fec->problems->len, ==, cases[i].good ? 0 : 1);
    }
}

static void
test_not_a_fec (void)
{
  static const char *const texts[] = { "",
                                       "<html><body>Erreur</body></html>",
                                       "[{\"id\":1}]",
                                       "id;title;price\n1;Pain;2,50\n",
                                       "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n",
                                       "JournalCode\tJournalLib\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (comptoir_fec_read (bytes, NULL, &error));
      g_assert_error (error, COMPTOIR_FORMAT_ERROR, COMPTOIR_FORMAT_ERROR_NOT_DATA);
    }
}

/* Whatever bytes come, it ends and nothing is read beyond them. */
static void
test_damage (void)
{
  g_autoptr (GString) text = g_string_new ("\357\273\277" HEADER);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 5; i++)
    g_string_append (text, ENTRY ("1") ENTRY ("20250315"));
  for (guint i = 0; i < 2000; i++)
    {
      gsize length = g_rand_int_range (rand, 0, text->len + 1);
      g_autofree char *damaged = g_memdup2 (text->str, length);
      g_autoptr (GBytes) bytes = NULL;
      ComptoirFec *fec;

      for (guint j = 0; length > 0 && j < 8; j++)
        damaged[g_rand_int_range (rand, 0, length)]
            = "\t\r\n|;\"\0\377\3039,-"[g_rand_int_range (rand, 0, 12)];
      bytes = g_bytes_new_take (g_steal_pointer (&damaged), length);
      fec = comptoir_fec_read (bytes, "x", NULL);
      if (fec != NULL)
        comptoir_fec_free (fec);
    }
}

static gpointer
read_in_thread (gpointer bytes)
{
  return comptoir_fec_read (bytes, NULL, NULL);
}

static void
test_demo_shop (void)
{
  g_autoptr (DemoCatalogue) catalogue = demo_catalogue_new (3, 0, 0);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 2, G_DATE_JANUARY, 2025);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (DemoDay) day = demo_day_new (catalogue, 3, &date, G_MAXINT64);
      g_autoptr (GBytes) bytes = demo_report_fec (catalogue, day);
      g_autofree char *name = demo_report_fec_file_name (&date);
      g_autoptr (ComptoirFec) fec = g_thread_join (g_thread_new ("fec", read_in_thread, bytes));
      g_autoptr (ComptoirFec) named = comptoir_fec_read (bytes, name, NULL);

      g_assert_cmpuint (fec->lines->len, >=, 2 * day->sales->len);
      assert_problems (fec, "");
      assert_problems (named, "");
      g_date_add_days (&date, 13);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/fec/fields", test_fields);
  g_test_add_func ("/formats/fec/variants", test_variants);
  g_test_add_func ("/formats/fec/rules", test_rules);
  g_test_add_func ("/formats/fec/sequences", test_sequences);
  g_test_add_func ("/formats/fec/sense", test_sense);
  g_test_add_func ("/formats/fec/encodings", test_encodings);
  g_test_add_func ("/formats/fec/nul", test_nul);
  g_test_add_func ("/formats/fec/interning", test_interning);
  g_test_add_func ("/formats/fec/many-problems", test_many_problems);
  g_test_add_func ("/formats/fec/file-name", test_file_name);
  g_test_add_func ("/formats/fec/not-a-fec", test_not_a_fec);
  g_test_add_func ("/formats/fec/damage", test_damage);
  g_test_add_func ("/formats/fec/demo-shop", test_demo_shop);
  return g_test_run ();
}
