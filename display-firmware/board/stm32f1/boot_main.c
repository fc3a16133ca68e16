/* The boot loader: chooses a bank and hands over to it. Runs on the inner 8 MHz, with no interrupt and nothing started but the watchdog, so that a
   firmware that hangs at once is one that was tried. */
#include "boot.h"
#include "image.h"
#include "note.h"
#include "port.h"
#include "registers.h"
#include "scan.h"
#include "settings.h"
#include "watchdog.h"

enum hardware port_hardware(void)
{
    return HARDWARE_STM32F1;
}

/* There is no panel yet. */
void scan_rest(bool now)
{
    (void)now;
}

static _Noreturn void hand_over(uint8_t bank)
{
    const uint32_t *vectors = (const uint32_t *)(FLASH_BASE + image_bank_at(bank));

    SCB_VTOR = (uint32_t)vectors;
    __asm__ volatile("msr msp, %0\n"
                     "bx %1" ::"r"(vectors[0]),
                     "r"(vectors[1])
                     : "memory");
    __builtin_unreachable();
}

int main(void)
{
    settings_start();
    struct boot_choice choice = boot_choose();

    if (choice.bank == BANK_NONE) { /* the panel's pull-up keeps it dark; a programmer is needed */
        for (;;) {
            __asm__ volatile("wfi");
        }
    }
    if (choice.fell_back) {
        note_leave(START_FELL_BACK);
    }
    watchdog_start();
    hand_over(choice.bank);
}
