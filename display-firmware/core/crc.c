#include "crc.h"

static const uint16_t crc16_nibble[16] = {
    0x0000, 0x1081, 0x2102, 0x3183, 0x4204, 0x5285, 0x6306, 0x7387,
    0x8408, 0x9489, 0xA50A, 0xB58B, 0xC60C, 0xD68D, 0xE70E, 0xF78F,
};

static const uint32_t crc32_nibble[16] = {
    0x00000000u, 0x1DB71064u, 0x3B6E20C8u, 0x26D930ACu, 0x76DC4190u, 0x6B6B51F4u, 0x4DB26158u, 0x5005713Cu,
    0xEDB88320u, 0xF00F9344u, 0xD6D6A3E8u, 0xCB61B38Cu, 0x9B64C2B0u, 0x86D3D2D4u, 0xA00AE278u, 0xBDBDF21Cu,
};

uint16_t crc16_add(uint16_t crc, uint8_t byte)
{
    crc = (uint16_t)((crc >> 4) ^ crc16_nibble[(crc ^ byte) & 0x0Fu]);
    return (uint16_t)((crc >> 4) ^ crc16_nibble[(crc ^ (byte >> 4)) & 0x0Fu]);
}

uint16_t crc16_end(uint16_t crc)
{
    return (uint16_t)~crc;
}

uint16_t crc16(const uint8_t *bytes, size_t length)
{
    uint16_t crc = CRC16_START;

    for (size_t i = 0; i < length; i++) {
        crc = crc16_add(crc, bytes[i]);
    }
    return crc16_end(crc);
}

uint32_t crc32_add(uint32_t crc, uint8_t byte)
{
    crc = (crc >> 4) ^ crc32_nibble[(crc ^ byte) & 0x0Fu];
    return (crc >> 4) ^ crc32_nibble[(crc ^ (uint32_t)(byte >> 4)) & 0x0Fu];
}

uint32_t crc32_end(uint32_t crc)
{
    return ~crc;
}

uint32_t crc32(const uint8_t *bytes, size_t length)
{
    uint32_t crc = CRC32_START;

    for (size_t i = 0; i < length; i++) {
        crc = crc32_add(crc, bytes[i]);
    }
    return crc32_end(crc);
}
