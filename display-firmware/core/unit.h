/* A unit of the bus: takes bytes and time, answers, shows. The board calls all of these from its main loop, none from an interrupt. */
#ifndef YICHUANG_UNIT_H
#define YICHUANG_UNIT_H

#include <stdint.h>

/* Times are microseconds of a clock that may run over. */
void unit_start(uint32_t us);
void unit_byte(uint8_t byte, uint32_t us);
/* At least every few milliseconds. */
void unit_tick(uint32_t us);

#endif
