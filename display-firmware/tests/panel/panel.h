/* What the scan's test has in the place of pins: a panel of shift registers, latches and a row decoder. */
#ifndef YICHUANG_PANEL_H
#define YICHUANG_PANEL_H

#include <stdint.h>

void panel_pins(uint32_t set_and_clear);

#endif
