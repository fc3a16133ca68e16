package yichuang.devices.bus;

import java.io.IOException;

/** Boards on a bus for tests, by number. */
public interface Boards extends AutoCloseable {
    /** What makes the boards of a bus. */
    @FunctionalInterface
    interface Making {
        Boards on(Hub hub) throws IOException, InterruptedException;
    }

    /** {@code address}: 255 for none. */
    void display(int number, String size, int address) throws IOException, InterruptedException;

    /** Its power is cut. */
    void kill(int number) throws InterruptedException;

    @Override
    void close();

    /** The id that the board with this number has. */
    static UnitId id(int number) {
        byte[] id = new byte[UnitId.LENGTH];
        for (int i = 0; i < id.length; i++) {
            id[i] = (byte) (number * 31 + i * 7 + 1);
        }
        return new UnitId(id);
    }
}
