/* Frames: bytes on the wire to checked frames and back. PROTOCOL.md §2. Trusts nothing that it is fed. */
#ifndef YICHUANG_FRAME_H
#define YICHUANG_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    FRAME_FLAG = 0x7E,
    FRAME_ESCAPE = 0x7D,
    FRAME_ESCAPED = 0x20, /* what a stuffed byte is XORed with */
    FRAME_HEAD = 4,       /* ADDR SEQ CMD LEN */
    FRAME_PAYLOAD_MAX = 240,
    FRAME_MAX = FRAME_HEAD + FRAME_PAYLOAD_MAX + 2,
    FRAME_MIN = FRAME_HEAD + 2,
    FRAME_WIRE_MAX = 2 * FRAME_MAX + 2,
};

/* Where the fields lie in an unstuffed frame. */
enum { FRAME_ADDR, FRAME_SEQ, FRAME_CMD, FRAME_LEN, FRAME_PAYLOAD };

struct frame_receiver {
    uint8_t bytes[FRAME_MAX]; /* the frame, good only right after frame_receive said so */
    uint16_t length;          /* bytes collected */
    bool hunting;             /* no flag seen yet */
    bool escaped;
    bool damaged;             /* wrong escape or too long: dropped at the next flag */
    bool whole;               /* bytes holds a judged frame; the next byte begins anew */
    uint32_t crc_errors;
    uint32_t framing_errors;
};

void frame_receiver_start(struct frame_receiver *receiver);

/* Takes one byte. True when it completed a good frame: then bytes and length hold it, CRC included, until the next call. */
bool frame_receive(struct frame_receiver *receiver, uint8_t byte);

/* The line was silent for longer than frames may pause: whatever was collected is dropped. */
void frame_silence(struct frame_receiver *receiver);

/* The CRC as it came, of a frame that frame_receive has just called good. */
uint16_t frame_crc(const struct frame_receiver *receiver);

/* A frame on its way out, stuffed byte by byte so that no second buffer is needed. */
struct frame_sender {
    const uint8_t *frame; /* FRAME_HEAD + LEN bytes */
    uint16_t next;        /* which byte of flag, frame, CRC, flag is due */
    uint16_t crc;
    bool escaped; /* the second half of a stuffed byte is due */
};

void frame_sender_start(struct frame_sender *sender, const uint8_t *frame);

/* The next byte for the wire, or -1 when the closing flag was the last. */
int frame_next(struct frame_sender *sender);

#endif
