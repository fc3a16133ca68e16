/* The text slots of a SHOW, read from its payload. */
#ifndef YICHUANG_SLOTS_H
#define YICHUANG_SLOTS_H

#include <stdbool.h>
#include <stdint.h>

#include "reply.h"

enum { SLOT_HEAD = 5, SCROLL_GAP = 32 };

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct slot {
    uint16_t x;
    uint16_t width;
    uint8_t y;
    uint8_t scale;
    enum align align;
    bool blink;
    bool scroll;
    const uint8_t *text;
    const uint8_t *end;
};

/* Reads the slot at *at of a payload that was checked, and moves on. */
struct slot slot_read(const uint8_t **at);

/* Everything that PROTOCOL.md asks of a SHOW before it may be drawn. Adds to the reply what follows a refusal. */
enum status slots_check(struct request request, struct reply *reply);

/* Adds the code points without a glyph to the reply, each once; whether there were any. */
bool slots_missing(const uint8_t *payload, struct reply *reply);

/* Width of the text as drawn, in dots. Only for texts whose glyphs are all there. */
uint16_t slot_text_width(const struct slot *slot);

void slot_draw(const struct slot *slot, uint16_t offset, bool dark);

#endif
