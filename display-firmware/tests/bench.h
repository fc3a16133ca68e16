/* A unit on a table: its clock is turned by hand, its line is this program. */
#ifndef YICHUANG_BENCH_H
#define YICHUANG_BENCH_H

#include <stdint.h>

#include "settings.h"

/* A fresh unit with these settings, switched on. */
void bench_unit(const struct settings *settings, const uint8_t id[ID_SIZE]);
void bench_power(void);
void bench_wait(uint32_t ms);

/* Sends ADDR SEQ CMD LEN PAYLOAD and waits for the answer, at most 60 ms: its bytes, NULL for silence. */
const uint8_t *bench_ask(const uint8_t *frame);

/* The same in one line: payload as hexadecimal text. The status, -1 for silence. */
int bench_say(uint8_t address, uint8_t command, const char *payload);

/* What the panel lights, as READBACK tells it; the number of bytes. */
uint16_t bench_picture(uint8_t address, uint8_t *rows);

#endif
