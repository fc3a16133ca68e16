/* A test picture over the picture (TEST), for a while. It lies in the back buffer, so whoever draws ends it first. */
#ifndef YICHUANG_COVER_H
#define YICHUANG_COVER_H

#include <stdbool.h>
#include <stdint.h>

#include "reply.h"

void cover_start(void);
enum status cover_test(struct request request, struct reply *reply, uint32_t ms);
bool cover_there(void);
/* Gives the picture, or the lamps, back. */
void cover_end(void);
void cover_tick(uint32_t ms);

#endif
