package yichuang.devices.onbon;

/** CRC-16/ARC: polynomial 8005 reflected, begun with 0. Of {@code 123456789} it is BB3D. */
final class Checksum {
    private static final int REFLECTED = 0xA001;

    private Checksum() {}

    static int of(byte[] bytes, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ REFLECTED;
            }
        }
        return crc;
    }
}
