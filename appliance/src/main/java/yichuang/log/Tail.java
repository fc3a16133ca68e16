package yichuang.log;

import io.microraft.model.log.BaseLogEntry;
import io.microraft.model.log.LogEntry;
import io.microraft.persistence.RestoredRaftState;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a node has behind its newest snapshot, in terms: enough to compare it with a leader's where
 * MicroRaft 0.7 cannot.
 *
 * <p>MicroRaft looks for the entry before the first one that a leader sends. When that is the last
 * one in the snapshot, or older, it looks in vain and answers no for ever, though it is the very
 * place up to which the two logs are the same: a snapshot holds committed entries only, and every
 * leader has those. So that answer is worked out here.
 */
final class Tail {
    /** The term that begins at an index; entries up to the next one have it, too. */
    private final NavigableMap<Long, Integer> terms = new TreeMap<>();

    private long snapshot;
    private long last;

    /**
     * What a leader's word says of this node's entries.
     *
     * @param sameUntil the two logs are the same up to here
     * @param otherFrom the first entry here that the leader has another one for, if it sent one
     */
    record Compared(long sameUntil, OptionalLong otherFrom) {}

    Tail(Optional<RestoredRaftState> restored) {
        restored.ifPresent(
                state -> {
                    snapshot = Math.max(0, state.getSnapshotEntry().getIndex());
                    last = snapshot;
                    appended(state.getLogEntries());
                });
    }

    void appended(List<? extends BaseLogEntry> entries) {
        for (BaseLogEntry entry : entries) {
            if (terms.isEmpty() || terms.lastEntry().getValue() != entry.getTerm()) {
                terms.put(entry.getIndex(), entry.getTerm());
            }
            last = entry.getIndex();
        }
    }

    void cutFrom(long index) {
        terms.tailMap(index, true).clear();
        last = index - 1;
    }

    void snapshot(long index) {
        snapshot = index;
        last = Math.max(last, index);
        Long begins = terms.floorKey(index);
        if (begins != null) {
            terms.headMap(begins, false).clear();
        }
    }

    /** {@return whether Raft would look in vain for what a leader's entries follow} */
    boolean isInVain(long previous) {
        return previous < snapshot || (previous == snapshot && last > snapshot);
    }

    Compared compare(List<LogEntry> leaders) {
        long same = snapshot;
        for (LogEntry entry : leaders) {
            if (entry.getIndex() == same + 1 && entry.getIndex() <= last) {
                if (terms.floorEntry(entry.getIndex()).getValue() != entry.getTerm()) {
                    return new Compared(same, OptionalLong.of(entry.getIndex()));
                }
                same = entry.getIndex();
            }
        }
        return new Compared(same, OptionalLong.empty());
    }
}
