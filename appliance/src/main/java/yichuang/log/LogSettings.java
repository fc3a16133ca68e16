package yichuang.log;

import java.nio.file.Path;
import java.util.List;
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
 * @param voters the hall's first voters, the same on each of them, 1, 3 or 5; later changes are in
 *     the log. A node that is not among them waits to be added
 * @param wire what carries their messages
 */
public record LogSettings(
        Path directory,
        String node,
        LongSupplier keepFrom,
        LogListener listener,
        LogLimits limits,
        List<NodeName> voters,
        Wire wire) {

    public LogSettings {
        voters = List.copyOf(voters);
        NodeName unused = new NodeName(node);
    }

    /** {@return settings of a log that nobody follows and nobody measures} */
    public static LogSettings of(Path directory, String node) {
        return new LogSettings(
                directory,
                node,
                () -> Long.MAX_VALUE,
                LogListener.NONE,
                LogLimits.STANDARD,
                List.of(new NodeName(node)),
                Wire.NOBODY);
    }

    /** {@return the same with the records' committed index} */
    public LogSettings withKeepFrom(LongSupplier recordsIndex) {
        return new LogSettings(directory, node, recordsIndex, listener, limits, voters, wire);
    }

    /** {@return the same with somebody measuring} */
    public LogSettings withListener(LogListener measuring) {
        return new LogSettings(directory, node, keepFrom, measuring, limits, voters, wire);
    }

    /** {@return the same with other bounds} */
    public LogSettings withLimits(LogLimits other) {
        return new LogSettings(directory, node, keepFrom, listener, other, voters, wire);
    }

    /** {@return the same as one of several voters} */
    public LogSettings withVoters(List<NodeName> firstVoters, Wire between) {
        return new LogSettings(directory, node, keepFrom, listener, limits, firstVoters, between);
    }
}
