#include "scan.h"

#include <stddef.h>

#include "panel.h"
#include "pins.h"
#include "port.h"
#include "screen.h"

enum { LINES_MAX = 4, LINE_MASK = 0x0F };

static uint8_t shown_row; /* the one whose dots wait in the shift registers */

/* A nibble's bits a byte apart, leftmost dot lowest: four rows' nibbles laid over each other are four columns. */
static const uint32_t spread[16] = {
    0x00000000, 0x01000000, 0x00010000, 0x01010000, 0x00000100, 0x01000100, 0x00010100, 0x01010100,
    0x00000001, 0x01000001, 0x00010001, 0x01010001, 0x00000101, 0x01000101, 0x00010101, 0x01010101,
};

static void shift_columns(uint32_t columns)
{
    for (uint8_t i = 0; i < 4; i++) {
        uint32_t data = columns & LINE_MASK;

        panel_pins(data << PIN_DATA_1 | (~data & LINE_MASK) << (PIN_DATA_1 + 16) | CLEAR(PIN_CLOCK));
        panel_pins(SET(PIN_CLOCK));
        columns >>= 8;
    }
}

/* Rows below the panel's height do not exist: their lines stay low. */
static void shift_row(uint8_t row)
{
    uint8_t stride = (uint8_t)(screen_width() / 8);
    uint8_t lines = (uint8_t)(screen_height() / SCAN_ROWS);
    const uint8_t *line[LINES_MAX] = {NULL};

    for (uint8_t i = 0; i < lines; i++) {
        line[i] = screen_shown() + (row + i * SCAN_ROWS) * stride;
    }
    for (uint8_t at = 0; at < stride; at++) {
        uint32_t left = 0;
        uint32_t right = 0;

        for (uint8_t i = 0; i < lines; i++) {
            left |= spread[line[i][at] >> 4] << i;
            right |= spread[line[i][at] & 0x0F] << i;
        }
        shift_columns(left);
        shift_columns(right);
    }
}

void scan_row(void)
{
    uint32_t row = shown_row;

    panel_pins(SET(PIN_LATCH));
    panel_pins(CLEAR(PIN_LATCH) | row << PIN_ROW_A | (~row & 0x0Fu) << (PIN_ROW_A + 16));
    shown_row = (uint8_t)((shown_row + 1) % SCAN_ROWS);
    shift_row(shown_row);
}

uint32_t scan_dark_clocks(uint8_t level)
{
    /* The eye takes the square root. */
    uint32_t lit = (uint32_t)(SCAN_PERIOD - SCAN_GUARD) * level * level / (BRIGHTNESS_MAX * BRIGHTNESS_MAX);

    return SCAN_PERIOD - lit;
}
