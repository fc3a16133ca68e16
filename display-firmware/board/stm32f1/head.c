/* The image's head. Size and checksum are put in by tools/image.c when the image is whole. */
#include "head.h"

#include "flash_map.h"
#include "image.h"
#include "port.h"
#include "version.h"

__attribute__((section(".head"), used)) const struct image_head image_head = {
    IMAGE_MAGIC, 0, BANK, HARDWARE_STM32F1, {VERSION_MAJOR, VERSION_MINOR, VERSION_PATCH}, {0, 0, 0},
};
