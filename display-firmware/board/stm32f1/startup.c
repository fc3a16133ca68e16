/* From reset to main, for the boot loader and the firmware alike; and what happens when the core has lost its way. */
#include <stdint.h>
#include <string.h>

#include "note.h"

/* Where the linker put things: their addresses are what counts. */
extern uint32_t ram_data;
extern uint32_t ram_data_end;
extern const uint32_t flash_data;
extern uint32_t ram_zero;
extern uint32_t ram_zero_end;
extern uint32_t stack_top;

int main(void);
_Noreturn void start_interrupt(void);
_Noreturn void fault_interrupt(void);
_Noreturn void stray_interrupt(void);

void start_interrupt(void)
{
    (void)memcpy(&ram_data, &flash_data, (uintptr_t)&ram_data_end - (uintptr_t)&ram_data);
    (void)memset(&ram_zero, 0, (uintptr_t)&ram_zero_end - (uintptr_t)&ram_zero);
    (void)main();
    for (;;) {
    }
}

/* Told as a watchdog's start: either way the firmware died by itself. Should the stack be at its end, this does not run either, and the
   watchdog does it. */
void fault_interrupt(void)
{
    note_restart(START_WATCHDOG);
}

void stray_interrupt(void)
{
    note_restart(START_WATCHDOG);
}

void tick_interrupt(void) __attribute__((weak, alias("stray_interrupt")));
void scan_interrupt(void) __attribute__((weak, alias("stray_interrupt")));
void serial_interrupt(void) __attribute__((weak, alias("stray_interrupt")));

#define FAULT fault_interrupt
#define STRAY stray_interrupt
#define STRAYS_8 STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY

struct vectors {
    uint32_t *stack;
    void (*handlers[76])(void);
};

__attribute__((section(".vectors"), used)) const struct vectors vectors = {
    &stack_top,
    {
        start_interrupt, FAULT, FAULT, FAULT, FAULT, FAULT,        /* reset, NMI, hard, memory, bus, usage */
        STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY,    /* …, SVC, …, PendSV */
        tick_interrupt,                                            /* 15 */
        STRAYS_8, STRAYS_8, STRAYS_8,                              /* 0–23 */
        STRAY, STRAY, STRAY, STRAY, STRAY, scan_interrupt,         /* 24–29 */
        STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY,           /* 30–36 */
        serial_interrupt,                                          /* 37 */
        STRAYS_8, STRAYS_8, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, /* 38–60 */
    },
};
