#include "lamps.h"

#include "keys.h"
#include "port.h"

enum { ALL_LAMPS = (1 << KEYS) - 1, BLINK_HALF_MS = 250, BEEP_UNIT_MS = 10 };

static uint8_t steady;
static uint8_t blinking;
static bool testing;
static bool beeping;
static uint32_t beep_begun;
static uint32_t beep_for;

void lamps_off(void)
{
    steady = 0;
    blinking = 0;
    beeping = false;
}

void lamps_start(void)
{
    lamps_off();
    testing = false;
}

enum status lamps_set(struct request request, struct reply *reply, uint32_t ms)
{
    if ((request.bytes[0] & ~ALL_LAMPS) != 0) {
        return refuse_value(reply, 0);
    }
    if ((request.bytes[1] & ~ALL_LAMPS) != 0) {
        return refuse_value(reply, 1);
    }
    steady = request.bytes[0];
    blinking = request.bytes[1];
    beeping = request.bytes[2] != 0;
    beep_begun = ms;
    beep_for = request.bytes[2] * (uint32_t)BEEP_UNIT_MS;
    return DONE;
}

void lamps_test(bool on)
{
    testing = on;
}

void lamps_tick(uint32_t ms)
{
    bool phase = ms / BLINK_HALF_MS % 2 == 0;

    if (beeping && ms - beep_begun >= beep_for) {
        beeping = false;
    }
    port_beep(beeping);
    port_lamps(testing ? ALL_LAMPS : (uint8_t)(phase ? steady | blinking : steady & ~blinking));
}
