/* Makes what lies in a bank of what the linker made: puts the size into its head and its CRC-32 behind it. image LINKED.bin > IMAGE.bin */
#include <stdio.h>
#include <string.h>

#include "crc.h"
#include "flash_map.h"
#include "image.h"
#include "reply.h"

int main(int count, char **arguments)
{
    static uint8_t bytes[BANK_SIZE];
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;

    if (file == NULL) {
        fprintf(stderr, "use: image LINKED.bin > IMAGE.bin\n");
        return 2;
    }
    size_t length = fread(bytes, 1, sizeof bytes, file);
    struct reply size = {bytes + IMAGE_HEAD_AT + 4, 0};

    fclose(file);
    length = (length + 3) / 4 * 4;
    if (length < IMAGE_HEAD_AT + IMAGE_HEAD || length + IMAGE_CRC_SIZE > BANK_SIZE ||
        read_u32(bytes + IMAGE_HEAD_AT) != IMAGE_MAGIC) {
        fprintf(stderr, "%s: no firmware for a bank of %d bytes\n", arguments[1], BANK_SIZE);
        return 1;
    }
    reply_u32(&size, (uint32_t)(length + IMAGE_CRC_SIZE));
    struct reply crc = {bytes + length, 0};

    reply_u32(&crc, crc32(bytes, length));
    return fwrite(bytes, 1, length + IMAGE_CRC_SIZE, stdout) == length + IMAGE_CRC_SIZE ? 0 : 1;
}
