/* What is left of port.h when bus, panel, flash and watchdog have theirs. */
#include "port.h"

#include <string.h>

#include "board.h"
#include "head.h"
#include "note.h"
#include "pins.h"
#include "registers.h"

enum { THREE = 7 }; /* keys, lamps */

static enum start_cause cause;

void board_start(void)
{
    RCC_APB2ENR |= RCC_APB2ENR_AFIOEN | RCC_APB2ENR_IOPAEN | RCC_APB2ENR_IOPBEN | RCC_APB2ENR_USART1EN;
    RCC_APB1ENR |= RCC_APB1ENR_TIM3EN;
    GPIOB_BSRR = SET(PIN_DARK);
    GPIOA_CRL = (uint32_t)PIN_INPUT_PULLED * 0x111u << 4 * PIN_KEY_1 | (uint32_t)PIN_OUTPUT * 0x111u << 4 * PIN_LAMP_1 |
                (uint32_t)PIN_OUTPUT << 4 * PIN_BEEPER | (uint32_t)PIN_INPUT << 28;
    GPIOA_CRH = 0x44444000u | (uint32_t)PIN_OUTPUT << 4 * (PIN_DRIVER_ENABLE - 8) | (uint32_t)PIN_FUNCTION << 4 * (PIN_TX - 8) |
                (uint32_t)PIN_INPUT_PULLED << 4 * (PIN_RX - 8);
    GPIOA_BSRR = SET(PIN_RX); /* pulled up: a loose cable is an idle line */
    GPIOB_CRL = 0x40044440u | (uint32_t)PIN_OUTPUT << 4 * PIN_DARK | (uint32_t)PIN_OUTPUT_FAST << 4 * PIN_CLOCK |
                (uint32_t)PIN_OUTPUT_FAST << 4 * PIN_LATCH;
    GPIOB_CRH = (uint32_t)PIN_OUTPUT_FAST * 0x11111111u; /* data and row */
    if (!note_take(&cause)) {
        cause = (RCC_CSR & RCC_CSR_IWDGRSTF) != 0 ? START_WATCHDOG : START_POWER;
    }
    RCC_CSR |= RCC_CSR_RMVF;
}

enum hardware port_hardware(void)
{
    return HARDWARE_STM32F1;
}

enum start_cause port_start_cause(void)
{
    return cause;
}

uint8_t port_bank(void)
{
    return image_head.bank;
}

void port_id(uint8_t id[ID_SIZE])
{
    memcpy(id, (const void *)UNIQUE_ID, ID_SIZE);
}

void port_restart(void)
{
    note_restart(START_COMMAND);
}

uint8_t port_keys(void)
{
    return GPIOA_IDR >> PIN_KEY_1 & THREE;
}

void port_lamps(uint8_t lit)
{
    GPIOA_BSRR = (lit & (uint32_t)THREE) << PIN_LAMP_1 | (~(uint32_t)lit & THREE) << (PIN_LAMP_1 + 16);
}

void port_beep(bool on)
{
    GPIOA_BSRR = on ? SET(PIN_BEEPER) : CLEAR(PIN_BEEPER);
}
