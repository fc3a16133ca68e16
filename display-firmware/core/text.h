/* UTF-8, strictly: no control characters, no surrogates, nothing overlong, nothing beyond U+10FFFF. */
#ifndef YICHUANG_TEXT_H
#define YICHUANG_TEXT_H

#include <stdbool.h>
#include <stdint.h>

enum { TEXT_BAD = 0xFFFFFFFF };

/* Whether a code point may be in a text. */
bool text_valid(uint32_t code);

/* The character at *at, which moves on; TEXT_BAD for anything that is none, and then *at stays. */
uint32_t text_next(const uint8_t **at, const uint8_t *end);

#endif
