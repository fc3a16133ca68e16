/* The whole flash of a new board, for its first programming and for emulators:
     factory BOOT.bin BANK_A.bin BANK_B.bin display|pad WxH ID ADDRESS [BANK [TRIAL]] > FLASH.bin
   "-" leaves a bank empty. ID: 24 hexadecimal digits, or "-" for the chip's own. ADDRESS: hexadecimal, FF none. BANK, TRIAL: A, B or -. */
#include <stdio.h>
#include <string.h>

#include "board.h"
#include "image.h"

static bool put(const char *path, uint32_t at, uint32_t room)
{
    FILE *file;

    if (strcmp(path, "-") == 0) {
        return true;
    }
    file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return false;
    }
    (void)fread(board_flash() + at, 1, room, file);
    bool whole = fgetc(file) == EOF;

    fclose(file);
    if (!whole) {
        fprintf(stderr, "%s: more than %u bytes\n", path, room);
    }
    return whole;
}

static uint8_t bank(const char *name)
{
    return *name == 'A' ? 0 : *name == 'B' ? 1 : BANK_NONE;
}

int main(int count, char **arguments)
{
    struct settings given = {.trial = BANK_NONE};
    unsigned width;
    unsigned height;
    unsigned address;

    if (count < 8 || sscanf(arguments[5], "%ux%u", &width, &height) != 2 || sscanf(arguments[7], "%x", &address) != 1) {
        fprintf(stderr, "use: factory BOOT.bin BANK_A.bin BANK_B.bin display|pad WxH ID ADDRESS [BANK [TRIAL]] > FLASH.bin\n");
        return 2;
    }
    memset(given.id, 0xFF, ID_SIZE);
    for (int i = 0; i < ID_SIZE && *arguments[6] != '-'; i++) {
        unsigned byte;

        if (sscanf(arguments[6] + 2 * i, "%2x", &byte) != 1) {
            fprintf(stderr, "an id has 24 hexadecimal digits: %s\n", arguments[6]);
            return 2;
        }
        given.id[i] = (uint8_t)byte;
    }
    given.kind = strcmp(arguments[4], "pad") == 0 ? KIND_PAD : KIND_DISPLAY;
    given.width = (uint16_t)width;
    given.height = (uint8_t)height;
    given.address = (uint8_t)address;
    given.bank = count > 8 ? bank(arguments[8]) : 0;
    given.trial = count > 9 ? bank(arguments[9]) : BANK_NONE;
    board_flash_new();
    if (!put(arguments[1], 0, BANK_A) || !put(arguments[2], BANK_A, BANK_SIZE) || !put(arguments[3], BANK_B, BANK_SIZE)) {
        return 1;
    }
    settings_start();
    if (!settings_save(&given)) {
        fprintf(stderr, "the settings do not fit\n");
        return 1;
    }
    return fwrite(board_flash(), 1, FLASH_SIZE, stdout) == FLASH_SIZE ? 0 : 1;
}
