#include <string.h>

#include <stdint.h>

void *memcpy(void *restrict to, const void *restrict from, size_t length)
{
    return memmove(to, from, length);
}

void *memmove(void *to, const void *from, size_t length)
{
    uint8_t *into = to;
    const uint8_t *of = from;

    if ((uintptr_t)into - (uintptr_t)of >= length) {
        for (size_t i = 0; i < length; i++) {
            into[i] = of[i];
        }
    } else {
        while (length-- > 0) {
            into[length] = of[length];
        }
    }
    return to;
}

void *memset(void *to, int byte, size_t length)
{
    uint8_t *into = to;

    while (length-- > 0) {
        *into++ = (uint8_t)byte;
    }
    return to;
}

int memcmp(const void *one, const void *other, size_t length)
{
    const uint8_t *left = one;
    const uint8_t *right = other;

    for (size_t i = 0; i < length; i++) {
        if (left[i] != right[i]) {
            return left[i] - right[i];
        }
    }
    return 0;
}
