/* The picture: text slots (SHOW), a bitmap, dark on purpose (CLEAR), or none. Checked whole before any of it shows. */
#ifndef YICHUANG_PICTURE_H
#define YICHUANG_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "reply.h"

enum { SLOTS_MAX = 8 };

/* No picture yet; shows the unit's address, for whoever puts boards up. */
void picture_start(void);

enum status picture_show(struct request request, struct reply *reply);
enum status picture_clear(struct request request, struct reply *reply);
enum status picture_bitmap(struct request request, struct reply *reply, uint32_t ms);

/* The unit is offline: forgets the picture and shows the sign instead. */
void picture_drop(void);

bool picture_there(void);
/* Of the frame buffer with blinking slots lit and scrolling ones at their start; 0 without a picture. */
uint16_t picture_crc(void);

/* Whether the cache must keep this character because the picture will be drawn again. */
bool picture_needs(uint32_t code);

/* Slots of SHOW; 0 for every other picture. */
uint8_t picture_slots(void);
bool picture_is_bitmap(void);

/* A bitmap half received lies in the back buffer: nothing else may be drawn there. */
bool picture_drafting(void);
void picture_drop_draft(void);
/* Drops a draft that nobody continues. */
void picture_tick(uint32_t ms);

/* How far a slot has scrolled, and which slots are dark. The effects turn these; picture_redraw shows them. */
struct phase {
    uint16_t offset[SLOTS_MAX];
    uint8_t dark;
};
void picture_redraw(const struct phase *phase);
/* Dots after which a scrolling slot looks as at its start; 0 when its text fits. */
uint16_t picture_cycle(uint8_t slot);
/* Names missing glyphs as MISSING_GLYPHS does; DONE when the picture can be drawn again. */
enum status picture_redrawable(struct reply *reply);

#endif
