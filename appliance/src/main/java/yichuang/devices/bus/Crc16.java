package yichuang.devices.bus;

/** CRC-16/X-25, PROTOCOL.md section 2. */
final class Crc16 {
    private static final int POLYNOMIAL = 0x8408;
    private static final int ALL = 0xFFFF;
    private static final int[] TABLE = table();

    private Crc16() {}

    static int of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static int of(byte[] bytes, int from, int length) {
        int crc = ALL;
        for (int i = from; i < from + length; i++) {
            crc = crc >>> 8 ^ TABLE[(crc ^ bytes[i]) & 0xFF];
        }
        return crc ^ ALL;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
            }
            table[i] = crc;
        }
        return table;
    }
}
