/* From a request's number to who does it. PROTOCOL.md sections 6 and 7. */
#ifndef YICHUANG_COMMANDS_H
#define YICHUANG_COMMANDS_H

#include <stdbool.h>
#include <stdint.h>

#include "reply.h"

struct asked {
    uint8_t command;
    uint8_t address; /* ADDR of the frame */
    uint32_t ms;
};

void commands_start(void);

/* Does it. Adds to the reply what follows the status byte; sets *silent when nobody is to hear of it. */
enum status commands_act(struct asked asked, struct request request, struct reply *reply, bool *silent);

/* Whether a command changes nothing, and so may be done twice. */
bool commands_only_read(uint8_t command);

/* Starts anew when that was asked for and the answer is out. */
void commands_tick(bool sending);

#endif
