/* A unit as a process: host-board SOCKET KIND WxH ID ADDRESS. Joins the bus at a UNIX socket; its flash lies in memory, so a start is a factory
   start. Ends when the bus does; RESTART starts it anew. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "board.h"
#include "frame.h"
#include "unit.h"

enum { TICK_MS = 1, READ_MAX = 256 };

static uint32_t now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint32_t)((uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u);
}

static int join(const char *path)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    int bus = socket(AF_UNIX, SOCK_STREAM, 0);

    if (bus < 0 || strlen(path) >= sizeof at.sun_path) {
        return -1;
    }
    strcpy(at.sun_path, path);
    return connect(bus, (struct sockaddr *)&at, sizeof at) == 0 ? bus : -1;
}

static bool send_out(int bus, const uint8_t *frame)
{
    uint8_t wire[FRAME_WIRE_MAX];
    size_t length = 0;
    struct frame_sender sender;

    frame_sender_start(&sender, frame);
    for (int byte = frame_next(&sender); byte >= 0; byte = frame_next(&sender)) {
        wire[length++] = (uint8_t)byte;
    }
    return write(bus, wire, length) == (ssize_t)length;
}

static bool parse_id(const char *text, uint8_t id[ID_SIZE])
{
    for (int i = 0; i < ID_SIZE; i++) {
        unsigned byte;

        if (sscanf(text + 2 * i, "%2x", &byte) != 1) {
            return false;
        }
        id[i] = (uint8_t)byte;
    }
    return text[2 * ID_SIZE] == '\0';
}

static int serve(int bus)
{
    uint8_t bytes[READ_MAX];
    struct pollfd waiting = {.fd = bus, .events = POLLIN};

    for (;;) {
        if (poll(&waiting, 1, TICK_MS) > 0) {
            ssize_t got = read(bus, bytes, sizeof bytes);

            if (got <= 0) {
                return 0;
            }
            for (ssize_t i = 0; i < got; i++) {
                unit_byte(bytes[i], now_us());
            }
        }
        unit_tick(now_us());
        const uint8_t *frame = board_sent();

        if (frame != NULL && !send_out(bus, frame)) {
            return 0;
        }
        if (board_restart_asked()) {
            board_started_by(START_COMMAND);
            unit_start(now_us());
        }
    }
}

int main(int count, char **arguments)
{
    struct settings given = {.bank = 0, .trial = BANK_NONE};
    uint8_t id[ID_SIZE];
    unsigned width;
    unsigned height;
    unsigned address;

    if (count != 6 || sscanf(arguments[3], "%ux%u", &width, &height) != 2 || sscanf(arguments[5], "%x", &address) != 1 ||
        !parse_id(arguments[4], id)) {
        fprintf(stderr, "use: host-board SOCKET display|pad WxH ID ADDRESS    ID 24 hexadecimal digits, ADDRESS hexadecimal, FF none\n");
        return 2;
    }
    given.kind = strcmp(arguments[2], "pad") == 0 ? KIND_PAD : KIND_DISPLAY;
    given.width = (uint16_t)width;
    given.height = (uint8_t)height;
    given.address = (uint8_t)address;
    memset(given.id, 0xFF, ID_SIZE);
    board_flash_new();
    board_chip(id);
    settings_start();
    (void)settings_save(&given);
    int bus = join(arguments[1]);

    if (bus < 0) {
        perror(arguments[1]);
        return 1;
    }
    unit_start(now_us());
    return serve(bus);
}
