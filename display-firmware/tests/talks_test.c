/* vectors/talks.txt against the whole unit. */
#define _GNU_SOURCE
#include <stdbool.h>
#include <string.h>

#include "bench.h"
#include "board.h"
#include "check.h"
#include "frame.h"
#include "hex.h"

enum { LINE_ROOM = 4096, HARDWARE_AT = 15 /* in the answer to IDENTIFY and DISCOVER */ };

static char talk[200];
static unsigned line_number;

static void unit(char *words)
{
    struct settings given = {.bank = 0, .trial = BANK_NONE};
    uint8_t id[ID_SIZE];
    char kind[16];
    char id_text[32];
    unsigned width;
    unsigned height;
    unsigned address;

    CHECK(sscanf(words, "%15s %ux%u %31s %x", kind, &width, &height, id_text, &address) == 5, "line %u", line_number);
    CHECK(hex_bytes(id_text, id, sizeof id) == ID_SIZE, "line %u", line_number);
    given.kind = strcmp(kind, "pad") == 0 ? KIND_PAD : KIND_DISPLAY;
    given.width = (uint16_t)width;
    given.height = (uint8_t)height;
    given.address = (uint8_t)address;
    memset(given.id, 0xFF, ID_SIZE);
    bench_unit(&given, id);
}

static const uint8_t *ask(const char *bytes)
{
    static uint8_t frame[FRAME_HEAD + FRAME_PAYLOAD_MAX];
    uint8_t given[FRAME_HEAD + FRAME_PAYLOAD_MAX];
    size_t length = hex_bytes(bytes, given, sizeof given);

    memcpy(frame, given, 3);
    frame[FRAME_LEN] = (uint8_t)(length - 3);
    memcpy(frame + FRAME_PAYLOAD, given + 3, length - 3);
    return bench_ask(frame);
}

static void expect(const char *text, const uint8_t *reply)
{
    static uint16_t wanted[1024];

    if (strncmp(text, "silence", 7) == 0) {
        CHECK(reply == NULL, "line %u, %s: answered with status %02X", line_number, talk, reply[FRAME_PAYLOAD]);
        return;
    }
    size_t length = hex_read(text, wanted, sizeof wanted / sizeof wanted[0]);

    CHECK(reply != NULL, "line %u, %s: no answer", line_number, talk);
    CHECK((size_t)reply[FRAME_LEN] + 3 == length, "line %u, %s: %u bytes, not %zu; status %02X", line_number, talk,
          reply[FRAME_LEN] + 3u, length, reply[FRAME_PAYLOAD]);
    if (reply[FRAME_CMD] <= (CMD_DISCOVER | REPLY_BIT)) {
        wanted[HARDWARE_AT] = bench_hardware();
    }
    for (size_t i = 0; i < length; i++) {
        uint8_t byte = i < 3 ? reply[i] : reply[i + 1];

        CHECK(wanted[i] == HEX_ANY || wanted[i] == byte, "line %u, %s: byte %zu is %02X", line_number, talk, i, byte);
    }
}

int main(int count, char **arguments)
{
    static char line[LINE_ROOM];
    const uint8_t *reply = NULL;
    unsigned talks = 0;
    bool plays = true;

    CHECK(count == 2, "say which file");
    FILE *file = fopen(arguments[1], "r");
    CHECK(file != NULL, "%s", arguments[1]);
    while (fgets(line, sizeof line, file) != NULL) {
        char *rest = line;
        char *word = strsep(&rest, " \n");

        line_number++;
        if (*word == '#' || *word == '\0') {
            continue;
        }
        if (strcmp(word, "talk") == 0) {
            snprintf(talk, sizeof talk, "%.*s", (int)strcspn(rest, "\n"), rest);
            plays = bench_plays(talk);
            talks += plays;
        } else if (!plays) {
            continue;
        } else if (strcmp(word, "unit") == 0) {
            unit(rest);
        } else if (strcmp(word, ">") == 0) {
            reply = ask(rest);
        } else if (strcmp(word, "<") == 0) {
            expect(rest, reply);
        } else if (strcmp(word, "wait") == 0) {
            bench_wait((uint32_t)strtoul(rest, NULL, 10));
        } else if (strcmp(word, "press") == 0 || strcmp(word, "release") == 0) {
            board_press((uint8_t)strtoul(rest, NULL, 10), *word == 'p');
        } else if (strcmp(word, "power") == 0) {
            bench_power();
        } else {
            CHECK(false, "line %u: what is %s?", line_number, word);
        }
    }
    fclose(file);
    printf("talks.txt: %u talks hold\n", talks);
    return talks > 15 ? 0 : 1;
}
