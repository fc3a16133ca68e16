package yichuang.cluster.feed;

import java.util.Optional;
import java.util.TreeMap;

/** Entries that came before their turn; within bounds, since what is dropped is asked for again. */
final class Ahead {
    private final TreeMap<Long, FeedEntry> entries = new TreeMap<>();
    private int bytes;

    void add(FeedEntry entry) {
        if (entries.putIfAbsent(entry.index(), entry) == null) {
            bytes += entry.encodedBytes();
        }
        while (bytes > Recent.BYTES_MAX || entries.size() > Recent.ENTRIES_MAX) {
            bytes -= entries.pollLastEntry().getValue().encodedBytes();
        }
    }

    /** {@return the next command after an index, if nothing is missing before it} */
    Optional<FeedEntry> next(long index) {
        while (!entries.isEmpty() && entries.firstKey() <= index) {
            remove();
        }
        return entries.isEmpty() || entries.firstEntry().getValue().after() > index
                ? Optional.empty()
                : Optional.of(remove());
    }

    private FeedEntry remove() {
        FeedEntry first = entries.pollFirstEntry().getValue();
        bytes -= first.encodedBytes();
        return first;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void clear() {
        entries.clear();
        bytes = 0;
    }
}
