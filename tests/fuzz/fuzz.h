/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* What a target defines: reads @data, which may be anything, and aborts where a promise is broken.
 * libFuzzer calls it with its own inputs, replay.c with those of a folder. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
