#include "serial.h"

#include "clock.h"
#include "frame.h"
#include "pins.h"
#include "port.h"
#include "registers.h"

enum { BAUD = 115200, RING = 256 }; /* 22 ms of bytes: the main loop is back sooner, but for flash, when nobody may speak */

static volatile uint8_t ring[RING];
static volatile uint8_t head; /* where the interrupt writes */
static volatile uint8_t tail; /* where the main loop reads */
static volatile uint32_t overruns;
static volatile bool sending;
static struct frame_sender sender;

void serial_start(void)
{
    USART1_BRR = (CORE_HZ + BAUD / 2) / BAUD; /* 208: 115,385 Bd, 0.16 % fast */
    USART1_CR1 = USART_CR1_UE | USART_CR1_RE | USART_CR1_TE | USART_CR1_RXNEIE;
    NVIC_IPR_BYTE(IRQ_USART1) = 0; /* before the scan: a byte is lost after 87 µs */
    NVIC_ISER(IRQ_USART1 / 32) = 1u << IRQ_USART1 % 32;
}

bool serial_waiting(void)
{
    return head != tail;
}

bool serial_take(uint8_t *byte)
{
    uint8_t at = tail;

    if (head == at) {
        return false;
    }
    *byte = ring[at];
    tail = (uint8_t)(at + 1);
    return true;
}

static void receive(uint32_t status)
{
    uint8_t byte = (uint8_t)USART1_DR; /* after SR this also clears its error bits; a damaged byte is the CRC's business */
    uint8_t next = (uint8_t)(head + 1); /* of 256, it runs over by itself */

    if ((status & USART_SR_ORE) != 0) {
        overruns++;
    }
    if ((status & USART_SR_RXNE) == 0) {
        return;
    }
    if (next == tail) {
        overruns++;
        return;
    }
    ring[head] = byte;
    head = next;
}

/* Gives the transmitter what it has room for. When all of it has left the shift register, the line is let go of. Nobody else changes CR1. */
static void transmit(void)
{
    if ((USART1_CR1 & USART_CR1_TCIE) == 0) {
        USART1_CR1 |= USART_CR1_TXEIE;
    }
    while ((USART1_CR1 & USART_CR1_TXEIE) != 0 && (USART1_SR & USART_SR_TXE) != 0) {
        int byte = frame_next(&sender);

        if (byte >= 0) {
            USART1_DR = (uint32_t)byte;
        } else {
            USART1_CR1 = (USART1_CR1 & ~(uint32_t)USART_CR1_TXEIE) | USART_CR1_TCIE;
        }
    }
    if ((USART1_CR1 & USART_CR1_TCIE) != 0 && (USART1_SR & USART_SR_TC) != 0) {
        USART1_CR1 &= ~(uint32_t)USART_CR1_TCIE;
        GPIOA_BSRR = CLEAR(PIN_DRIVER_ENABLE);
        sending = false;
    }
}

void serial_interrupt(void);

void serial_interrupt(void)
{
    uint32_t status = USART1_SR;

    if ((status & (USART_SR_RXNE | USART_SR_ORE)) != 0) {
        receive(status);
    }
    if (sending) {
        transmit();
    }
}

void port_send(const uint8_t *frame)
{
    frame_sender_start(&sender, frame);
    GPIOA_BSRR = SET(PIN_DRIVER_ENABLE);
    sending = true;
    NVIC_ISPR(IRQ_USART1 / 32) = 1u << IRQ_USART1 % 32; /* which then asks for the transmitter's own interrupts */
}

bool port_sending(void)
{
    return sending;
}

uint32_t port_overruns(void)
{
    return overruns;
}
