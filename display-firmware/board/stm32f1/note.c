#include "note.h"

#include <stdint.h>

#include "registers.h"

enum { LEFT = 0x4E6F7465 };

__attribute__((section(".kept"))) static volatile uint32_t note[2];

void note_leave(enum start_cause cause)
{
    note[0] = LEFT ^ cause;
    note[1] = ~note[0];
}

bool note_take(enum start_cause *cause)
{
    uint32_t left = note[0] ^ LEFT;
    bool there = note[1] == ~note[0] && left <= START_FELL_BACK;

    note[1] = note[0];
    if (there) {
        *cause = (enum start_cause)left;
    }
    return there;
}

void note_restart(enum start_cause cause)
{
    note_leave(cause);
    SCB_AIRCR = SCB_AIRCR_SYSRESETREQ;
    for (;;) {
    }
}
