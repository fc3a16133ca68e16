#include "board.h"

#include <string.h>

#include "frame.h"
#include "port.h"

static uint8_t flash[FLASH_SIZE];
static uint32_t operations_left = UINT32_MAX;
static uint8_t chip_id[ID_SIZE];
static uint8_t running_bank;
static enum start_cause cause;
static uint8_t keys_down;
static uint8_t lamps;
static bool beep;
static bool dark;
static uint8_t brightness;
static bool restart_asked;
static uint8_t sent[FRAME_HEAD + FRAME_PAYLOAD_MAX];
static bool something_sent;

void board_flash_new(void)
{
    memset(flash, 0xFF, sizeof flash);
    operations_left = UINT32_MAX;
}

uint8_t *board_flash(void)
{
    return flash;
}

void board_flash_fails_after(uint32_t operations)
{
    operations_left = operations;
}

void board_chip(const uint8_t id[ID_SIZE])
{
    memcpy(chip_id, id, ID_SIZE);
}

void board_bank(uint8_t bank)
{
    running_bank = bank;
}

void board_started_by(enum start_cause by)
{
    cause = by;
}

void board_press(uint8_t key, bool down)
{
    uint8_t bit = (uint8_t)(1 << (key - 1));

    keys_down = (uint8_t)(down ? keys_down | bit : keys_down & ~bit);
}

uint8_t board_lamps(void)
{
    return lamps;
}

bool board_beeping(void)
{
    return beep;
}

bool board_dark(void)
{
    return dark;
}

uint8_t board_brightness(void)
{
    return brightness;
}

bool board_restart_asked(void)
{
    bool asked = restart_asked;

    restart_asked = false;
    return asked;
}

const uint8_t *board_sent(void)
{
    bool there = something_sent;

    something_sent = false;
    return there ? sent : NULL;
}

enum hardware port_hardware(void)
{
    return HARDWARE_HOST;
}

enum start_cause port_start_cause(void)
{
    return cause;
}

uint8_t port_bank(void)
{
    return running_bank;
}

void port_id(uint8_t id[ID_SIZE])
{
    memcpy(id, chip_id, ID_SIZE);
}

void port_restart(void)
{
    restart_asked = true;
}

void port_send(const uint8_t *frame)
{
    memcpy(sent, frame, (size_t)FRAME_HEAD + frame[FRAME_LEN]);
    something_sent = true;
}

bool port_sending(void)
{
    return false;
}

uint32_t port_overruns(void)
{
    return 0;
}

uint8_t port_keys(void)
{
    return keys_down;
}

void port_lamps(uint8_t lit)
{
    lamps = lit;
}

void port_beep(bool on)
{
    beep = on;
}

void port_brightness(uint8_t level)
{
    brightness = level;
}

void port_dark(bool now)
{
    dark = now;
}

const uint8_t *port_flash(uint32_t offset)
{
    return flash + offset;
}

/* Half of it is done when the supply fails. */
static size_t lasting(size_t length)
{
    if (operations_left == UINT32_MAX) {
        return length;
    }
    if (operations_left > 0) {
        operations_left--;
        return length;
    }
    return length / 2;
}

bool port_flash_erase(uint32_t page)
{
    size_t length = lasting(FLASH_PAGE);

    memset(flash + page, 0xFF, length);
    return length == FLASH_PAGE;
}

bool port_flash_write(uint32_t offset, const uint8_t *bytes, size_t length)
{
    size_t written = lasting(length);

    for (size_t i = 0; i < written; i++) {
        flash[offset + i] &= bytes[i];
    }
    return memcmp(flash + offset, bytes, length) == 0;
}
