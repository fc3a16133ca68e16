/* PROTOCOL.md, "The image file": what lies at 140h of a bank. BANK comes from the command line: 0 A, 1 B. */
#ifndef YICHUANG_HEAD_H
#define YICHUANG_HEAD_H

#include <stdint.h>

struct image_head {
    uint32_t magic;
    uint32_t size;
    uint8_t bank;
    uint8_t hardware;
    uint8_t version[3];
    uint8_t zero[3];
};

extern const struct image_head image_head;

#endif
