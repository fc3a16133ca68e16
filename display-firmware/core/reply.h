/* A reply's payload under construction, and little-endian numbers. A handler writes what follows the status byte. */
#ifndef YICHUANG_REPLY_H
#define YICHUANG_REPLY_H

#include <stdint.h>

#include "protocol.h"

struct request {
    const uint8_t *bytes;
    uint8_t length;
};

struct reply {
    uint8_t *bytes; /* room for FRAME_PAYLOAD_MAX */
    uint8_t length;
};

static inline void reply_u8(struct reply *reply, uint8_t value)
{
    reply->bytes[reply->length++] = value;
}

static inline void reply_u16(struct reply *reply, uint16_t value)
{
    reply_u8(reply, (uint8_t)value);
    reply_u8(reply, (uint8_t)(value >> 8));
}

static inline void reply_u24(struct reply *reply, uint32_t value)
{
    reply_u16(reply, (uint16_t)value);
    reply_u8(reply, (uint8_t)(value >> 16));
}

static inline void reply_u32(struct reply *reply, uint32_t value)
{
    reply_u16(reply, (uint16_t)value);
    reply_u16(reply, (uint16_t)(value >> 16));
}

static inline enum status refuse_value(struct reply *reply, uint8_t offset)
{
    reply_u8(reply, offset);
    return BAD_VALUE;
}

static inline uint16_t read_u16(const uint8_t *bytes)
{
    return (uint16_t)(bytes[0] | bytes[1] << 8);
}

static inline uint32_t read_u24(const uint8_t *bytes)
{
    return read_u16(bytes) | (uint32_t)bytes[2] << 16;
}

static inline uint32_t read_u32(const uint8_t *bytes)
{
    return read_u16(bytes) | (uint32_t)read_u16(bytes + 2) << 16;
}

#endif
