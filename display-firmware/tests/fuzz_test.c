/* Random and mutated frames into a whole unit, under the sanitizers: it neither crashes nor takes damage for a frame more often than a CRC of
   16 bits lets through, and afterwards it answers. fuzz_test FRAMES [SEED] */
#include <string.h>

#include "bench.h"
#include "board.h"
#include "check.h"
#include "crc.h"
#include "frame.h"
#include "unit.h"

static uint64_t state;
static uint32_t us;
static const uint8_t id[ID_SIZE] = {3, 1, 4, 1, 5, 9};

static uint32_t drawn(uint32_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 32) % below;
}

static const uint8_t commands[] = {0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x10, 0x11, 0x12, 0x13,
                                   0x14, 0x15, 0x16, 0x17, 0x20, 0x30, 0x31, 0x32, 0x33, 0x34};

/* A frame whose CRC is right and whose bytes are anything, small numbers more often than great ones. */
static size_t make(uint8_t *wire)
{
    uint8_t frame[FRAME_HEAD + FRAME_PAYLOAD_MAX];
    struct frame_sender sender;
    size_t length = 0;

    frame[FRAME_ADDR] = drawn(8) == 0 ? (uint8_t)drawn(256) : drawn(8) == 0 ? 0 : 7;
    frame[FRAME_SEQ] = (uint8_t)drawn(256);
    frame[FRAME_CMD] = drawn(10) == 0 ? (uint8_t)drawn(256) : commands[drawn(sizeof commands)];
    frame[FRAME_LEN] = (uint8_t)(drawn(3) == 0 ? drawn(FRAME_PAYLOAD_MAX + 1) : drawn(12));
    for (uint8_t i = 0; i < frame[FRAME_LEN]; i++) {
        frame[FRAME_PAYLOAD + i] = (uint8_t)(drawn(2) == 0 ? drawn(5) : drawn(256));
    }
    frame_sender_start(&sender, frame);
    for (int byte = frame_next(&sender); byte >= 0; byte = frame_next(&sender)) {
        wire[length++] = (uint8_t)byte;
    }
    return length;
}

static void feed(const uint8_t *wire, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        us += 87;
        unit_byte(wire[i], us);
    }
    us += 3000;
    unit_tick(us);
    (void)board_sent();
}

/* One to three bytes of the frame are other ones; flags stay where they were, so that it is one frame. Whether the codec took it. */
static bool damaged_is_taken(uint8_t *wire, size_t length)
{
    static struct frame_receiver receiver;
    uint8_t before[FRAME_WIRE_MAX];
    bool taken = false;

    memcpy(before, wire, length);
    for (uint32_t i = 0; i <= drawn(3); i++) {
        wire[1 + drawn((uint32_t)length - 2)] = (uint8_t)drawn(256);
    }
    if (memcmp(before, wire, length) == 0) {
        return false;
    }
    frame_receiver_start(&receiver);
    for (size_t i = 0; i < length; i++) {
        taken = frame_receive(&receiver, wire[i]) || taken;
    }
    return taken;
}

int main(int count, char **arguments)
{
    unsigned long frames = count > 1 ? strtoul(arguments[1], NULL, 10) : 200000;
    unsigned long damaged = 0;
    unsigned long taken = 0;
    uint8_t wire[FRAME_WIRE_MAX];
    uint8_t rows[2048];
    struct settings given = {KIND_DISPLAY, 32, 128, 7, 0, BANK_NONE, {0}};

    state = count > 2 ? strtoull(arguments[2], NULL, 10) : 88172645463325252u;
    memset(given.id, 0xFF, ID_SIZE);
    bench_unit(&given, id);
    for (unsigned long i = 0; i < frames; i++) {
        size_t length = make(wire);

        if (i % 2 == 0) {
            damaged++;
            taken += damaged_is_taken(wire, length);
        }
        feed(wire, length);
        if (i % 4096 == 0) {
            given.kind = i % 8192 == 0 ? KIND_DISPLAY : KIND_PAD;
            given.width = given.kind == KIND_DISPLAY ? 128 : 0;
            given.height = given.kind == KIND_DISPLAY ? 32 : 0;
            bench_unit(&given, id);
        }
    }
    given.kind = KIND_DISPLAY;
    given.width = 128;
    given.height = 32;
    bench_unit(&given, id);
    CHECK(bench_say(7, CMD_SHOW, "01 00000001 05 4130303132") == DONE, "it shows a number after all that");
    bench_picture(7, rows, 512);
    printf("fuzz: %lu frames, %lu damaged, %lu of them taken (one in 65,536 would be %lu)\n", frames, damaged, taken, damaged / 65536);
    CHECK(taken <= damaged / 65536 * 3 + 20, "more damage is taken than a CRC lets through");
    return 0;
}
