/* The numbers of PROTOCOL.md: addresses, commands, errors, times. */
#ifndef YICHUANG_PROTOCOL_H
#define YICHUANG_PROTOCOL_H

#include <stdint.h>

enum {
    PROTOCOL_VERSION = 1,

    ADDRESS_ALL = 0x00,
    ADDRESS_LAST = 0x7F,
    ADDRESS_BY_ID = 0xFE,
    ADDRESS_NONE = 0xFF,

    ID_SIZE = 12,
    REPLY_BIT = 0x80,

    OFFLINE_MS = 10000,
    SILENCE_US = 20000, /* longer inside a frame drops it */
    TURNAROUND_DEFAULT_US = 1000,
    TURNAROUND_MIN_US = 200,
    TURNAROUND_MAX_US = 50000,

    BRIGHTNESS_DEFAULT = 10,
    BRIGHTNESS_MAX = 15,
};

enum command {
    CMD_IDENTIFY = 0x01,
    CMD_DISCOVER = 0x02,
    CMD_SET_ADDRESS = 0x03,
    CMD_POLL = 0x04,
    CMD_STATUS = 0x05,
    CMD_TURNAROUND = 0x06,
    CMD_SETUP = 0x07,
    CMD_TEST = 0x08,
    CMD_RESTART = 0x09,
    CMD_SHOW = 0x10,
    CMD_BITMAP = 0x11,
    CMD_BLINK = 0x12,
    CMD_SCROLL = 0x13,
    CMD_BRIGHTNESS = 0x14,
    CMD_CLEAR = 0x15,
    CMD_GLYPHS = 0x16,
    CMD_READBACK = 0x17,
    CMD_LAMPS = 0x20,
    CMD_UPDATE_BEGIN = 0x30,
    CMD_UPDATE_DATA = 0x31,
    CMD_UPDATE_END = 0x32,
    CMD_UPDATE_CONFIRM = 0x33,
    CMD_UPDATE_ABORT = 0x34,
};

enum status {
    DONE = 0x00,
    UNKNOWN_COMMAND = 0x01,
    BAD_LENGTH = 0x02,
    BAD_VALUE = 0x03,
    MISSING_GLYPHS = 0x04,
    CACHE_FULL = 0x05,
    WRONG_KIND = 0x06,
    PICTURE_CRC = 0x07,
    PICTURE_GAP = 0x08,
    TOO_WIDE = 0x09,
    NO_UPDATE = 0x0A,
    UPDATE_GAP = 0x0B,
    WRONG_IMAGE = 0x0C,
    IMAGE_CRC = 0x0D,
    FLASH_FAILED = 0x0E,
};

enum poll_flag {
    POLL_RESTARTED = 1 << 0,
    POLL_NO_PICTURE = 1 << 1,
    POLL_TRIAL = 1 << 2,
    POLL_EVENTS_LOST = 1 << 3,
    POLL_KEY_STUCK = 1 << 4,
    POLL_TEST = 1 << 5,
};

enum kind { KIND_DISPLAY = 1, KIND_PAD = 2 };

enum start_cause { START_POWER, START_WATCHDOG, START_COMMAND, START_FELL_BACK };

#endif
