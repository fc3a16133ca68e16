package yichuang.log;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * How to open a log.
 *
 * @param directory made when absent; used by one process at a time
 * @param node this controller's name; the directory remembers it
 * @param keepFrom the last index that the records have on disk, asked on the log's thread. What
 *     lies behind it is kept and is applied again at the next start, so that the records miss
 *     nothing. {@link Long#MAX_VALUE}: nobody follows
 * @param listener who measures
 */
public record LogSettings(
        Path directory,
        String node,
        LongSupplier keepFrom,
        LogListener listener,
        LogLimits limits) {

    public LogSettings {
        if (node.isBlank() || node.length() > 64) {
            throw new IllegalArgumentException("a node's name has 1 to 64 letters: " + node);
        }
    }

    /** {@return settings of a log that nobody follows and nobody measures} */
    public static LogSettings of(Path directory, String node) {
        return new LogSettings(
                directory, node, () -> Long.MAX_VALUE, LogListener.NONE, LogLimits.STANDARD);
    }

    /** {@return the same with the records' committed index} */
    public LogSettings withKeepFrom(LongSupplier recordsIndex) {
        return new LogSettings(directory, node, recordsIndex, listener, limits);
    }

    /** {@return the same with somebody measuring} */
    public LogSettings withListener(LogListener measuring) {
        return new LogSettings(directory, node, keepFrom, measuring, limits);
    }

    /** {@return the same with other bounds} */
    public LogSettings withLimits(LogLimits other) {
        return new LogSettings(directory, node, keepFrom, listener, other);
    }
}
