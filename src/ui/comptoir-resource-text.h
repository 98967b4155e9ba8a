/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kash-resource.h"

G_BEGIN_DECLS

const char *comptoir_resource_get_empty_title (KashResource resource);       /* translated */
const char *comptoir_resource_get_empty_description (KashResource resource); /* translated */
char *comptoir_resource_dup_icon_name (KashResource resource);

G_END_DECLS
