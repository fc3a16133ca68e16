#include "commands.h"

#include <string.h>

#include "cover.h"
#include "crc.h"
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
#include "version.h"

enum { BOTH = 0, READBACK_MAX = 238, PREFIX_BITS_MAX = 32 };

struct row {
    uint8_t command;
    uint8_t kind; /* KIND_DISPLAY, KIND_PAD or BOTH */
    uint8_t shortest;
    uint8_t longest;
    bool only_reads;
};

static const struct row rows[] = {
    {CMD_IDENTIFY, BOTH, 0, 0, true},
    {CMD_DISCOVER, BOTH, 6, 6, true},
    {CMD_SET_ADDRESS, BOTH, 1, 1, false},
    {CMD_POLL, BOTH, 2, 2, false},
    {CMD_STATUS, BOTH, 0, 0, true},
    {CMD_TURNAROUND, BOTH, 2, 2, false},
    {CMD_SETUP, BOTH, 4, 4, false},
    {CMD_TEST, BOTH, 2, 2, false},
    {CMD_RESTART, BOTH, 0, 0, false},
    {CMD_SHOW, KIND_DISPLAY, 1, FRAME_PAYLOAD_MAX, false},
    {CMD_BITMAP, KIND_DISPLAY, 4, FRAME_PAYLOAD_MAX, false},
    {CMD_BLINK, KIND_DISPLAY, 4, 4, false},
    {CMD_SCROLL, KIND_DISPLAY, 3, 3, false},
    {CMD_BRIGHTNESS, KIND_DISPLAY, 1, 1, false},
    {CMD_CLEAR, KIND_DISPLAY, 0, 0, false},
    {CMD_GLYPHS, KIND_DISPLAY, 1, FRAME_PAYLOAD_MAX, false},
    {CMD_READBACK, KIND_DISPLAY, 3, 3, true},
    {CMD_LAMPS, KIND_PAD, 3, 3, false},
    {CMD_UPDATE_BEGIN, BOTH, 9, 9, false},
    {CMD_UPDATE_DATA, BOTH, 4, 226, false},
    {CMD_UPDATE_END, BOTH, 0, 0, false},
    {CMD_UPDATE_CONFIRM, BOTH, 0, 0, false},
    {CMD_UPDATE_ABORT, BOTH, 0, 0, false},
};

static bool restarted;   /* the master has not yet said that it knows */
static bool restart_due;
static uint8_t brightness;

void commands_start(void)
{
    restarted = true;
    restart_due = false;
    brightness = BRIGHTNESS_DEFAULT;
    port_brightness(brightness);
}

static const struct row *find(uint8_t command)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].command == command) {
            return &rows[i];
        }
    }
    return NULL;
}

bool commands_only_read(uint8_t command)
{
    const struct row *row = find(command);

    return row != NULL && row->only_reads;
}

static enum status identify(struct reply *reply)
{
    const struct settings *own = settings();
    bool display = own->kind == KIND_DISPLAY;

    reply_u8(reply, PROTOCOL_VERSION);
    reply_u8(reply, own->kind);
    reply_u16(reply, screen_width());
    reply_u8(reply, screen_height());
    reply_u8(reply, display ? GLYPH_SLOTS : 0);
    reply_u8(reply, VERSION_MAJOR);
    reply_u8(reply, VERSION_MINOR);
    reply_u8(reply, VERSION_PATCH);
    reply_u8(reply, port_bank());
    reply_u8(reply, port_start_cause());
    reply_u8(reply, port_hardware());
    reply_u8(reply, display ? 0 : KEYS);
    reply_u8(reply, own->address);
    settings_id(reply->bytes + reply->length);
    reply->length += ID_SIZE;
    return DONE;
}

static enum status discover(struct request request, struct reply *reply, bool *silent)
{
    uint8_t id[ID_SIZE];
    uint8_t bits = request.bytes[1];

    *silent = true;
    if (request.bytes[0] > 1) {
        return refuse_value(reply, 0);
    }
    if (bits > PREFIX_BITS_MAX) {
        return refuse_value(reply, 1);
    }
    settings_id(id);
    bool same = bits == 0 || (crc32(id, sizeof id) ^ read_u32(request.bytes + 2)) >> (PREFIX_BITS_MAX - bits) == 0;

    *silent = !same || (request.bytes[0] == 1 && settings()->address != ADDRESS_NONE);
    return identify(reply);
}

static enum status save(const struct settings *changed)
{
    return settings_save(changed) ? DONE : FLASH_FAILED;
}

static enum status set_address(struct asked asked, struct request request, struct reply *reply)
{
    uint8_t address = request.bytes[0];
    struct settings changed = *settings();

    if (asked.address != ADDRESS_BY_ID || address == ADDRESS_ALL || (address > ADDRESS_LAST && address != ADDRESS_NONE)) {
        return refuse_value(reply, 0);
    }
    changed.address = address;
    return changed.address == settings()->address ? DONE : save(&changed);
}

static enum status setup(struct asked asked, struct request request, struct reply *reply)
{
    uint16_t width = read_u16(request.bytes + 1);
    uint8_t height = request.bytes[3];
    struct settings changed = *settings();

    if (asked.address != ADDRESS_BY_ID || (request.bytes[0] != KIND_DISPLAY && request.bytes[0] != KIND_PAD)) {
        return refuse_value(reply, 0);
    }
    if (request.bytes[0] == KIND_DISPLAY ? !screen_possible(width, height) : width != 0 || height != 0) {
        return refuse_value(reply, 1);
    }
    changed.kind = request.bytes[0];
    changed.width = width;
    changed.height = height;
    return save(&changed);
}

static enum status poll(struct request request, struct reply *reply, uint32_t ms)
{
    bool pad = settings()->kind == KIND_PAD;

    if (request.bytes[0] > 1) {
        return refuse_value(reply, 0);
    }
    restarted = restarted && request.bytes[0] == 0;
    if (!restarted) {
        keys_taken(request.bytes[1]);
    }
    uint8_t flags = (uint8_t)((restarted ? POLL_RESTARTED : 0) | (pad || !picture_there() ? POLL_NO_PICTURE : 0) |
                              (update_on_trial() ? POLL_TRIAL : 0) | (keys_lost() ? POLL_EVENTS_LOST : 0) |
                              (keys_stuck() ? POLL_KEY_STUCK : 0) | (cover_there() ? POLL_TEST : 0));

    reply_u8(reply, flags);
    reply_u16(reply, picture_crc());
    if (restarted) {
        reply_u8(reply, 0);
    } else {
        keys_report(reply, ms);
    }
    return DONE;
}

static enum status set_brightness(struct request request, struct reply *reply)
{
    if (request.bytes[0] > BRIGHTNESS_MAX) {
        return refuse_value(reply, 0);
    }
    brightness = request.bytes[0];
    port_brightness(brightness);
    return DONE;
}

static enum status status_report(struct reply *reply)
{
    line_report(reply);
    reply_u8(reply, brightness);
    return DONE;
}

static enum status read_back(struct request request, struct reply *reply)
{
    uint16_t offset = read_u16(request.bytes);
    uint8_t length = request.bytes[2];

    if (offset >= screen_bytes()) {
        return refuse_value(reply, 0);
    }
    if (length == 0 || length > READBACK_MAX || offset + length > screen_bytes()) {
        return refuse_value(reply, 2);
    }
    reply_u8(reply, screen_change());
    memcpy(reply->bytes + reply->length, screen_shown() + offset, length);
    reply->length = (uint8_t)(reply->length + length);
    return DONE;
}

static enum status restart(void)
{
    restart_due = true;
    return DONE;
}

static enum status act(struct asked asked, struct request request, struct reply *reply, bool *silent)
{
    switch ((enum command)asked.command) {
    case CMD_IDENTIFY:
        return identify(reply);
    case CMD_DISCOVER:
        return discover(request, reply, silent);
    case CMD_SET_ADDRESS:
        return set_address(asked, request, reply);
    case CMD_POLL:
        return poll(request, reply, asked.ms);
    case CMD_STATUS:
        return status_report(reply);
    case CMD_TURNAROUND:
        return line_set_turnaround(request, reply);
    case CMD_SETUP:
        return setup(asked, request, reply);
    case CMD_TEST:
        return cover_test(request, reply, asked.ms);
    case CMD_RESTART:
        return restart();
    case CMD_SHOW:
        return picture_show(request, reply);
    case CMD_BITMAP:
        return picture_bitmap(request, reply, asked.ms);
    case CMD_BLINK:
        return effects_blink(request, reply);
    case CMD_SCROLL:
        return effects_scroll(request, reply);
    case CMD_BRIGHTNESS:
        return set_brightness(request, reply);
    case CMD_CLEAR:
        return picture_clear(request, reply);
    case CMD_GLYPHS:
        return glyphs_put(request, reply);
    case CMD_READBACK:
        return read_back(request, reply);
    case CMD_LAMPS:
        return lamps_set(request, reply, asked.ms);
    case CMD_UPDATE_BEGIN:
        return update_begin(request, reply);
    case CMD_UPDATE_DATA:
        return update_data(request, reply);
    case CMD_UPDATE_END:
        return update_end();
    case CMD_UPDATE_CONFIRM:
        return update_confirm();
    case CMD_UPDATE_ABORT:
        return update_abort();
    }
    return UNKNOWN_COMMAND;
}

enum status commands_act(struct asked asked, struct request request, struct reply *reply, bool *silent)
{
    const struct row *row = find(asked.command);

    if (asked.address == ADDRESS_ALL) {
        *silent = true;
    }
    if (row == NULL) {
        return UNKNOWN_COMMAND;
    }
    if (row->kind != BOTH && row->kind != settings()->kind) {
        return WRONG_KIND;
    }
    if (request.length < row->shortest || request.length > row->longest) {
        return BAD_LENGTH;
    }
    return act(asked, request, reply, silent);
}

void commands_tick(bool sending)
{
    if (restart_due && !sending) {
        restart_due = false;
        port_restart();
    }
}
