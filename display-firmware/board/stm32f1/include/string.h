/* The four functions of the C library that this firmware uses; memory.c has them, so that no library is linked. */
#ifndef YICHUANG_STRING_H
#define YICHUANG_STRING_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int byte, size_t length);
int memcmp(const void *one, const void *other, size_t length);

#endif
