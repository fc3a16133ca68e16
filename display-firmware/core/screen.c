#include "screen.h"

#include <string.h>

#include "crc.h"

enum { GLYPH_ROWS = 16 };

static uint8_t buffer[2][SCREEN_BYTES_MAX];
static volatile uint8_t shown; /* the scan interrupt reads it; a byte, so never half changed */
static uint16_t panel_width;
static uint8_t panel_height;
static uint8_t changes;

bool screen_possible(uint16_t width, uint8_t height)
{
    return width >= 64 && width <= SCREEN_WIDTH_MAX && width % 16 == 0 &&
           (height == 16 || height == 32 || height == SCREEN_HEIGHT_MAX) &&
           (uint32_t)width / 8 * height <= SCREEN_BYTES_MAX;
}

void screen_start(uint16_t width, uint8_t height)
{
    memset(buffer, 0, sizeof buffer);
    panel_width = width;
    panel_height = height;
    shown = 0;
    changes = 0;
}

uint16_t screen_width(void)
{
    return panel_width;
}

uint8_t screen_height(void)
{
    return panel_height;
}

uint16_t screen_bytes(void)
{
    return (uint16_t)(panel_width / 8 * panel_height);
}

const uint8_t *screen_shown(void)
{
    return buffer[shown];
}

uint8_t *screen_back(void)
{
    return buffer[shown ^ 1];
}

void screen_swap(void)
{
    shown ^= 1;
    changes++;
}

uint8_t screen_change(void)
{
    return changes;
}

uint16_t screen_back_crc(void)
{
    return crc16(screen_back(), screen_bytes());
}

void screen_fill(uint8_t even_rows, uint8_t odd_rows)
{
    uint8_t *row = screen_back();

    for (uint8_t y = 0; y < panel_height; y++) {
        memset(row, y % 2 == 0 ? even_rows : odd_rows, panel_width / 8);
        row += panel_width / 8;
    }
}

/* Which of the eight dots from x on lie within the columns. */
static uint8_t mask_at(int16_t x, struct columns within)
{
    int16_t left = (int16_t)within.left;
    int16_t right = (int16_t)within.right;
    uint8_t mask = 0xFF;

    if (x + 8 <= left || x >= right) {
        return 0;
    }
    if (x < left) {
        mask &= (uint8_t)(0xFF >> (left - x));
    }
    if (x + 8 > right) {
        mask &= (uint8_t)(0xFF << (x + 8 - right));
    }
    return mask;
}

/* Sets or clears up to eight dots from x on; the mask has kept those that lie off the row out. */
static void put(uint8_t *row, int16_t x, uint8_t dots, bool lit)
{
    int16_t at = (int16_t)(x >= 0 ? x / 8 : -1);
    uint8_t shift = (uint8_t)(x - at * 8);
    uint8_t first = (uint8_t)(dots >> shift);
    uint8_t second = (uint8_t)((uint16_t)(dots << 8 >> shift) & 0xFF);

    if (first != 0) {
        row[at] = (uint8_t)(lit ? row[at] | first : row[at] & ~first);
    }
    if (second != 0) {
        row[at + 1] = (uint8_t)(lit ? row[at + 1] | second : row[at + 1] & ~second);
    }
}

void screen_darken(uint16_t x, uint8_t y, uint16_t width, uint8_t height)
{
    struct columns within = {x, (uint16_t)(x + width)};

    for (uint8_t i = 0; i < height; i++) {
        uint8_t *row = screen_back() + (y + i) * (panel_width / 8);

        for (uint16_t column = x & 0xFFF8u; column < within.right; column = (uint16_t)(column + 8)) {
            put(row, (int16_t)column, mask_at((int16_t)column, within), false);
        }
    }
}

/* Eight of a glyph row's dots at this place of the enlarged row. */
static uint8_t enlarged(const uint8_t *glyph_row, uint8_t place, uint8_t scale)
{
    uint8_t dots = 0;

    if (scale == 1) {
        return glyph_row[place];
    }
    for (uint8_t bit = 0; bit < 8; bit++) {
        uint8_t column = (uint8_t)((place * 8 + bit) / scale);

        if (glyph_row[column / 8] & 0x80 >> column % 8) {
            dots |= (uint8_t)(0x80 >> bit);
        }
    }
    return dots;
}

void screen_glyph(int16_t x, uint8_t y, const uint8_t *rows, uint8_t width, uint8_t scale, struct columns within)
{
    for (uint8_t r = 0; r < GLYPH_ROWS; r++) {
        const uint8_t *glyph_row = rows + r * (width / 8);

        for (uint8_t place = 0; place < width / 8 * scale; place++) {
            int16_t column = (int16_t)(x + place * 8);
            uint8_t dots = enlarged(glyph_row, place, scale) & mask_at(column, within);

            for (uint8_t i = 0; i < scale && dots != 0; i++) {
                put(screen_back() + (y + r * scale + i) * (panel_width / 8), column, dots, true);
            }
        }
    }
}

void screen_rotate(void)
{
    uint16_t stride = panel_width / 8;

    for (uint8_t y = 0; y < panel_height; y++) {
        const uint8_t *from = screen_shown() + y * stride;
        uint8_t *to = screen_back() + y * stride;

        for (uint16_t i = 0; i < stride; i++) {
            uint8_t next = from[i + 1 < stride ? i + 1 : 0];

            to[i] = (uint8_t)(from[i] << 1 | next >> 7);
        }
    }
}
