/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-catalogue-data.h"

/* clang-format off */

#define BREAD  DEMO_DEPT_BREAD
#define PASTRY DEMO_DEPT_PASTRY
#define CAKE   DEMO_DEPT_CAKE
#define SWEETS DEMO_DEPT_SWEETS
#define SANDW  DEMO_DEPT_SANDWICH
#define KITCH  DEMO_DEPT_KITCHEN
#define HOT    DEMO_DEPT_HOT_DRINK
#define COLD   DEMO_DEPT_COLD_DRINK
#define WINE   DEMO_DEPT_ALCOHOL

#define LOAF     { DEMO_SET_BAKING, DEMO_SET_SLICING }
#define SLICED   { DEMO_SET_SLICING }
#define PORTIONS { DEMO_SET_PORTIONS }
#define STICK    { DEMO_SET_BAKING }
#define FILLED   { DEMO_SET_BREAD, DEMO_SET_SAUCE }
#define MEAT     { DEMO_SET_MEAT, DEMO_SET_SIDE, DEMO_SET_SAUCE }
#define SIDE     { DEMO_SET_SIDE }
#define SAUCE    { DEMO_SET_SAUCE }
#define COFFEE   { DEMO_SET_CUP, DEMO_SET_MILK, DEMO_SET_SYRUP }
#define MILKY    { DEMO_SET_CUP, DEMO_SET_MILK }
#define CUP      { DEMO_SET_CUP }
#define MENU     { DEMO_SET_BREAD, DEMO_SET_SAUCE, DEMO_SET_SIDE, DEMO_SET_CUP, DEMO_SET_SYRUP }
#define PLAIN    { DEMO_SET_NONE }

const DemoItemSeed demo_item_seeds[] = {
  { BREAD, 90,  115, FALSE, "Baguette", STICK, "La baguette de tous les jours, 250 g." },
  { BREAD, 99,  140, FALSE, "Baguette tradition", STICK, "Farine Label Rouge, eau, sel, levain. Pétrie et cuite sur place." },
  { BREAD, 12,   75, FALSE, "Demi-baguette tradition", STICK },
  { BREAD, 14,  160, FALSE, "Baguette aux céréales", STICK, "Sésame, lin brun, tournesol et pavot." },
  { BREAD,  6,  105, FALSE, "Ficelle", STICK },
  { BREAD,  5,  195, FALSE, "Ficelle aux olives", PLAIN },
  { BREAD, 12,  220, FALSE, "Pain de campagne 400 g", LOAF },
  { BREAD,  6,  410, FALSE, "Pain de campagne 800 g", LOAF },
  { BREAD, 10,  260, FALSE, "Pain complet", LOAF },
  { BREAD,  7,  290, FALSE, "Pain aux noix", SLICED, "Noix de Grenoble AOP. Contient des fruits à coque." },
  { BREAD,  8,  275, FALSE, "Pain de seigle", SLICED },
  { BREAD,  5,  240, FALSE, "Pain de mie", SLICED },
  { BREAD,  6,  310, FALSE, "Pain au sarrasin", LOAF, "Blé noir de Bretagne, moulu à la meule." },
  { BREAD,  7,  780, TRUE,  "Tourte d’Auvergne au poids", SLICED, "Coupée à la demande, au kilogramme." },
  { BREAD,  4,  690, TRUE,  "Pain au levain au poids", SLICED, "Levain naturel, longue fermentation de 24 heures." },
  { BREAD,  3,  520, FALSE, "Pain sans gluten", SLICED, "Farines de riz et de sarrasin." },
  { BREAD,  5,  230, FALSE, "Fougasse aux lardons", PLAIN },
  { BREAD,  3,  240, FALSE, "Fougasse aux olives", PLAIN },
  { BREAD,  4,  380, FALSE, "Pain brioché aux figues", SLICED },
  { BREAD,  8,   65, FALSE, "Petit pain", PLAIN },
  { BREAD,  4,   85, FALSE, "Petit pain aux céréales", PLAIN },

  { PASTRY, 95,  120, FALSE, "Croissant au beurre", PLAIN, "Beurre Charentes-Poitou AOP." },
  { PASTRY, 90,  130, FALSE, "Pain au chocolat", PLAIN, "Deux barres de chocolat à 44 % de cacao." },
  { PASTRY, 30,  170, FALSE, "Pain aux raisins", PLAIN },
  { PASTRY, 28,  170, FALSE, "Chausson aux pommes", PLAIN },
  { PASTRY, 14,  190, FALSE, "Croissant aux amandes", PLAIN },
  { PASTRY, 12,  195, FALSE, "Pain au chocolat aux amandes", PLAIN },
  { PASTRY, 10,  160, FALSE, "Pain suisse", PLAIN },
  { PASTRY, 12,  140, FALSE, "Brioche à tête", PLAIN },
  { PASTRY,  6,  590, FALSE, "Brioche tressée", SLICED },
  { PASTRY,  5,  480, FALSE, "Brioche aux pralines roses", PLAIN },
  { PASTRY, 18,  250, FALSE, "Kouign-amann individuel", PLAIN, "Le vrai, au beurre demi-sel." },
  { PASTRY,  4, 1150, FALSE, "Kouign-amann familial", PORTIONS },
  { PASTRY, 10,   90, FALSE, "Chouquettes (les 6)", PLAIN },
  { PASTRY,  6, 1950, TRUE,  "Chouquettes au poids", PLAIN },
  { PASTRY,  8,  150, FALSE, "Torsade au chocolat", PLAIN },
  { PASTRY,  7,  160, FALSE, "Palmier", PLAIN },
  { PASTRY,  6,  180, FALSE, "Beignet à la framboise", PLAIN },
  { PASTRY,  6,  180, FALSE, "Beignet au chocolat", PLAIN },
  { PASTRY,  5,  210, FALSE, "Cannelé de Bordeaux", PLAIN },
  { PASTRY,  9,  220, FALSE, "Cookie aux pépites de chocolat", PLAIN },
  { PASTRY,  6,  230, FALSE, "Muffin aux myrtilles", PLAIN },

  { CAKE, 26,  320, FALSE, "Éclair au chocolat", PLAIN },
  { CAKE, 18,  320, FALSE, "Éclair au café", PLAIN },
  { CAKE, 14,  350, FALSE, "Religieuse au chocolat", PLAIN },
  { CAKE, 20,  340, FALSE, "Tartelette au citron meringuée", PLAIN },
  { CAKE, 18,  360, FALSE, "Tartelette aux fraises", PLAIN, "De mai à septembre, fraises de Plougastel." },
  { CAKE, 16,  340, FALSE, "Mille-feuille", PLAIN },
  { CAKE, 14,  380, FALSE, "Paris-brest", PLAIN, "Crème pralinée, amandes effilées." },
  { CAKE, 10,  390, FALSE, "Opéra", PLAIN },
  { CAKE, 12,  290, FALSE, "Flan pâtissier", PLAIN },
  { CAKE, 10,  270, FALSE, "Far breton", PLAIN, "Aux pruneaux d’Agen." },
  { CAKE,  8,  310, FALSE, "Baba au rhum", PLAIN },
  { CAKE,  8,  330, FALSE, "Tartelette aux pommes", PLAIN },
  { CAKE,  7,  360, FALSE, "Forêt-noire", PLAIN },
  { CAKE,  6, 2200, FALSE, "Fraisier", PORTIONS, "À commander 48 heures à l’avance." },
  { CAKE,  5, 2100, FALSE, "Framboisier", PORTIONS },
  { CAKE,  5, 2300, FALSE, "Royal au chocolat", PORTIONS },
  { CAKE,  5, 1800, FALSE, "Tarte aux pommes", PORTIONS },
  { CAKE,  4, 2050, FALSE, "Tarte au citron meringuée", PORTIONS },
  { CAKE,  3, 2600, FALSE, "Galette des rois frangipane", PORTIONS, "En janvier, avec sa fève et sa couronne." },
  { CAKE,  3, 2900, FALSE, "Bûche de Noël", PORTIONS },

  { SWEETS,  9, 5200, TRUE,  "Chocolats assortis au poids", PLAIN, "Ganaches, pralinés et pâtes d’amandes maison." },
  { SWEETS,  5, 1490, FALSE, "Ballotin de chocolats 250 g", PLAIN },
  { SWEETS,  5,  690, FALSE, "Tablette noir 70 %", PLAIN },
  { SWEETS,  5,  690, FALSE, "Tablette lait noisettes", PLAIN },
  { SWEETS,  6,  450, FALSE, "Caramels au beurre salé 100 g", PLAIN, "Sel de Guérande." },
  { SWEETS,  4, 3800, TRUE,  "Nougat au poids", PLAIN },
  { SWEETS,  4,  590, FALSE, "Guimauves", PLAIN },
  { SWEETS,  8,  180, FALSE, "Macaron à l’unité", PLAIN },
  { SWEETS,  5, 1050, FALSE, "Coffret de 6 macarons", PLAIN },
  { SWEETS,  3, 1990, FALSE, "Coffret de 12 macarons", PLAIN },
  { SWEETS,  4,  520, FALSE, "Pâtes de fruits 150 g", PLAIN },
  { SWEETS,  3,  480, FALSE, "Orangettes 100 g", PLAIN },
  { SWEETS,  4,   50, FALSE, "Sucette", PLAIN },
  { SWEETS,  4,  620, FALSE, "Sablés bretons (boîte)", PLAIN },
  { SWEETS,  3, 1250, FALSE, "Florentins (boîte)", PLAIN },
  { SWEETS,  2,  850, FALSE, "Dragées 200 g", PLAIN },
  { SWEETS,  2,  950, FALSE, "Œuf de Pâques garni", PLAIN },
  { SWEETS,  2,  300, FALSE, "Sac cadeau", PLAIN },
  { SWEETS,  3,  100, FALSE, "Bougies d’anniversaire", PLAIN },

  { SANDW, 40,  480, FALSE, "Jambon-beurre", FILLED, "Jambon de Paris, beurre demi-sel." },
  { SANDW, 26,  520, FALSE, "Jambon-emmental", FILLED },
  { SANDW, 28,  560, FALSE, "Poulet crudités", FILLED },
  { SANDW, 22,  560, FALSE, "Thon crudités", FILLED },
  { SANDW, 14,  590, FALSE, "Saumon fumé, fromage frais", FILLED },
  { SANDW, 12,  540, FALSE, "Rosette cornichons", FILLED },
  { SANDW, 12,  550, FALSE, "Chèvre, miel et noix", FILLED },
  { SANDW, 12,  570, FALSE, "Végétarien houmous", FILLED, "Houmous, carotte, betterave, roquette." },
  { SANDW, 10,  590, FALSE, "Panini trois fromages", SAUCE },
  { SANDW, 10,  620, FALSE, "Panini poulet curry", SAUCE },
  { SANDW, 10,  590, FALSE, "Panini jambon-mozzarella", SAUCE },
  { SANDW, 12,  540, FALSE, "Croque-monsieur", SIDE },
  { SANDW,  8,  590, FALSE, "Croque-madame", SIDE },
  { SANDW, 10,  650, FALSE, "Wrap poulet caesar", SAUCE },
  { SANDW,  7,  640, FALSE, "Wrap falafel", SAUCE },
  { SANDW,  8,  690, FALSE, "Bagel saumon", SAUCE },
  { SANDW, 10,  490, FALSE, "Galette saucisse", SAUCE, "Comme au stade." },
  { SANDW, 20,  890, FALSE, "Formule sandwich + boisson", MENU },
  { SANDW, 22, 1090, FALSE, "Formule sandwich + boisson + dessert", MENU },
  { SANDW,  5,  690, FALSE, "Formule enfant", MENU },

  { KITCH, 16,  420, FALSE, "Quiche lorraine (part)", SIDE },
  { KITCH, 12,  420, FALSE, "Quiche poireaux-saumon (part)", SIDE },
  { KITCH, 14,  390, FALSE, "Part de pizza reine", PLAIN },
  { KITCH, 12, 1450, FALSE, "Pizza 4 fromages", PLAIN },
  { KITCH, 12,  790, FALSE, "Salade caesar", SAUCE },
  { KITCH, 10,  790, FALSE, "Salade niçoise", SAUCE },
  { KITCH,  9,  750, FALSE, "Salade de chèvre chaud", SAUCE },
  { KITCH, 12, 1690, TRUE,  "Salade composée au poids", SAUCE, "Bar à salades, au kilogramme." },
  { KITCH,  6, 1290, TRUE,  "Taboulé au poids", PLAIN },
  { KITCH,  6, 1190, TRUE,  "Carottes râpées au poids", PLAIN },
  { KITCH, 12, 1390, FALSE, "Steak haché à cheval", MEAT },
  { KITCH,  9, 1690, FALSE, "Bavette à l’échalote", MEAT },
  { KITCH, 10, 1250, FALSE, "Burger du Fournil", MEAT, "Pain brioché maison, bœuf de race limousine." },
  { KITCH,  9, 1150, FALSE, "Lasagnes", SIDE },
  { KITCH, 10, 1190, FALSE, "Hachis parmentier", SIDE },
  { KITCH, 11, 1290, FALSE, "Plat du jour", SIDE },
  { KITCH,  7,  980, FALSE, "Galette complète", PLAIN, "Œuf, jambon, emmental." },
  { KITCH,  9,  590, FALSE, "Soupe du jour", PLAIN },
  { KITCH,  8,  350, FALSE, "Frites", SAUCE },
  { KITCH,  8, 1590, FALSE, "Brunch du dimanche", { DEMO_SET_CUP, DEMO_SET_MILK } },

  { HOT, 60,  160, FALSE, "Expresso", { DEMO_SET_SYRUP } },
  { HOT, 14,  270, FALSE, "Double expresso", { DEMO_SET_SYRUP } },
  { HOT, 16,  170, FALSE, "Café noisette", { DEMO_SET_MILK } },
  { HOT, 24,  180, FALSE, "Café allongé", CUP },
  { HOT, 24,  310, FALSE, "Café crème", COFFEE },
  { HOT, 22,  380, FALSE, "Cappuccino", COFFEE },
  { HOT, 16,  390, FALSE, "Latte", COFFEE },
  { HOT,  8,  420, FALSE, "Latte macchiato caramel", MILKY },
  { HOT, 14,  360, FALSE, "Chocolat chaud", MILKY },
  { HOT,  6,  430, FALSE, "Chocolat viennois", MILKY },
  { HOT, 14,  290, FALSE, "Thé vert à la menthe", CUP },
  { HOT, 12,  290, FALSE, "Thé noir Earl Grey", CUP },
  { HOT,  9,  290, FALSE, "Infusion verveine", CUP },
  { HOT,  7,  450, FALSE, "Chaï latte", MILKY },
  { HOT,  5,  460, FALSE, "Matcha latte", MILKY },
  { HOT,  6,  160, FALSE, "Décaféiné", { DEMO_SET_SYRUP } },
  { HOT,  7,  690, FALSE, "Café gourmand", PLAIN },
  { HOT,  9,  790, FALSE, "Petit déjeuner complet", COFFEE },
  { HOT,  3,  320, FALSE, "Café frappé", COFFEE },

  { COLD, 30,  150, FALSE, "Eau plate 50 cl", PLAIN },
  { COLD, 16,  180, FALSE, "Eau gazeuse 50 cl", PLAIN },
  { COLD, 26,  250, FALSE, "Canette cola", PLAIN },
  { COLD, 14,  250, FALSE, "Canette cola sans sucres", PLAIN },
  { COLD, 14,  250, FALSE, "Canette orangeade", PLAIN },
  { COLD, 14,  260, FALSE, "Thé glacé pêche", PLAIN },
  { COLD, 14,  260, FALSE, "Limonade artisanale", CUP },
  { COLD, 14,  390, FALSE, "Jus d’orange pressé", CUP },
  { COLD, 10,  320, FALSE, "Jus de pomme fermier", CUP, "Pommes de Haute-Bretagne." },
  { COLD,  7,  350, FALSE, "Nectar d’abricot", PLAIN },
  { COLD,  6,  350, FALSE, "Jus de tomate", PLAIN },
  { COLD,  8,  290, FALSE, "Diabolo", { DEMO_SET_SYRUP } },
  { COLD,  6,  240, FALSE, "Sirop à l’eau", { DEMO_SET_SYRUP } },
  { COLD,  9,  490, FALSE, "Smoothie fruits rouges", MILKY },
  { COLD,  7,  490, FALSE, "Smoothie mangue", MILKY },
  { COLD,  6,  470, FALSE, "Milk-shake vanille", MILKY },
  { COLD,  5,  340, FALSE, "Kombucha gingembre", PLAIN },
  { COLD,  5,  220, FALSE, "Lait ribot 50 cl", PLAIN },
  { COLD,  3,  160, FALSE, "Eau plate 1,5 l", PLAIN },

  { WINE,  9,  350, FALSE, "Cidre brut (bolée)", PLAIN },
  { WINE,  5,  790, FALSE, "Cidre brut 75 cl", PLAIN, "Cidrerie du Val de Rance." },
  { WINE,  5,  790, FALSE, "Cidre doux 75 cl", PLAIN },
  { WINE, 10,  390, FALSE, "Bière pression 25 cl", PLAIN },
  { WINE,  7,  690, FALSE, "Bière pression 50 cl", PLAIN },
  { WINE,  6,  490, FALSE, "Bière blonde bretonne 33 cl", PLAIN },
  { WINE,  5,  490, FALSE, "Bière ambrée 33 cl", PLAIN },
  { WINE,  4,  490, FALSE, "Bière blanche 33 cl", PLAIN },
  { WINE,  7,  450, FALSE, "Verre de muscadet", PLAIN },
  { WINE,  7,  450, FALSE, "Verre de côtes-du-rhône", PLAIN },
  { WINE,  5,  480, FALSE, "Verre de rosé", PLAIN },
  { WINE,  3, 1490, FALSE, "Muscadet sur lie 75 cl", PLAIN },
  { WINE,  3, 1390, FALSE, "Côtes-du-rhône 75 cl", PLAIN },
  { WINE,  3, 1850, FALSE, "Crémant de Loire 75 cl", PLAIN },
  { WINE,  2, 3400, FALSE, "Champagne brut 75 cl", PLAIN },
  { WINE,  5,  520, FALSE, "Kir breton", PLAIN },
  { WINE,  3,  690, FALSE, "Irish coffee", { DEMO_SET_SYRUP } },
  { WINE,  2,  590, FALSE, "Pommeau de Bretagne", PLAIN },
};

/* clang-format on */

const guint demo_n_item_seeds = G_N_ELEMENTS (demo_item_seeds);
