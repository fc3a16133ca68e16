#include "bench.h"

#include <string.h>

#include "board.h"
#include "check.h"
#include "frame.h"
#include "hex.h"
#include "unit.h"

enum { BYTE_US = 87, STEP_US = 500, PATIENCE_US = 60000, PICTURE_MAX = 2048, CHUNK = 200 };

static uint32_t us;
static uint8_t seq;

void bench_unit(const struct settings *settings, const uint8_t id[ID_SIZE])
{
    board_flash_new();
    board_chip(id);
    board_bank(0);
    board_started_by(START_POWER);
    for (uint8_t key = 1; key <= 3; key++) {
        board_press(key, false);
    }
    settings_start();
    CHECK(settings_save(settings), "the flash takes settings");
    bench_power();
}

void bench_power(void)
{
    (void)board_sent();
    (void)board_restart_asked();
    unit_start(us);
}

void bench_wait(uint32_t ms)
{
    for (uint32_t end = us + ms * 1000; (int32_t)(end - us) > 0; us += STEP_US) {
        unit_tick(us);
    }
    unit_tick(us);
}

const uint8_t *bench_ask(const uint8_t *frame)
{
    struct frame_sender sender;

    (void)board_sent();
    frame_sender_start(&sender, frame);
    for (int byte = frame_next(&sender); byte >= 0; byte = frame_next(&sender)) {
        us += BYTE_US;
        unit_byte((uint8_t)byte, us);
        unit_tick(us);
    }
    for (uint32_t waited = 0; waited < PATIENCE_US; waited += STEP_US) {
        const uint8_t *reply = board_sent();

        if (reply != NULL) {
            return reply;
        }
        us += STEP_US;
        unit_tick(us);
    }
    return NULL;
}

int bench_say(uint8_t address, uint8_t command, const char *payload)
{
    uint8_t frame[FRAME_HEAD + FRAME_PAYLOAD_MAX] = {address, ++seq, command};

    frame[FRAME_LEN] = (uint8_t)hex_bytes(payload, frame + FRAME_PAYLOAD, FRAME_PAYLOAD_MAX);
    const uint8_t *reply = bench_ask(frame);

    return reply == NULL ? -1 : reply[FRAME_PAYLOAD];
}

uint16_t bench_picture(uint8_t address, uint8_t *rows)
{
    uint16_t offset = 0;

    while (offset < PICTURE_MAX) {
        uint8_t frame[] = {address, ++seq, CMD_READBACK, 3, (uint8_t)offset, (uint8_t)(offset >> 8), CHUNK};
        const uint8_t *reply = bench_ask(frame);

        for (uint8_t less = CHUNK; reply != NULL && reply[FRAME_PAYLOAD] != DONE && less > 8;) {
            less = (uint8_t)(less - 8);
            frame[6] = less;
            frame[1] = ++seq;
            reply = bench_ask(frame);
        }
        CHECK(reply != NULL, "a display answers");
        if (reply[FRAME_PAYLOAD] != DONE) {
            break;
        }
        uint8_t length = (uint8_t)(reply[FRAME_LEN] - 2);

        memcpy(rows + offset, reply + FRAME_PAYLOAD + 2, length);
        offset = (uint16_t)(offset + length);
    }
    return offset;
}
