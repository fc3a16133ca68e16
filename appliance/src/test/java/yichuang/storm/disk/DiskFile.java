package yichuang.storm.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** One file: what a program reads, and what a power cut leaves of it. */
final class DiskFile {
    /** A disk writes a sector whole or not at all, but for the one that the cut hits. */
    private static final int SECTOR_BYTES = 512;

    @SuppressWarnings("ArrayRecordComponent")
    private record Write(int offset, byte[] bytes) {}

    private final List<Write> unsynced = new ArrayList<>();
    private byte[] seen = {};
    private byte[] durable = {};
    private int seenBytes;
    private int durableBytes;

    /** How a power cut left a file. */
    enum Left {
        AS_SYNCED,
        WHOLE,
        TORN
    }

    int size() {
        return seenBytes;
    }

    int read(int offset, byte[] into, int from, int length) {
        int some = Math.min(length, seenBytes - offset);
        if (some <= 0) {
            return -1;
        }
        System.arraycopy(seen, offset, into, from, some);
        return some;
    }

    void write(int offset, byte[] bytes) {
        seen = put(seen, offset, bytes, 0, bytes.length);
        seenBytes = Math.max(seenBytes, offset + bytes.length);
        unsynced.add(new Write(offset, bytes));
    }

    void sync() {
        for (Write write : unsynced) {
            durable = put(durable, write.offset, write.bytes, 0, write.bytes.length);
        }
        durableBytes = seenBytes;
        unsynced.clear();
    }

    /**
     * A sync failed. As Linux has it, a program reads on what it wrote, and a later sync has
     * nothing left to write.
     */
    void syncFailed() {
        unsynced.clear();
    }

    /** Each sector of what was not synced is there or not; within the last one the cut may fall. */
    Left cut(RandomGenerator random) {
        int kept = 0;
        int all = 0;
        int chance = random.nextInt(3);
        for (Write write : unsynced) {
            for (int from = 0; from < write.bytes.length; from += SECTOR_BYTES) {
                int length = Math.min(SECTOR_BYTES, write.bytes.length - from);
                int part = length == 0 || chance == 0 ? 0 : part(length, chance, random);
                durable = put(durable, write.offset + from, write.bytes, from, part);
                durableBytes =
                        part == 0
                                ? durableBytes
                                : Math.max(durableBytes, write.offset + from + part);
                kept += part;
                all += length;
            }
        }
        unsynced.clear();
        seen = Arrays.copyOf(durable, Math.max(durable.length, durableBytes));
        seenBytes = durableBytes;
        return kept == 0 ? Left.AS_SYNCED : kept == all ? Left.WHOLE : Left.TORN;
    }

    private static int part(int length, int chance, RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> chance == 1 ? 0 : length;
            case 1, 2 -> random.nextInt(length + 1);
            default -> length;
        };
    }

    private static byte[] put(byte[] into, int offset, byte[] bytes, int from, int length) {
        int end = offset + length;
        byte[] target =
                end <= into.length ? into : Arrays.copyOf(into, Math.max(end, 2 * into.length));
        System.arraycopy(bytes, from, target, offset, length);
        return target;
    }
}
