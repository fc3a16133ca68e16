/* 64 KB of flash in pages of 1 KB: boot loader, two banks, two pages of settings. The linker scripts say the same. */
#ifndef YICHUANG_FLASH_MAP_H
#define YICHUANG_FLASH_MAP_H

enum {
    FLASH_PAGE = 1024,
    FLASH_SIZE = 65536,
    BANK_SIZE = 29 * FLASH_PAGE,
    BANK_A = 4 * FLASH_PAGE,
    BANK_B = BANK_A + BANK_SIZE,
    SETTINGS_AT = BANK_B + BANK_SIZE,
};

_Static_assert(SETTINGS_AT + 2 * FLASH_PAGE == FLASH_SIZE, "the map fills the flash");

#endif
