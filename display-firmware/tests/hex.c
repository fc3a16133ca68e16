#include "hex.h"

#include <ctype.h>

#include "check.h"

static int digit(char character)
{
    return isdigit((unsigned char)character) ? character - '0' : toupper((unsigned char)character) - 'A' + 10;
}

size_t hex_read(const char *text, uint16_t *bytes, size_t room)
{
    size_t length = 0;

    for (;;) {
        while (*text == ' ' || *text == '-') {
            text++;
        }
        if (!isxdigit((unsigned char)*text) && *text != '?') {
            return length;
        }
        CHECK(length < room, "more than %zu bytes", room);
        if (text[0] == '?') {
            CHECK(text[1] == '?', "half a byte: %s", text);
            bytes[length++] = HEX_ANY;
        } else {
            CHECK(isxdigit((unsigned char)text[1]), "half a byte: %s", text);
            bytes[length++] = (uint16_t)(digit(text[0]) << 4 | digit(text[1]));
        }
        text += 2;
    }
}

size_t hex_bytes(const char *text, uint8_t *bytes, size_t room)
{
    static uint16_t wide[8192];
    size_t length = hex_read(text, wide, sizeof wide / sizeof wide[0]);

    CHECK(length <= room, "%zu bytes, room for %zu", length, room);
    for (size_t i = 0; i < length; i++) {
        CHECK(wide[i] != HEX_ANY, "?? has no place in: %s", text);
        bytes[i] = (uint8_t)wide[i];
    }
    return length;
}
