/* Keys of a caller pad: debounced, queued with their age, repeated until the master has them. */
#ifndef YICHUANG_KEYS_H
#define YICHUANG_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "reply.h"

enum { KEYS = 3, EVENTS_MAX = 8, EVENTS_PER_POLL = 4, DEBOUNCE_MS = 20, STUCK_MS = 10000 };

/* Numbering begins with 1 again. */
void keys_start(void);

/* Looks at the keys; at least every few milliseconds. Presses are kept only while somebody is listening. */
void keys_tick(uint32_t ms, bool online);

/* The master has the event of this number: it and those before it go, if they were ever sent. 0 is none. */
void keys_taken(uint8_t number);

/* Adds count and events. */
void keys_report(struct reply *reply, uint32_t ms);

bool keys_lost(void);
bool keys_stuck(void);

#endif
