/* Which bank a start runs. */
#ifndef YICHUANG_BOOT_H
#define YICHUANG_BOOT_H

#include <stdbool.h>
#include <stdint.h>

struct boot_choice {
    uint8_t bank;   /* BANK_NONE when neither holds an image: then the boot loader waits for a programmer */
    bool fell_back; /* from a bank on trial, or from a damaged one */
};

/* After settings_start. Counts a start on trial before it happens, so that a firmware that dies at once is counted too. */
struct boot_choice boot_choose(void);

#endif
