/* Pins, their clocks, and why the chip was started. Before anything else of the board. */
#ifndef YICHUANG_STM32F1_BOARD_H
#define YICHUANG_STM32F1_BOARD_H

void board_start(void);

#endif
