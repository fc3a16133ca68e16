/* What a panel lights, against a renderer that shares nothing with the core but the font's table: dot by dot, no bytes, no masks. */
#include <string.h>

#include "bench.h"
#include "board.h"
#include "check.h"
#include "font.h"
#include "hex.h"

enum { PICTURES_A_PANEL = 100, WIDTH_MAX = 256, HEIGHT_MAX = 64 };

static bool dots[HEIGHT_MAX][WIDTH_MAX];
static const uint8_t id[ID_SIZE] = {9};
static uint32_t state = 1;

static unsigned drawn(unsigned below)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

/* A text wider than its slot scrolls; at its start it is cut at the slot's right edge. */
static void draw(unsigned x, unsigned y, unsigned width, unsigned scale, unsigned align, const char *text)
{
    unsigned length = (unsigned)strlen(text) * 8 * scale;
    unsigned room = length < width ? width - length : 0;
    unsigned left = align == 0 ? 0 : align == 1 ? room / 2 : room;

    for (unsigned dy = 0; dy < 16 * scale; dy++) {
        for (unsigned dx = 0; dx < width; dx++) {
            unsigned column = (dx - left) / scale;
            bool within = dx >= left && dx - left < length;

            dots[y + dy][x + dx] = within && (font_ascii[text[column / 8] - FONT_FIRST][dy / scale] >> (7 - column % 8) & 1) != 0;
        }
    }
}

static unsigned at_most(unsigned value, unsigned most)
{
    return value < most ? value : most;
}

static void a_picture(uint16_t panel_width, uint8_t panel_height)
{
    char payload[600];
    int at;
    unsigned slots = 1 + drawn(3);
    uint8_t rows[2048];

    memset(dots, 0, sizeof dots);
    at = snprintf(payload, sizeof payload, "%02X", slots);
    for (unsigned i = 0; i < slots; i++) {
        unsigned scale = 1 + drawn(at_most(panel_height / 16u, 4));
        unsigned x = drawn(panel_width / 2u);
        unsigned width = 1 + drawn(at_most(panel_width - x, 255));
        unsigned y = drawn(panel_height - 16 * scale + 1);
        unsigned align = drawn(3);
        unsigned length = 1 + drawn(6);
        unsigned scroll = length * 8 * scale > width ? 0x20 : 0;
        char text[8] = "";

        for (unsigned c = 0; c < length; c++) {
            text[c] = (char)(FONT_FIRST + drawn(FONT_LAST - FONT_FIRST + 1));
        }
        at += snprintf(payload + at, sizeof payload - (size_t)at, "%02X%02X%02X%02X%02X", x, y, width, (scale - 1) | align << 2 | scroll,
                       length);
        for (unsigned c = 0; c < length; c++) {
            at += snprintf(payload + at, sizeof payload - (size_t)at, "%02X", (unsigned)text[c]);
        }
        draw(x, y, width, scale, scroll != 0 ? 0 : align, text);
    }
    CHECK(bench_say(7, CMD_SHOW, payload) == DONE, "%s", payload);
    CHECK(bench_say(7, CMD_SCROLL, "00 00 00") == DONE, "it stands still, at its start");
    bench_wait(5);
    bench_picture(7, rows, (uint16_t)(panel_width / 8 * panel_height));
    for (unsigned y = 0; y < panel_height; y++) {
        for (unsigned x = 0; x < panel_width; x++) {
            bool lit = (rows[y * panel_width / 8 + x / 8] >> (7 - x % 8) & 1) != 0;

            CHECK(lit == dots[y][x], "%s: dot %u, %u", payload, x, y);
        }
    }
}

int main(int count, char **arguments)
{
    unsigned pictures = count > 1 ? (unsigned)strtoul(arguments[1], NULL, 10) : PICTURES_A_PANEL;
    static const uint16_t panels[][2] = {{64, 16}, {128, 32}, {256, 64}, {80, 64}};

    for (unsigned i = 0; i < sizeof panels / sizeof panels[0]; i++) {
        struct settings given = {KIND_DISPLAY, (uint8_t)panels[i][1], panels[i][0], 7, 0, BANK_NONE, {0}};

        memset(given.id, 0xFF, ID_SIZE);
        bench_unit(&given, id);
        for (unsigned n = 0; n < pictures; n++) {
            a_picture(panels[i][0], (uint8_t)panels[i][1]);
        }
    }
    printf("pictures: %u on each of 4 panels, every dot as the other renderer has it\n", pictures);
    return 0;
}
