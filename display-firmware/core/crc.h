/* Checksums of the bus and of firmware images. Tables of 16 entries: a byte in two steps, 96 bytes of flash. */
#ifndef YICHUANG_CRC_H
#define YICHUANG_CRC_H

#include <stddef.h>
#include <stdint.h>

#define CRC16_START 0xFFFFu
#define CRC32_START 0xFFFFFFFFu

/* CRC-16/X-25, to be continued: begin with CRC16_START, finish with crc16_end. */
uint16_t crc16_add(uint16_t crc, uint8_t byte);
uint16_t crc16_end(uint16_t crc);
uint16_t crc16(const uint8_t *bytes, size_t length);

/* CRC-32 of ZIP and Ethernet, in the same manner. */
uint32_t crc32_add(uint32_t crc, uint8_t byte);
uint32_t crc32_end(uint32_t crc);
uint32_t crc32(const uint8_t *bytes, size_t length);

#endif
