/* vectors/frames.txt against the frame codec and the checksums. */
#include <string.h>

#include "check.h"
#include "crc.h"
#include "frame.h"
#include "hex.h"

enum { WIRE_ROOM = 4096 };

static struct frame_receiver receiver;

/* Feeds the wire and expects the frames, one after another, and the error counts. */
static void receive_all(const char *name, const uint8_t *wire, size_t wire_length, const uint8_t *frames,
                        size_t frames_length, uint32_t crc_errors, uint32_t framing_errors)
{
    size_t at = 0;

    frame_receiver_start(&receiver);
    for (size_t i = 0; i < wire_length; i++) {
        if (frame_receive(&receiver, wire[i])) {
            CHECK(at + receiver.length <= frames_length, "%s: a frame too many", name);
            CHECK(memcmp(receiver.bytes, frames + at, receiver.length) == 0, "%s: frame at %zu", name, at);
            at += receiver.length;
        }
    }
    CHECK(at == frames_length, "%s: a frame is missing", name);
    CHECK(receiver.crc_errors == crc_errors, "%s: %u", name, (unsigned)receiver.crc_errors);
    CHECK(receiver.framing_errors == framing_errors, "%s: %u", name, (unsigned)receiver.framing_errors);
}

static size_t send_all(const uint8_t *frame, uint8_t *wire)
{
    struct frame_sender sender;
    size_t length = 0;

    frame_sender_start(&sender, frame);
    for (int byte = frame_next(&sender); byte >= 0; byte = frame_next(&sender)) {
        CHECK(length < FRAME_WIRE_MAX, "a sender without end");
        wire[length++] = (uint8_t)byte;
    }
    return length;
}

static void frame(const char *name, const char *head, const char *payload, const char *expected)
{
    uint8_t whole[FRAME_MAX];
    uint8_t wire[FRAME_WIRE_MAX];
    uint8_t wanted[FRAME_WIRE_MAX];
    size_t length;
    size_t wanted_length = hex_bytes(expected, wanted, sizeof wanted);

    CHECK(hex_bytes(head, whole, 3) == 3, "%s", name);
    whole[FRAME_LEN] = (uint8_t)hex_bytes(payload, whole + FRAME_PAYLOAD, FRAME_PAYLOAD_MAX);
    length = send_all(whole, wire);
    CHECK(length == wanted_length && memcmp(wire, wanted, length) == 0, "%s", name);

    length = (size_t)FRAME_HEAD + whole[FRAME_LEN];
    uint16_t crc = crc16(whole, length);
    whole[length++] = (uint8_t)crc;
    whole[length++] = (uint8_t)(crc >> 8);
    receive_all(name, wire, wanted_length, whole, length, 0, 0);
}

static void stream(const char *name, const char *wire_text, const char *frames_text, const char *errors)
{
    static uint8_t wire[WIRE_ROOM];
    static uint8_t frames[WIRE_ROOM];
    unsigned crc_errors;
    unsigned framing_errors;
    size_t wire_length = hex_bytes(wire_text, wire, sizeof wire);
    size_t frames_length = hex_bytes(frames_text, frames, sizeof frames);

    CHECK(sscanf(errors, "%u %u", &crc_errors, &framing_errors) == 2, "%s", name);
    receive_all(name, wire, wire_length, frames, frames_length, crc_errors, framing_errors);
}

static void checksum(const char *kind, const char *bytes_text, const char *expected)
{
    uint8_t bytes[64];
    size_t length = hex_bytes(bytes_text, bytes, sizeof bytes);
    unsigned long wanted = strtoul(expected, NULL, 16);

    CHECK((strcmp(kind, "crc16") == 0 ? crc16(bytes, length) : crc32(bytes, length)) == wanted, "%s", bytes_text);
}

int main(int count, char **arguments)
{
    static char line[3 * WIRE_ROOM];
    unsigned lines = 0;

    CHECK(count == 2, "say which file");
    FILE *file = fopen(arguments[1], "r");
    CHECK(file != NULL, "%s", arguments[1]);
    while (fgets(line, sizeof line, file) != NULL) {
        char *rest = line;
        char *kind = strsep(&rest, " \n");
        char *part[4] = {NULL};

        for (int i = 0; i < 4 && rest != NULL; i++) {
            part[i] = strsep(&rest, "|\n");
        }
        if (strcmp(kind, "frame") == 0) {
            frame(part[0], part[1], part[2], part[3]);
        } else if (strcmp(kind, "stream") == 0) {
            stream(part[0], part[1], part[2], part[3]);
        } else if (strcmp(kind, "crc16") == 0 || strcmp(kind, "key") == 0) {
            checksum(kind, part[0], part[1]);
        } else {
            CHECK(*kind == '\0' || *kind == '#', "what is %s?", kind);
            continue;
        }
        lines++;
    }
    fclose(file);
    printf("frames.txt: %u lines hold\n", lines);
    return lines > 80 ? 0 : 1;
}
