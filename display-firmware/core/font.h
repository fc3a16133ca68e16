/* The glyphs on the chip: U+0020 to U+007E, and the offline sign. Made at build time from GNU Unifont by tools/font.c. */
#ifndef YICHUANG_FONT_H
#define YICHUANG_FONT_H

#include <stdint.h>

enum { FONT_FIRST = 0x20, FONT_LAST = 0x7E, FONT_SIGNS = 2 };

extern const uint8_t font_ascii[FONT_LAST - FONT_FIRST + 1][16];

/* 离 线, 16 x 16. */
extern const uint8_t font_offline[FONT_SIGNS][32];

#endif
