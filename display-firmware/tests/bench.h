/* A unit on a table. bench.c has the core in this program and turns its clock by hand; emulated.c has the real binary in an emulated board, where
   time passes by itself. */
#ifndef YICHUANG_BENCH_H
#define YICHUANG_BENCH_H

#include <stdbool.h>
#include <stdint.h>

#include "port.h"
#include "settings.h"

/* A fresh unit with these settings, switched on. */
void bench_unit(const struct settings *settings, const uint8_t id[ID_SIZE]);
void bench_power(void);
void bench_wait(uint32_t ms);

/* Sends ADDR SEQ CMD LEN PAYLOAD and waits for the answer: its bytes, NULL for silence. */
const uint8_t *bench_ask(const uint8_t *frame);

/* The same in one line: payload as hexadecimal text. The status, -1 for silence. */
int bench_say(uint8_t address, uint8_t command, const char *payload);

/* What the unit says that it is, and which talks it can have. */
enum hardware bench_hardware(void);
bool bench_plays(const char *talk);

/* What the panel lights, as READBACK tells it. */
void bench_picture(uint8_t address, uint8_t *rows, uint16_t size);

#endif
