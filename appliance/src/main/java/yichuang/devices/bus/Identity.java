package yichuang.devices.bus;

import java.util.Optional;

/**
 * What a unit says it is.
 *
 * @param address empty when it has none yet
 * @param hardware 1 an STM32F1 board, 2 a process
 */
record Identity(
        Kind kind,
        int width,
        int height,
        int glyphs,
        String version,
        int bank,
        int startedBy,
        int hardware,
        int keys,
        Optional<Integer> address,
        UnitId id) {
    static final int LENGTH = 26;
    private static final int PROTOCOL = 1;
    private static final int NO_ADDRESS = 0xFF;
    private static final int ID_AT = 14;

    /** What a unit is. */
    enum Kind {
        DISPLAY,
        PAD
    }

    /** {@return the identity; empty of a reply that is none, or of a protocol we do not speak} */
    static Optional<Identity> of(Reply reply) {
        if (!reply.done()
                || reply.length() < LENGTH
                || reply.u8(0) != PROTOCOL
                || reply.u8(1) < 1
                || reply.u8(1) > Kind.values().length) {
            return Optional.empty();
        }
        return Optional.of(
                new Identity(
                        Kind.values()[reply.u8(1) - 1],
                        reply.u16(2),
                        reply.u8(4),
                        reply.u8(5),
                        reply.u8(6) + "." + reply.u8(7) + "." + reply.u8(8),
                        reply.u8(9),
                        reply.u8(10),
                        reply.u8(11),
                        reply.u8(12),
                        Optional.of(reply.u8(13)).filter(address -> address != NO_ADDRESS),
                        new UnitId(reply.bytes(ID_AT, UnitId.LENGTH))));
    }
}
