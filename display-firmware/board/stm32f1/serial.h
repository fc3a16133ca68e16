/* The bus: USART1 with interrupts, and the line that turns the transceiver round. */
#ifndef YICHUANG_SERIAL_H
#define YICHUANG_SERIAL_H

#include <stdbool.h>
#include <stdint.h>

void serial_start(void);

/* The next byte that came; false when there is none. */
bool serial_take(uint8_t *byte);
bool serial_waiting(void);

#endif
