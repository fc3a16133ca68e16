#include "frame.h"

#include "crc.h"

void frame_receiver_start(struct frame_receiver *receiver)
{
    *receiver = (struct frame_receiver){.hunting = true};
}

static void begin(struct frame_receiver *receiver)
{
    receiver->length = 0;
    receiver->escaped = false;
    receiver->damaged = false;
    receiver->whole = false;
}

static bool judge(struct frame_receiver *receiver)
{
    uint16_t length = receiver->length;
    bool nothing = length == 0 && !receiver->escaped && !receiver->damaged;

    if (receiver->hunting || nothing) {
        return false;
    }
    if (receiver->damaged || receiver->escaped || length < FRAME_MIN ||
        receiver->bytes[FRAME_LEN] != length - FRAME_MIN) {
        receiver->framing_errors++;
        return false;
    }
    if (crc16(receiver->bytes, (size_t)length - 2) != frame_crc(receiver)) {
        receiver->crc_errors++;
        return false;
    }
    return true;
}

static void collect(struct frame_receiver *receiver, uint8_t byte)
{
    if (receiver->escaped) {
        byte ^= FRAME_ESCAPED;
        receiver->escaped = false;
        if (byte != FRAME_FLAG && byte != FRAME_ESCAPE) {
            receiver->damaged = true;
        }
    } else if (byte == FRAME_ESCAPE) {
        receiver->escaped = true;
        return;
    }
    if (receiver->length == FRAME_MAX) {
        receiver->damaged = true;
    }
    if (!receiver->damaged) {
        receiver->bytes[receiver->length++] = byte;
    }
}

bool frame_receive(struct frame_receiver *receiver, uint8_t byte)
{
    if (receiver->whole) {
        begin(receiver);
    }
    if (byte == FRAME_FLAG) {
        bool good = judge(receiver);

        receiver->hunting = false;
        if (good) {
            receiver->whole = true;
        } else {
            begin(receiver);
        }
        return good;
    }
    if (!receiver->hunting) {
        collect(receiver, byte);
    }
    return false;
}

void frame_silence(struct frame_receiver *receiver)
{
    if (!receiver->whole && (receiver->length > 0 || receiver->escaped || receiver->damaged)) {
        receiver->framing_errors++;
        receiver->hunting = true;
    }
    begin(receiver);
}

uint16_t frame_crc(const struct frame_receiver *receiver)
{
    uint16_t at = (uint16_t)(receiver->length - 2);

    return (uint16_t)(receiver->bytes[at] | receiver->bytes[at + 1] << 8);
}

void frame_sender_start(struct frame_sender *sender, const uint8_t *frame)
{
    *sender = (struct frame_sender){.frame = frame, .crc = crc16(frame, (size_t)FRAME_HEAD + frame[FRAME_LEN])};
}

int frame_next(struct frame_sender *sender)
{
    uint16_t length = (uint16_t)(FRAME_HEAD + sender->frame[FRAME_LEN]);
    uint16_t at = (uint16_t)(sender->next - 1); /* in the frame, after the opening flag */
    uint8_t byte;

    if (sender->next == 0 || at == length + 2) {
        sender->next++;
        return FRAME_FLAG;
    }
    if (at > length + 2) {
        return -1;
    }
    if (at < length) {
        byte = sender->frame[at];
    } else {
        byte = (uint8_t)(at == length ? sender->crc : sender->crc >> 8);
    }
    if (sender->escaped) {
        sender->escaped = false;
        byte ^= FRAME_ESCAPED;
    } else if (byte == FRAME_FLAG || byte == FRAME_ESCAPE) {
        sender->escaped = true;
        return FRAME_ESCAPE;
    }
    sender->next++;
    return byte;
}
