/* What the scan lights, on a panel as the chips on it work: dots are shifted in at the clock's rising edge, shown from the latch's on, in the row
   that A to D name. */
#include <stdbool.h>
#include <string.h>

#include "check.h"
#include "panel.h"
#include "pins.h"
#include "port.h"
#include "scan.h"
#include "screen.h"

enum { LINES = 4, WIDTH_MAX = 256, GUARDED_WRITES = 4 };

static uint16_t pins; /* port B as it is */
static bool shifted[LINES][WIDTH_MAX]; /* [0] is what came last */
static bool latched[LINES][WIDTH_MAX];
static unsigned clocks;
static unsigned writes;
static unsigned row_changed_at; /* after how many writes */

void panel_pins(uint32_t set_and_clear)
{
    uint16_t before = pins;

    writes++;
    CHECK((set_and_clear & set_and_clear >> 16) == 0, "a pin both set and cleared");
    pins = (uint16_t)((pins & ~(set_and_clear >> 16)) | (set_and_clear & 0xFFFF));
    CHECK(((pins ^ before) & SET(PIN_DARK)) == 0, "the timer alone holds the dark pin");
    if ((pins & ~before & SET(PIN_CLOCK)) != 0) {
        clocks++;
        for (unsigned line = 0; line < LINES; line++) {
            memmove(shifted[line] + 1, shifted[line], WIDTH_MAX - 1);
            shifted[line][0] = (pins >> (PIN_DATA_1 + line) & 1) != 0;
        }
    }
    if ((pins & ~before & SET(PIN_LATCH)) != 0) {
        memcpy(latched, shifted, sizeof latched);
    }
    if ((pins ^ before) >> PIN_ROW_A != 0) {
        row_changed_at = writes;
    }
}

static bool lit(unsigned x, unsigned y)
{
    return (screen_shown()[(y * screen_width() + x) / 8] >> (7 - x % 8) & 1) != 0;
}

static void a_panel(uint16_t width, uint8_t height)
{
    unsigned state = width * 31u + height;
    unsigned seen = 0;

    screen_start(width, height);
    for (unsigned i = 0; i < screen_bytes(); i++) {
        state = state * 1664525u + 1013904223u;
        screen_back()[i] = (uint8_t)(state >> 24);
    }
    screen_swap();
    scan_row(); /* what was shifted in before is another panel's */
    for (unsigned n = 0; n < 2 * SCAN_ROWS; n++) {
        clocks = 0;
        writes = 0;
        row_changed_at = 0;
        scan_row();
        unsigned row = pins >> PIN_ROW_A;

        CHECK(clocks == width, "%u clocks", clocks);
        CHECK(row_changed_at <= GUARDED_WRITES, "the row changes at write %u, when the panel may be lit again", row_changed_at);
        seen |= 1u << row;
        for (unsigned line = 0; line < LINES; line++) {
            for (unsigned x = 0; x < width; x++) {
                unsigned y = line * SCAN_ROWS + row;
                bool wanted = y < height && lit(x, y);

                CHECK(latched[line][width - 1 - x] == wanted, "%ux%u: dot %u, %u", width, height, x, y);
            }
        }
    }
    CHECK(seen == 0xFFFF, "rows %04X", seen);
}

static void brightness_grows_and_never_touches_the_guard(void)
{
    CHECK(scan_dark_clocks(0) == SCAN_PERIOD, "0 is dark");
    for (uint8_t level = 1; level <= BRIGHTNESS_MAX; level++) {
        CHECK(scan_dark_clocks(level) < scan_dark_clocks((uint8_t)(level - 1)), "level %u", level);
    }
    CHECK(scan_dark_clocks(BRIGHTNESS_MAX) == SCAN_GUARD, "all but the guard");
}

int main(void)
{
    static const uint16_t panels[][2] = {{64, 16}, {80, 16}, {128, 16}, {128, 32}, {64, 64}, {256, 64}};

    for (unsigned i = 0; i < sizeof panels / sizeof panels[0]; i++) {
        a_panel(panels[i][0], (uint8_t)panels[i][1]);
    }
    brightness_grows_and_never_touches_the_guard();
    printf("scan: 6 panels light what their frame buffer says\n");
    return 0;
}
