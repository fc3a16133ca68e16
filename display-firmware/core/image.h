/* A firmware image as it lies in a bank. PROTOCOL.md, "The image file". */
#ifndef YICHUANG_IMAGE_H
#define YICHUANG_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "protocol.h"

enum { IMAGE_HEAD_AT = 0x140, IMAGE_HEAD = 16, IMAGE_MAGIC = 0x31304359, IMAGE_CRC_SIZE = 4 };

struct image_wanted {
    uint32_t size; /* of the file; 0 takes what the head says */
    uint8_t bank;
    uint8_t hardware;
    uint8_t version[3];
};

uint32_t image_bank_at(uint8_t bank);

/* DONE, WRONG_IMAGE when the head is another's, IMAGE_CRC when the bytes are not those that were built. */
enum status image_check(const struct image_wanted *wanted);

/* Whether a bank holds any whole image for this hardware. */
bool image_starts(uint8_t bank);

#endif
