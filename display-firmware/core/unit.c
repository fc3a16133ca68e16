#include "unit.h"

#include <stdbool.h>
#include <string.h>

#include "commands.h"
#include "cover.h"
#include "effects.h"
#include "frame.h"
#include "glyphs.h"
#include "keys.h"
#include "lamps.h"
#include "line.h"
#include "picture.h"
#include "port.h"
#include "screen.h"
#include "settings.h"
#include "update.h"

enum { REMEMBERED_MAX = 96 }; /* acting commands answer no more: MISSING_GLYPHS with 24 names is the longest */

static struct frame_receiver receiver;
static uint8_t out[FRAME_HEAD + FRAME_PAYLOAD_MAX];
static bool reply_due;
static uint32_t request_us; /* when its last byte came */
static uint32_t byte_us;
static uint32_t tick_us;
static uint32_t part_us; /* of a millisecond that is not over */
static uint32_t ms;
static uint32_t own_ms; /* when this unit was last spoken to */
static bool offline;

/* The last acting request: the same again is answered alike, and not acted upon twice. */
static struct {
    bool there;
    uint8_t seq;
    uint16_t crc;
    bool answered;
    uint8_t reply[FRAME_HEAD + REMEMBERED_MAX];
} last;

void unit_start(uint32_t us)
{
    settings_start();
    bool display = settings()->kind == KIND_DISPLAY;

    frame_receiver_start(&receiver);
    screen_start(display ? settings()->width : 0, display ? settings()->height : 0);
    glyphs_start();
    cover_start();
    lamps_start();
    keys_start();
    update_start();
    line_start();
    commands_start();
    effects_stop();
    picture_start();
    reply_due = false;
    last.there = false;
    offline = false;
    request_us = us;
    byte_us = us;
    tick_us = us;
    part_us = 0;
    ms = 0;
    own_ms = 0;
}

static bool is_own_id(const uint8_t *frame)
{
    uint8_t id[ID_SIZE];

    settings_id(id);
    return frame[FRAME_LEN] >= ID_SIZE && memcmp(frame + FRAME_PAYLOAD, id, ID_SIZE) == 0;
}

static bool is_own(const uint8_t *frame)
{
    uint8_t address = frame[FRAME_ADDR];

    return address == ADDRESS_BY_ID ? is_own_id(frame)
                                    : address <= ADDRESS_LAST && address != ADDRESS_ALL && address == settings()->address;
}

/* Has the command done; whether it is to be answered. */
static bool act(const uint8_t *frame)
{
    uint8_t skip = frame[FRAME_ADDR] == ADDRESS_BY_ID ? ID_SIZE : 0;
    struct request request = {frame + FRAME_PAYLOAD + skip, (uint8_t)(frame[FRAME_LEN] - skip)};
    struct reply reply = {out + FRAME_PAYLOAD, 1};
    struct asked asked = {frame[FRAME_CMD], frame[FRAME_ADDR], ms};
    bool silent = false;
    enum status status = commands_act(asked, request, &reply, &silent);

    reply.bytes[0] = status;
    out[FRAME_ADDR] = frame[FRAME_ADDR];
    out[FRAME_SEQ] = frame[FRAME_SEQ];
    out[FRAME_CMD] = frame[FRAME_CMD] | REPLY_BIT;
    out[FRAME_LEN] = reply.length;
    return !silent;
}

static void remember(const uint8_t *frame, bool answered)
{
    last.there = true;
    last.seq = frame[FRAME_SEQ];
    last.crc = frame_crc(&receiver);
    last.answered = answered;
    memcpy(last.reply, out, (size_t)FRAME_HEAD + out[FRAME_LEN]);
}

static bool is_repeat(const uint8_t *frame)
{
    return last.there && last.seq == frame[FRAME_SEQ] && last.crc == frame_crc(&receiver);
}

static void take(const uint8_t *frame, uint32_t us)
{
    bool own = is_own(frame);
    bool all = frame[FRAME_ADDR] == ADDRESS_ALL;

    line_heard(own || all);
    if (!own && !all) {
        return;
    }
    if (own) {
        own_ms = ms;
        offline = false;
    }
    if (is_repeat(frame)) {
        memcpy(out, last.reply, (size_t)FRAME_HEAD + last.reply[FRAME_LEN]);
        reply_due = last.answered;
    } else {
        reply_due = act(frame);
        if (!commands_only_read(frame[FRAME_CMD])) {
            remember(frame, reply_due);
        }
    }
    request_us = us;
}

void unit_byte(uint8_t byte, uint32_t us)
{
    if (us - byte_us > SILENCE_US) {
        frame_silence(&receiver);
    }
    byte_us = us;
    reply_due = false; /* somebody repeats or talks over the answer */
    if (frame_receive(&receiver, byte)) {
        if ((receiver.bytes[FRAME_CMD] & REPLY_BIT) != 0) {
            line_heard(false);
        } else {
            take(receiver.bytes, us);
        }
    }
    line_errors(receiver.crc_errors, receiver.framing_errors);
}

static void go_offline(void)
{
    offline = true;
    lamps_off();
    if (settings()->kind == KIND_DISPLAY) {
        picture_drop();
    }
}

void unit_tick(uint32_t us)
{
    part_us += us - tick_us;
    tick_us = us;
    line_passed(part_us / 1000);
    ms += part_us / 1000;
    part_us %= 1000;

    if (!offline && ms - own_ms >= OFFLINE_MS) {
        go_offline();
    }
    cover_tick(ms);
    picture_tick(ms);
    effects_tick(ms);
    lamps_tick(ms);
    if (settings()->kind == KIND_PAD) {
        keys_tick(ms, !offline);
    }
    if (reply_due && !port_sending() && us - request_us >= line_turnaround()) {
        reply_due = false;
        port_send(out);
    }
    commands_tick(reply_due || port_sending());
}
