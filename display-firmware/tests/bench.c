#include "bench.h"

#include "board.h"
#include "check.h"
#include "frame.h"
#include "unit.h"

enum { BYTE_US = 87, STEP_US = 500, PATIENCE_US = 60000 };

static uint32_t us;

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

bool bench_plays(const char *talk)
{
    (void)talk;
    return true;
}

enum hardware bench_hardware(void)
{
    return HARDWARE_HOST;
}
