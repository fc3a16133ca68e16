/* Bytes written as hexadecimal in vector files. */
#ifndef YICHUANG_HEX_H
#define YICHUANG_HEX_H

#include <stddef.h>
#include <stdint.h>

enum { HEX_ANY = 0x100 }; /* "??": any byte */

/* Reads bytes up to the end or a character that is neither a digit, '?' nor blank; "-" is no byte. Ends the program on half a byte. */
size_t hex_read(const char *text, uint16_t *bytes, size_t room);

/* The same where "??" has no place. */
size_t hex_bytes(const char *text, uint8_t *bytes, size_t room);

#endif
