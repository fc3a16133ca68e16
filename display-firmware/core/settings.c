#include "settings.h"

#include <string.h>

#include "crc.h"
#include "flash_map.h"
#include "port.h"
#include "reply.h"

/* A page: magic u32, sequence u32, kind, height, width u16, address, bank, trial, 0, id[12], CRC-16 of all that, FFFF; then the marks, a
   half-word for each start on trial, which can be written without erasing anything. */
enum {
    MAGIC = 0x31535959,
    AT_SEQUENCE = 4,
    AT_KIND = 8,
    AT_HEIGHT = 9,
    AT_WIDTH = 10,
    AT_ADDRESS = 12,
    AT_BANK = 13,
    AT_TRIAL = 14,
    AT_ID = 16,
    AT_CRC = 28,
    RECORD = 32,
    MARK = 2,
};

static struct settings now;
static uint32_t sequence;
static uint8_t page; /* 0 or 1: where the newest lies */

static uint32_t page_at(uint8_t which)
{
    return (uint32_t)SETTINGS_AT + which * (uint32_t)FLASH_PAGE;
}

static bool whole(const uint8_t *bytes)
{
    return read_u32(bytes) == MAGIC && read_u16(bytes + AT_CRC) == crc16(bytes, AT_CRC);
}

static void take(const uint8_t *bytes)
{
    sequence = read_u32(bytes + AT_SEQUENCE);
    now.kind = bytes[AT_KIND];
    now.height = bytes[AT_HEIGHT];
    now.width = read_u16(bytes + AT_WIDTH);
    now.address = bytes[AT_ADDRESS];
    now.bank = bytes[AT_BANK];
    now.trial = bytes[AT_TRIAL];
    memcpy(now.id, bytes + AT_ID, ID_SIZE);
}

void settings_start(void)
{
    bool found = false;

    now = (struct settings){KIND_DISPLAY, 32, 128, ADDRESS_NONE, 0, BANK_NONE, {0}};
    memset(now.id, 0xFF, sizeof now.id);
    sequence = 0;
    page = 1;
    for (uint8_t i = 0; i < 2; i++) {
        const uint8_t *bytes = port_flash(page_at(i));

        if (whole(bytes) && (!found || (int32_t)(read_u32(bytes + AT_SEQUENCE) - sequence) > 0)) {
            take(bytes);
            page = i;
            found = true;
        }
    }
}

const struct settings *settings(void)
{
    return &now;
}

void settings_id(uint8_t id[ID_SIZE])
{
    bool factory = false;

    for (uint8_t i = 0; i < ID_SIZE; i++) {
        factory = factory || now.id[i] != 0xFF;
    }
    if (factory) {
        memcpy(id, now.id, ID_SIZE);
    } else {
        port_id(id);
    }
}

bool settings_save(const struct settings *changed)
{
    uint8_t record[RECORD];
    struct reply writer = {record, 0};
    uint8_t other = page ^ 1;

    reply_u32(&writer, MAGIC);
    reply_u32(&writer, sequence + 1);
    reply_u8(&writer, changed->kind);
    reply_u8(&writer, changed->height);
    reply_u16(&writer, changed->width);
    reply_u8(&writer, changed->address);
    reply_u8(&writer, changed->bank);
    reply_u8(&writer, changed->trial);
    reply_u8(&writer, 0);
    memcpy(record + AT_ID, changed->id, ID_SIZE);
    writer.length = AT_CRC;
    reply_u16(&writer, crc16(record, AT_CRC));
    reply_u16(&writer, 0xFFFF);
    if (!port_flash_erase(page_at(other)) || !port_flash_write(page_at(other), record, RECORD)) {
        return false;
    }
    now = *changed;
    sequence++;
    page = other;
    return true;
}

uint8_t settings_trial_starts(void)
{
    const uint8_t *marks = port_flash(page_at(page) + RECORD);
    uint8_t starts = 0;

    while (starts < TRIAL_STARTS && read_u16(marks + starts * MARK) != 0xFFFF) {
        starts++;
    }
    return starts;
}

bool settings_mark_start(void)
{
    static const uint8_t started[MARK] = {0, 0};

    return port_flash_write(page_at(page) + RECORD + settings_trial_starts() * (uint32_t)MARK, started, MARK);
}
