package yichuang.hall.codec;

import java.lang.reflect.Type;

/**
 * Turns a record into bytes and back. The first octet is the format version; a reader of version n
 * reads all before it.
 *
 * <p>Known kinds of component: {@code int}, {@code long}, {@code boolean}, their boxes, String,
 * enum, Instant, LocalDate, LocalTime, Duration, DayOfWeek, Optional, List, records and sealed
 * interfaces of records. Enums are stored by name. The same value gives the same bytes in every
 * JVM, which is how two nodes compare their states.
 */
public final class Codec<T> {
    /** The version this release writes. */
    public static final int VERSION = 1;

    private static final int SMALL = 512;
    private static final int ROOM = 16;

    private final Form form;
    private int expected;

    private Codec(Form form) {
        this.form = form;
    }

    /** {@code type} is a record or a sealed interface of records. */
    public static <T> Codec<T> of(Class<T> type) {
        return new Codec<>(Forms.of((Type) type));
    }

    public byte[] encode(T value) {
        Output out = new Output(Math.max(SMALL, expected));
        out.octet(VERSION);
        form.write(value, out);
        byte[] bytes = out.toBytes();
        // A state of megabytes is written at one go the next time, not by doubling up to it.
        expected = bytes.length + bytes.length / ROOM;
        return bytes;
    }

    /** Throws {@link BadBytes} for anything that no release up to this one wrote. */
    @SuppressWarnings("unchecked") // the form was made from the type T
    public T decode(byte[] bytes) {
        Input in = new Input(bytes, 0);
        int version = in.octet();
        if (version < 1 || version > VERSION) {
            throw new BadBytes(
                    "written in format "
                            + version
                            + "; this release reads 1 to "
                            + VERSION
                            + ": install a newer one");
        }
        Object value = form.read(in, version);
        in.end();
        return (T) value;
    }
}
