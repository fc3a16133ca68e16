#include "glyphs.h"

#include <string.h>

#include "font.h"
#include "picture.h"
#include "text.h"

enum { HEAD = 4, ROWS_MAX = 32, PER_FRAME = 6 };

struct entry {
    uint8_t rows[ROWS_MAX];
    uint32_t code;
    uint8_t width;
};

static struct entry cache[GLYPH_SLOTS];
static uint8_t order[GLYPH_SLOTS]; /* indices into cache, the last used first */
static uint8_t used;               /* entries in use, which are the first of order */

void glyphs_start(void)
{
    used = 0;
    for (uint8_t i = 0; i < GLYPH_SLOTS; i++) {
        order[i] = i;
    }
}

static void move_to_front(uint8_t place)
{
    uint8_t entry = order[place];

    memmove(order + 1, order, place);
    order[0] = entry;
}

/* Where in the order the code is; `used` when it is not there. */
static uint8_t place_of(uint32_t code)
{
    uint8_t place = 0;

    while (place < used && cache[order[place]].code != code) {
        place++;
    }
    return place;
}

bool glyph_find(uint32_t code, struct glyph *glyph)
{
    if (code >= FONT_FIRST && code <= FONT_LAST) {
        *glyph = (struct glyph){font_ascii[code - FONT_FIRST], 8};
        return true;
    }
    uint8_t place = place_of(code);

    if (place == used) {
        return false;
    }
    move_to_front(place);
    *glyph = (struct glyph){cache[order[0]].rows, cache[order[0]].width};
    return true;
}

/* Makes room at the front of the order for this code. */
static bool claim(uint32_t code)
{
    uint8_t place = place_of(code);

    if (place == used) {
        if (used < GLYPH_SLOTS) {
            used++;
        } else {
            do {
                if (place == 0) {
                    return false;
                }
                place--;
            } while (picture_needs(cache[order[place]].code));
        }
    }
    move_to_front(place);
    return true;
}

enum status glyphs_put(struct request request, struct reply *reply)
{
    uint8_t count = 0;

    for (uint8_t at = 0; at < request.length; count++) {
        if (request.length - at < HEAD || count == PER_FRAME) {
            return BAD_LENGTH;
        }
        uint32_t code = read_u24(request.bytes + at);
        uint8_t width = request.bytes[at + 3];

        if (code <= FONT_LAST || !text_valid(code)) {
            return refuse_value(reply, at);
        }
        if (width != 8 && width != 16) {
            return refuse_value(reply, (uint8_t)(at + 3));
        }
        if (request.length - at < HEAD + width * 2) {
            return BAD_LENGTH;
        }
        at = (uint8_t)(at + HEAD + width * 2);
    }
    for (uint8_t at = 0; at < request.length;) {
        uint8_t width = request.bytes[at + 3];

        if (!claim(read_u24(request.bytes + at))) {
            return CACHE_FULL;
        }
        struct entry *entry = &cache[order[0]];

        entry->code = read_u24(request.bytes + at);
        entry->width = width;
        memcpy(entry->rows, request.bytes + at + HEAD, (size_t)(width * 2));
        at = (uint8_t)(at + HEAD + width * 2);
    }
    return DONE;
}
