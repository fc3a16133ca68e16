#include "update.h"

#include <string.h>

#include "flash_map.h"
#include "image.h"
#include "port.h"
#include "settings.h"

enum { DATA_HEAD = 2 };

static bool under_way;
static struct image_wanted wanted;
static uint32_t next; /* offset that is due */

void update_start(void)
{
    under_way = false;
}

enum status update_begin(struct request request, struct reply *reply)
{
    struct image_wanted asked = {
        .size = read_u32(request.bytes),
        .bank = request.bytes[4],
        .hardware = request.bytes[5],
    };

    memcpy(asked.version, request.bytes + 6, sizeof asked.version);
    if (asked.bank != (port_bank() ^ 1) || asked.hardware != port_hardware() || asked.size > BANK_SIZE ||
        asked.size <= IMAGE_HEAD_AT + IMAGE_HEAD || asked.size % 2 != 0) {
        return WRONG_IMAGE;
    }
    wanted = asked;
    next = 0;
    under_way = true;
    reply_u16(reply, 0);
    return DONE;
}

enum status update_data(struct request request, struct reply *reply)
{
    uint32_t offset = read_u16(request.bytes);
    uint32_t length = (uint32_t)request.length - DATA_HEAD;

    if (length % 2 != 0) {
        return BAD_LENGTH;
    }
    if (!under_way) {
        return NO_UPDATE;
    }
    if (offset != next) {
        reply_u16(reply, (uint16_t)next);
        return UPDATE_GAP;
    }
    if (offset + length > wanted.size) {
        return BAD_LENGTH;
    }
    uint32_t at = image_bank_at(wanted.bank) + offset;
    uint32_t page = (at + FLASH_PAGE - 1) / FLASH_PAGE * FLASH_PAGE; /* the first page that begins within the data */

    if ((page < at + length && !port_flash_erase(page)) || !port_flash_write(at, request.bytes + DATA_HEAD, length)) {
        under_way = false;
        return FLASH_FAILED;
    }
    next += length;
    reply_u16(reply, (uint16_t)next);
    return DONE;
}

enum status update_end(void)
{
    if (!under_way) {
        return NO_UPDATE;
    }
    enum status status = next == wanted.size ? image_check(&wanted) : IMAGE_CRC;

    if (status != DONE) {
        return status;
    }
    struct settings changed = *settings();

    changed.bank = port_bank();
    changed.trial = wanted.bank;
    under_way = false;
    return settings_save(&changed) ? DONE : FLASH_FAILED;
}

bool update_on_trial(void)
{
    return settings()->trial == port_bank();
}

enum status update_confirm(void)
{
    if (!update_on_trial()) {
        return DONE;
    }
    struct settings changed = *settings();

    changed.bank = port_bank();
    changed.trial = BANK_NONE;
    return settings_save(&changed) ? DONE : FLASH_FAILED;
}

enum status update_abort(void)
{
    under_way = false;
    return DONE;
}
