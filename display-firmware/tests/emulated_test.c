/* What only the real binary can show: boot loader, banks and restarts, as far as an emulator goes. */
#include <string.h>

#include "bench.h"
#include "check.h"
#include "emulated.h"
#include "frame.h"
#include "hex.h"

enum { BANK_AT = 10, CAUSE_AT = 11, RESTART_MS = 500 }; /* in the answer to IDENTIFY, its status byte counted */

static const char *build;

static const uint8_t *identity(void)
{
    static const uint8_t ask[] = {7, 1, CMD_IDENTIFY, 0};
    const uint8_t *reply = bench_ask(ask);

    CHECK(reply != NULL, "it answers");
    return reply + FRAME_PAYLOAD;
}

static void board(const char *bank_a, const char *bank_b, const char *confirmed, const char *trial)
{
    char words[600];

    snprintf(words, sizeof words, "%s/boot.bin %s %s display 128x32 0102030405060708090A0B0C 07 %s %s", build, bank_a, bank_b, confirmed,
             trial);
    emulated_board(words);
}

/* A copy of an image with one byte changed. */
static const char *damaged(const char *image)
{
    static char path[300];
    static uint8_t bytes[65536];
    FILE *from = fopen(image, "rb");

    CHECK(from != NULL, "%s", image);
    size_t length = fread(bytes, 1, sizeof bytes, from);

    fclose(from);
    bytes[length / 2] ^= 1;
    snprintf(path, sizeof path, "%s/damaged.bin", build);
    FILE *to = fopen(path, "wb");

    CHECK(to != NULL && fwrite(bytes, 1, length, to) == length, "%s", path);
    fclose(to);
    return path;
}

int main(void)
{
    char a[300];
    char b[300];

    build = getenv("BUILD") == NULL ? "build" : getenv("BUILD");
    snprintf(a, sizeof a, "%s/firmware_a.bin", build);
    snprintf(b, sizeof b, "%s/firmware_b.bin", build);

    board(a, b, "A", "-");
    CHECK(identity()[BANK_AT] == 0 && identity()[CAUSE_AT] == START_POWER, "bank A after power-on");
    CHECK(bench_say(7, CMD_SHOW, "01 00000001 05 4130303132") == DONE, "a number");
    CHECK(bench_say(7, CMD_RESTART, "") == DONE, "it answers, then starts anew");
    bench_wait(RESTART_MS);
    CHECK(identity()[CAUSE_AT] == START_COMMAND, "and says why");
    static const uint8_t poll[] = {7, 2, CMD_POLL, 2, 0, 0};
    const uint8_t *polled = bench_ask(poll);

    CHECK(polled != NULL && polled[FRAME_PAYLOAD + 1] == (POLL_RESTARTED | POLL_NO_PICTURE), "without the number");
    CHECK(bench_say(ADDRESS_BY_ID, CMD_SET_ADDRESS, "0102030405060708090A0B0C 09") == FLASH_FAILED, "a flash that takes nothing is told");
    CHECK(identity()[13 + 1] == 7, "and the address stays");

    board(a, b, "B", "-");
    CHECK(identity()[BANK_AT] == 1 && identity()[CAUSE_AT] == START_POWER, "bank B, linked for its place");

    board(damaged(a), b, "A", "-");
    CHECK(identity()[BANK_AT] == 1 && identity()[CAUSE_AT] == START_FELL_BACK, "a damaged bank is not started");

    /* A start on trial is marked before it happens; this flash does not take the mark, so it does not happen. */
    board(a, b, "A", "B");
    CHECK(identity()[BANK_AT] == 0 && identity()[CAUSE_AT] == START_FELL_BACK, "no trial that cannot be counted");
    printf("real binary: banks, fall-back and restart as they should be\n");
    return 0;
}
