#include "picture.h"

#include <string.h>

#include "cover.h"
#include "effects.h"
#include "frame.h"
#include "glyphs.h"
#include "screen.h"
#include "signs.h"
#include "slots.h"
#include "text.h"

enum { BITMAP_FIRST = 1, BITMAP_LAST = 2, BITMAP_FLAGS = 3, DRAFT_MS = 2000 };

enum what { NOTHING, TEXT, BITMAP, DARK };

static enum what what;
static uint8_t payload[FRAME_PAYLOAD_MAX]; /* of the SHOW that is shown; TEXT only */
static uint16_t crc;
static uint16_t draft;    /* next offset of a bitmap under way, 0 when there is none */
static uint32_t draft_ms; /* when it last grew */

/* What lies in the back is whole: shows it, and no effect of the picture before goes on. */
static void shown_now(enum what now)
{
    effects_stop();
    what = now;
    draft = 0;
    crc = now == NOTHING ? 0 : screen_back_crc();
    screen_swap();
}

void picture_start(void)
{
    signs_draw(SIGN_ADDRESS);
    shown_now(NOTHING);
}

enum status picture_show(struct request request, struct reply *reply)
{
    enum status status = slots_check(request, reply);

    if (status != DONE) {
        return status;
    }
    cover_end();
    memcpy(payload, request.bytes, request.length);
    screen_fill(0, 0);
    uint8_t blink = 0;
    uint8_t scroll = 0;
    const uint8_t *at = payload + 1;

    for (uint8_t i = 0; i < payload[0]; i++) {
        struct slot slot = slot_read(&at);

        blink |= (uint8_t)(slot.blink << i);
        scroll |= (uint8_t)(slot.scroll << i);
        slot_draw(&slot, 0, false);
    }
    shown_now(TEXT);
    effects_of_slots(blink, scroll);
    reply_u16(reply, crc);
    return DONE;
}

void picture_redraw(const struct phase *phase)
{
    const uint8_t *at = payload + 1;

    screen_fill(0, 0);
    for (uint8_t i = 0; i < payload[0]; i++) {
        struct slot slot = slot_read(&at);

        slot_draw(&slot, phase->offset[i], (phase->dark >> i & 1) != 0);
    }
    screen_swap();
}

uint16_t picture_cycle(uint8_t index)
{
    const uint8_t *at = payload + 1;
    struct slot slot = slot_read(&at);

    for (uint8_t i = 0; i < index; i++) {
        slot = slot_read(&at);
    }
    uint16_t width = slot_text_width(&slot);

    return width > slot.width ? (uint16_t)(width + SCROLL_GAP * slot.scale) : 0;
}

enum status picture_redrawable(struct reply *reply)
{
    return slots_missing(payload, reply) ? MISSING_GLYPHS : DONE;
}

enum status picture_clear(struct request request, struct reply *reply)
{
    (void)request;
    cover_end();
    screen_fill(0, 0);
    shown_now(DARK);
    reply_u16(reply, crc);
    return DONE;
}

enum status picture_bitmap(struct request request, struct reply *reply, uint32_t ms)
{
    bool first = (request.bytes[0] & BITMAP_FIRST) != 0;
    bool last = (request.bytes[0] & BITMAP_LAST) != 0;
    uint16_t offset = read_u16(request.bytes + 1);
    const uint8_t *data = request.bytes + (last ? 5 : 3);
    uint16_t length;

    if (request.length < (last ? 6 : 4)) {
        return BAD_LENGTH;
    }
    length = (uint16_t)(request.length - (last ? 5 : 3));
    if ((request.bytes[0] & ~BITMAP_FLAGS) != 0) {
        return refuse_value(reply, 0);
    }
    if (first && offset != 0) {
        return refuse_value(reply, 1);
    }
    if (!first && (offset != draft || draft == 0)) {
        reply_u16(reply, draft);
        return PICTURE_GAP;
    }
    if (offset + length > screen_bytes()) {
        return BAD_LENGTH;
    }
    if (last != (offset + length == screen_bytes())) {
        return refuse_value(reply, 0);
    }
    cover_end();
    memcpy(screen_back() + offset, data, length);
    draft = (uint16_t)(offset + length);
    draft_ms = ms;
    if (!last) {
        reply_u16(reply, draft);
        return DONE;
    }
    uint16_t came = screen_back_crc();

    reply_u16(reply, came);
    if (came != read_u16(request.bytes + 3)) {
        draft = 0;
        return PICTURE_CRC;
    }
    shown_now(BITMAP);
    return DONE;
}

void picture_tick(uint32_t ms)
{
    if (draft != 0 && ms - draft_ms >= DRAFT_MS) {
        draft = 0;
    }
}

void picture_drop(void)
{
    cover_end();
    signs_draw(SIGN_OFFLINE);
    shown_now(NOTHING);
}

void picture_drop_draft(void)
{
    draft = 0;
}

bool picture_there(void)
{
    return what != NOTHING;
}

uint16_t picture_crc(void)
{
    return crc;
}

bool picture_needs(uint32_t code)
{
    const uint8_t *at = payload + 1;

    if (what != TEXT || !effects_redraw()) {
        return false;
    }
    for (uint8_t i = 0; i < payload[0]; i++) {
        struct slot slot = slot_read(&at);

        while (slot.text < slot.end) {
            if (text_next(&slot.text, slot.end) == code) {
                return true;
            }
        }
    }
    return false;
}

uint8_t picture_slots(void)
{
    return what == TEXT ? payload[0] : 0;
}

bool picture_is_bitmap(void)
{
    return what == BITMAP;
}

bool picture_drafting(void)
{
    return draft != 0;
}
