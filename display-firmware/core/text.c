#include "text.h"

bool text_valid(uint32_t code)
{
    return code >= 0x20 && !(code >= 0x7F && code < 0xA0) && !(code >= 0xD800 && code <= 0xDFFF) && code <= 0x10FFFF;
}

uint32_t text_next(const uint8_t **at, const uint8_t *end)
{
    static const uint32_t smallest[] = {0, 0x80, 0x800, 0x10000}; /* by number of continuation bytes */
    const uint8_t *next = *at;
    uint32_t code = *next++;
    uint8_t more;

    if (code < 0x80) {
        more = 0;
    } else if (code >= 0xC2 && code < 0xE0) {
        more = 1;
        code &= 0x1F;
    } else if (code >= 0xE0 && code < 0xF0) {
        more = 2;
        code &= 0x0F;
    } else if (code >= 0xF0 && code < 0xF5) {
        more = 3;
        code &= 0x07;
    } else {
        return TEXT_BAD;
    }
    for (uint8_t i = 0; i < more; i++) {
        if (next == end || (*next & 0xC0) != 0x80) {
            return TEXT_BAD;
        }
        code = code << 6 | (*next++ & 0x3Fu);
    }
    if (code < smallest[more] || !text_valid(code)) {
        return TEXT_BAD;
    }
    *at = next;
    return code;
}
