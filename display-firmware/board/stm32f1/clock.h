/* 24 MHz and the time since the start. */
#ifndef YICHUANG_CLOCK_H
#define YICHUANG_CLOCK_H

#include <stdint.h>

enum { CORE_HZ = 24000000, CORE_PER_US = CORE_HZ / 1000000, CORE_PER_MS = CORE_HZ / 1000 };

void clock_start(void);

/* Runs over after 71 minutes. */
uint32_t clock_us(void);
uint32_t clock_ms(void);

#endif
