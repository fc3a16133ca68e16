package yichuang.devices.pad;

import java.util.Arrays;

/** {@code FF 68 L L 68 ADDR FUNC DATA… CS 16}. L counts ADDR, FUNC and DATA; CS is their sum. */
final class PadFrame {
    static final int START = 0xFF;
    static final int AGAIN = 0x68;
    static final int END = 0x16;
    static final int HEAD_BYTES = 5;
    static final int TAIL_BYTES = 2;
    static final int LENGTH_MIN = 2;
    static final int LENGTH_MAX = 8;

    private final int address;
    private final int function;
    private final byte[] data;

    PadFrame(int address, int function, byte... data) {
        this.address = address;
        this.function = function;
        this.data = data.clone();
    }

    int address() {
        return address;
    }

    int function() {
        return function;
    }

    int length() {
        return data.length;
    }

    /** {@return a byte of the data, counted from its end; 0 is the last} */
    int fromEnd(int back) {
        return data[data.length - 1 - back] & 0xFF;
    }

    /** {@return the same for another purpose} */
    PadFrame as(int otherFunction) {
        return new PadFrame(address, otherFunction, data);
    }

    byte[] bytes() {
        int length = LENGTH_MIN + data.length;
        byte[] bytes = new byte[HEAD_BYTES + length + TAIL_BYTES];
        bytes[0] = (byte) START;
        bytes[1] = AGAIN;
        bytes[2] = (byte) length;
        bytes[3] = (byte) length;
        bytes[4] = AGAIN;
        bytes[5] = (byte) address;
        bytes[6] = (byte) function;
        System.arraycopy(data, 0, bytes, HEAD_BYTES + LENGTH_MIN, data.length);
        int sum = 0;
        for (int i = HEAD_BYTES; i < HEAD_BYTES + length; i++) {
            sum += bytes[i];
        }
        bytes[HEAD_BYTES + length] = (byte) sum;
        bytes[HEAD_BYTES + length + 1] = END;
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PadFrame frame && Arrays.equals(bytes(), frame.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}
