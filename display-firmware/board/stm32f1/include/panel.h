/* The panel's pins, for the scan alone; its test has a panel here instead. */
#ifndef YICHUANG_PANEL_H
#define YICHUANG_PANEL_H

#include "registers.h"

static inline void panel_pins(uint32_t set_and_clear)
{
    GPIOB_BSRR = set_and_clear;
}

#endif
