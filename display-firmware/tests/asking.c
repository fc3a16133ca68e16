/* Requests in one line, for every kind of bench. */
#include <string.h>

#include "bench.h"
#include "check.h"
#include "frame.h"
#include "hex.h"

enum { CHUNK = 200 };

static uint8_t seq;

int bench_say(uint8_t address, uint8_t command, const char *payload)
{
    uint8_t frame[FRAME_HEAD + FRAME_PAYLOAD_MAX] = {address, ++seq, command};

    frame[FRAME_LEN] = (uint8_t)hex_bytes(payload, frame + FRAME_PAYLOAD, FRAME_PAYLOAD_MAX);
    const uint8_t *reply = bench_ask(frame);

    return reply == NULL ? -1 : reply[FRAME_PAYLOAD];
}

void bench_picture(uint8_t address, uint8_t *rows, uint16_t size)
{
    for (uint16_t offset = 0; offset < size; offset = (uint16_t)(offset + CHUNK)) {
        uint8_t length = (uint8_t)(size - offset < CHUNK ? size - offset : CHUNK);
        uint8_t frame[] = {address, ++seq, CMD_READBACK, 3, (uint8_t)offset, (uint8_t)(offset >> 8), length};
        const uint8_t *reply = bench_ask(frame);

        CHECK(reply != NULL && reply[FRAME_PAYLOAD] == DONE && reply[FRAME_LEN] == length + 2, "a display tells what it shows");
        memcpy(rows + offset, reply + FRAME_PAYLOAD + 2, length);
    }
}
