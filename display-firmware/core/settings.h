/* What a unit keeps over power-off: what it is, its address, and which firmware bank starts. Two pages of flash take turns, so that a power cut
   while one is written leaves the other. The boot loader reads the same pages. */
#ifndef YICHUANG_SETTINGS_H
#define YICHUANG_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "protocol.h"

enum { BANK_NONE = 0xFF, TRIAL_STARTS = 2 };

struct settings {
    uint8_t kind;
    uint8_t height;
    uint16_t width;
    uint8_t address;
    uint8_t bank;         /* the confirmed one */
    uint8_t trial;        /* the one on trial, or BANK_NONE */
    uint8_t id[ID_SIZE];  /* set at the factory; all FF: the chip's own counts */
};

/* Reads the newer of the two pages that is whole; without one, a display of 128 x 32 without an address. */
void settings_start(void);
const struct settings *settings(void);

/* The id that counts: the factory's, or the chip's. */
void settings_id(uint8_t id[ID_SIZE]);

/* False when the flash does not take it; then the settings are as before. */
bool settings_save(const struct settings *changed);

/* How often the bank on trial was started since it was put on trial, and one more. */
uint8_t settings_trial_starts(void);
bool settings_mark_start(void);

#endif
