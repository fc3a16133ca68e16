#include "watchdog.h"

#include "registers.h"

enum { ABOUT_A_SECOND = 1250 }; /* of 40 kHz / 32; the oscillator may be off by a third, so 0.7 to 1.4 s */

void watchdog_start(void)
{
    IWDG_KR = IWDG_OPEN;
    IWDG_PR = IWDG_PR_32;
    IWDG_RLR = ABOUT_A_SECOND;
    IWDG_KR = IWDG_FEED;
    IWDG_KR = IWDG_START;
}

void watchdog_feed(void)
{
    IWDG_KR = IWDG_FEED;
}
