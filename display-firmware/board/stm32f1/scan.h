/* The HUB08 panel: one of sixteen rows at a time, so quickly that all seem lit. */
#ifndef YICHUANG_SCAN_H
#define YICHUANG_SCAN_H

#include <stdbool.h>
#include <stdint.h>

enum {
    SCAN_ROWS = 16,
    SCAN_PERIOD = 12500, /* core clocks a row is lit: 1,920 rows, 120 pictures a second */
    SCAN_GUARD = 600,    /* of them dark, while the row changes: 25 µs */
};

void scan_start(void);

/* One row on: shows the row that was shifted in, then shifts in the next. */
void scan_row(void);

/* From every tick: a row must not stay lit when the timer does not come. */
void scan_watch(void);

/* While the flash is busy the core stands still, and with it the scan: dark, for the row that is shown would be lit all the time. */
void scan_rest(bool now);

/* When, within a row's period, the panel is lit: from this clock to the end. SCAN_PERIOD is never. */
uint32_t scan_dark_clocks(uint8_t level);

#endif
