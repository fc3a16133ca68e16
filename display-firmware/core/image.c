#include "image.h"

#include <string.h>

#include "crc.h"
#include "flash_map.h"
#include "port.h"
#include "reply.h"

uint32_t image_bank_at(uint8_t bank)
{
    return bank == 0 ? BANK_A : BANK_B;
}

static bool crc_right(uint32_t at, uint32_t size)
{
    uint32_t length = size - IMAGE_CRC_SIZE;

    return read_u32(port_flash(at + length)) == crc32(port_flash(at), length);
}

enum status image_check(const struct image_wanted *wanted)
{
    uint32_t at = image_bank_at(wanted->bank);
    const uint8_t *head = port_flash(at + IMAGE_HEAD_AT);

    if (read_u32(head) != IMAGE_MAGIC || read_u32(head + 4) != wanted->size || head[8] != wanted->bank ||
        head[9] != wanted->hardware || memcmp(head + 10, wanted->version, sizeof wanted->version) != 0) {
        return WRONG_IMAGE;
    }
    return crc_right(at, wanted->size) ? DONE : IMAGE_CRC;
}

bool image_starts(uint8_t bank)
{
    uint32_t at = image_bank_at(bank);
    const uint8_t *head = port_flash(at + IMAGE_HEAD_AT);
    uint32_t size = read_u32(head + 4);

    return read_u32(head) == IMAGE_MAGIC && size > IMAGE_HEAD_AT + IMAGE_HEAD && size <= BANK_SIZE && head[8] == bank &&
           head[9] == port_hardware() && crc_right(at, size);
}
