#include "keys.h"

#include <string.h>

#include "port.h"

enum { AGE_UNIT_MS = 100, AGE_MAX = 255 };

struct event {
    uint8_t number;
    uint8_t key;
    uint32_t pressed;
};

static struct {
    bool down;        /* debounced */
    bool stuck;
    uint32_t changed; /* when the raw line last agreed with `down` */
    uint32_t pressed;
} keys[KEYS];

static struct event queue[EVENTS_MAX]; /* oldest first */
static uint8_t queued;
static uint8_t sent; /* how many of them a reply has named */
static uint8_t last_number;
static bool lost;

void keys_start(void)
{
    memset(keys, 0, sizeof keys);
    for (uint8_t i = 0; i < KEYS; i++) {
        keys[i].down = (port_keys() >> i & 1) != 0; /* held while the supply came: nobody pressed it now */
    }
    queued = 0;
    sent = 0;
    last_number = 0;
    lost = false;
}

static void add(uint8_t key, uint32_t ms)
{
    if (queued == EVENTS_MAX) {
        lost = true;
        return;
    }
    last_number = last_number == 255 ? 1 : (uint8_t)(last_number + 1);
    queue[queued++] = (struct event){last_number, key, ms};
}

static void drop(uint8_t count)
{
    queued = (uint8_t)(queued - count);
    sent = sent > count ? (uint8_t)(sent - count) : 0;
    memmove(queue, queue + count, queued * sizeof queue[0]);
}

void keys_tick(uint32_t ms, bool online)
{
    uint8_t raw = port_keys();

    if (!online) {
        drop(queued);
        lost = false;
    }
    for (uint8_t i = 0; i < KEYS; i++) {
        bool now_down = (raw >> i & 1) != 0;

        if (now_down == keys[i].down) {
            keys[i].changed = ms;
        } else if (ms - keys[i].changed >= DEBOUNCE_MS) {
            keys[i].down = now_down;
            keys[i].changed = ms;
            keys[i].pressed = ms;
            if (now_down && online) {
                add((uint8_t)(i + 1), ms);
            }
        }
        if (!keys[i].down) {
            keys[i].stuck = false;
        } else if (ms - keys[i].pressed >= STUCK_MS) {
            keys[i].stuck = true;
        }
    }
}

void keys_taken(uint8_t number)
{
    if (number == 0) {
        return;
    }
    for (uint8_t i = 0; i < sent; i++) {
        if (queue[i].number == number) {
            drop((uint8_t)(i + 1));
            lost = false;
            return;
        }
    }
}

void keys_report(struct reply *reply, uint32_t ms)
{
    uint8_t count = queued;

    if (count > EVENTS_PER_POLL) {
        count = EVENTS_PER_POLL;
    }
    reply_u8(reply, count);
    for (uint8_t i = 0; i < count; i++) {
        uint32_t age = (ms - queue[i].pressed) / AGE_UNIT_MS;

        reply_u8(reply, queue[i].number);
        reply_u8(reply, queue[i].key);
        reply_u8(reply, (uint8_t)(age < AGE_MAX ? age : AGE_MAX));
    }
    sent = count;
}

bool keys_lost(void)
{
    return lost;
}

bool keys_stuck(void)
{
    bool stuck = false;

    for (uint8_t i = 0; i < KEYS; i++) {
        stuck = stuck || keys[i].stuck;
    }
    return stuck;
}
