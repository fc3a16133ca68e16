/* Lamps and beeper of a caller pad. */
#ifndef YICHUANG_LAMPS_H
#define YICHUANG_LAMPS_H

#include <stdbool.h>
#include <stdint.h>

#include "reply.h"

void lamps_start(void);
enum status lamps_set(struct request request, struct reply *reply, uint32_t ms);
/* Every lamp, over what was set. */
void lamps_test(bool on);
/* Offline: all off. */
void lamps_off(void);
void lamps_tick(uint32_t ms);

#endif
