/* What moves in a picture: blinking and scrolling, of slots or of the whole panel. */
#ifndef YICHUANG_EFFECTS_H
#define YICHUANG_EFFECTS_H

#include <stdbool.h>
#include <stdint.h>

#include "reply.h"

/* Another picture: nothing moves. */
void effects_stop(void);
/* A SHOW's own wishes, at the usual pace. */
void effects_of_slots(uint8_t blink, uint8_t scroll);

enum status effects_blink(struct request request, struct reply *reply);
enum status effects_scroll(struct request request, struct reply *reply);

/* Whether slots will be drawn again, for which the cache must keep their glyphs. */
bool effects_redraw(void);

/* Moves what is due. Draws only when the back buffer is free: not under a test picture, nor while a bitmap comes in. */
void effects_tick(uint32_t ms);

#endif
