/* Two frame buffers of one colour, 1 = lit, rows of width / 8 bytes, left dot in bit 7. One is shown, the other drawn into. 256 x 64 fills both:
   2 x 2,048 bytes, half of the chip's RAM. */
#ifndef YICHUANG_SCREEN_H
#define YICHUANG_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

enum { SCREEN_BYTES_MAX = 2048, SCREEN_WIDTH_MAX = 256, SCREEN_HEIGHT_MAX = 64 };

/* A stretch of columns that drawing is held within, [left, right). */
struct columns {
    uint16_t left;
    uint16_t right;
};

/* 0 x 0 is no panel at all: everything then draws nothing. */
bool screen_possible(uint16_t width, uint8_t height);
void screen_start(uint16_t width, uint8_t height);

uint16_t screen_width(void);
uint8_t screen_height(void);
uint16_t screen_bytes(void);

/* The scan interrupt reads this, row by row. */
const uint8_t *screen_shown(void);
uint8_t *screen_back(void);

/* Shows what was drawn, and the other way round. */
void screen_swap(void);

/* Counts swaps, so that a read-back in pieces notices one. */
uint8_t screen_change(void);

uint16_t screen_back_crc(void);

/* All of these draw into the back. */
void screen_fill(uint8_t even_rows, uint8_t odd_rows);
void screen_darken(uint16_t x, uint8_t y, uint16_t width, uint8_t height);
/* A glyph of width 8 or 16 by 16, each dot scale x scale; x may lie outside of the columns, and what does is not drawn. */
void screen_glyph(int16_t x, uint8_t y, const uint8_t *rows, uint8_t width, uint8_t scale, struct columns within);
/* The shown picture one dot to the left, its left column coming in at the right. */
void screen_rotate(void);

#endif
