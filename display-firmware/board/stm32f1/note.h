/* Two words of RAM that no start clears: why the chip was started, from whoever starts it to the firmware. */
#ifndef YICHUANG_NOTE_H
#define YICHUANG_NOTE_H

#include <stdbool.h>

#include "protocol.h"

void note_leave(enum start_cause cause);
/* Reads it once; false when there is none, as after power-on. */
bool note_take(enum start_cause *cause);

/* Starts the chip anew, and says why. */
_Noreturn void note_restart(enum start_cause cause);

#endif
