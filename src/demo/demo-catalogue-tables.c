/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-catalogue-data.h"

/* clang-format off */

const DemoVat demo_vats[] = {
  { 1, "TVA 5,5 %",  55, "445713" },
  { 2, "TVA 10 %",  100, "445712" },
  { 3, "TVA 20 %",  200, "445711" },
};

const DemoGroup demo_groups[] = {
  { 1, "Boulangerie",  1, "701" },
  { 2, "Restauration", 2, "706" },
  { 3, "Boissons",     3, "707" },
};

const DemoDepartment demo_departments[] = {
  { DEMO_DEPT_BREAD,      "Pains",                    "Pains",      1, 1, 2, "10", 1, "#c08040" },
  { DEMO_DEPT_PASTRY,     "Viennoiseries",            "Viennois.",  1, 1, 2, "20", 2, "#e0a050" },
  { DEMO_DEPT_CAKE,       "Pâtisseries",              "Pâtisserie", 1, 1, 2, "30", 3, "#d06080" },
  { DEMO_DEPT_SWEETS,     "Chocolats et confiseries", "Confiserie", 1, 3, 3, "40", 4, "#704030" },
  { DEMO_DEPT_SANDWICH,   "Sandwichs et formules",    "Sandwichs",  2, 2, 2, "10", 5, "#60a050" },
  { DEMO_DEPT_KITCHEN,    "Plats et salades",         "Plats",      2, 2, 2, "20", 6, "#408060" },
  { DEMO_DEPT_HOT_DRINK,  "Boissons chaudes",         "Chaud",      3, 2, 2, "10", 7, "#805030" },
  { DEMO_DEPT_COLD_DRINK, "Boissons fraîches",        "Frais",      3, 1, 2, "20", 8, "#4080c0" },
  { DEMO_DEPT_ALCOHOL,    "Vins, cidres et bières",   "Alcools",    3, 3, 3, "30", 9, "#802050" },
};

const DemoVariation demo_variations[] = {
  {  1, DEMO_SET_CUP,      "Taille",    "Petit",             -50, FALSE },
  {  2, DEMO_SET_CUP,      "Taille",    "Moyen",               0, FALSE },
  {  3, DEMO_SET_CUP,      "Taille",    "Grand",              60, FALSE },
  {  4, DEMO_SET_MILK,     "Lait",      "Entier",              0, FALSE },
  {  5, DEMO_SET_MILK,     "Lait",      "Demi-écrémé",         0, FALSE },
  {  6, DEMO_SET_MILK,     "Lait",      "Avoine",             50, FALSE },
  {  7, DEMO_SET_MILK,     "Lait",      "Soja",               40, FALSE },
  {  8, DEMO_SET_MILK,     "Lait",      "Amande",             60, TRUE  },
  {  9, DEMO_SET_MILK,     "Lait",      "Sans lait",         -20, FALSE },
  { 10, DEMO_SET_SYRUP,    "Sirop",     "Nature",              0, FALSE },
  { 11, DEMO_SET_SYRUP,    "Sirop",     "Vanille",            50, FALSE },
  { 12, DEMO_SET_SYRUP,    "Sirop",     "Caramel",            50, FALSE },
  { 13, DEMO_SET_SYRUP,    "Sirop",     "Menthe",             30, FALSE },
  { 14, DEMO_SET_SYRUP,    "Sirop",     "Grenadine",          30, FALSE },
  { 15, DEMO_SET_BREAD,    "Pain",      "Baguette",            0, FALSE },
  { 16, DEMO_SET_BREAD,    "Pain",      "Tradition",          30, FALSE },
  { 17, DEMO_SET_BREAD,    "Pain",      "Pain complet",       40, FALSE },
  { 18, DEMO_SET_BREAD,    "Pain",      "Pain sans gluten",  150, TRUE  },
  { 19, DEMO_SET_BREAD,    "Pain",      "Demi-baguette",    -120, FALSE },
  { 20, DEMO_SET_SAUCE,    "Sauce",     "Sans sauce",          0, FALSE },
  { 21, DEMO_SET_SAUCE,    "Sauce",     "Mayonnaise",          0, FALSE },
  { 22, DEMO_SET_SAUCE,    "Sauce",     "Moutarde",            0, FALSE },
  { 23, DEMO_SET_SAUCE,    "Sauce",     "Vinaigrette",         0, FALSE },
  { 24, DEMO_SET_SAUCE,    "Sauce",     "Pesto",              40, FALSE },
  { 25, DEMO_SET_SAUCE,    "Sauce",     "Poivre",             50, FALSE },
  { 26, DEMO_SET_BAKING,   "Cuisson",   "Pas trop cuite",      0, FALSE },
  { 27, DEMO_SET_BAKING,   "Cuisson",   "Normale",             0, FALSE },
  { 28, DEMO_SET_BAKING,   "Cuisson",   "Bien cuite",          0, FALSE },
  { 29, DEMO_SET_SLICING,  "Tranchage", "Entier",              0, FALSE },
  { 30, DEMO_SET_SLICING,  "Tranchage", "Tranché",            10, FALSE },
  { 31, DEMO_SET_PORTIONS, "Parts",     "4 parts",          -600, FALSE },
  { 32, DEMO_SET_PORTIONS, "Parts",     "6 parts",             0, FALSE },
  { 33, DEMO_SET_PORTIONS, "Parts",     "8 parts",           700, FALSE },
  { 34, DEMO_SET_PORTIONS, "Parts",     "12 parts",         1900, FALSE },
  { 35, DEMO_SET_MEAT,     "Cuisson de la viande", "Bleu",     0, FALSE },
  { 36, DEMO_SET_MEAT,     "Cuisson de la viande", "Saignant", 0, FALSE },
  { 37, DEMO_SET_MEAT,     "Cuisson de la viande", "À point",  0, FALSE },
  { 38, DEMO_SET_MEAT,     "Cuisson de la viande", "Bien cuit", 0, FALSE },
  { 39, DEMO_SET_SIDE,     "Garniture", "Frites",              0, FALSE },
  { 40, DEMO_SET_SIDE,     "Garniture", "Salade verte",        0, FALSE },
  { 41, DEMO_SET_SIDE,     "Garniture", "Légumes de saison", 100, FALSE },
  { 42, DEMO_SET_SIDE,     "Garniture", "Sans garniture",   -150, FALSE },
};

const DemoPayment demo_payments[] = {
  { 1, "Espèces",               "530",    FALSE },
  { 2, "Carte bancaire",        "511200", FALSE },
  { 3, "Ticket restaurant",     "511300", FALSE },
  { 4, "Chèque",                "511100", FALSE },
  { 5, "Virement",              "512",    FALSE },
  { 6, "Compte client",         "411",    FALSE },
  { 7, "Remboursement espèces", "530",    TRUE  },
  { 8, "Avoir",                 "511900", TRUE  },
};

const DemoDiscount demo_discounts[] = {
  { 1, "Carte de fidélité −5 %",  50, TRUE  },
  { 2, "Étudiant −10 %",         100, TRUE  },
  { 3, "Fin de journée −30 %",   300, TRUE  },
  { 4, "Bon de 1 €",             100, FALSE },
  { 5, "Bon anniversaire de 2 €", 200, FALSE },
  { 6, "Personnel −20 %",        200, TRUE  },
};

const char *const demo_suppliers[] = {
  "Moulins de la Vilaine", "Laiterie du Pays de Fougères", "Primeurs de la Halle",
  "Boucherie Kerandraon", "Brûlerie de la Cale", "Boissons de l’Ouest", "Cacao & Cie",
};

const guint8 demo_department_suppliers[][2] = {
  [DEMO_DEPT_BREAD] = { 0, 0 },      [DEMO_DEPT_PASTRY] = { 0, 1 },     [DEMO_DEPT_CAKE] = { 1, 2 },
  [DEMO_DEPT_SWEETS] = { 6, 6 },     [DEMO_DEPT_SANDWICH] = { 2, 3 },   [DEMO_DEPT_KITCHEN] = { 2, 3 },
  [DEMO_DEPT_HOT_DRINK] = { 4, 1 },  [DEMO_DEPT_COLD_DRINK] = { 5, 5 }, [DEMO_DEPT_ALCOHOL] = { 5, 5 },
};

const char *const demo_users[] = {
  "Camille Le Goff", "Yann Morvan", "Inès Benali", "Thomas Lefèvre", "Maëlle Riou", "webservice",
};

const char *const demo_cashboxes[] = { "Caisse boulangerie", "Caisse salon" };

const char *const demo_tables[] = {
  "Salle 1", "Salle 2", "Salle 3", "Salle 4", "Salle 5", "Salle 6", "Salle 7", "Salle 8",
  "Terrasse 1", "Terrasse 2", "Terrasse 3", "Terrasse 4", "Comptoir 1", "Comptoir 2",
};

const char *const demo_first_names[] = {
  "Marie", "Jean", "Camille", "Louis", "Chloé", "Gabriel", "Léa", "Hugo", "Manon", "Arthur",
  "Zoé", "Jules", "Inès", "Maël", "Jade", "Noé", "Éloïse", "Théo", "Anaïs", "Loïc",
  "Gwenaëlle", "Ronan", "Solène", "Erwan", "Aïcha", "Karim", "Fatou", "Mehdi", "Françoise", "Bernard",
  "Monique", "Gérard", "Nathalie", "Stéphane", "Céline", "Frédéric", "Hélène", "Benoît", "Maïwenn", "François",
};

const char *const demo_last_names[] = {
  "Martin", "Bernard", "Dubois", "Durand", "Le Gall", "Le Goff", "Morvan", "Tanguy", "Guéguen", "Riou",
  "Hervé", "Lefèvre", "Moreau", "Simon", "Laurent", "Garcia", "Benali", "Nguyen", "Da Silva", "Traoré",
  "Rousseau", "Fontaine", "Chevalier", "Lemaître", "Mercier", "Blanchard", "Gauthier", "Perrin", "Robin", "Clément",
  "L’Helgouac’h", "Le Bihan", "Kermarrec", "Quéméneur", "Jézéquel", "d’Orgeval", "Saint-Jean", "Brûlé", "Noël", "Hamon",
  "Bouvier", "Delaunay", "Carré", "Aubry", "Picard", "Leclercq", "Poirier", "Besnard", "Collet", "Maréchal",
};

const char *const demo_companies[] = {
  "SARL Imprimerie des Lices", "Cabinet Delaunay & associés", "École Saint-Michel", "Hôtel de la Gare",
  "Garage Tanguy", "Association Les Amis du Marché", "Clinique Sainte-Anne", "Café des Arts",
  "Mairie de quartier", "SAS Ouest Numérique", "Crèche Les P’tits Loups", "Librairie du Parlement",
};

const char *const demo_streets[] = {
  "rue de Saint-Malo", "rue de la Monnaie", "place des Lices", "rue d’Antrain", "boulevard de la Liberté",
  "rue Vasselot", "quai Lamennais", "rue de Nantes", "avenue Janvier", "rue Saint-Hélier",
  "allée des Cerisiers", "rue du Four Banal", "impasse du Moulin", "chemin de la Prévalaye", "rue de l’Église",
};

const DemoCity demo_cities[] = {
  { "35000", "Rennes", 48.1113, -1.6800 },
  { "35200", "Rennes", 48.0900, -1.6600 },
  { "35700", "Rennes", 48.1300, -1.6500 },
  { "35510", "Cesson-Sévigné", 48.1210, -1.6030 },
  { "35136", "Saint-Jacques-de-la-Lande", 48.0660, -1.7190 },
  { "35170", "Bruz", 48.0240, -1.7460 },
  { "35760", "Saint-Grégoire", 48.1510, -1.6870 },
  { "35830", "Betton", 48.1830, -1.6430 },
  { "35135", "Chantepie", 48.0880, -1.6150 },
  { "01000", "Bourg-en-Bresse", 46.2050, 5.2280 },
};

/* clang-format on */

const guint demo_n_vats = G_N_ELEMENTS (demo_vats);
const guint demo_n_groups = G_N_ELEMENTS (demo_groups);
const guint demo_n_departments = G_N_ELEMENTS (demo_departments);
const guint demo_n_variations = G_N_ELEMENTS (demo_variations);
const guint demo_n_payments = G_N_ELEMENTS (demo_payments);
const guint demo_n_discounts = G_N_ELEMENTS (demo_discounts);
const guint demo_n_suppliers = G_N_ELEMENTS (demo_suppliers);
const guint demo_n_users = G_N_ELEMENTS (demo_users);
const guint demo_n_cashboxes = G_N_ELEMENTS (demo_cashboxes);
const guint demo_n_tables = G_N_ELEMENTS (demo_tables);
const guint demo_n_first_names = G_N_ELEMENTS (demo_first_names);
const guint demo_n_last_names = G_N_ELEMENTS (demo_last_names);
const guint demo_n_companies = G_N_ELEMENTS (demo_companies);
const guint demo_n_streets = G_N_ELEMENTS (demo_streets);
const guint demo_n_cities = G_N_ELEMENTS (demo_cities);
