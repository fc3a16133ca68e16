#include "clock.h"

#include "registers.h"
#include "scan.h"

enum { HSE_PATIENCE = 20000 }; /* looks at it: some 20 ms; a crystal needs 2 */

static volatile uint32_t ticks; /* ms */

/* 8 MHz crystal x 3; without a crystal that swings, half the inner 8 MHz x 6. A PLL that does not lock leaves the chip at 8 MHz, where nobody
   on the bus understands it: such a board is broken. */
static void run_at_24_mhz(void)
{
    uint32_t source = RCC_CFGR_PLLMUL_6;

    RCC_CR |= RCC_CR_HSEON;
    for (uint32_t looks = 0; looks < HSE_PATIENCE; looks++) {
        if ((RCC_CR & RCC_CR_HSERDY) != 0) {
            source = RCC_CFGR_PLLSRC_HSE | RCC_CFGR_PLLMUL_3;
            break;
        }
    }
    RCC_CFGR = source;
    RCC_CR |= RCC_CR_PLLON;
    RCC_CFGR = source | RCC_CFGR_SW_PLL; /* the chip itself waits with this until the PLL is locked */
}

void clock_start(void)
{
    run_at_24_mhz();
    SYST_RVR = CORE_PER_MS - 1;
    SYST_CVR = 0;
    SYST_CSR = SYST_ENABLE_TICK_CORE;
}

void tick_interrupt(void);

void tick_interrupt(void)
{
    ticks++;
    scan_watch();
}

uint32_t clock_ms(void)
{
    return ticks;
}

/* Never goes back: the counter may have begun anew while its tick is still on the way. */
uint32_t clock_us(void)
{
    static uint32_t last;
    uint32_t before;
    uint32_t left;

    do { /* until no tick fell in between */
        before = ticks;
        left = SYST_CVR;
    } while (before != ticks);
    uint32_t now = before * 1000 + (CORE_PER_MS - 1 - left) / CORE_PER_US;

    if ((int32_t)(now - last) > 0) {
        last = now;
    }
    return last;
}
