/* What a unit counts of its line, and how long it waits before it answers. */
#ifndef YICHUANG_LINE_H
#define YICHUANG_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "reply.h"

void line_start(void);
void line_heard(bool for_this_unit);
void line_errors(uint32_t crc, uint32_t framing);
void line_passed(uint32_t ms);
enum status line_set_turnaround(struct request request, struct reply *reply);
uint16_t line_turnaround(void); /* µs */

/* STATUS, but for the brightness at its end. */
void line_report(struct reply *reply);

#endif
