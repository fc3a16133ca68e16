/* When the scan runs, and how much of a row's time the panel is lit: TIM3 calls the one and holds the pin of the other. */
#include "pins.h"
#include "port.h"
#include "registers.h"
#include "scan.h"

enum { PATIENCE_MS = 20, PRIORITY = 0x80 };

static volatile uint8_t idle_ms;
static uint8_t brightness;
static bool dark;
static bool resting;

static void pend(void)
{
    NVIC_ISPR(IRQ_TIM3 / 32) = 1u << IRQ_TIM3 % 32;
}

static void set_lit_time(void)
{
    TIM3_CCR3 = dark || resting ? SCAN_PERIOD : scan_dark_clocks(brightness);
}

void scan_start(void)
{
    TIM3_PSC = 0;
    TIM3_ARR = SCAN_PERIOD - 1;
    TIM3_CCR3 = SCAN_PERIOD;
    TIM3_CCMR2 = TIM_CCMR2_OC3M_PWM1 | TIM_CCMR2_OC3PE; /* a new lit time counts from the next row on */
    TIM3_CCER = TIM_CCER_CC3E;
    TIM3_CR1 = TIM_CR1_ARPE;
    TIM3_EGR = TIM_EGR_UG;
    TIM3_SR = 0;
    TIM3_DIER = TIM_DIER_UIE;
    NVIC_IPR_BYTE(IRQ_TIM3) = PRIORITY;
    NVIC_ISER(IRQ_TIM3 / 32) = 1u << IRQ_TIM3 % 32;
    TIM3_CR1 = TIM_CR1_ARPE | TIM_CR1_CEN;
    GPIOB_CRL = (GPIOB_CRL & ~(0xFu << 4 * PIN_DARK)) | (uint32_t)PIN_FUNCTION << 4 * PIN_DARK; /* until now it was held high */
}

void scan_interrupt(void);

void scan_interrupt(void)
{
    TIM3_SR = ~(uint32_t)TIM_SR_UIF;
    idle_ms = 0;
    scan_row();
}

void scan_watch(void)
{
    if (++idle_ms >= PATIENCE_MS) {
        pend();
    }
}

void port_brightness(uint8_t level)
{
    brightness = level;
    set_lit_time();
}

void port_dark(bool now)
{
    dark = now;
    set_lit_time();
}

void scan_rest(bool now)
{
    resting = now;
    set_lit_time();
}
