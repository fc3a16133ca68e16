#include "effects.h"

#include "cover.h"
#include "picture.h"
#include "port.h"
#include "screen.h"

enum { HALF_UNIT_MS = 50, HALF_MAX = 100, HALF_DEFAULT = 10, SPEED_MAX = 100, SPEED_DEFAULT = 40 };

static uint32_t now; /* of the last tick */

static struct {
    uint8_t slots;
    bool panel;
    bool dark;
    uint16_t half_ms;
    uint8_t left; /* times still to go dark; meaningless when endless */
    bool endless;
    uint32_t turned;
} blink;

static struct {
    uint8_t slots;
    bool panel;
    bool homing; /* the panel runs on to its start */
    uint16_t panel_offset;
    uint8_t speed;
    uint32_t stepped;
} scroll;

static struct phase phase;
static bool redraw_due;

static void blink_with(uint8_t slots, bool panel, uint8_t half, uint8_t count)
{
    if (blink.slots != 0 && blink.dark) {
        redraw_due = true;
    }
    port_dark(false);
    phase.dark = 0;
    blink.slots = slots;
    blink.panel = panel;
    blink.dark = false;
    blink.half_ms = (uint16_t)(half * HALF_UNIT_MS);
    blink.left = count;
    blink.endless = count == 0;
    blink.turned = now;
}

static void scroll_with(uint8_t slots, uint8_t speed)
{
    if (scroll.slots != 0) {
        redraw_due = true;
    }
    for (uint8_t i = 0; i < SLOTS_MAX; i++) {
        phase.offset[i] = 0;
    }
    scroll.slots = slots;
    scroll.speed = speed;
    scroll.stepped = now;
}

void effects_stop(void)
{
    blink_with(0, false, 1, 0);
    scroll_with(0, SPEED_DEFAULT);
    scroll.panel = false;
    scroll.homing = false;
    scroll.panel_offset = 0;
    redraw_due = false;
}

void effects_of_slots(uint8_t blinking, uint8_t scrolling)
{
    blink_with(blinking, false, HALF_DEFAULT, 0);
    scroll_with(scrolling, SPEED_DEFAULT);
    redraw_due = false;
}

static bool unknown_slots(uint8_t slots)
{
    return slots >> picture_slots() != 0;
}

enum status effects_blink(struct request request, struct reply *reply)
{
    uint8_t slots = request.bytes[0];
    uint8_t panel = request.bytes[1];
    uint8_t half = request.bytes[2];

    if (unknown_slots(slots)) {
        return refuse_value(reply, 0);
    }
    if (panel > 1) {
        return refuse_value(reply, 1);
    }
    if (half == 0 || half > HALF_MAX) {
        return refuse_value(reply, 2);
    }
    if (slots != 0 && picture_redrawable(reply) != DONE) {
        return MISSING_GLYPHS;
    }
    blink_with(slots, panel != 0, half, request.bytes[3]);
    return DONE;
}

enum status effects_scroll(struct request request, struct reply *reply)
{
    uint8_t slots = request.bytes[0];
    uint8_t panel = request.bytes[1];
    uint8_t speed = request.bytes[2];

    if (unknown_slots(slots)) {
        return refuse_value(reply, 0);
    }
    if (panel > 1 || (panel == 1 && !picture_is_bitmap())) {
        return refuse_value(reply, 1);
    }
    if (speed > SPEED_MAX || (speed == 0) != (slots == 0 && panel == 0)) {
        return refuse_value(reply, 2);
    }
    if (slots != 0 && picture_redrawable(reply) != DONE) {
        return MISSING_GLYPHS;
    }
    if (panel != 0) {
        scroll.panel = true;
        scroll.homing = false;
    } else if (scroll.panel) {
        scroll.homing = true;
        speed = scroll.speed;
    }
    scroll_with(slots, speed);
    return DONE;
}

bool effects_redraw(void)
{
    return blink.slots != 0 || scroll.slots != 0 || redraw_due;
}

static void blink_step(uint32_t ms)
{
    if ((blink.slots == 0 && !blink.panel) || ms - blink.turned < blink.half_ms) {
        return;
    }
    blink.turned = ms;
    if (!blink.dark && !blink.endless && blink.left == 0) {
        blink.slots = 0;
        blink.panel = false;
        return;
    }
    blink.dark = !blink.dark;
    if (blink.dark) {
        blink.left--;
    }
    port_dark(blink.panel && blink.dark);
    if (blink.slots != 0) {
        phase.dark = blink.dark ? blink.slots : 0;
        redraw_due = true;
    }
}

static void scroll_slots(void)
{
    for (uint8_t i = 0; i < picture_slots(); i++) {
        uint16_t cycle = (scroll.slots >> i & 1) != 0 ? picture_cycle(i) : 0;

        if (cycle != 0) {
            phase.offset[i] = (uint16_t)((phase.offset[i] + 1) % cycle);
            redraw_due = true;
        }
    }
}

static void scroll_panel(void)
{
    if (scroll.homing && scroll.panel_offset == 0) {
        scroll.panel = false;
        return;
    }
    screen_rotate();
    screen_swap();
    scroll.panel_offset = (uint16_t)((scroll.panel_offset + 1) % screen_width());
}

static void scroll_step(uint32_t ms)
{
    if ((scroll.slots == 0 && !scroll.panel) || (ms - scroll.stepped) * scroll.speed < 1000u) {
        return;
    }
    scroll.stepped = ms;
    scroll_slots();
    if (scroll.panel) {
        scroll_panel();
    }
}

void effects_tick(uint32_t ms)
{
    now = ms;
    blink_step(ms);
    if (cover_there() || picture_drafting()) {
        return;
    }
    scroll_step(ms);
    if (redraw_due) {
        redraw_due = false;
        picture_redraw(&phase);
    }
}
