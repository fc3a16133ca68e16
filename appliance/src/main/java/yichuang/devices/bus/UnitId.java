package yichuang.devices.bus;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** The chip's serial number: twelve bytes that no other unit has. */
final class UnitId {
    static final int LENGTH = 12;

    private final byte[] bytes;

    UnitId(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an id has " + LENGTH + " bytes");
        }
        this.bytes = bytes.clone();
    }

    static UnitId of(String hexadecimal) {
        return new UnitId(HexFormat.of().parseHex(hexadecimal));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** {@return by which a unit is searched for, PROTOCOL.md section 3} */
    long searchKey() {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** {@return its search key, as a board of two lines and more shows it} */
    String sign() {
        return HexFormat.of().withUpperCase().toHexDigits(searchKey(), 8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitId id && Arrays.equals(bytes, id.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
