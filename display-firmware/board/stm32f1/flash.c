/* Flash by half-words. The core stands still while its flash is busy: 40 ms for a page, during which nobody speaks to this unit. */
#include <string.h>

#include "flash_map.h"
#include "port.h"
#include "registers.h"
#include "scan.h"

static void open(void)
{
    scan_rest(true);
    FLASH_KEYR = FLASH_KEY1;
    FLASH_KEYR = FLASH_KEY2;
}

static void shut(void)
{
    FLASH_CR = FLASH_CR_LOCK;
    scan_rest(false);
}

static void wait(void)
{
    while ((FLASH_SR & FLASH_SR_BSY) != 0) {
    }
}

const uint8_t *port_flash(uint32_t offset)
{
    return (const uint8_t *)(FLASH_BASE + offset);
}

bool port_flash_erase(uint32_t page)
{
    open();
    wait();
    FLASH_CR = FLASH_CR_PER;
    FLASH_AR = FLASH_BASE + page;
    FLASH_CR = FLASH_CR_PER | FLASH_CR_STRT;
    wait();
    shut();
    for (uint32_t i = 0; i < FLASH_PAGE; i++) {
        if (port_flash(page)[i] != 0xFF) {
            return false;
        }
    }
    return true;
}

bool port_flash_write(uint32_t offset, const uint8_t *bytes, size_t length)
{
    volatile uint16_t *at = (volatile uint16_t *)(FLASH_BASE + offset);

    open();
    wait();
    FLASH_CR = FLASH_CR_PG;
    for (size_t i = 0; i + 1 < length; i += 2) {
        *at++ = (uint16_t)(bytes[i] | bytes[i + 1] << 8);
        wait();
    }
    shut();
    return memcmp(port_flash(offset), bytes, length) == 0;
}
