#include "signs.h"

#include "crc.h"
#include "font.h"
#include "glyphs.h"
#include "screen.h"
#include "settings.h"

static struct columns all_columns(void)
{
    return (struct columns){0, screen_width()};
}

static void draw_line(const char *text, uint8_t y)
{
    int16_t x = 0;
    struct glyph glyph;

    for (; *text != '\0'; text++, x = (int16_t)(x + 8)) {
        if (glyph_find((uint8_t)*text, &glyph)) {
            screen_glyph(x, y, glyph.rows, glyph.width, 1, all_columns());
        }
    }
}

/* "#7"; "#--" without an address. */
static void draw_address(void)
{
    char text[5] = "#--";
    uint8_t address = settings()->address;

    if (address != ADDRESS_NONE) {
        uint8_t length = 1;

        for (uint8_t unit = 100; unit != 0; unit /= 10) {
            if (address >= unit || unit == 1) {
                text[length++] = (char)('0' + address / unit % 10);
            }
        }
        text[length] = '\0';
    }
    draw_line(text, 0);
}

static void draw_key(uint8_t y)
{
    char text[9];
    uint8_t id[ID_SIZE];

    settings_id(id);
    uint32_t key = crc32(id, sizeof id);

    for (uint8_t i = 0; i < 8; i++) {
        text[i] = "0123456789ABCDEF"[key >> (28 - 4 * i) & 0x0F];
    }
    text[8] = '\0';
    draw_line(text, y);
}

static void draw_offline(void)
{
    uint8_t y = (uint8_t)((screen_height() - GLYPH_HEIGHT) / 2);
    int16_t x = (int16_t)(screen_width() / 2 - 16 * FONT_SIGNS / 2);

    for (uint8_t i = 0; i < FONT_SIGNS; i++, x = (int16_t)(x + 16)) {
        screen_glyph(x, y, font_offline[i], 16, 1, all_columns());
    }
}

void signs_draw(enum sign sign)
{
    screen_fill(0, 0);
    if (screen_bytes() == 0) {
        return;
    }
    if (sign == SIGN_OFFLINE) {
        draw_offline();
        return;
    }
    draw_address();
    if (sign == SIGN_ADDRESS_AND_KEY && screen_height() >= 2 * GLYPH_HEIGHT) {
        draw_key(GLYPH_HEIGHT);
    }
}
