#include "slots.h"

#include "glyphs.h"
#include "picture.h"
#include "screen.h"
#include "text.h"

enum style {
    STYLE_SCALE = 0x03,
    STYLE_ALIGN = 0x0C,
    STYLE_BLINK = 0x10,
    STYLE_SCROLL = 0x20,
    STYLE_UNKNOWN = 0xC0,
};

enum { MISSING_MAX = 24 }; /* as many as a reply names */

struct slot slot_read(const uint8_t **at)
{
    const uint8_t *bytes = *at;
    uint8_t style = bytes[3];
    struct slot slot = {
        .x = bytes[0],
        .y = bytes[1],
        .width = bytes[2] != 0 ? bytes[2] : (uint16_t)(screen_width() - bytes[0]),
        .scale = (uint8_t)((style & STYLE_SCALE) + 1),
        .align = (enum align)((style & STYLE_ALIGN) >> 2),
        .blink = (style & STYLE_BLINK) != 0,
        .scroll = (style & STYLE_SCROLL) != 0,
        .text = bytes + SLOT_HEAD,
        .end = bytes + SLOT_HEAD + bytes[4],
    };

    *at = slot.end;
    return slot;
}

/* One slot from offset `at` on; its bytes are known to be there. */
static enum status check_values(const uint8_t *bytes, uint8_t at, struct reply *reply)
{
    const uint8_t *head = bytes + at;
    uint8_t height = (uint8_t)(GLYPH_HEIGHT * ((head[3] & STYLE_SCALE) + 1));
    const uint8_t *text = head + SLOT_HEAD;
    const uint8_t *end = text + head[4];

    if (head[0] >= screen_width()) {
        return refuse_value(reply, at);
    }
    if (head[1] + height > screen_height()) {
        return refuse_value(reply, (uint8_t)(at + 1));
    }
    if (head[0] + head[2] > screen_width()) {
        return refuse_value(reply, (uint8_t)(at + 2));
    }
    if ((head[3] & STYLE_UNKNOWN) != 0 || (head[3] & STYLE_ALIGN) == STYLE_ALIGN) {
        return refuse_value(reply, (uint8_t)(at + 3));
    }
    while (text < end) {
        if (text_next(&text, end) == TEXT_BAD) {
            return refuse_value(reply, (uint8_t)(text - bytes));
        }
    }
    return DONE;
}

static enum status check_lengths(struct request request)
{
    uint16_t at = 1;

    for (uint8_t i = 0; i < request.bytes[0]; i++) {
        if (at + SLOT_HEAD > request.length) {
            return BAD_LENGTH;
        }
        at = (uint16_t)(at + SLOT_HEAD + request.bytes[at + 4]);
    }
    return at == request.length ? DONE : BAD_LENGTH;
}

bool slots_missing(const uint8_t *payload, struct reply *reply)
{
    const uint8_t *at = payload + 1;
    uint8_t first = reply->length;
    struct glyph glyph;

    for (uint8_t i = 0; i < payload[0]; i++) {
        struct slot slot = slot_read(&at);

        while (slot.text < slot.end) {
            uint32_t code = text_next(&slot.text, slot.end);
            uint8_t known = first;

            if (glyph_find(code, &glyph)) {
                continue;
            }
            while (known < reply->length && read_u24(reply->bytes + known) != code) {
                known = (uint8_t)(known + 3);
            }
            if (known == reply->length && reply->length < first + 3 * MISSING_MAX) {
                reply_u24(reply, code);
            }
        }
    }
    return reply->length > first;
}

enum status slots_check(struct request request, struct reply *reply)
{
    const uint8_t *at = request.bytes + 1;

    if (request.bytes[0] == 0 || request.bytes[0] > SLOTS_MAX) {
        return refuse_value(reply, 0);
    }
    if (check_lengths(request) != DONE) {
        return BAD_LENGTH;
    }
    for (uint8_t i = 0; i < request.bytes[0]; i++) {
        enum status status = check_values(request.bytes, (uint8_t)(at - request.bytes), reply);

        if (status != DONE) {
            return status;
        }
        slot_read(&at);
    }
    if (slots_missing(request.bytes, reply)) {
        return MISSING_GLYPHS;
    }
    at = request.bytes + 1;
    for (uint8_t i = 0; i < request.bytes[0]; i++) {
        struct slot slot = slot_read(&at);

        if (!slot.scroll && slot_text_width(&slot) > slot.width) {
            reply_u8(reply, i);
            return TOO_WIDE;
        }
    }
    return DONE;
}

uint16_t slot_text_width(const struct slot *slot)
{
    const uint8_t *at = slot->text;
    uint16_t width = 0;
    struct glyph glyph;

    while (at < slot->end) {
        if (glyph_find(text_next(&at, slot->end), &glyph)) {
            width = (uint16_t)(width + glyph.width * slot->scale);
        }
    }
    return width;
}

/* The text from x on; returns where it ends. */
static int16_t draw_text(const struct slot *slot, int16_t x, struct columns within)
{
    const uint8_t *at = slot->text;
    struct glyph glyph;

    while (at < slot->end && x < (int16_t)within.right) {
        if (glyph_find(text_next(&at, slot->end), &glyph)) {
            screen_glyph(x, slot->y, glyph.rows, glyph.width, slot->scale, within);
            x = (int16_t)(x + glyph.width * slot->scale);
        }
    }
    return x;
}

void slot_draw(const struct slot *slot, uint16_t offset, bool dark)
{
    struct columns within = {slot->x, (uint16_t)(slot->x + slot->width)};
    uint16_t width = slot_text_width(slot);

    screen_darken(slot->x, slot->y, slot->width, (uint8_t)(GLYPH_HEIGHT * slot->scale));
    if (dark) {
        return;
    }
    if (width > slot->width) {
        int16_t x = draw_text(slot, (int16_t)(slot->x - offset), within);

        draw_text(slot, (int16_t)(x + SCROLL_GAP * slot->scale), within);
        return;
    }
    uint16_t room = (uint16_t)(slot->width - width);
    uint16_t left = slot->align == ALIGN_LEFT ? 0 : slot->align == ALIGN_CENTRE ? room / 2 : room;

    draw_text(slot, (int16_t)(slot->x + left), within);
}
