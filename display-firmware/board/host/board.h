/* A unit as a part of a program on a computer: for tests, and for more boards than one machine can emulate. */
#ifndef YICHUANG_HOST_BOARD_H
#define YICHUANG_HOST_BOARD_H

#include <stdbool.h>
#include <stdint.h>

#include "flash_map.h"
#include "settings.h"

/* The flash is what a real one is: written bits only go from 1 to 0, erasing works by the page. */
void board_flash_new(void);
uint8_t *board_flash(void);
/* Writes and erasures from now on until the supply fails in the middle of one; UINT32_MAX: never. */
void board_flash_fails_after(uint32_t operations);

void board_chip(const uint8_t id[ID_SIZE]);
void board_bank(uint8_t bank);
void board_started_by(enum start_cause cause);
void board_press(uint8_t key, bool down);

uint8_t board_lamps(void);
bool board_beeping(void);
bool board_dark(void);
uint8_t board_brightness(void);
bool board_restart_asked(void); /* once */

/* The frame that was sent since the last look: FRAME_HEAD + LEN bytes, NULL when none. */
const uint8_t *board_sent(void);

#endif
