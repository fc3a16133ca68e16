/* Which pin does what; DESIGN.md has the same as a wiring table. */
#ifndef YICHUANG_PINS_H
#define YICHUANG_PINS_H

#include <stdint.h>

/* Port A */
enum {
    PIN_KEY_1 = 0, /* to 3.3 V when pressed; two more follow */
    PIN_LAMP_1 = 3, /* high lights it; two more follow */
    PIN_BEEPER = 6,
    PIN_DRIVER_ENABLE = 8, /* DE and /RE of the transceiver */
    PIN_TX = 9,
    PIN_RX = 10,
};

/* Port B, the panel. R1 of the first connector lights rows 0–15, its R2 rows 16–31, the second connector the rest. */
enum {
    PIN_DARK = 0, /* EN, high is dark: TIM3's channel 3 */
    PIN_CLOCK = 5,
    PIN_LATCH = 6,
    PIN_DATA_1 = 8, /* R1 R2 R1 R2 */
    PIN_ROW_A = 12, /* A B C D */
};

/* The bits of a BSRR: the lower half sets pins, the upper half clears them. */
#define SET(pin) (1u << (pin))
#define CLEAR(pin) (1u << ((pin) + 16))

#endif
