package yichuang.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That this node is an island, or was one whose log the hall has not got yet: a file of its data
 * directory. While it is there, the log of that epoch is needed.
 *
 * @param epoch which of this node's islands
 * @param phase whether it serves alone, or is on its way home
 * @param term of the hall's log at the cut
 * @param index last command of the hall that the island began from
 * @param since when it began, by the hall's time
 * @param vain how often it went home and found nobody who leads
 */
public record IslandMark(long epoch, Phase phase, int term, long index, Instant since, int vain) {
    /** What the node does. */
    public enum Phase {
        /** It orders its own commands, and takes no part in the hall's log. */
        ALONE(1),
        /** It takes part in the hall's log again, and brings what it did meanwhile. */
        HOMEWARD(2);

        private final byte code;

        Phase(int code) {
            this.code = (byte) code;
        }

        static Phase of(byte[] bytes) throws IOException {
            for (Phase phase : values()) {
                if (bytes.length == 1 && bytes[0] == phase.code) {
                    return phase;
                }
            }
            throw new IOException("an island's mark has no such phase");
        }
    }

    private static final int FIELDS = 6;

    /** Reads the mark in the islands' directory; empty when there is none. */
    public static Optional<IslandMark> find(Path islands) throws IOException {
        if (!Files.exists(file(islands).file())) {
            return Optional.empty();
        }
        List<byte[]> fields = file(islands).read(FIELDS);
        return Optional.of(
                new IslandMark(
                        number(fields.get(0)),
                        Phase.of(fields.get(1)),
                        (int) number(fields.get(2)),
                        number(fields.get(3)),
                        Instant.ofEpochMilli(number(fields.get(4))),
                        (int) number(fields.get(5))));
    }

    /** {@return the same on its way home} */
    public IslandMark homeward() {
        return new IslandMark(epoch, Phase.HOMEWARD, term, index, since, vain);
    }

    /** {@return the same alone again, since nobody was there} */
    public IslandMark aloneAgain() {
        return new IslandMark(epoch, Phase.ALONE, term, index, since, vain + 1);
    }

    /** Writes it into the islands' directory; durable on return. */
    public void keep(Path islands) throws IOException {
        file(islands)
                .write(
                        bytes(epoch),
                        new byte[] {phase.code},
                        bytes(term),
                        bytes(index),
                        bytes(since.toEpochMilli()),
                        bytes(vain));
    }

    /** Takes it away: the hall has everything. Durable on return. */
    public static void lift(Path islands) throws IOException {
        Files.deleteIfExists(file(islands).file());
        if (Files.exists(islands)) {
            KeptFile.syncDirectory(islands);
        }
    }

    private static KeptFile file(Path islands) {
        return new KeptFile(islands.resolve("mark"), "YCIS", 1);
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static long number(byte[] bytes) throws IOException {
        if (bytes.length != Long.BYTES) {
            throw new IOException(
                    "a number of an island's mark has %d bytes".formatted(bytes.length));
        }
        return ByteBuffer.wrap(bytes).getLong();
    }
}
