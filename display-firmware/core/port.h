/* What the core asks of a board. One folder under board/ answers for each kind. None of these may block but the flash ones. */
#ifndef YICHUANG_PORT_H
#define YICHUANG_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "protocol.h"

enum hardware { HARDWARE_STM32F1 = 1, HARDWARE_HOST = 2 };

enum hardware port_hardware(void);
enum start_cause port_start_cause(void);
uint8_t port_bank(void); /* 0 A, 1 B: where the running image lies */
void port_id(uint8_t id[ID_SIZE]);
void port_restart(void); /* returns only on the host */

/* Sends FRAME_HEAD + LEN bytes with CRC, stuffing and flags. The bytes stay as they are until port_sending is false. */
void port_send(const uint8_t *frame);
bool port_sending(void);

uint32_t port_overruns(void); /* bytes lost because nobody fetched them in time */

uint8_t port_keys(void); /* bit n = key n + 1 is down, not debounced */
void port_lamps(uint8_t lit);
void port_beep(bool on);
void port_brightness(uint8_t level); /* 0–BRIGHTNESS_MAX */
void port_dark(bool dark);           /* the panel's output off, whatever it shows */

/* Flash by offset from its start. Erasing sets a page to FF, writing takes an even number of bytes into erased places. Both say whether the
   bytes then read as they should. */
const uint8_t *port_flash(uint32_t offset);
bool port_flash_erase(uint32_t page);
bool port_flash_write(uint32_t offset, const uint8_t *bytes, size_t length);

#endif
