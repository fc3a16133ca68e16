package yichuang.log;

/**
 * The log's bounds. Only tests and benchmarks differ from {@link #STANDARD}.
 *
 * @param snapshotEvery commands between two snapshots. MicroRaft keeps 1.1 times as many in memory
 *     (about 450 bytes each, so 8 MB of the appliance's 128); each snapshot stops the log for as
 *     long as its writing takes; and a start replays at most so many on top of the newest one.
 *     16,384 is a day of a large hall, and under the throughput benchmark's 5,000 per second one
 *     pause in three seconds
 * @param pendingMax commands on their way to the disk; one more is {@code BUSY}
 * @param pendingBytesMax their bytes; one more is {@code BUSY}
 * @param commandBytesMax bytes of one command
 * @param segmentBytes size of one file of the log, reserved by writing zeros
 * @param freeBytesMin what must be free on the file system for a command to be taken
 */
public record LogLimits(
        int snapshotEvery,
        int pendingMax,
        int pendingBytesMax,
        int commandBytesMax,
        int segmentBytes,
        long freeBytesMin) {

    private static final int MIB = 1 << 20;

    /** What every hall runs with. */
    public static final LogLimits STANDARD =
            new LogLimits(16_384, 4_096, 16 * MIB, MIB, 8 * MIB, 64L * MIB);

    public LogLimits {
        if (segmentBytes < FileHeader.BYTES + EntryFormat.HEADER_BYTES + commandBytesMax) {
            throw new IllegalArgumentException("a segment must hold one greatest command");
        }
        if (snapshotEvery < 2 || pendingMax < 1 || pendingBytesMax < commandBytesMax) {
            throw new IllegalArgumentException(
                    "bounds too small: %d, %d, %d"
                            .formatted(snapshotEvery, pendingMax, pendingBytesMax));
        }
    }

    /** {@return the same bounds with another distance between snapshots} */
    public LogLimits withSnapshotEvery(int commands) {
        return new LogLimits(
                commands, pendingMax, pendingBytesMax, commandBytesMax, segmentBytes, freeBytesMin);
    }

    /** {@return the same bounds with smaller files and smaller commands} */
    public LogLimits withSegmentBytes(int bytes, int greatestCommandBytes) {
        return new LogLimits(
                snapshotEvery,
                pendingMax,
                Math.max(pendingBytesMax, greatestCommandBytes),
                greatestCommandBytes,
                bytes,
                freeBytesMin);
    }

    /** {@return the same bounds with another number of commands on their way} */
    public LogLimits withPendingMax(int commands) {
        return new LogLimits(
                snapshotEvery,
                commands,
                pendingBytesMax,
                commandBytesMax,
                segmentBytes,
                freeBytesMin);
    }
}
