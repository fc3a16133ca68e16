#include "cover.h"

#include "lamps.h"
#include "picture.h"
#include "screen.h"
#include "settings.h"
#include "signs.h"

enum pattern { PATTERN_END, PATTERN_ALL, PATTERN_SECOND, PATTERN_ADDRESS };

enum { SECONDS_MAX = 60 };

static bool covered;
static uint32_t begun_ms;
static uint32_t for_ms;

void cover_start(void)
{
    covered = false;
}

bool cover_there(void)
{
    return covered;
}

void cover_end(void)
{
    if (covered) {
        covered = false;
        screen_swap();
        lamps_test(false);
    }
}

static void draw(enum pattern pattern)
{
    picture_drop_draft();
    if (pattern == PATTERN_ALL) {
        screen_fill(0xFF, 0xFF);
    } else if (pattern == PATTERN_SECOND) {
        screen_fill(0xAA, 0x55);
    } else {
        signs_draw(SIGN_ADDRESS_AND_KEY);
    }
    screen_swap();
}

enum status cover_test(struct request request, struct reply *reply, uint32_t ms)
{
    uint8_t pattern = request.bytes[0];
    uint8_t seconds = request.bytes[1];
    bool pad = settings()->kind == KIND_PAD;

    if (pattern > (pad ? PATTERN_ALL : PATTERN_ADDRESS)) {
        return refuse_value(reply, 0);
    }
    if (seconds > SECONDS_MAX || (seconds == 0) != (pattern == PATTERN_END)) {
        return refuse_value(reply, 1);
    }
    cover_end();
    if (pattern == PATTERN_END) {
        return DONE;
    }
    draw((enum pattern)pattern);
    lamps_test(pad);
    covered = true;
    begun_ms = ms;
    for_ms = seconds * 1000u;
    return DONE;
}

void cover_tick(uint32_t ms)
{
    if (covered && ms - begun_ms >= for_ms) {
        cover_end();
    }
}
