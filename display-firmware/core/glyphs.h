/* Glyphs: digits and letters from the chip, the rest from a cache that the master fills (GLYPHS). */
#ifndef YICHUANG_GLYPHS_H
#define YICHUANG_GLYPHS_H

#include <stdbool.h>
#include <stdint.h>

#include "reply.h"

enum { GLYPH_SLOTS = 44, GLYPH_HEIGHT = 16 };

struct glyph {
    const uint8_t *rows;
    uint8_t width; /* 8 or 16 */
};

void glyphs_start(void);

/* False when it is neither on the chip nor in the cache. Finding it makes it the last to be given up. */
bool glyph_find(uint32_t code, struct glyph *glyph);

/* GLYPHS. Full of glyphs that the picture still needs: CACHE_FULL, and those put before stay. */
enum status glyphs_put(struct request request, struct reply *reply);

#endif
