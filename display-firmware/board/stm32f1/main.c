/* The unit on its board: bytes and time in, and the watchdog fed while time goes on. */
#include "board.h"
#include "clock.h"
#include "scan.h"
#include "serial.h"
#include "unit.h"
#include "watchdog.h"

/* Until anything happens. What happens between the look and the sleep wakes it all the same, for interrupts are only held back. */
static void sleep(void)
{
    __asm__ volatile("cpsid i" ::: "memory");
    if (!serial_waiting()) {
        __asm__ volatile("wfi" ::: "memory");
    }
    __asm__ volatile("cpsie i" ::: "memory");
}

int main(void)
{
    uint32_t fed_ms = 0;

    watchdog_feed();
    clock_start();
    board_start();
    unit_start(clock_us());
    scan_start();
    serial_start();
    for (;;) {
        uint8_t byte;

        while (serial_take(&byte)) {
            unit_byte(byte, clock_us());
        }
        unit_tick(clock_us());
        if (clock_ms() != fed_ms) { /* a clock that stands still is a dead unit too */
            fed_ms = clock_ms();
            watchdog_feed();
        }
        sleep();
    }
}
