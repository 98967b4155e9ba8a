/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-books.h"

G_BEGIN_DECLS

/* What the shop's catalogue is made from: the constant tables, and the words its items and clients
 * are put together of. */

/* Sets of variations, by idVariation. */
enum
{
  DEMO_SET_NONE,
  DEMO_SET_CUP,
  DEMO_SET_MILK,
  DEMO_SET_SYRUP,
  DEMO_SET_BREAD,
  DEMO_SET_SAUCE,
  DEMO_SET_BAKING,
  DEMO_SET_SLICING,
  DEMO_SET_PORTIONS,
  DEMO_SET_MEAT,
  DEMO_SET_SIDE,
};

/* Departments, by id. */
enum
{
  DEMO_DEPT_BREAD = 1,
  DEMO_DEPT_PASTRY,
  DEMO_DEPT_CAKE,
  DEMO_DEPT_SWEETS,
  DEMO_DEPT_SANDWICH,
  DEMO_DEPT_KITCHEN,
  DEMO_DEPT_HOT_DRINK,
  DEMO_DEPT_COLD_DRINK,
  DEMO_DEPT_ALCOHOL,
};

typedef struct
{
  guint8 department;
  guint8 popularity;
  guint16 price; /* cents */
  gboolean by_weight;
  const char *title;
  guint8 sets[5];
  const char *description; /* (nullable) */
} DemoItemSeed;

extern const DemoItemSeed demo_item_seeds[];
extern const guint demo_n_item_seeds;

extern const DemoVat demo_vats[];
extern const guint demo_n_vats;
extern const DemoGroup demo_groups[];
extern const guint demo_n_groups;
extern const DemoDepartment demo_departments[];
extern const guint demo_n_departments;
extern const DemoVariation demo_variations[];
extern const guint demo_n_variations;
extern const DemoPayment demo_payments[];
extern const guint demo_n_payments;
extern const DemoDiscount demo_discounts[];
extern const guint demo_n_discounts;
extern const char *const demo_suppliers[];
extern const guint demo_n_suppliers;
extern const guint8 demo_department_suppliers[][2]; /* indices of suppliers */
extern const char *const demo_users[]; /* the last one is made when an order names no user */
extern const guint demo_n_users;
extern const char *const demo_cashboxes[];
extern const guint demo_n_cashboxes;
extern const char *const demo_tables[];
extern const guint demo_n_tables;

extern const char *const demo_first_names[];
extern const guint demo_n_first_names;
extern const char *const demo_last_names[];
extern const guint demo_n_last_names;
extern const char *const demo_companies[];
extern const guint demo_n_companies;
extern const char *const demo_streets[];
extern const guint demo_n_streets;

typedef struct
{
  const char *postcode;
  const char *name;
  double latitude;
  double longitude;
} DemoCity;

extern const DemoCity demo_cities[];
extern const guint demo_n_cities;

G_END_DECLS
