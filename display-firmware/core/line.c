#include "line.h"

#include "port.h"

static struct {
    uint32_t seconds;
    uint32_t part_ms;
    uint32_t frames;
    uint32_t heard;
    uint32_t crc_errors;
    uint32_t framing_errors;
    uint16_t turnaround;
} line;

void line_start(void)
{
    line.seconds = 0;
    line.part_ms = 0;
    line.frames = 0;
    line.heard = 0;
    line.crc_errors = 0;
    line.framing_errors = 0;
    line.turnaround = TURNAROUND_DEFAULT_US;
}

void line_heard(bool for_this_unit)
{
    line.heard++;
    line.frames += for_this_unit;
}

void line_errors(uint32_t crc, uint32_t framing)
{
    line.crc_errors = crc;
    line.framing_errors = framing;
}

void line_passed(uint32_t ms)
{
    line.part_ms += ms;
    line.seconds += line.part_ms / 1000;
    line.part_ms %= 1000;
}

enum status line_set_turnaround(struct request request, struct reply *reply)
{
    uint16_t us = read_u16(request.bytes);

    if (us < TURNAROUND_MIN_US || us > TURNAROUND_MAX_US) {
        return refuse_value(reply, 0);
    }
    line.turnaround = us;
    return DONE;
}

uint16_t line_turnaround(void)
{
    return line.turnaround;
}

void line_report(struct reply *reply)
{
    reply_u32(reply, line.seconds);
    reply_u32(reply, line.frames);
    reply_u32(reply, line.heard);
    reply_u32(reply, line.crc_errors);
    reply_u32(reply, line.framing_errors);
    reply_u32(reply, port_overruns());
    reply_u16(reply, line.turnaround);
}
